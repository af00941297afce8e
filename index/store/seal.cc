#include "store/seal.h"

#include <span>
#include <vector>

#include "blocks/checked_file.h"

namespace incontro {
namespace {

constexpr std::uint32_t magic = 0x53434E49, version = 1;  // "INCS"

}  // namespace

std::filesystem::path seal_path(const std::filesystem::path& directory) {
  std::filesystem::path path = directory;
  return path += ".seal";
}

Done write_seal(const std::filesystem::path& directory, const Seal& seal) {
  FileWriter out;
  out.put(magic);
  out.put(version);
  out.put(seal.writes);
  out.put(std::span<const char>(seal.identity));
  return out.save(seal_path(directory));
}

Result<Seal> read_seal(const std::filesystem::path& directory) {
  const Error none{Code::not_found, "no seal"};
  auto in = FileReader::load(seal_path(directory));
  if (!in) return none;
  std::uint32_t stated_magic = 0, stated_version = 0;
  std::vector<char> identity;
  Seal seal;
  if (!in->get(stated_magic) || !in->get(stated_version) || stated_magic != magic ||
      stated_version != version || !in->get(seal.writes) || !in->get(identity))
    return none;
  seal.identity.assign(identity.begin(), identity.end());
  return seal;
}

}  // namespace incontro
