#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>

#include "support/seed.h"

namespace incontro {

// Text as nobody should write it: letters of many scripts with and without their marks, characters
// that fold to several or to none, code-like words, signs, any other characters, ill-formed bytes.
class RandomUnicode {
 public:
  std::string text(std::mt19937_64& random, std::size_t most_pieces) const {
    std::string text;
    for (std::size_t i = below(random, most_pieces + 1); i > 0; --i) append(random, text);
    return text;
  }

 private:
  static void append(std::mt19937_64& random, std::string& text) {
    switch (below(random, 12)) {
      case 0:
        return append_character(static_cast<char32_t>(below(random, 0x110000)), text);
      case 1:
        return append_character(static_cast<char32_t>(below(random, 0x3000)), text);
      case 2:
        text.push_back(static_cast<char>(below(random, 256)));
        return;
      case 3:
        text += strange[below(random, strange.size())];
        return;
      default:
        text += plain[below(random, plain.size())];
    }
  }

  // Surrogates too, which is ill-formed.
  static void append_character(char32_t c, std::string& text) {
    const auto byte = [&](unsigned first, unsigned shift, unsigned mask) {
      text.push_back(static_cast<char>(first | ((c >> shift) & mask)));
    };
    if (c < 0x80) return byte(0, 0, 0x7F);
    if (c < 0x800) return byte(0xC0, 6, 0x1F), byte(0x80, 0, 0x3F);
    if (c < 0x10000) return byte(0xE0, 12, 0xF), byte(0x80, 6, 0x3F), byte(0x80, 0, 0x3F);
    byte(0xF0, 18, 7), byte(0x80, 12, 0x3F), byte(0x80, 6, 0x3F), byte(0x80, 0, 0x3F);
  }

  static constexpr std::array<std::string_view, 26> plain = {
      "cuoco", "Addetta", " ",  " ",    " ",     "\n",     "'",     "a",        "E",
      "à",     "È",       ".",  ", ",   "-",     "/",      "C++",   ".NET",     "L.68/1999",
      "B2",    "68/99",   "l'", "dell", "P.IVA", "\u2019", "alle ", "co.co.co."};
  static constexpr std::array<std::string_view, 30> strange = {"\u0300",   "\u0301",
                                                               "\u0345",   "\u00AD",
                                                               "\u200D",   "\u200B",
                                                               "\u200F",   "\u202E",
                                                               "\u202C",   "\uFE0F",
                                                               "\u20E3",   "½",
                                                               "ﬁ",        "ß",
                                                               "İ",        "Ⅷ",
                                                               "Ａ",       "ж",
                                                               "й",        "\u1100",
                                                               "\u1161",   "\u11A8",
                                                               "한",       "中文",
                                                               "ก็",        "\u0928\u093F",
                                                               "ŉ",        "\u02BC",
                                                               "👩\u200D🍳", "…"};
};

}  // namespace incontro
