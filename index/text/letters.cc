#include "text/letters.h"

#include <unicode/utf8.h>

#include <unordered_map>

#include "text/word_table.h"
#include "word_list.h"

namespace incontro {
namespace {

using Letters = std::unordered_map<char32_t, std::string_view>;

Letters read_letters() {
  Letters letters;
  for_each_row(word_list("letters.tsv"), [&](std::string_view letter, std::string_view plain) {
    int32_t at = 0;
    UChar32 c = 0;
    U8_NEXT(letter.data(), at, static_cast<int32_t>(letter.size()), c);
    letters.emplace(static_cast<char32_t>(c), plain);
  });
  return letters;
}

}  // namespace

std::string_view plain_letters(char32_t letter) {
  static const Letters letters = read_letters();
  const auto found = letters.find(letter);
  return found == letters.end() ? std::string_view() : found->second;
}

}  // namespace incontro
