#include "privacy/identity_codes.h"

#include <algorithm>
#include <string_view>

#include "text/ascii.h"

namespace incontro {
namespace {

// L a letter, N a digit or a letter that replaces it where two people would have one code
// (omocodia), 9 a digit; the rest stands for itself.
constexpr std::string_view fiscal_code = "LLLLLLNNLNNLNNNL";
constexpr std::string_view iban = "it99L9999999999999999999999";

bool fits(char shape, char c) {
  const bool letter = c >= 'a' && c <= 'z';
  if (shape == 'L') return letter;
  if (shape == '9') return is_digit(c);
  if (shape != 'N') return shape == c;
  return is_digit(c) || std::string_view("lmnpqrstuv").find(c) != std::string_view::npos;
}

// Words whose letters and digits, one after the other, have the shape; at least one is a digit: no
// prose.
void find_shape(std::string_view shape, const TextWords& words, std::vector<ByteRange>& found) {
  if (!words.have_digits()) return;
  std::size_t digit = 0;  // the next word that is digits
  for (std::size_t i = 0; i < words.size(); ++i) {
    digit = std::max(digit, i);
    while (digit < words.size() && !is_digit(words.folded(digit)[0])) ++digit;
    if (digit == words.size()) return;
    const bool too_far = words[digit].begin - words[i].begin >= shape.size();
    if (too_far || words[i].join == Join::glued) continue;
    std::size_t length = 0;
    bool fitting = true, digits = false;
    for (std::size_t j = i; j < words.size() && fitting && length < shape.size(); ++j) {
      for (const char c : words.folded(j)) {
        fitting = fitting && length < shape.size() && fits(shape[length], c);
        digits = digits || is_digit(c);
        ++length;
      }
      const bool ends = j + 1 == words.size() || words[j + 1].join != Join::glued;
      if (fitting && digits && ends && length == shape.size())
        found.push_back({words[i].range.begin, words[j].range.end});
    }
  }
}

}  // namespace

void find_fiscal_codes(const TextWords& words, std::vector<ByteRange>& found) {
  find_shape(fiscal_code, words, found);
}

void find_ibans(const TextWords& words, std::vector<ByteRange>& found) {
  find_shape(iban, words, found);
}

}  // namespace incontro
