#include "blocks/checked_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>

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
      : value_(::open(path.c_str(), flags | O_CLOEXEC, 0644)) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  explicit operator bool() const { return value_ >= 0; }

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
  errno = 0;
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) return file_error("open", path);
  FileReader reader;
  reader.bytes_.resize(static_cast<std::size_t>(file.tellg()));
  file.seekg(0);
  if (!file.read(reader.bytes_.data(), static_cast<std::streamsize>(reader.bytes_.size())))
    return Error{Code::io, fmt::format("cannot read {}", path.string())};
  const std::span<const char> all(reader.bytes_);
  std::uint64_t stated = 0;
  if (all.size() < sizeof stated)
    return Error{Code::corrupt, fmt::format("{} is too short", path.string())};
  std::memcpy(&stated, all.data() + all.size() - sizeof stated, sizeof stated);
  reader.rest_ = all.first(all.size() - sizeof stated);
  if (checksum(reader.rest_) != stated)
    return Error{Code::corrupt, fmt::format("the checksum of {} fails", path.string())};
  return reader;
}

}  // namespace incontro
