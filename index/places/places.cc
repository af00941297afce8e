#include <incontro/places.h>

#include <algorithm>

#include "places/edit_distance.h"
#include "places/name_key.h"
#include "places/territory_pairs.h"

namespace incontro {
namespace {

using Rows = std::vector<CodeIndex>;
using Words = std::vector<std::string>;

constexpr std::size_t most_similar = 5;
constexpr std::size_t postcode_digits = 5;

const CodeTable& territory() { return code_table(Table::territory); }

void add_once(CodeIndex row, Rows& rows) {
  if (std::ranges::find(rows, row) == rows.end()) rows.push_back(row);
}

// What may stand before a name, and the kinds of place that it speaks of then.
struct LeadIn {
  Words words;
  std::vector<PlaceKind> kinds;
};

const std::vector<LeadIn>& lead_ins() {
  using enum PlaceKind;
  static const std::vector<LeadIn> all = {{{"citta", "metropolitana", "di"}, {province}},
                                          {{"provincia", "autonoma", "di"}, {province}},
                                          {{"provincia", "di"}, {province}},
                                          {{"provincia", "del"}, {province}},
                                          {{"provincia", "della"}, {province}},
                                          {{"provincia"}, {province}},
                                          {{"prov", "di"}, {province}},
                                          {{"prov"}, {province}},
                                          {{"comune", "di"}, {comune, former}},
                                          {{"citta", "di"}, {comune, former}},
                                          {{"regione"}, {region}}};
  return all;
}

const LeadIn* lead_in_of(const Words& words) {
  for (const LeadIn& lead_in : lead_ins())
    if (words.size() > lead_in.words.size() &&
        std::equal(lead_in.words.begin(), lead_in.words.end(), words.begin()))
      return &lead_in;
  return nullptr;
}

Words without(const LeadIn& lead_in, const Words& words) {
  return {words.begin() + static_cast<std::ptrdiff_t>(lead_in.words.size()), words.end()};
}

Rows of_kinds(Rows rows, const std::vector<PlaceKind>& kinds) {
  std::erase_if(
      rows, [&](CodeIndex row) { return std::ranges::find(kinds, kind_of(row)) == kinds.end(); });
  return rows;
}

// Those of the likeliest kind; comuni that are no more as what they are today, where it is known.
Rows meant(const Rows& rows) {
  if (rows.empty()) return {};
  const PlaceKind likeliest = kind_of(std::ranges::min(rows, {}, kind_of));
  Rows places;
  for (const CodeIndex row : rows)
    if (kind_of(row) == likeliest) add_once(place_today(row).value_or(row), places);
  std::ranges::sort(places);
  return places;
}

bool is_comune(CodeIndex row) {
  return kind_of(row) == PlaceKind::comune || kind_of(row) == PlaceKind::former;
}

bool is_plate(std::string_view text) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return text.size() == 2 && std::ranges::all_of(text, capital);
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

Places::Places() {
  for (std::size_t i = 0; i < territory().rows().size(); ++i) {
    const auto row = static_cast<CodeIndex>(i);
    const std::string label(territory().row(row).label);
    const std::string other(territory().extra(row, "name_other"));
    learn(row, label);
    learn(row, other);
    if (!other.empty()) learn(row, label + " " + other);
    if (!other.empty()) learn(row, other + " " + label);
    if (kind_of(row) == PlaceKind::province) learn(row, territory().row(row).code);
    if (kind_of(row) != PlaceKind::comune) continue;
    std::string_view postcodes = territory().extra(row, "cap");
    for (; postcodes.size() >= postcode_digits;
         postcodes.remove_prefix(std::min(postcodes.size(), postcode_digits + 1)))
      postcodes_[std::string(postcodes.substr(0, postcode_digits))].push_back(row);
  }
  for (const auto& [row, name] : territory_pairs("former_names.tsv")) learn(row, name);
}

void Places::learn(CodeIndex row, std::string_view name) {
  const Words words = name_words(name);
  if (words.empty()) return;
  add_once(row, names_[joined(words)]);
  if (const std::string key = loose_key(words); !key.empty()) add_once(row, loose_names_[key]);
}

// Under the name as it is written; where neither a comune nor a region bears it, under shortened
// names too: Reggio Calabria is a province's name, and the comune is Reggio di Calabria.
Rows Places::named(const Words& words) const {
  Rows rows;
  if (const auto found = names_.find(joined(words)); found != names_.end()) rows = found->second;
  if (std::ranges::any_of(rows, [](CodeIndex row) { return kind_of(row) <= PlaceKind::comune; }))
    return rows;
  if (const auto found = loose_names_.find(loose_key(words)); found != loose_names_.end())
    for (const CodeIndex row : found->second) add_once(row, rows);
  return rows;
}

// A name and behind it the province or region, in which it must lie.
Rows Places::named_within(const Words& words) const {
  constexpr std::size_t longest = 12;  // words of a place and the area it lies in
  if (words.empty() || words.size() > longest) return {};
  for (std::size_t split = words.size() - 1; split > 0; --split) {
    const auto middle = words.begin() + static_cast<std::ptrdiff_t>(split);
    Words behind(middle, words.end());
    if (behind.size() > 1 && behind.front() == "in") behind.erase(behind.begin());
    if (const LeadIn* lead_in = lead_in_of(behind)) behind = without(*lead_in, behind);
    const Rows areas = of_kinds(named(behind), {PlaceKind::province, PlaceKind::region});
    if (areas.empty()) continue;
    Rows places = named(Words(words.begin(), middle));
    std::erase_if(places, [&](CodeIndex place) {
      return std::ranges::none_of(areas, [&](CodeIndex area) {
        return place > area && place <= territory().row(area).last;
      });
    });
    if (!places.empty()) return places;
  }
  return {};
}

// The fewer errors, the better: those with one more are not what was meant.
Rows Places::similar_to(const std::string& key) const {
  std::size_t most = key.size() < 5 ? 1 : 2;
  Rows similar;
  for (const auto& [name, rows] : names_) {
    const std::size_t errors = edit_distance(key, name, most);
    if (errors > most) continue;
    if (errors < most) similar.clear();
    most = errors;
    for (const CodeIndex row : meant(rows))
      if (kind_of(row) != PlaceKind::former) add_once(row, similar);
  }
  if (similar.size() > most_similar) similar.resize(most_similar);
  return similar;
}

FoundPlaces Places::find(std::string_view text) const {
  text = trimmed(text);
  if (const auto row = territory().find(text); row && is_comune(*row)) return {meant({*row}), {}};
  if (const auto found = postcodes_.find(text); found != postcodes_.end())
    return {found->second, {}};
  if (is_plate(text))
    if (const auto row = territory().find(text); row && kind_of(*row) == PlaceKind::province)
      return {{*row}, {}};
  const Words words = name_words(text);
  if (words.empty()) return {};
  if (const auto found = names_.find(joined(words)); found != names_.end())
    if (Rows places = meant(found->second); kind_of(places.front()) <= PlaceKind::comune)
      return {std::move(places), {}};
  if (const LeadIn* lead_in = lead_in_of(words)) {
    const Words rest = without(*lead_in, words);
    Rows rows = of_kinds(named(rest), lead_in->kinds);
    if (rows.empty()) rows = of_kinds(named_within(rest), lead_in->kinds);
    if (!rows.empty()) return {meant(rows), {}};
  }
  for (const Rows& rows : {named_within(words), named(words)})
    if (!rows.empty()) return {meant(rows), {}};
  return {{}, similar_to(joined(words))};
}

}  // namespace incontro
