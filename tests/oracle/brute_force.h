#pragma once

#include <incontro/analyzer.h>
#include <incontro/document.h>
#include <incontro/lifecycle.h>
#include <incontro/query.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace incontro {

// The judge of the search: reads every record for every query. Slow, short and obviously right.
class BruteForce {
 public:
  BruteForce(Date today, int validity_days) : today_(today), validity_days_(validity_days) {}

  void add(const Record& record);
  void withdraw(const RecordCode& code);

  struct Verdict {
    std::map<std::string, double> scores;         // by code of each hit
    std::map<std::string, std::uint32_t> metres;  // the same, where the question has a place
    // By field, by code: how many hits there would be with the field filtered by that code alone.
    std::map<std::string, std::map<std::string, std::uint64_t>> facets;
  };
  // `words` all required, `excluded` none allowed, `phrases` and `prefixes` required.
  struct Question {
    Collection collection = Collection::vacancies;
    std::vector<std::string> words, excluded, prefixes;
    std::vector<std::vector<std::string>> phrases;
    std::vector<Filter> filters;
    std::optional<Near> near;
    Scope scope = Scope::active;
  };
  Verdict answer(const Question& question) const;

 private:
  struct Entry {
    Record record;
    Document document;
    bool withdrawn = false;
  };
  bool matches(const Entry& entry, const Question& question) const;
  static std::optional<std::uint32_t> metres_to(const Entry& entry, const Near& near);
  bool passes(const Entry& entry, const Filter& filter) const;
  std::vector<std::string> codes_of(const Entry& entry, const Field& field, std::size_t i) const;

  const Date today_;
  const int validity_days_;
  Analyzer analyzer_;
  std::vector<Entry> entries_;
};

}  // namespace incontro
