#include "highlight/targets.h"

#include <incontro/names.h>

#include <algorithm>

namespace incontro {
namespace {

class Targets {
 public:
  // `weighed`: all terms that score.
  explicit Targets(const std::vector<PlannedTerm>& weighed) : weighed_(weighed) {
    for (const PlannedTerm& term : weighed) heaviest_ = std::max(heaviest_, term.weight);
  }

  void add(const PlannedClauses& required) {
    for (const PlannedTerm& term : required.terms)
      if (!term.implied) targets_.push_back({Target::Kind::term, {term.term}, weight_of(term)});
    for (const Phrase& phrase : required.phrases)
      targets_.push_back({Target::Kind::phrase, phrase, heaviest_ * phrase.size()});
    for (const std::string& prefix : required.prefixes)
      targets_.push_back({Target::Kind::prefix, {prefix}, heaviest_});
    for (const OpenPhrase& phrase : required.open_phrases) {
      Target& target =
          targets_.emplace_back(Target{Target::Kind::phrase, {}, heaviest_ * phrase.size(), {}});
      for (const PhraseWord& word : phrase) {
        target.words.push_back(word.word);
        target.open.push_back(word.open);
      }
    }
  }

  void add(const std::vector<PlannedExpansion>& expansions) {
    for (const PlannedExpansion& expansion : expansions)
      for (const std::vector<PlannedTerm>& terms : expansion.synonyms)
        for (const PlannedTerm& term : terms)
          if (!is_name(term.term))
            targets_.push_back({Target::Kind::term, {term.term}, heaviest_ / 4});
  }

  void add(const std::vector<std::vector<PlannedBranch>>& any_of) {
    for (const std::vector<PlannedBranch>& group : any_of)
      for (const PlannedBranch& branch : group) {
        add(branch.required);
        add(branch.any_of);
        add(branch.expansions);
      }
  }

  std::vector<Target> all() && { return std::move(targets_); }

 private:
  std::uint64_t weight_of(const PlannedTerm& term) const {
    return std::ranges::find(weighed_, term.term, &PlannedTerm::term)->weight;
  }

  const std::vector<PlannedTerm>& weighed_;
  std::uint64_t heaviest_ = 1;
  std::vector<Target> targets_;
};

}  // namespace

std::vector<Target> targets_of(const PlannedClauses& required) {
  Targets targets(required.terms);
  targets.add(required);
  return std::move(targets).all();
}

std::vector<Target> targets_of(const Plan& plan) {
  Targets targets(plan.required.terms);
  targets.add(plan.required);
  targets.add(plan.any_of);
  targets.add(plan.expansions);
  return std::move(targets).all();
}

}  // namespace incontro
