#include "percolate/conditions.h"

#include <incontro/fields.h>
#include <incontro/make_distinct.h>

#include <algorithm>

#include "eval/near.h"
#include "percolate/overloaded.h"
#include "percolate/rarities.h"

namespace incontro {
namespace {

bool meet(std::span<const CodeIndex> a, std::span<const CodeIndex> b) {
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) return true;
    *i < *j ? ++i : ++j;
  }
  return false;
}

template <class T>
T& at_grown(std::vector<T>& values, std::size_t place) {
  if (place >= values.size()) values.resize(place + 1);
  return values[place];
}

}  // namespace

Conjunction Conditions::conjunction_of(const Query& query, const ParsedQuery& parsed,
                                       const Rarities& rarities) {
  Conjunction out = conjunction_of(parsed, true, rarities);
  if (parsed.signs_only) out.required.push_back(number_of(AnyCondition{}, rarities));
  add_filters(query, rarities, out.required);
  if (query.near)
    out.required.push_back(number_of(NearCondition{query.near->place, query.near->km}, rarities));
  if (query.scope != Scope::all)
    (query.scope == Scope::active ? out.required : out.excluded)
        .push_back(number_of(ActiveCondition{}, rarities));
  make_distinct(out.required);
  make_distinct(out.excluded);
  return out;
}

Conjunction Conditions::conjunction_of(const ParsedQuery& parsed, bool synonyms,
                                       const Rarities& rarities) {
  Conjunction out;
  add_clauses(parsed.required, synonyms ? parsed.expansions : std::vector<Expansion>(), rarities,
              out.required);
  if (!synonyms)
    for (const Expansion& expansion : parsed.expansions)
      for (const Compound& compound : expansion.compounds)
        add_compound(compound, rarities, out.required);
  add_clauses(parsed.excluded, {}, rarities, out.excluded);
  for (const std::vector<ParsedQuery>& group : parsed.any_of) {
    AnyCondition any;
    for (const ParsedQuery& alternative : group)
      any.ways.push_back(conjunction_of(alternative, synonyms, rarities));
    make_distinct(any.ways);
    out.required.push_back(number_of(std::move(any), rarities));
  }
  for (const ParsedQuery& refused : parsed.none_of)
    out.excluded.push_back(
        number_of(AnyCondition{{conjunction_of(refused, false, rarities)}}, rarities));
  make_distinct(out.required);
  make_distinct(out.excluded);
  return out;
}

void Conditions::add_clauses(const Clauses& clauses, const std::vector<Expansion>& expansions,
                             const Rarities& rarities, std::vector<ConditionNumber>& out) {
  std::vector<std::string> apart = clauses.implied;  // not asked for by themselves
  for (const Expansion& expansion : expansions) {
    apart.insert(apart.end(), expansion.terms.begin(), expansion.terms.end());
    ExpansionCondition condition{{numbers_of_terms(expansion.terms)}};
    for (const Synonym& synonym : expansion.synonyms)
      condition.ways.push_back(numbers_of_terms(synonym));
    make_distinct(condition.ways);
    out.push_back(number_of(std::move(condition), rarities));
    if (!expansion.compounds.empty())
      out.push_back(number_of(ways_of(expansion, rarities), rarities));
  }
  for (const Compound& compound : clauses.compounds) add_compound(compound, rarities, out);
  for (const std::string& term : clauses.terms)
    if (std::ranges::find(apart, term) == apart.end())
      out.push_back(number_of(TermCondition{terms_.number_of(term)}, rarities));
  for (const Phrase& phrase : clauses.phrases) {
    PhraseCondition condition;
    for (const std::string& word : phrase) condition.words.push_back(words_.number_of(word));
    out.push_back(number_of(std::move(condition), rarities));
  }
  for (const std::string& prefix : clauses.prefixes)
    out.push_back(number_of(PrefixCondition{prefix}, rarities));
  for (const OpenPhrase& phrase : clauses.open_phrases)
    out.push_back(number_of(OpenPhraseCondition{phrase}, rarities));
}

void Conditions::add_compound(const Compound& compound, const Rarities& rarities,
                              std::vector<ConditionNumber>& out) {
  out.push_back(number_of(CompoundCondition{compound}, rarities));
}

