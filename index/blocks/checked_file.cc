#include "blocks/checked_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace incontro {
namespace {

Error file_error(const char* action, const std::filesystem::path& path) {
  const int error = errno;
  return {error == ENOENT ? Code::not_found : Code::io,
          fmt::format("cannot {} {}: {}", action, path.string(), std::strerror(error))};
}

// Eight bytes at a time: multiply and rotate, as fast as the file is read. Against accidents only.
std::uint64_t checksum(std::span<const char> bytes) {
  std::uint64_t sum = 0x9E3779B97F4A7C15u ^ bytes.size();
  while (bytes.size() >= 8) {
    std::uint64_t word;
    std::memcpy(&word, bytes.data(), 8);
    sum = (sum ^ word) * 0xBF58476D1CE4E5B9u;
    sum = sum << 31 | sum >> 33;
    bytes = bytes.subspan(8);
  }
  for (const char byte : bytes)
    sum = (sum ^ static_cast<unsigned char>(byte)) * 0x94D049BB133111EBu;
  return sum ^ sum >> 29;
}

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags)
      : value_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  explicit operator bool() const { return value_ >= 0; }
  int value() const { return value_; }

  bool write_all(std::span<const char> bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(value_, bytes.data(), bytes.size());
      if (written < 0 && errno != EINTR) return false;
      if (written > 0) bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
  }
  bool sync() const { return ::fsync(value_) == 0; }

 private:
  int value_;
};

}  // namespace

Done FileWriter::save(const std::filesystem::path& path) {
  put(checksum(bytes_));
  std::filesystem::path beside = path;
  beside += ".new";
  {
    const Descriptor file(beside, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file || !file.write_all(bytes_) || !file.sync()) return file_error("write", beside);
  }
  if (::rename(beside.c_str(), path.c_str()) != 0) return file_error("rename", beside);
  return sync_directory(path.parent_path());
}

Done sync_directory(const std::filesystem::path& directory) {
  const Descriptor opened(directory, O_RDONLY | O_DIRECTORY);
  if (!opened || !opened.sync()) return file_error("sync", directory);
  return ok;
}

Result<FileReader> FileReader::load(const std::filesystem::path& path) {
  const Descriptor file(path, O_RDONLY);
  struct stat status {};
  if (!file || ::fstat(file.value(), &status) != 0) return file_error("open", path);
  const auto size = static_cast<std::size_t>(status.st_size);
  std::uint64_t stated = 0;
  if (size < sizeof stated)
    return Error{Code::corrupt, fmt::format("{} is too short", path.string())};
  void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.value(), 0);
  if (bytes == MAP_FAILED) return file_error("map", path);
  FileReader reader;
  reader.file_ = std::shared_ptr<const void>(
      bytes, [size](const void* mapped) { ::munmap(const_cast<void*>(mapped), size); });
  ::madvise(bytes, size, MADV_SEQUENTIAL);
  const std::span<const char> all(static_cast<const char*>(bytes), size);
  std::memcpy(&stated, all.data() + size - sizeof stated, sizeof stated);
  reader.rest_ = all.first(size - sizeof stated);
  if (checksum(reader.rest_) != stated)
    return Error{Code::corrupt, fmt::format("the checksum of {} fails", path.string())};
  ::madvise(bytes, size, MADV_NORMAL);
  // The check has read every page; what is asked for comes back from the page cache.
  ::madvise(bytes, size, MADV_DONTNEED);
  return reader;
}

bool FileReader::get_bytes(std::size_t value_size, std::span<const char>& bytes) {
  std::uint64_t count = 0;
  if (!get(count)) return false;
  // The mapping begins at a page.
  const std::size_t padding =
      -reinterpret_cast<std::uintptr_t>(rest_.data()) % FileWriter::alignment;
  if (padding > rest_.size() || count > (rest_.size() - padding) / value_size) return false;
  bytes = rest_.subspan(padding, count * value_size);
  rest_ = rest_.subspan(padding + bytes.size());
  return true;
}

}  // namespace incontro
