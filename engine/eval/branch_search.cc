#include "eval/branch_search.h"

#include <incontro/names.h>

#include <algorithm>

#include "eval/references.h"
#include "eval/set_operations.h"

namespace incontro {
namespace {

OffsetSet documents_of(const BlockView& view, const PlannedTerm& term) {
  return view.block->postings.find(term.term, term.hash).documents;
}

}  // namespace

OffsetSet BranchSearch::with_compound(const BlockView& view, const Compound& compound) {
  Hits& hits = next();
  compounds_.find(*view.words, compound, hits);
  return hits.set();
}

// Of a stem or a name.
OffsetSet BranchSearch::with_synonym(const BlockView& view, const PlannedTerm& term) {
  if (!term.term.starts_with(reference_mark)) return documents_of(view, term);
  Hits& hits = next();
  find_reference(view.block->postings, term.term, hits);
  return hits.set();
}

OffsetSet BranchSearch::documents(const BlockView& view, const PlannedBranch& branch,
                                  bool expanded) {
  Sets required = sets_of(view, branch.required, expanded);
  for (const PlannedExpansion& expansion : branch.expansions)
    if (expanded)
      required.push_back(fit_expansion(view, branch, expansion));
    else
      for (const Compound& compound : expansion.compounds)
        required.push_back(with_compound(view, compound));
  for (const std::vector<PlannedBranch>& group : branch.any_of)
    required.push_back(any(view, group, expanded));
  Sets excluded = sets_of(view, branch.excluded, false);
  for (const PlannedBranch& refused : branch.none_of)
    excluded.push_back(documents(view, refused, false));

  Hits& hits = next();
  if (required.empty()) {  // NOT alone: all but these
    hits.clear();
    hits.dense = true;
    hits.bits.clear();
    for (std::size_t i = 0; i < view.block->size; ++i) hits.bits.set(i);
  } else {
    assign(common(std::move(required)), hits);
  }
  exclude(excluded, hits);
  hits.settle();
  return hits.set();
}

OffsetSet BranchSearch::any(const BlockView& view, const std::vector<PlannedBranch>& group,
                            bool expanded) {
  Sets sets;
  for (const PlannedBranch& branch : group) sets.push_back(documents(view, branch, expanded));
  Hits& united = next();
  unite(sets, united);
  united.settle();
  return united.set();
}

// Of expanded terms only where synonyms do not count.
BranchSearch::Sets BranchSearch::sets_of(const BlockView& view, const PlannedClauses& clauses,
                                         bool expanded) {
  Sets sets;
  for (const PlannedTerm& term : clauses.terms)
    if (!term.implied && !(expanded && term.expanded)) sets.push_back(documents_of(view, term));
  const auto found = [&](auto&& find) {
    Hits& hits = next();
    find(hits);
    sets.push_back(hits.set());
  };
  for (const Compound& compound : clauses.compounds) sets.push_back(with_compound(view, compound));
  for (const Phrase& phrase : clauses.phrases)
    found([&](Hits& hits) { search_.phrase(*view.words, phrase, hits); });
  for (const std::string& prefix : clauses.prefixes)
    found([&](Hits& hits) { search_.prefix(*view.words, prefix, hits); });
  for (const OpenPhrase& phrase : clauses.open_phrases)
    found([&](Hits& hits) { search_.open_phrase(*view.words, phrase, hits); });
  return sets;
}

OffsetSet BranchSearch::fit_expansion(const BlockView& view, const PlannedBranch& branch,
                                      const PlannedExpansion& expansion) {
  Sets ways, all;
  for (const std::size_t term : expansion.terms)
    all.push_back(documents_of(view, branch.required.terms[term]));
  for (const Compound& compound : expansion.compounds) all.push_back(with_compound(view, compound));
  ways.push_back(common(std::move(all)));
  for (const std::vector<PlannedTerm>& synonym : expansion.synonyms) {
    Sets terms;
    for (const PlannedTerm& term : synonym) terms.push_back(with_synonym(view, term));
    ways.push_back(common(std::move(terms)));
  }
  Hits& united = next();
  unite(ways, united);
  united.settle();
  return united.set();
}

// REQUIRES: at least one. Offsets first: what they leave cannot be more.
OffsetSet BranchSearch::common(Sets sets) {
  if (sets.size() == 1) return sets.front();
  std::ranges::sort(sets, {},
                    [](const OffsetSet& set) { return std::pair(set.bits != nullptr, set.count); });
  Hits& hits = next();
  assign(sets.front(), hits);
  for (std::size_t i = 1; i < sets.size() && hits.count > 0; ++i) narrow(hits, sets[i], marked_);
  return hits.set();
}

Hits& BranchSearch::next() {
  if (used_ == memory_.size()) memory_.push_back(std::make_unique<Hits>());
  return *memory_[used_++];
}

bool has_expansions(const std::vector<PlannedBranch>& group) {
  return std::ranges::any_of(group, [](const PlannedBranch& branch) {
    return !branch.expansions.empty() || std::ranges::any_of(branch.any_of, has_expansions);
  });
}

}  // namespace incontro
