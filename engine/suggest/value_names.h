#pragma once

#include <incontro/analyzer.h>
#include <incontro/record.h>

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace incontro {

// A value that results can be filtered by.
struct FieldValue {
  std::string field, code;
  bool operator==(const FieldValue&) const = default;
};

// The values of a collection's fields by what people call them: labels of the code tables and names
// of daily use (data/text/filter_names_it.tsv), whatever their inflection. Not the places
// (places.h), which have names enough for a gazetteer, nor professions and skills, which searches
// find by their words. Immutable; any thread.
class ValueNames {
 public:
  ValueNames(const Analyzer& analyzer, Collection collection);

  static constexpr std::size_t longest = 6;  // in words

  // Of these words and no others; empty: none.
  const std::vector<FieldValue>& find(std::span<const Token> words) const;

 private:
  static std::string key_of(std::span<const Token> words);
  void add(const Analyzer& analyzer, std::string_view name, FieldValue value);

  std::unordered_map<std::string, std::vector<FieldValue>> values_;  // by key_of()
};

}  // namespace incontro
