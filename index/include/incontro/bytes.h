#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace incontro {

// Compact, canonical bytes: numbers as varints (7 bits a byte, low first), signed ones zigzag,
// strings with their length before them.
class ByteWriter {
 public:
  void number(std::uint64_t value);
  void signed_number(std::int64_t value) {
    number(static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63));
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_.append(value);
  }
  std::string take() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads what ByteWriter wrote. After anything that does not fit, every read gives zero or an empty
// string and good() is false: check once, at the end. Never reads outside the bytes.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number();
  std::int64_t signed_number() {
    const std::uint64_t value = number();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
  }
  std::string text();
  // A count of things that take at least a byte each: bounded by what is left.
  std::size_t count();
  void fail() {
    good_ = false;
    rest_ = {};
  }
  bool good() const { return good_; }
  bool at_end() const { return good_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool good_ = true;
};

}  // namespace incontro
