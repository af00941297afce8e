#include "suggest/spellings.h"

#include <algorithm>
#include <cmath>

#include "suggest/near_words.h"
#include "suggest/typing_cost.h"
#include "suggest/word_forms.h"

namespace incontro {
namespace {

constexpr std::size_t fewest_letters_of_part = 4;  // of a word that another is cut into

double likelihood_of(std::uint64_t occurrences, unsigned cost) {
  return std::log2(static_cast<double>(occurrences)) - cost;
}

std::uint64_t occurrences_of(std::string_view word, const FrequentWords& known) {
  const auto found = known.words.find(word);
  return found ? known.count[*found] : 0;
}

void add_near(std::string_view typed, const FrequentWords& known, unsigned errors,
              std::uint64_t rarer, std::vector<Spelling>& spellings) {
  for (const NearWords& near : near_words(known.words, typed, errors, false))
    for (std::uint32_t i = near.first; i < near.last; ++i) {
      if (near.errors == 0 || known.count[i] <= rarer) continue;
      const std::string_view word = known.words[i];
      spellings.push_back({{std::string(word)},
                           near.errors,
                           likelihood_of(known.count[i], typing_cost(typed, word))});
    }
}

// A blank left out is one error.
void add_cut(std::string_view typed, const FrequentWords& known, std::uint64_t rarer,
             std::vector<Spelling>& spellings) {
  constexpr unsigned cost = 4;
  for (std::size_t at = fewest_letters_of_part; at + fewest_letters_of_part <= typed.size(); ++at) {
    const std::string_view before = typed.substr(0, at), behind = typed.substr(at);
    const std::uint64_t least =
        std::min(occurrences_of(before, known), occurrences_of(behind, known));
    if (least > rarer)
      spellings.push_back(
          {{std::string(before), std::string(behind)}, 1, likelihood_of(least, cost)});
  }
}

}  // namespace

std::vector<Spelling> spellings_of(std::string_view typed, const FrequentWords& known,
                                   std::uint64_t rarer, std::size_t most) {
  std::vector<Spelling> spellings;
  const unsigned allowed = errors_allowed(typed);
  if (allowed == 0) return spellings;
  add_near(typed, known, 1, rarer, spellings);
  add_cut(typed, known, rarer, spellings);
  if (spellings.empty() && allowed > 1) add_near(typed, known, allowed, rarer, spellings);
  std::ranges::sort(spellings, [](const Spelling& a, const Spelling& b) {
    if (a.errors != b.errors) return a.errors < b.errors;
    if (a.likelihood != b.likelihood) return a.likelihood > b.likelihood;
    return a.words < b.words;
  });
  if (spellings.size() > most) spellings.resize(most);
  return spellings;
}

double likelihood_of_forms(std::string_view typed, const FrequentWords& known) {
  constexpr unsigned another_form = 3;  // bits, as typing_cost()
  std::uint64_t most = 0;
  for_each_form(known.words, typed,
                [&](std::uint32_t form) { most = std::max(most, known.count[form]); });
  return likelihood_of(most, another_form);
}

}  // namespace incontro
