#pragma once

#include <incontro/query.h>

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "percolate/dictionary.h"
#include "percolate/document_reading.h"
#include "query/query_parser.h"

namespace incontro {

class Rarities;

// What a saved query may ask of a document. Terms and words by their numbers.
struct TermCondition {
  std::uint32_t term;
  auto operator<=>(const TermCondition&) const = default;
};
// All terms of one of the ways: an expansion's own terms, or a synonym of theirs.
struct ExpansionCondition {
  std::vector<std::vector<std::uint32_t>> ways;
  auto operator<=>(const ExpansionCondition&) const = default;
};
struct PhraseCondition {
  std::vector<std::uint32_t> words;
  auto operator<=>(const PhraseCondition&) const = default;
};
struct PrefixCondition {
  std::string prefix;
  auto operator<=>(const PrefixCondition&) const = default;
};
struct OpenPhraseCondition {
  OpenPhrase words;
  auto operator<=>(const OpenPhraseCondition&) const = default;
};
struct CompoundCondition {
  Compound words;
  auto operator<=>(const CompoundCondition&) const = default;
};
// A value of the field lies at or below one of the nodes.
struct ValueCondition {
  std::size_t field;
  std::vector<CodeIndex> nodes;  // ascending
  auto operator<=>(const ValueCondition&) const = default;
};
struct NearCondition {
  std::string place;
  unsigned km;
  auto operator<=>(const NearCondition&) const = default;
};
// On the day of its publication.
struct ActiveCondition {
  auto operator<=>(const ActiveCondition&) const = default;
};
using ConditionNumber = std::uint32_t;

// A query as what must and what must not hold of a document: each set ascending, no repeats.
struct Conjunction {
  std::vector<ConditionNumber> required, excluded;
  auto operator<=>(const Conjunction&) const = default;
};
// One of them.
struct AnyCondition {
  std::vector<Conjunction> ways;  // ascending, no repeats
  auto operator<=>(const AnyCondition&) const = default;
};

using Condition = std::variant<TermCondition, ExpansionCondition, PhraseCondition, PrefixCondition,
                               OpenPhraseCondition, CompoundCondition, ValueCondition,
                               NearCondition, ActiveCondition, AnyCondition>;

// The conditions of all saved queries of a collection, each kept once and tried once a document.
// They stay when no query asks them any more. One thread at a time.
class Conditions {
 public:
  explicit Conditions(Collection collection)
      : collection_(collection), reading_(collection, terms_, words_) {}

  // REQUIRES: make_plan() accepts the query. The day of publication being the day of judgement,
  // every record is young enough for any filter by age.
  Conjunction conjunction_of(const Query& query, const ParsedQuery& parsed,
                             const Rarities& rarities);
  // Which share of the documents it lets through, as it was estimated when it was first asked.
  double share(ConditionNumber number) const { return entries_[number].share; }
  // Whether a document can tell by what it has that the condition may hold.
  bool can_wake(ConditionNumber number) const {
    const Condition& condition = entries_[number].condition;
    return !std::holds_alternative<ActiveCondition>(condition) &&
           !std::holds_alternative<CompoundCondition>(condition) &&
           !std::holds_alternative<AnyCondition>(condition);
  }
  // From now on documents wake it. REQUIRES: can_wake().
  void wake(ConditionNumber number, const Rarities& rarities);

  // Turns to a document: those that may hold of it, of all that documents wake. Each once.
  const std::vector<ConditionNumber>& read(const Document& document);
  // Of the document read last.
  bool holds(ConditionNumber number);

  const Dictionary& terms() const { return terms_; }
  const Dictionary& words() const { return words_; }

 private:
  struct Entry {
    Condition condition;
    double share;
    std::vector<bool> inside = {};  // of a NearCondition, by value of the territory
    bool wakes = false;
  };
  ConditionNumber number_of(Condition condition, const Rarities& rarities);
  std::vector<std::uint32_t> numbers_of_terms(const std::vector<std::string>& terms);
  void add_clauses(const Clauses& clauses, const std::vector<Expansion>& expansions,
                   const Rarities& rarities, std::vector<ConditionNumber>& out);
  void add_compound(const Compound& compound, const Rarities& rarities,
                    std::vector<ConditionNumber>& out);
  // Of one with compounds: what was typed with them, or a synonym.
  AnyCondition ways_of(const Expansion& expansion, const Rarities& rarities);
  // Without `synonyms` only the words themselves will do.
  Conjunction conjunction_of(const ParsedQuery& parsed, bool synonyms, const Rarities& rarities);
  bool fits(const Conjunction& asked);
  void add_filters(const Query& query, const Rarities& rarities, std::vector<ConditionNumber>& out);
  void find_inside(Entry& entry, const NearCondition& near, const Rarities& rarities);
  void wake_by_term(std::uint32_t term, ConditionNumber number);
  void wake_by_prefix(const std::string& prefix, ConditionNumber number);
  void rouse(ConditionNumber number);
  void rouse_by_prefixes(const Document& document);
  bool judge(ConditionNumber number);

  static std::uint32_t value_key(std::size_t field, CodeIndex value) {
    return static_cast<std::uint32_t>(field << 16) | value;
  }

  const Collection collection_;
  Dictionary terms_, words_;
  DocumentReading reading_;
  std::map<Condition, ConditionNumber> numbers_;
  std::vector<Entry> entries_;

  // What of a document wakes which conditions.
  std::vector<std::vector<ConditionNumber>> by_term_, by_word_;
  std::unordered_map<std::uint32_t, std::vector<ConditionNumber>> by_value_;  // value_key()
  Dictionary prefixes_;
  std::vector<std::vector<ConditionNumber>> by_prefix_;
  std::size_t longest_prefix_ = 0;

  // By condition: the documents, as they were read, for which it was last woken and judged.
  struct Verdict {
    std::uint32_t woken = 0, judged = 0;
    bool holds = false;
  };
  std::uint32_t documents_ = 0;
  std::vector<Verdict> verdicts_;
  std::vector<ConditionNumber> awake_;
};

}  // namespace incontro
