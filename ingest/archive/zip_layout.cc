#include "archive/zip_layout.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <optional>
#include <string_view>

#include "archive/limits.h"

namespace incontro {
namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t none32 = 0xFFFFFFFF;  // the figure is in the ZIP64 field
constexpr std::uint16_t encrypted = 1, streamed = 8;
constexpr std::size_t end_bytes = 22, end64_bytes = 56, locator_bytes = 20, part_bytes = 46,
                      header_bytes = 30;
constexpr std::uint64_t directory_limit_bytes = 32u << 20;

// Little-endian figures of a piece of the file.
class Fields {
 public:
  explicit Fields(std::string_view bytes) : bytes_(bytes) {}
  std::uint64_t at(std::size_t offset, std::size_t length) const {
    std::uint64_t value = 0;
    for (std::size_t i = length; i-- > 0;)
      value = value << 8 | static_cast<unsigned char>(bytes_[offset + i]);
    return value;
  }
  std::uint16_t two(std::size_t offset) const { return static_cast<std::uint16_t>(at(offset, 2)); }
  std::uint32_t four(std::size_t offset) const { return static_cast<std::uint32_t>(at(offset, 4)); }

 private:
  std::string_view bytes_;
};

// The eight-byte figures of the ZIP64 extra field that replace those of `values` which are none32,
// in order. False where one is missing.
bool widen(std::string_view extra, std::initializer_list<std::uint64_t*> values) {
  while (extra.size() >= 4) {
    const Fields field(extra);
    const std::size_t length = field.two(2);
    if (length > extra.size() - 4) return false;
    if (field.two(0) != 1) {
      extra.remove_prefix(4 + length);
      continue;
    }
    std::size_t at = 4;
    for (std::uint64_t* value : values) {
      if (*value != none32) continue;
      if (at + 8 > 4 + length) return false;
      *value = field.at(at, 8);
      at += 8;
    }
    return true;
  }
  return std::none_of(values.begin(), values.end(),
                      [](const std::uint64_t* value) { return *value == none32; });
}

class LayoutReader {
 public:
  LayoutReader(std::ifstream& file, std::uint64_t bytes, Findings& findings)
      : file_(file), bytes_(bytes), findings_(findings) {}

  std::vector<ZipPart> read() {
    if (!find_end() || !read_directory() || !check_headers() || !lie_apart()) parts_.clear();
    return std::move(parts_);
  }

 private:
  bool refuse(const char* rule, const char* reason) {
    findings_.push_back({Grade::blocking, rule, 0, "", reason});
    return false;
  }
  bool damaged() {
    return refuse("archive.damaged",
                  "L'archivio zip è danneggiato o contraddittorio: ricrearlo e riprovare.");
  }
  bool no_zip() {
    return refuse("archive.not-zip", "Il file non è un archivio zip, oppure è troncato.");
  }

  std::optional<std::string> piece(std::uint64_t offset, std::uint64_t length) {
    if (offset > bytes_ || length > bytes_ - offset) return std::nullopt;
    std::string piece(static_cast<std::size_t>(length), '\0');
    file_.clear();
    file_.seekg(static_cast<std::streamoff>(offset));
    file_.read(piece.data(), static_cast<std::streamsize>(length));
    return file_ ? std::optional(std::move(piece)) : std::nullopt;
  }

  // The last end record; the comment, and what was appended, come after it.
  bool find_end() {
    constexpr std::uint64_t most_comment = 0xFFFF;
    const std::uint64_t length = std::min<std::uint64_t>(bytes_, end_bytes + most_comment);
    const auto tail = piece(bytes_ - length, length);
    if (!tail) return no_zip();
    const std::size_t found = tail->rfind("PK\5\6"sv);
    if (found == std::string::npos || tail->size() - found < end_bytes) return no_zip();
    const Fields end(std::string_view(*tail).substr(found));
    end_ = bytes_ - length + found;
    count_ = end.two(10);
    directory_bytes_ = end.four(12);
    directory_ = end.four(16);
    if (end.two(4) != end.two(6) || end.two(8) != count_ ||
        end.two(20) > tail->size() - found - end_bytes)
      return damaged();
    if (!read_end64()) return false;
    if (directory_bytes_ > end_ || directory_ > end_ - directory_bytes_) return damaged();
    if (directory_ + directory_bytes_ < end_ && piece(directory_, 4).value_or("") != "PK\1\2"sv &&
        count_ > 0)
      return refuse(
          "archive.not-zip",
          "Prima dell'archivio il file contiene altro, forse un programma che si estrae da "
          "sé: inviare lo zip soltanto.");
    if (count_ > archive_entry_limit)
      return refuse("archive.entries", "L'archivio contiene più di 20.000 file: dividerlo.");
    return directory_bytes_ <= directory_limit_bytes || damaged();
  }

