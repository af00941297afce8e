#include "suggest/written_words.h"

#include <algorithm>

namespace incontro {
namespace {

constexpr char latin_1_lead = '\xC3';  // of À to ÿ in UTF-8

// Bytes of the letter at text[at]; 0 where there is none.
std::size_t letter_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return 1;
  return c == latin_1_lead && at + 1 < text.size() ? 2 : 0;
}

}  // namespace

std::vector<std::string_view> written_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = std::max(end, begin + 1)) {
    end = begin;
    while (end < text.size() && letter_at(text, end) > 0) end += letter_at(text, end);
    if (end > begin) words.push_back(text.substr(begin, end - begin));
  }
  return words;
}

std::string in_lower_case(std::string_view word) {
  constexpr unsigned char first_capital = 0x80, last_capital = 0x9E, times_sign = 0x97;
  std::string lower(word);
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const auto byte = static_cast<unsigned char>(lower[i]);
    const bool ascii_capital = lower[i] >= 'A' && lower[i] <= 'Z';
    const bool latin_capital = i > 0 && lower[i - 1] == latin_1_lead && byte >= first_capital &&
                               byte <= last_capital && byte != times_sign;
    if (ascii_capital || latin_capital) lower[i] = static_cast<char>(byte + 0x20);
  }
  return lower;
}

}  // namespace incontro
