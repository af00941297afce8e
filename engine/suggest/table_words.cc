#include "suggest/table_words.h"

#include <incontro/analyzer.h>
#include <incontro/codes.h>
#include <incontro/professions.h>

#include <algorithm>

#include "suggest/written_words.h"

namespace incontro {
namespace {

struct Writings {
  TableWords::Origin origin = TableWords::Origin::none;
  std::unordered_map<std::string, std::size_t> times;  // by writing, of Italian names
};

}  // namespace

TableWords::TableWords() {
  const Analyzer analyzer;
  std::unordered_map<std::string, Writings> found;
  const auto add = [&](std::string_view text, Origin origin) {
    for (const std::string_view word : written_words(text)) {
      Writings& writings = found[analyzer.fold(word)];
      writings.origin = std::max(writings.origin, origin);
      if (origin == Origin::italian) ++writings.times[in_lower_case(word)];
    }
  };
  for (const ProfessionTitle& title : profession_titles())
    add(title.text, title.italian ? Origin::italian : Origin::foreign);
  for (std::size_t table = 0; table < table_count; ++table)
    for (const CodeRow& row : code_table(static_cast<Table>(table)).rows())
      add(row.label, Origin::italian);
  for (const auto& [folded, writings] : found) {
    const auto most = std::ranges::max_element(writings.times, {}, [](const auto& one) {
      return std::pair(one.second, std::string_view(one.first));
    });
    words_.emplace(folded, Word{writings.origin, most == writings.times.end() ? "" : most->first});
  }
}

TableWords::Origin TableWords::origin_of(std::string_view folded) const {
  const auto found = words_.find(std::string(folded));
  return found == words_.end() ? Origin::none : found->second.origin;
}

std::string_view TableWords::written(std::string_view folded) const {
  const auto found = words_.find(std::string(folded));
  return found == words_.end() ? std::string_view() : std::string_view(found->second.written);
}

const TableWords& table_words() {
  static const TableWords words;
  return words;
}

}  // namespace incontro
