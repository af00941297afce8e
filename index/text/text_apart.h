#pragma once

#include <incontro/text.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace incontro {

// A text index as a process of its own reads it. Xapian's files have no checksums, and a wrong byte
// may end in a crash of the library: then it ends that process, which is an answer, and not us.
struct TextContent {
  std::uint64_t identity = 0;  // of the store that it follows; 0: it does not say
  std::uint64_t applied = 0;
  std::vector<TextReader::Entry> entries;  // ascending
};

enum class Walk : std::uint8_t {
  open,     // opens it and reads what it says of itself
  tables,   // and walks all tables, as xapian-check does
  entries,  // and reads every document's entry
};

// not_found: no index there. corrupt: it is damaged, and how that shows. io: no process could be
// started. Takes as long as the walk: some seconds a gigabyte.
Result<TextContent> read_text_apart(const std::filesystem::path& directory, Walk walk);

}  // namespace incontro
