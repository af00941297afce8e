#include <incontro/acronyms.h>

#include <algorithm>

#include "text/word_table.h"
#include "word_list.h"

namespace incontro {

Acronyms::Acronyms(const Analyzer& analyzer) {
  for_each_row(word_list("acronyms_it.tsv"), [&](std::string_view word, std::string_view text) {
    Acronym acronym{std::string(word), std::string(text), {}};
    for (Token& token : analyzer.analyze(text))
      if (!token.stop) acronym.terms.push_back(std::move(token.term));
    acronyms_.push_back(std::move(acronym));
  });
  std::ranges::stable_sort(acronyms_, {}, &Acronym::word);
  for (std::size_t i = 0; i < acronyms_.size(); ++i)
    by_first_term_.emplace(acronyms_[i].terms.front(), i);
}

std::span<const Acronym> Acronyms::of_word(std::string_view word) const {
  const auto found = std::ranges::equal_range(acronyms_, word, {}, &Acronym::word);
  return {found.begin(), found.end()};
}

Acronyms::Found Acronyms::of_expansion(std::span<const std::string> terms) const {
  Found longest;
  if (terms.empty()) return longest;
  const auto [begin, end] = by_first_term_.equal_range(terms.front());
  for (auto place = begin; place != end; ++place) {
    const Acronym& acronym = acronyms_[place->second];
    const std::size_t size = acronym.terms.size();
    if (size > longest.terms && size <= terms.size() &&
        std::ranges::equal(acronym.terms, terms.first(size)))
      longest = {&acronym, size};
  }
  return longest;
}

}  // namespace incontro