AnyCondition Conditions::ways_of(const Expansion& expansion, const Rarities& rarities) {
  AnyCondition any;
  Conjunction& typed = any.ways.emplace_back();
  for (const std::string& term : expansion.terms)
    typed.required.push_back(number_of(TermCondition{terms_.number_of(term)}, rarities));
  for (const Compound& compound : expansion.compounds)
    add_compound(compound, rarities, typed.required);
  make_distinct(typed.required);
  for (const Synonym& synonym : expansion.synonyms) {
    ExpansionCondition condition{{numbers_of_terms(synonym)}};
    any.ways.push_back({{number_of(std::move(condition), rarities)}, {}});
  }
  make_distinct(any.ways);
  return any;
}

std::vector<std::uint32_t> Conditions::numbers_of_terms(const std::vector<std::string>& terms) {
  std::vector<std::uint32_t> numbers;
  for (const std::string& term : terms) numbers.push_back(terms_.number_of(term));
  make_distinct(numbers);
  return numbers;
}

void Conditions::add_filters(const Query& query, const Rarities& rarities,
                             std::vector<ConditionNumber>& out) {
  std::map<std::size_t, std::vector<CodeIndex>> nodes;  // by field
  for (const Filter& filter : query.filters) {
    const std::size_t place = *find_field(collection_, filter.field);
    const Field& field = fields_of(collection_)[place];
    if (field.kind == FieldKind::age) continue;
    for (const std::string& code : filter.codes) nodes[place].push_back(*field.domain->find(code));
  }
  for (auto& [place, of_field] : nodes) {
    make_distinct(of_field);
    out.push_back(number_of(ValueCondition{place, std::move(of_field)}, rarities));
  }
}

ConditionNumber Conditions::number_of(Condition condition, const Rarities& rarities) {
  const auto [place, added] =
      numbers_.try_emplace(std::move(condition), static_cast<ConditionNumber>(entries_.size()));
  if (!added) return place->second;
  Entry& entry = entries_.emplace_back(Entry{place->first, 1});
  verdicts_.emplace_back();
  const auto* const near = std::get_if<NearCondition>(&entry.condition);
  if (near) {
    const auto planned = plan_near(collection_, {near->place, near->km});
    for (const std::uint32_t metres : planned->metres) entry.inside.push_back(metres != nowhere);
    entry.share = rarities.of_values(planned->field, entry.inside);
  } else {
    entry.share = rarities.of(entry.condition, terms_, words_);
  }
  return place->second;
}

void Conditions::wake(ConditionNumber number, const Rarities& rarities) {
  if (entries_[number].wakes) return;
  entries_[number].wakes = true;
  const auto rarest_term = [&](const std::vector<std::uint32_t>& terms) {
    return std::ranges::min(terms, {},
                            [&](std::uint32_t term) { return rarities.of_term(terms_[term]); });
  };
  std::visit(Overloaded{
                 [&](const TermCondition& asked) { wake_by_term(asked.term, number); },
                 [&](const ExpansionCondition& asked) {
                   for (const auto& way : asked.ways) wake_by_term(rarest_term(way), number);
                 },
                 [&](const PhraseCondition& asked) {
                   const std::uint32_t rarest = std::ranges::min(
                       asked.words, {},
                       [&](std::uint32_t word) { return rarities.of_word(words_[word]); });
                   at_grown(by_word_, rarest).push_back(number);
                 },
                 [&](const PrefixCondition& asked) { wake_by_prefix(asked.prefix, number); },
                 [&](const ValueCondition& asked) {
                   for (const CodeIndex node : asked.nodes)
                     by_value_[value_key(asked.field, node)].push_back(number);
                 },
                 // By the provinces that the radius reaches.
                 [&](const NearCondition&) {
                   const std::size_t field = *find_field(collection_, "territory");
                   const FieldDomain& domain = *fields_of(collection_)[field].domain;
                   const std::vector<bool>& inside = entries_[number].inside;
                   std::vector<CodeIndex> branches;
                   for (std::size_t value = 0; value < inside.size(); ++value)
                     if (inside[value]) branches.push_back(domain.branches()[value]);
                   make_distinct(branches);
                   for (const CodeIndex branch : branches)
                     by_value_[value_key(field, branch)].push_back(number);
                 },
                 // By how its first word begins: a whole word begins with itself.
                 [&](const OpenPhraseCondition& asked) {
                   wake_by_prefix(asked.words.front().word, number);
                 },
                 [](const ActiveCondition&) {},
                 [](const CompoundCondition&) {},
                 [](const AnyCondition&) {},
             },
             entries_[number].condition);
}

