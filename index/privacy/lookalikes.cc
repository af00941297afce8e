#include "privacy/lookalikes.h"

#include <algorithm>
#include <array>

namespace incontro {
namespace {

struct Lookalike {
  std::string_view letter;
  char latin;
};

// After Unicode's table of confusable characters (UTS #39), the single letters.
constexpr std::array<Lookalike, 66> lookalikes = {
    {{"А", 'A'}, {"В", 'B'}, {"Е", 'E'}, {"Ё", 'E'}, {"Ѕ", 'S'}, {"І", 'I'}, {"Ї", 'I'}, {"Ј", 'J'},
     {"К", 'K'}, {"М", 'M'}, {"Н", 'H'}, {"О", 'O'}, {"Р", 'P'}, {"С", 'C'}, {"Т", 'T'}, {"У", 'Y'},
     {"Х", 'X'}, {"Ү", 'Y'}, {"Һ", 'H'}, {"Ԁ", 'D'}, {"Ԛ", 'Q'}, {"Ԝ", 'W'}, {"а", 'a'}, {"ь", 'b'},
     {"е", 'e'}, {"ё", 'e'}, {"ѕ", 's'}, {"і", 'i'}, {"ї", 'i'}, {"ј", 'j'}, {"к", 'k'}, {"м", 'm'},
     {"о", 'o'}, {"п", 'n'}, {"р", 'p'}, {"г", 'r'}, {"с", 'c'}, {"т", 't'}, {"у", 'y'}, {"х", 'x'},
     {"һ", 'h'}, {"ԁ", 'd'}, {"ԛ", 'q'}, {"ԝ", 'w'}, {"Α", 'A'}, {"Β", 'B'}, {"Ε", 'E'}, {"Ζ", 'Z'},
     {"Η", 'H'}, {"Ι", 'I'}, {"Κ", 'K'}, {"Μ", 'M'}, {"Ν", 'N'}, {"Ο", 'O'}, {"Ρ", 'P'}, {"Τ", 'T'},
     {"Υ", 'Y'}, {"Χ", 'X'}, {"α", 'a'}, {"ι", 'i'}, {"κ", 'k'}, {"ν", 'v'}, {"ο", 'o'}, {"ρ", 'p'},
     {"υ", 'u'}, {"χ", 'x'}}};

bool is_greek_or_cyrillic(std::string_view two_bytes) {
  const auto lead = static_cast<unsigned char>(two_bytes[0]);
  return lead >= 0xCD && lead <= 0xD4;  // U+0340 to U+053F
}

}  // namespace

std::string without_lookalikes(std::string_view word) {
  std::string latin;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const std::string_view two = word.substr(i, 2);
    if (!is_greek_or_cyrillic(two)) {
      latin.push_back(word[i]);
      continue;
    }
    const auto* const found = std::ranges::find(lookalikes, two, &Lookalike::letter);
    if (found == lookalikes.end()) return std::string(word);
    latin.push_back(found->latin);
    ++i;
  }
  return latin;
}

}  // namespace incontro
