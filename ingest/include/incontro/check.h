#pragma once

#include <incontro/finding.h>
#include <incontro/record.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

namespace incontro {

// What a file means to be, told by its first element; also of one that is refused.
enum class FileKind : std::uint8_t { unknown, cv, vacancy, message };

// One file of the standard, as far as it could be read.
struct CheckedFile {
  FileKind kind = FileKind::unknown;
  std::string
      schema;  // "Candidatura Rev.038", "Ricerca personale Rev.064", ...; empty if not recognised
  std::variant<std::monostate, Vacancy, Cv, Message> content;  // filled exactly when nothing blocks
  Findings findings;                                           // in the order of lines

  bool accepted() const { return content.index() != 0; }
};

// bytes -> guards -> schema -> codes -> rules -> record. Pure: no file, no network, no clock.
// Each layer runs only when those before it found nothing blocking. Any thread. At most 4 MiB
// (security limits are listed in xml/limits.h); costs well under a millisecond for a normal file.
CheckedFile check_file(std::string_view bytes);

}  // namespace incontro