void Conditions::wake_by_term(std::uint32_t term, ConditionNumber number) {
  std::vector<ConditionNumber>& woken = at_grown(by_term_, term);
  if (woken.empty() || woken.back() != number) woken.push_back(number);
}

void Conditions::wake_by_prefix(const std::string& prefix, ConditionNumber number) {
  at_grown(by_prefix_, prefixes_.number_of(prefix)).push_back(number);
  longest_prefix_ = std::max(longest_prefix_, prefix.size());
}

const std::vector<ConditionNumber>& Conditions::read(const Document& document) {
  reading_.read(document);
  ++documents_;
  awake_.clear();
  for (const std::uint32_t term : reading_.terms())
    if (term < by_term_.size()) std::ranges::for_each(by_term_[term], [&](auto n) { rouse(n); });
  for (const std::uint32_t word : reading_.words())
    if (word < by_word_.size()) std::ranges::for_each(by_word_[word], [&](auto n) { rouse(n); });
  for (std::size_t field = 0; field < fields_of(collection_).size(); ++field)
    for (const CodeIndex value : reading_.values(field))
      if (const auto found = by_value_.find(value_key(field, value)); found != by_value_.end())
        std::ranges::for_each(found->second, [&](auto n) { rouse(n); });
  rouse_by_prefixes(document);
  return awake_;
}

void Conditions::rouse(ConditionNumber number) {
  if (std::exchange(verdicts_[number].woken, documents_) != documents_) awake_.push_back(number);
}

void Conditions::rouse_by_prefixes(const Document& document) {
  if (prefixes_.size() == 0) return;
  for (const DocumentWord& word : document.words)
    for (std::size_t size = 1; size <= std::min(longest_prefix_, word.word.size()); ++size)
      if (const auto prefix = prefixes_.find(std::string_view(word.word).substr(0, size)))
        std::ranges::for_each(by_prefix_[*prefix], [&](auto n) { rouse(n); });
}

bool Conditions::holds(ConditionNumber number) {
  Verdict& verdict = verdicts_[number];
  if (std::exchange(verdict.judged, documents_) != documents_) verdict.holds = judge(number);
  return verdict.holds;
}

bool Conditions::fits(const Conjunction& asked) {
  const auto held = [&](ConditionNumber condition) { return holds(condition); };
  return std::ranges::all_of(asked.required, held) && std::ranges::none_of(asked.excluded, held);
}

bool Conditions::judge(ConditionNumber number) {
  const Entry& entry = entries_[number];
  const auto has_term = [&](std::uint32_t term) { return reading_.has_term(term); };
  return std::visit(
      Overloaded{
          [&](const TermCondition& asked) { return has_term(asked.term); },
          [&](const ExpansionCondition& asked) {
            return std::ranges::any_of(
                asked.ways, [&](const auto& way) { return std::ranges::all_of(way, has_term); });
          },
          [&](const PhraseCondition& asked) { return reading_.has_phrase(asked.words); },
          [&](const PrefixCondition& asked) { return reading_.has_prefix(asked.prefix); },
          [&](const OpenPhraseCondition& asked) { return reading_.has_open_phrase(asked.words); },
          [&](const CompoundCondition& asked) { return reading_.has_compound(asked.words); },
          [&](const AnyCondition& asked) {
            return std::ranges::any_of(asked.ways, [&](const auto& way) { return fits(way); });
          },
          [&](const ValueCondition& asked) {
            return meet(asked.nodes, reading_.values(asked.field));
          },
          [&](const NearCondition&) -> bool {
            return entry.inside[reading_.value(*find_field(collection_, "territory"))];
          },
          [&](const ActiveCondition&) { return active_on_publication(reading_.document()); },
      },
      entry.condition);
}

}  // namespace incontro
