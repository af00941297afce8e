#pragma once

#include <incontro/finding.h>
#include <incontro/result.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace incontro {

// One entry as the central directory has it.
struct ZipPart {
  std::string name;  // bytes
  std::uint16_t flags = 0, method = 0;
  std::uint32_t crc = 0;
  std::uint64_t stored = 0, size = 0;  // bytes, compressed and inflated
  std::uint64_t offset = 0;            // of its local header
};

// How the parts of an archive lie in its file, by PKWARE's APPNOTE 6.3. Local headers must say what
// the directory says (sizes and sum of a streamed entry may be left out there: they follow the
// data), and no two entries may share a byte. Bytes between entries and after the end are passed
// over. not_found, io: the file cannot be read. Otherwise what is wrong is a blocking finding.
Result<std::vector<ZipPart>> read_layout(const std::filesystem::path& archive, Findings& findings);

}  // namespace incontro
