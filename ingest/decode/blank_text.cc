#include "decode/blank_text.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "xml/utf8.h"

namespace incontro {
namespace {

struct Range {
  std::uint32_t first, last;
};
// Unicode 15: White_Space, Default_Ignorable_Code_Point below the tags, the empty braille cell.
constexpr Range blanks[] = {{0x0009, 0x000D},  {0x0020, 0x0020}, {0x0085, 0x0085}, {0x00A0, 0x00A0},
                            {0x00AD, 0x00AD},  {0x034F, 0x034F}, {0x061C, 0x061C}, {0x115F, 0x1160},
                            {0x1680, 0x1680},  {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x2000, 0x200F},
                            {0x2028, 0x202F},  {0x205F, 0x206F}, {0x2800, 0x2800}, {0x3000, 0x3000},
                            {0x3164, 0x3164},  {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0},
                            {0xE0000, 0xE0FFF}};

bool is_blank(std::uint32_t c) {
  return std::any_of(std::begin(blanks), std::end(blanks),
                     [c](const Range& range) { return range.first <= c && c <= range.last; });
}

}  // namespace

bool is_blank_text(std::string_view text) {
  while (!text.empty()) {
    const auto [c, length] = character_at(text, 0);
    if (!is_blank(c)) return false;
    text.remove_prefix(length);
  }
  return true;
}

}  // namespace incontro
