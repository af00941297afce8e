#include "highlight/targets.h"

#include <incontro/names.h>

#include <algorithm>

namespace incontro {

std::vector<Target> targets_of(const PlannedClauses& required,
                               std::span<const PlannedExpansion> expansions) {
  std::uint64_t heaviest = 1;
  for (const PlannedTerm& term : required.terms) heaviest = std::max(heaviest, term.weight);

  std::vector<Target> targets;
  for (const PlannedTerm& term : required.terms)
    if (!term.implied) targets.push_back({Target::Kind::term, {term.term}, term.weight});
  for (const Phrase& phrase : required.phrases)
    targets.push_back({Target::Kind::phrase, phrase, heaviest * phrase.size()});
  for (const std::string& prefix : required.prefixes)
    targets.push_back({Target::Kind::prefix, {prefix}, heaviest});
  for (const PlannedExpansion& expansion : expansions)
    for (const std::vector<PlannedTerm>& terms : expansion.synonyms)
      for (const PlannedTerm& term : terms)
        if (!is_name(term.term)) targets.push_back({Target::Kind::term, {term.term}, heaviest / 4});
  return targets;
}

}  // namespace incontro
