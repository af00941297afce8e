#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace incontro {

// Writes a .zip of stored (uncompressed) entries, independent of the code under test.
class ZipFile {
 public:
  ZipFile& add(std::string_view name, std::string_view bytes) {
    const auto offset = static_cast<std::uint32_t>(body_.size());
    const std::string common = number(20, 2) + number(0x0800, 2) + number(0, 2) +  // UTF-8 names
                               number(0, 2) + number(0x21, 2) +                    // 1980-01-01
                               number(crc32(bytes), 4) + number(bytes.size(), 4) +
                               number(bytes.size(), 4) + number(name.size(), 2) + number(0, 2);
    body_ += "PK\3\4" + common;
    body_.append(name).append(bytes);
    directory_ += "PK\1\2" + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) +
                  number(0, 4) + number(offset, 4);
    directory_.append(name);
    ++entries_;
    return *this;
  }

  void write(const std::filesystem::path& path) const {
    std::ofstream(path, std::ios::binary)
        << body_ << directory_ << "PK\5\6" << number(0, 2) << number(0, 2) << number(entries_, 2)
        << number(entries_, 2) << number(directory_.size(), 4) << number(body_.size(), 4)
        << number(0, 2);
  }

 private:
  static std::string number(std::uint64_t value, int bytes) {
    std::string text;
    for (; bytes > 0; --bytes, value >>= 8) text += static_cast<char>(value & 0xFF);
    return text;
  }
  static std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
      crc ^= static_cast<unsigned char>(c);
      for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320U : 0U);
    }
    return ~crc;
  }

  std::string body_, directory_;
  std::uint64_t entries_ = 0;
};

}  // namespace incontro
