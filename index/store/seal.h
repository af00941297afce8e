#pragma once

#include <incontro/result.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace incontro {

// What a store held when it was closed last: a store that holds less has lost something, be it
// files that nothing else would miss. A file with a checksum, beside the store's directory.
struct Seal {
  std::string identity;      // of the database; a seal of another says nothing
  std::uint64_t writes = 0;  // since the database was made
};

std::filesystem::path seal_path(const std::filesystem::path& directory);
// Written beside its place, synced, renamed.
Done write_seal(const std::filesystem::path& directory, const Seal& seal);
// not_found: none, or one that was damaged.
Result<Seal> read_seal(const std::filesystem::path& directory);

}  // namespace incontro
