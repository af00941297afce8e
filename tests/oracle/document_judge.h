#pragma once

#include <incontro/document.h>
#include <incontro/query.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/query_parser.h"

namespace incontro {

// The judge of the evaluation of queries: goes through every document for every query, one after
// the other, without any index. It takes documents instead of records (see BruteForce), so that
// tens of thousands of them, and such as no record would give, can be judged.
class DocumentJudge {
 public:
  explicit DocumentJudge(Collection collection) : collection_(collection) {}

  // `withdrawn`: nothing finds it, but it counts in the statistics of its terms. What a merge of
  // blocks has thrown away is to be added as a placeholder.
  void add(const Document& document, bool withdrawn);

  struct Hit {
    bool literal;         // it has all words of the query
    std::uint64_t score;  // as the engine's: a sum of whole numbers
    double exact;         // by the formula of impact.h, in double, without steps
    Date published;
    DocumentNumber number;
    std::uint32_t metres;  // from the place of the query; 0 without one
  };
  struct Verdict {
    std::vector<Hit> hits;  // all, in the order of the query
    // By field, by value of its domain: how many hits there would be with the field filtered by
    // this value alone. Of a tree, a node stands for all below it.
    std::vector<std::vector<std::uint32_t>> counts;
  };
  Verdict answer(const Query& query, const ParsedQuery& parsed, Date today,
                 int validity_days) const;

 private:
  using Id = std::uint32_t;
  struct Word {
    std::uint32_t position;
    Id word;
  };
  struct Entry {
    DocumentNumber number;
    bool withdrawn;
    Date published;
    std::optional<Date> expires;
    std::uint32_t length;
    std::unordered_map<Id, std::uint32_t> terms;
    std::vector<Word> text;                      // by position
    std::vector<std::vector<CodeIndex>> values;  // by field: under which it is found and counted
    std::vector<DatedValue> dated;               // of the field that depends on the day
    CodeIndex place;                             // that it names; the unstated where it names none
  };
  struct Branch;  // a text, or what stands in its brackets, in numbers
  struct Asked;   // the query in numbers

  Branch branch_of(const ParsedQuery& parsed) const;

  Asked understood(const Query& query, const ParsedQuery& parsed, Date today,
                   int validity_days) const;
  std::vector<CodeIndex> closed(const Field& field, const std::vector<CodeIndex>& values) const;
  bool in_scope(const Entry& entry, const Asked& asked) const;
  bool matches(const Entry& entry, const Asked& asked) const;
  static bool fits(const Entry& entry, const Branch& asked, bool synonyms);
  static bool has_open_phrase(const Entry& entry, const std::vector<std::vector<bool>>& phrase);
  static bool has_phrase(const Entry& entry, const std::vector<Id>& phrase);

  const Collection collection_;
  std::unordered_map<std::string, Id> term_ids_, word_ids_;
  std::vector<std::uint64_t> holding_;  // by term
  std::vector<Entry> entries_;
};

}  // namespace incontro
