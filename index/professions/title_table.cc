#include "professions/title_table.h"

#include <incontro/job_title_forms.h>

#include <algorithm>

#include "professions/profession_tree.h"

namespace incontro {
namespace {

// Chosen on the hundred most frequent beginnings of Italian titles, read one by one.
constexpr double least_share_within = 0.8;   // of titles that begin alike, for a branch to stand
constexpr double least_share_exact = 0.25;   // of the same, for an exact title to speak for them
constexpr double least_share_of_unit = 0.5;  // of the same, for a voice to speak for its unit
constexpr double least_titles_of_unit = 3;
constexpr std::size_t most_units_exact = 6;  // that one title may name
constexpr std::size_t most_units_begun = 3;  // that are taken whole, when words only begin titles

constexpr std::size_t many_titles = 32;  // from here on codes are remembered: some 2 microseconds

// A title of a unit's general voice speaks for the unit.
CodeIndex widened(CodeIndex row) { return is_general_voice(row) ? ancestor(row, unit_level) : row; }

void make_unique(std::vector<CodeIndex>& rows) {
  std::ranges::sort(rows);
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

std::size_t count_units(std::span<const CodeIndex> rows) {
  std::vector<CodeIndex> units;
  for (const CodeIndex row : rows) units.push_back(ancestor(row, unit_level));
  make_unique(units);
  return units.size();
}

double weight_within(std::span<const WeightedRow> rows, std::span<const CodeIndex> nodes) {
  double sum = 0;
  for (const auto& [row, weight] : rows)
    if (std::ranges::any_of(nodes, [&](CodeIndex node) { return lies_within(row, node); }))
      sum += weight;
  return sum;
}

double weight_of(std::span<const WeightedRow> rows) {
  double sum = 0;
  for (const WeightedRow& r : rows) sum += r.weight;
  return sum;
}

// Most of several titles that begin with a voice's title lie in its unit: infermiere.
bool speaks_for_unit(CodeIndex row, std::span<const WeightedRow> alike) {
  const CodeIndex unit = ancestor(row, unit_level);
  return weight_of(alike) >= least_titles_of_unit &&
         weight_within(alike, std::span(&unit, 1)) >= least_share_of_unit * weight_of(alike);
}

// Tree order puts a node before all that lies within it.
void drop_nested(std::vector<CodeIndex>& nodes) {
  make_unique(nodes);
  std::vector<CodeIndex> kept;
  for (const CodeIndex node : nodes)
    if (kept.empty() || !lies_within(node, kept.back())) kept.push_back(node);
  nodes = std::move(kept);
}

}  // namespace

std::string title_key(std::span<const std::string> content_words) {
  std::string key;
  for (const std::string& word : content_words) {
    if (!key.empty()) key += ' ';
    key += fold_inflection(word);
  }
  return key;
}

CodeIndex common_node(std::span<const WeightedRow> rows, double share) {
  const double enough = share * weight_of(rows);
  CodeIndex node = no_code;
  for (int level = 0;; ++level) {
    // In tree order all that lies within a node stands side by side.
    CodeIndex here = no_code, deeper = no_code;
    double weight = 0;
    for (const WeightedRow& r : rows) {
      if (professions().row(r.row).level < level) continue;
      if (here == no_code || !lies_within(r.row, here)) {
        here = ancestor(r.row, level);
        weight = 0;
      }
      weight += r.weight;
      if (weight >= enough) deeper = here;
    }
    if (deeper == no_code) return node;
    node = deeper;
  }
}

TitleTable::TitleTable(std::span<const ProfessionTitle> titles, std::span<const std::string> keys) {
  entries_.reserve(titles.size());
  for (std::size_t i = 0; i < titles.size(); ++i) entries_.push_back({keys[i], &titles[i]});
  std::ranges::sort(entries_, {}, &Entry::key);
  remember_common_beginnings();
}

void TitleTable::remember_common_beginnings() {
  for (const Entry& entry : entries_)
    for (std::size_t end = 0; end != std::string_view::npos;) {
      end = entry.key.find(' ', end + 1);
      const std::string_view key = entry.key.substr(0, end);
      if (common_.contains(key) || beginning_with(key).size() < many_titles) continue;
      common_.emplace(key, codes(key));
    }
}

TitleTable::Entries TitleTable::beginning_with(std::string_view key) const {
  // Words are joined by spaces, and no word has a character between the space and its successor.
  const std::string behind = std::string(key) + '!';
  const auto first = std::ranges::lower_bound(entries_, key, {}, &Entry::key);
  return {first, std::ranges::lower_bound(first, entries_.end(), behind, {}, &Entry::key)};
}

bool TitleTable::has(std::string_view key) const {
  return !key.empty() && (common_.contains(key) || !beginning_with(key).empty());
}

std::vector<CodeIndex> TitleTable::codes(std::string_view key) const {
  if (key.empty()) return {};
  if (const auto known = common_.find(key); known != common_.end()) return known->second;
  std::vector<CodeIndex> own, exact, begun;
  std::vector<WeightedRow> alike;  // the rows of Italian titles: in other languages the first word
                                   // is often not the head
  for (const Entry& entry : beginning_with(key)) {
    const ProfessionTitle& title = *entry.title;
    const bool whole = entry.key.size() == key.size();
    for (const CodeIndex row : title.rows) {
      if (whole) (title.origin == TitleOrigin::cp2011 ? own : exact).push_back(widened(row));
      if (!title.italian) continue;
      begun.push_back(widened(row));
      alike.push_back({row, 1.0 / static_cast<double>(title.rows.size())});
    }
  }
  make_unique(exact);
  std::ranges::sort(alike, {}, &WeightedRow::row);
  const bool speaks = count_units(exact) <= most_units_exact &&
                      weight_within(alike, exact) >= least_share_exact * weight_of(alike);
  std::vector<CodeIndex> nodes = std::move(own);
  if (speaks) nodes.insert(nodes.end(), exact.begin(), exact.end());
  for (CodeIndex& node : nodes)
    if (speaks_for_unit(node, alike)) node = ancestor(node, unit_level);
  if (count_units(begun) <= most_units_begun)
    nodes.insert(nodes.end(), begun.begin(), begun.end());
  else if (const CodeIndex node = common_node(alike, least_share_within);
           node != no_code &&
           professions().row(node).level >= (nodes.empty() ? class_level : unit_level))
    nodes.push_back(node);
  drop_nested(nodes);
  return nodes;
}

}  // namespace incontro
