#pragma once

#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace incontro::test {

// Writes zip archives byte by byte, so that tests can lie in any field.
class ZipBuilder {
 public:
  struct Entry {
    std::string name;
    std::string stored;            // the bytes as they stand in the archive
    std::uint32_t crc = 0;         // of the inflated bytes
    std::uint32_t size = 0;        // declared, inflated
    std::uint16_t method = 0;      // 0 stored, 8 deflated
    std::uint16_t flags = 0x0800;  // names are UTF-8
    std::uint32_t attributes = 0;  // external
    std::uint8_t system = 3;       // Unix
    std::int64_t offset_of = -1;   // points to the local header of that entry instead of its own
  };

  static std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
      crc ^= static_cast<unsigned char>(c);
      for (int k = 0; k < 8; ++k) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0u);
    }
    return ~crc;
  }

  // An honest stored entry; the caller may spoil what it returns.
  Entry& add(std::string name, std::string_view bytes) {
    entries_.push_back({std::move(name), std::string(bytes), crc32(bytes),
                        static_cast<std::uint32_t>(bytes.size())});
    return entries_.back();
  }

  // 1 + 258 * runs times the letter (below 0x90) as one deflate block: a good bomb.
  static std::string deflated_run(char letter, std::size_t runs) {
    BitWriter bits;
    bits.put(1, 1);  // last block
    bits.put(1, 2);  // fixed codes
    bits.code(0x30 + static_cast<unsigned char>(letter), 8);
    for (std::size_t i = 0; i < runs; ++i) {
      bits.code(0xC5, 8);  // length 258
      bits.code(0, 5);     // distance 1
    }
    bits.code(0, 7);  // end of block
    return bits.finish();
  }
  static constexpr std::size_t run_length = 258;

  std::string bytes() const {
    std::string out;
    std::vector<std::uint32_t> offsets;
    for (const Entry& e : entries_) {
      offsets.push_back(static_cast<std::uint32_t>(out.size()));
      put(out, 0x04034B50, 4);
      put(out, 20, 2);
      common(out, e);
      out += e.name + e.stored;
    }
    const std::size_t directory = out.size();
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const Entry& e = entries_[i];
      put(out, 0x02014B50, 4);
      put(out, static_cast<std::uint32_t>(e.system << 8 | 20), 2);
      put(out, 20, 2);
      common(out, e);
      put(out, 0, 2);  // comment
      put(out, 0, 2);  // disk
      put(out, 0, 2);  // internal attributes
      put(out, e.attributes, 4);
      put(out, offsets[e.offset_of < 0 ? i : static_cast<std::size_t>(e.offset_of)], 4);
      out += e.name;
    }
    const std::size_t end = out.size();
    put(out, 0x06054B50, 4);
    put(out, 0, 4);
    put(out, static_cast<std::uint32_t>(entries_.size()), 2);
    put(out, static_cast<std::uint32_t>(entries_.size()), 2);
    put(out, static_cast<std::uint32_t>(end - directory), 4);
    put(out, static_cast<std::uint32_t>(directory), 4);
    put(out, 0, 2);
    return out;
  }

  template <class Path>
  Path write(Path path) const {
    std::ofstream(path, std::ios::binary) << bytes();
    return path;
  }

 private:
  class BitWriter {
   public:
    void put(std::uint32_t value, int bits) {  // least significant first
      for (int i = 0; i < bits; ++i) bit(value >> i & 1);
    }
    void code(std::uint32_t value, int bits) {  // Huffman codes: most significant first
      for (int i = bits - 1; i >= 0; --i) bit(value >> i & 1);
    }
    std::string finish() {
      while (used_ != 0) bit(0);
      return out_;
    }

   private:
    void bit(std::uint32_t b) {
      current_ |= b << used_;
      if (++used_ < 8) return;
      out_ += static_cast<char>(current_);
      current_ = 0;
      used_ = 0;
    }
    std::string out_;
    std::uint32_t current_ = 0;
    int used_ = 0;
  };

  static void put(std::string& out, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
  }
  static void common(std::string& out, const Entry& e) {
    put(out, e.flags, 2);
    put(out, e.method, 2);
    put(out, 0, 2);       // time
    put(out, 0x4185, 2);  // date: 5 December 2012
    put(out, e.crc, 4);
    put(out, static_cast<std::uint32_t>(e.stored.size()), 4);
    put(out, e.size, 4);
    put(out, static_cast<std::uint32_t>(e.name.size()), 2);
    put(out, 0, 2);  // extra
  }

  std::vector<Entry> entries_;
};

}  // namespace incontro::test
