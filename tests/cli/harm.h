#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "cli/process.h"

namespace incontro {

// What a disk, a restore or a careless hand does to one file of a folder.
struct Harm {
  enum class Way { missing, emptied, cut, zeroed, flipped };

  std::string file;  // its path below the folder
  Way way = Way::missing;
  std::uintmax_t at = 0;  // of cut: bytes that are left; of flipped: the byte

  friend std::ostream& operator<<(std::ostream& out, const Harm& harm) {
    constexpr const char* names[] = {"missing", "emptied", "cut", "zeroed", "flipped"};
    return out << harm.file << ' ' << names[static_cast<int>(harm.way)] << " at " << harm.at;
  }
};

// The bytes of all files below a folder, by path.
inline std::map<std::string, std::string> bytes_below(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      files[std::filesystem::relative(entry.path(), folder)] = file_text(entry.path());
  return files;
}

// Each file in each way; of bytes to flip the first, the last, and `flips` at random.
inline std::vector<Harm> harms_of(const std::filesystem::path& folder, std::size_t flips,
                                  std::mt19937_64& random) {
  using Way = Harm::Way;
  std::vector<Harm> harms;
  for (const auto& [file, bytes] : bytes_below(folder)) {
    harms.push_back({file, Way::missing, 0});
    if (bytes.empty()) continue;
    harms.push_back({file, Way::emptied, 0});
    harms.push_back({file, Way::cut, bytes.size() / 2});
    harms.push_back({file, Way::cut, bytes.size() - 1});
    harms.push_back({file, Way::zeroed, 0});
    harms.push_back({file, Way::flipped, 0});
    harms.push_back({file, Way::flipped, bytes.size() - 1});
    for (std::size_t i = 0; i < flips; ++i)
      harms.push_back({file, Way::flipped, random() % bytes.size()});
  }
  return harms;
}

inline void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

inline void inflict(const std::filesystem::path& folder, const Harm& harm) {
  const std::filesystem::path path = folder / harm.file;
  if (harm.way == Harm::Way::missing) {
    std::filesystem::remove(path);
    return;
  }
  std::string bytes = file_text(path);
  switch (harm.way) {
    case Harm::Way::missing:
      break;
    case Harm::Way::emptied:
    case Harm::Way::cut:
      bytes.resize(harm.at);
      break;
    case Harm::Way::zeroed:
      std::ranges::fill(bytes, '\0');
      break;
    case Harm::Way::flipped:
      bytes[harm.at] = static_cast<char>(bytes[harm.at] ^ 0x5A);
      break;
  }
  write_file(path, bytes);
}

}  // namespace incontro
