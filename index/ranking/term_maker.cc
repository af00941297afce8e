#include "ranking/term_maker.h"

#include <incontro/job_title_forms.h>

#include <algorithm>

#include "text/word_reader.h"

namespace incontro {
namespace {

constexpr std::size_t gram_bytes = 4;

const std::string& stem(Language language, const std::string& word) {
  return language == Language::italian ? word_reader().read(word).term
                                       : word_reader().foreign_term(language, word);
}

std::string form_of(TermKind kind, Language language, const std::string& word) {
  const bool has_title_forms = language == Language::italian;
  switch (kind) {
    case TermKind::inflection:
      return has_title_forms ? fold_inflection(word) : stem(language, word);
    case TermKind::family:
      return has_title_forms ? word_family(fold_inflection(word)) : stem(language, word);
    case TermKind::stem:
    case TermKind::pair:
      return stem(language, word);
    case TermKind::gram:
      return "_" + word + "_";
    case TermKind::word:
      break;
  }
  return word;
}

}  // namespace

const std::string& TermMaker::form(const std::string& word) {
  const auto [place, fresh] = forms_.try_emplace(word);
  if (fresh) place->second = form_of(kind_, language_, word);
  return place->second;
}

std::vector<PlacedTerm> TermMaker::make(std::span<const std::string> words) {
  std::vector<PlacedTerm> terms;
  for (std::size_t j = 0; j < words.size(); ++j) {
    const std::string& form_here = form(words[j]);
    if (kind_ == TermKind::pair) {
      if (j + 1 < words.size()) {
        const auto [first, second] = std::minmax(form_here, form(words[j + 1]));
        terms.push_back({first + ' ' + second, j});
      }
    } else if (kind_ == TermKind::gram) {
      // A word of fewer letters is one term.
      std::size_t at = 0;
      do terms.push_back({form_here.substr(at, gram_bytes), j});
      while (++at + gram_bytes <= form_here.size());
    } else {
      terms.push_back({form_here, j});
    }
  }
  return terms;
}

}  // namespace incontro