  // Of large archives, and of those whose size was not known beforehand.
  bool read_end64() {
    if (end_ < locator_bytes) return true;
    const auto locator = piece(end_ - locator_bytes, locator_bytes);
    if (!locator || locator->compare(0, 4, "PK\6\7"sv) != 0) return true;
    const std::uint64_t at = Fields(*locator).at(8, 8);
    const auto end64 = piece(at, end64_bytes);
    if (!end64 || at > end_ - locator_bytes || end64->compare(0, 4, "PK\6\6"sv) != 0)
      return damaged();
    const Fields fields(*end64);
    end_ = at;
    count_ = fields.at(32, 8);
    directory_bytes_ = fields.at(40, 8);
    directory_ = fields.at(48, 8);
    return true;
  }

  bool read_directory() {
    const auto directory = piece(directory_, directory_bytes_);
    if (!directory) return damaged();
    std::string_view left = *directory;
    for (std::uint64_t i = 0; i < count_; ++i) {
      if (left.size() < part_bytes || left.substr(0, 4) != "PK\1\2"sv) return damaged();
      const Fields fields(left);
      const std::size_t name = fields.two(28), extra = fields.two(30), comment = fields.two(32);
      if (left.size() < part_bytes + name + extra + comment) return damaged();
      ZipPart part{std::string(left.substr(part_bytes, name)),
                   fields.two(8),
                   fields.two(10),
                   fields.four(16),
                   fields.four(20),
                   fields.four(24),
                   fields.four(42)};
      if (!widen(left.substr(part_bytes + name, extra), {&part.size, &part.stored, &part.offset}))
        return damaged();
      parts_.push_back(std::move(part));
      left.remove_prefix(part_bytes + name + extra + comment);
    }
    return true;
  }

  bool check_headers() {
    ends_.reserve(parts_.size());
    for (const ZipPart& part : parts_) {
      const auto header = piece(part.offset, header_bytes);
      if (!header || header->compare(0, 4, "PK\3\4"sv) != 0) return damaged();
      const Fields fields(*header);
      const std::uint64_t name = fields.two(26), extra = fields.two(28);
      const auto rest = piece(part.offset + header_bytes, name + extra);
      if (!rest || rest->compare(0, name, part.name) != 0 || name != part.name.size())
        return damaged();
      std::uint64_t stored = fields.four(18), size = fields.four(22);
      const bool streams = (part.flags & streamed) != 0;
      if (!widen(std::string_view(*rest).substr(name), {&size, &stored}) && !streams)
        return damaged();
      const auto same = [streams](std::uint64_t here, std::uint64_t in_directory) {
        return here == in_directory || (streams && (here == 0 || here == none32));
      };
      if (fields.two(8) != part.method || ((fields.two(6) ^ part.flags) & (encrypted | streamed)) ||
          !same(fields.four(14), part.crc) || !same(stored, part.stored) || !same(size, part.size))
        return damaged();
      const std::uint64_t data = part.offset + header_bytes + name + extra;
      if (data > directory_ || part.stored > directory_ - data) return damaged();
      ends_.push_back(data + part.stored);
    }
    return true;
  }

  bool lie_apart() {
    std::vector<std::size_t> order(parts_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return parts_[a].offset < parts_[b].offset; });
    for (std::size_t i = 1; i < order.size(); ++i)
      if (parts_[order[i]].offset < ends_[order[i - 1]]) return damaged();
    return true;
  }

  std::ifstream& file_;
  std::uint64_t bytes_;
  Findings& findings_;
  std::uint64_t end_ = 0, count_ = 0, directory_ = 0, directory_bytes_ = 0;
  std::vector<ZipPart> parts_;
  std::vector<std::uint64_t> ends_;  // of the data of each part
};

}  // namespace

Result<std::vector<ZipPart>> read_layout(const std::filesystem::path& archive, Findings& findings) {
  std::error_code failed;
  const std::uint64_t bytes = std::filesystem::file_size(archive, failed);
  if (failed)
    return Error{failed == std::errc::no_such_file_or_directory ? Code::not_found : Code::io,
                 "archive: " + failed.message()};
  std::ifstream file(archive, std::ios::binary);
  if (!file) return Error{Code::io, "archive: cannot be read"};
  return LayoutReader(file, bytes, findings).read();
}

}  // namespace incontro
