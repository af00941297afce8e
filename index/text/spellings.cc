#include "text/spellings.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/word_table.h"
#include "word_list.h"

namespace incontro {
namespace {

Spellings::Words words_of(std::string_view text) {
  Spellings::Words words;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    words.emplace_back(word);
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return words;
}

}  // namespace

const Spellings& Spellings::italian() {
  static const Spellings spellings;
  return spellings;
}

Spellings::Spellings() {
  for (const char* table : {"spellings_it.tsv", "abbreviations_it.tsv"})
    for_each_row(word_list(table),
                 [&](std::string_view written, std::string_view words) { add(written, words); });
}

void Spellings::add(std::string_view written, std::string_view words) {
  forms_.emplace(written, words_of(words));
  const auto sign = std::ranges::find_if_not(written, is_word_byte) - written.begin();
  const auto first = static_cast<std::size_t>(sign);
  if (first + 1 >= written.size()) return;  // one word, or one with its dot
  openings_.insert(written.substr(0, first));
  longest_ = std::max(longest_, written.size());
}

const Spellings::Words* Spellings::find(std::string_view written) const {
  const auto found = forms_.find(written);
  return found == forms_.end() ? nullptr : &found->second;
}

const Spellings::Words* Spellings::before_dot(std::string_view word) const {
  return find(std::string(word) + '.');
}

Spellings::Found Spellings::parts(std::string_view text, std::size_t at) const {
  const std::string_view rest = text.substr(at);
  for (std::size_t length = std::min(longest_, rest.size()); length > 0; --length) {
    const bool whole =
        is_word_byte(rest[length - 1]) && (length == rest.size() || !is_word_byte(rest[length]));
    if (!whole) continue;
    if (const Words* const words = find(rest.substr(0, length))) return {length, words};
  }
  return {};
}

}  // namespace incontro
