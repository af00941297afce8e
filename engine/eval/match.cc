#include "eval/match.h"

#include <incontro/names.h>

#include <algorithm>

#include "eval/references.h"
#include "eval/set_operations.h"

namespace incontro {

void Matcher::gather(const BlockView& view, const PlannedClauses& clauses,
                     std::vector<PostingList>& terms, std::vector<OffsetSet>& sets) {
  const bool required = &clauses == &plan_.required;
  terms.clear();
  sets.clear();
  for (const PlannedTerm& term : clauses.terms) {
    terms.push_back(view.block->postings.find(term.term, term.hash));
    if (!term.implied && !term.expanded) sets.push_back(terms.back().documents);
  }
  const auto none = [&] {
    return required &&
           std::ranges::any_of(sets, [](const OffsetSet& set) { return set.count == 0; });
  };
  const auto add = [&](auto&& find) {
    if (none()) return;  // nothing can match: words need not be looked at
    Hits& hits = next_found();
    find(hits);
    sets.push_back(hits.set());
  };
  for (const Phrase& phrase : clauses.phrases)
    add([&](Hits& hits) { search_.phrase(*view.words, phrase, hits); });
  for (const Compound& compound : clauses.compounds)
    add([&](Hits& hits) { compounds_.find(*view.words, compound, hits); });
  for (const std::string& prefix : clauses.prefixes)
    add([&](Hits& hits) { search_.prefix(*view.words, prefix, hits); });
  for (const OpenPhrase& phrase : clauses.open_phrases)
    add([&](Hits& hits) { search_.open_phrase(*view.words, phrase, hits); });
}

Hits& Matcher::next_found() {
  if (found_used_ == found_.size()) found_.push_back(std::make_unique<Hits>());
  return *found_[found_used_++];
}

// Those that the block holds, into synonyms_.
void Matcher::find_synonyms(const BlockView& view, const PlannedExpansion& expansion) {
  const auto documents_of = [&](const PlannedTerm& term) {
    if (term.term.starts_with(reference_mark)) {
      Hits& hits = next_found();
      find_reference(view.block->postings, term.term, hits);
      return hits.set();
    }
    return view.block->postings.find(term.term, term.hash).documents;
  };
  synonyms_.clear();
  for (const std::vector<PlannedTerm>& terms : expansion.synonyms) {
    OffsetSet found = documents_of(terms.front());
    if (terms.size() > 1 && found.count > 0) {
      Hits& hits = next_found();
      assign(found, hits);
      for (std::size_t i = 1; i < terms.size() && hits.count > 0; ++i)
        narrow(hits, documents_of(terms[i]), marked_);
      found = hits.set();
    }
    if (found.count > 0) synonyms_.push_back(found);
  }
}

// The documents with all of the expansion's terms and those with one of its synonyms are one set
// that is required.
void Matcher::add_expansion(const BlockView& view, const PlannedExpansion& expansion) {
  find_synonyms(view, expansion);
  std::vector<OffsetSet>& sets = synonyms_.empty() ? required_ : literal_;
  const std::size_t first = sets.size();
  for (const std::size_t term : expansion.terms) sets.push_back(terms_[term].documents);
  for (const Compound& compound : expansion.compounds) {
    Hits& hits = next_found();
    compounds_.find(*view.words, compound, hits);
    sets.push_back(hits.set());
  }
  if (synonyms_.empty()) return;
  OffsetSet all = sets.back();
  if (sets.size() - first > 1) {
    Hits& hits = next_found();
    assign(all, hits);
    for (std::size_t i = first; i + 1 < sets.size() && hits.count > 0; ++i)
      narrow(hits, sets[i], marked_);
    all = hits.set();
  }
  synonyms_.push_back(all);
  Hits& united = next_found();
  unite(synonyms_, united);
  required_.push_back(united.set());
}

void Matcher::add_alternatives(const BlockView& view) {
  for (const std::vector<PlannedBranch>& group : plan_.any_of) {
    required_.push_back(branches_.any(view, group, true));
    if (has_expansions(group)) literal_.push_back(branches_.any(view, group, false));
  }
}

const BitSet& Matcher::scope(const BlockView& view, const LiveDay& day) {
  if (plan_.scope == Scope::active) return day.live;
  scope_.clear();
  scope_.set_where(view.block->published, 0, plan_.today);
  if (plan_.scope == Scope::expired) scope_.subtract(day.block_day->active);
  scope_.subtract(*view.withdrawn);
  return scope_;
}

void Matcher::match(const BlockView& view, const LiveDay& day, Hits& hits) {
  hits.clear();
  found_used_ = 0;
  literal_.clear();
  partial_ = false;
  all_live_ = false;
  if (plan_.finds_nothing) return;
  branches_.begin_block();
  gather(view, plan_.required, terms_, required_);
  for (const PlannedExpansion& expansion : plan_.expansions) add_expansion(view, expansion);
  if (!plan_.any_of.empty()) add_alternatives(view);
  // Offsets first: bits can be tried for each of them, but not the other way round.
  std::ranges::sort(required_, {},
                    [](const OffsetSet& set) { return std::pair(set.bits != nullptr, set.count); });
  if (std::ranges::any_of(required_, [](const OffsetSet& set) { return set.count == 0; })) return;
  gather(view, plan_.excluded, excluded_terms_, excluded_);
  for (const PlannedBranch& refused : plan_.none_of)
    excluded_.push_back(branches_.documents(view, refused, false));

  intersect(scope(view, day), hits);
  exclude(excluded_, hits);
  if (plan_.near) keep_near(*plan_.near, *view.block, hits, marked_);
  all_live_ = required_.empty() && excluded_.empty() && !plan_.near && plan_.scope == Scope::active;
  if (all_live_ && hits.dense && day.count >= dense_hits)
    hits.count = day.count;
  else
    hits.settle();
  partial_ = lacks_implied(hits);
}

bool Matcher::lacks_implied(const Hits& hits) {
  for (std::size_t t = 0; t < terms_.size(); ++t) {
    if (!plan_.required.terms[t].implied) continue;
    assign(hits.set(), implied_);
    narrow(implied_, terms_[t].documents, marked_);
    if (implied_.count < hits.count) return true;
  }
  return false;
}

// From the smallest set of offsets, else bits. Once offsets, always offsets: the result cannot be
// larger.
void Matcher::intersect(const BitSet& live, Hits& hits) {
  std::span<const OffsetSet> rest(required_);
  if (!rest.empty() && rest.front().bits == nullptr) {
    hits.dense = false;
    hits.offsets.resize(rest.front().count);
    std::size_t kept = 0;
    for (const std::uint16_t offset : rest.front().offsets) {
      hits.offsets[kept] = offset;
      kept += live.test(offset);
    }
    hits.offsets.resize(kept);
    rest = rest.subspan(1);
  } else {
    hits.dense = true;
    hits.bits = live;
  }
  for (const OffsetSet& set : rest) {
    if (!hits.dense)
      keep_common(hits.offsets, set, marked_);
    else
      hits.bits.intersect(*set.bits);
  }
}

void Matcher::literal(const Hits& hits, Hits& literal) {
  assign(hits.set(), literal);
  for (const OffsetSet& set : literal_)
    if (literal.count > 0) narrow(literal, set, marked_);
}

}  // namespace incontro
