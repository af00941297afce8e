#pragma once

#include <incontro/result.h>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace incontro {

// Bytes that end with a checksum of themselves, written and read as a whole file.
class FileWriter {
 public:
  template <class T>
  requires std::is_trivially_copyable_v<T>
  void put(const T& value) { bytes_.append(reinterpret_cast<const char*>(&value), sizeof value); }
  template <class T>
  void put(const std::vector<T>& values) {
    put(static_cast<std::uint64_t>(values.size()));
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
  }
  // Beside its place first, synced, then renamed: `path` is never half written.
  Done save(const std::filesystem::path& path);

 private:
  std::string bytes_;
};

class FileReader {
 public:
  // not_found; corrupt: the checksum fails.
  static Result<FileReader> load(const std::filesystem::path& path);

  // False, and nothing read, when the file is too short for it.
  template <class T>
  requires std::is_trivially_copyable_v<T>
  bool get(T& value) {
    if (rest_.size() < sizeof value) return false;
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_ = rest_.subspan(sizeof value);
    return true;
  }
  template <class T>
  bool get(std::vector<T>& values) {
    std::uint64_t count = 0;
    if (!get(count) || count > rest_.size() / sizeof(T)) return false;
    values.resize(count);
    if (count > 0) std::memcpy(values.data(), rest_.data(), count * sizeof(T));
    rest_ = rest_.subspan(count * sizeof(T));
    return true;
  }
  bool at_end() const { return rest_.empty(); }

 private:
  std::vector<char> bytes_;
  std::span<const char> rest_;
};

// Syncs a directory, so that the names in it survive a power cut.
Done sync_directory(const std::filesystem::path& directory);

}  // namespace incontro
