#include "privacy/name_spellings.h"

#include <incontro/make_distinct.h>

#include <algorithm>
#include <unordered_map>

#include "privacy/ordinary_words.h"
#include "privacy_list.h"
#include "text/fold.h"
#include "text/word_table.h"

namespace incontro {
namespace {

constexpr std::size_t most_spellings = 64;
constexpr std::size_t longest_word = 64;  // bytes; longer ones are no names

using Alternatives = std::vector<std::string_view>;

// By letter, in lower and in upper case.
const std::unordered_map<std::string_view, Alternatives>& letter_spellings() {
  static const auto table = [] {
    std::unordered_map<std::string_view, Alternatives> rows;
    for_each_row(privacy_list("letter_spellings.tsv"),
                 [&](std::string_view letter, std::string_view spelling) {
                   rows[letter].push_back(spelling);
                 });
    return rows;
  }();
  return table;
}

// Each of the words with each of the endings.
void append_each(std::vector<std::string>& words, const Alternatives& endings) {
  const std::size_t before = words.size();
  if (before * endings.size() > most_spellings) {
    for (std::string& word : words) word += endings[0];
    return;
  }
  for (std::size_t e = 1; e < endings.size(); ++e)
    for (std::size_t i = 0; i < before; ++i) words.push_back(words[i] + std::string(endings[e]));
  for (std::size_t i = 0; i < before; ++i) words[i] += endings[0];
}

std::size_t letter_bytes(std::string_view word, std::size_t at) {
  std::size_t end = at + 1;
  while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) ++end;
  return end - at;
}

// What the letters that carry a mark become in writing without marks, read backwards.
std::vector<std::string> contracted(const std::string& word) {
  constexpr std::string_view pairs[] = {"ae", "oe", "ue", "aa", "dj"};
  std::vector<std::string> words = {std::string()};
  for (std::size_t i = 0; i < word.size(); ++i) {
    const std::string_view two = std::string_view(word).substr(i, 2);
    const bool pair = std::ranges::find(pairs, two) != std::end(pairs);
    if (!pair || (i > 0 && word[i - 1] == 'q')) {
      append_each(words, {two.substr(0, 1)});
      continue;
    }
    append_each(words, {two, two.substr(0, 1)});
    ++i;
  }
  return words;
}

}  // namespace

bool has_other_spellings(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); at += letter_bytes(word, at)) {
    const bool ascii = static_cast<signed char>(word[at]) >= 0;
    if (!ascii && letter_spellings().contains(word.substr(at, letter_bytes(word, at)))) return true;
  }
  return false;
}

std::vector<std::string> spellings_of(std::string_view word) {
  if (word.size() > longest_word) {
    std::string folded = fold_text(word);
    std::erase(folded, ' ');
    return {std::move(folded)};
  }
  std::vector<std::string> words = {std::string()};
  for (std::size_t at = 0; at < word.size();) {
    const std::string_view letter = word.substr(at, letter_bytes(word, at));
    std::string plain = fold_text(letter);
    std::erase(plain, ' ');
    Alternatives endings = {plain};
    if (const auto found = letter_spellings().find(letter); found != letter_spellings().end())
      endings.insert(endings.end(), found->second.begin(), found->second.end());
    append_each(words, endings);
    at += letter.size();
  }
  return words;
}

std::vector<std::string> name_spellings_of(std::string_view word) {
  constexpr std::size_t least_letters = 5;  // Noemi is no nomi
  std::vector<std::string> words = spellings_of(word);
  const std::string plain = words.front();
  if (word.size() > longest_word) return words;
  for (std::string& shorter : contracted(plain))
    if (shorter.size() >= least_letters && shorter != plain && !is_ordinary_word(shorter))
      words.push_back(std::move(shorter));
  return words;
}

}  // namespace incontro
