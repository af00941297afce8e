#include "eval/compound_search.h"

#include "query/compound_forms.h"

namespace incontro {

void CompoundSearch::find_forms(const WordIndex& index, const CompoundWord& word,
                                std::vector<std::uint32_t>& out) {
  out.clear();
  if (word.word == word.term) {
    if (const auto only = index.words.find(word.word)) out.push_back(*only);
    return;
  }
  auto& known = known_[word.word + ' ' + word.term];
  const auto [first, last] = index.words.with_prefix(beginning_of_forms(word));
  for (std::uint32_t i = first; i < last; ++i) {
    const auto [entry, fresh] = known.try_emplace(std::string(index.words[i]));
    if (fresh) entry->second = is_form_of(entry->first, word, analyzer_);
    if (entry->second) out.push_back(i);
  }
}

void CompoundSearch::find(const WordIndex& index, const Compound& words, Hits& hits) {
  places_.resize(words.size());
  for (std::size_t place = 0; place < words.size(); ++place)
    find_forms(index, words[place], places_[place]);
  search_.side_by_side(index, places_, hits);
}

}  // namespace incontro
