#pragma once

#include <incontro/array.h>
#include <incontro/result.h>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <memory>
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
  // A u64 count, zeros up to the next cache line, because what is read where it lies must begin at
  // one, and the values.
  template <class T>
  void put(std::span<const T> values) {
    put(static_cast<std::uint64_t>(values.size()));
    bytes_.append(-bytes_.size() % alignment, '\0');
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put(std::span<const T>(values));
  }
  template <class T>
  void put(const Array<T>& values) {
    put(values.span());
  }
  // Beside its place first, synced, then renamed: `path` is never half written.
  Done save(const std::filesystem::path& path);

  static constexpr std::size_t alignment = 64;

 private:
  std::string bytes_;
};

// A file that is mapped into memory, its checksum found right.
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
  // Copies the values into memory of their own.
  template <class T>
  bool get(std::vector<T>& values) {
    std::span<const char> bytes;
    if (!get_bytes(sizeof(T), bytes)) return false;
    values.resize(bytes.size() / sizeof(T));
    if (!bytes.empty()) std::memcpy(values.data(), bytes.data(), bytes.size());
    return true;
  }
  // Leaves them in the file, which stays mapped for as long as the array is held.
  template <class T>
  bool get(Array<T>& values) {
    std::span<const char> bytes;
    if (!get_bytes(sizeof(T), bytes)) return false;
    values = Array<T>({reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)}, file_);
    return true;
  }
  bool at_end() const { return rest_.empty(); }

 private:
  bool get_bytes(std::size_t value_size, std::span<const char>& bytes);

  std::shared_ptr<const void> file_;
  std::span<const char> rest_;
};

// Syncs a directory, so that the names in it survive a power cut.
Done sync_directory(const std::filesystem::path& directory);

}  // namespace incontro
