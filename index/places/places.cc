#include <incontro/places.h>

#include <algorithm>
#include <charconv>

#include "places/edit_distance.h"
#include "places/name_key.h"
#include "places/surroundings.h"
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

bool is_postcode(std::string_view word) {
  return word.size() == postcode_digits &&
         std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

bool lies_within(CodeIndex place, CodeIndex area) {
  return place >= area && place <= territory().row(area).last;
}

unsigned population_of(CodeIndex row) {
  const std::string_view text = territory().extra(row, "population");
  unsigned population = 0;
  std::from_chars(text.data(), text.data() + text.size(), population);
  return population;
}

bool is_widely_known(CodeIndex row) {
  constexpr unsigned people = 50'000;
  return kind_of(row) == PlaceKind::region || population_of(row) >= people;
}

// "Via Roma 5, 40121 Bologna", "Aosta/Aoste"
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(",;/"), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
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
  for (const char* names : {"former_names.tsv", "other_names.tsv"})
    for (const auto& [row, name] : territory_pairs(names)) learn(row, name);
  learn_postcodes_of_cities();
}

// A city that is divided into districts is written with its general postcode too: 20100 Milano.
void Places::learn_postcodes_of_cities() {
  constexpr std::size_t shared_digits = 3;
  const auto districts = postcodes_;
  for (const auto& [postcode, rows] : districts) {
    std::string general = postcode.substr(0, shared_digits) + "00";
    const std::string_view all = territory().extra(rows.front(), "cap");
    if (rows.size() == 1 && all.size() > postcode_digits && !districts.contains(general))
      add_once(rows.front(), postcodes_[std::move(general)]);
  }
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

// Places of Italy before foreign states, which must be clearly meant: one error, and not in the
// first letter. Two errors in a short name only lead to what is widely known. The fewer errors, the
// better: those with one more are not what was meant.
Rows Places::similar_to(const Words& words) const {
  constexpr std::size_t least_for_two = 5, long_name = 8, shortest_loose = 6;
  std::size_t most = joined(words).size() < least_for_two ? 1 : 2;
  Rows italian, renamed, states;  // renamed: the name is that of a comune that is no more
  const auto compare = [&](const std::string& key, const auto& names) {
    for (const auto& [name, rows] : names) {
      const std::size_t errors = edit_distance(key, name, most);
      if (errors > most) continue;
      const bool gone = std::ranges::all_of(
          rows, [](CodeIndex row) { return kind_of(row) == PlaceKind::former; });
      for (const CodeIndex row : meant(rows))
        if (kind_of(row) == PlaceKind::state) {
          if (errors <= 1 && name.front() == key.front()) add_once(row, states);
        } else if (kind_of(row) != PlaceKind::former) {
          if (errors > 1 && key.size() < long_name && !is_widely_known(row)) continue;
          if (errors < most) italian.clear(), renamed.clear();
          most = errors;
          add_once(row, gone ? renamed : italian);
        }
    }
  };
  if (words.empty()) return {};
  compare(joined(words), names_);
  if (const std::string key = loose_key(words); key.size() >= shortest_loose)
    compare(key, loose_names_);
  std::ranges::stable_sort(italian, std::greater<>(), population_of);
  for (const Rows& less_likely : {renamed, states})
    for (const CodeIndex row : less_likely) add_once(row, italian);
  if (italian.size() > most_similar) italian.resize(most_similar);
  return italian;
}

// A name with errors, the area behind it left out where there is one; else a known name with more
// around it: "Milano Lambrate".
Rows Places::proposed(const Words& words) const {
  if (Rows similar = similar_to(words); !similar.empty()) return similar;
  for (std::size_t count = words.size(); count-- > 1;) {
    const auto size = static_cast<std::ptrdiff_t>(count);
    const Words first(words.begin(), words.begin() + size), last(words.end() - size, words.end());
    for (const Words& some : {first, last})
      if (Rows rows = of_kinds(named(some), {PlaceKind::region, PlaceKind::comune});
          !rows.empty() && joined(some).size() > 2)
        return meant(rows);
  }
  if (words.size() < 2) return {};
  const Rows area = of_kinds(named({words.back()}), {PlaceKind::province, PlaceKind::region});
  return area.empty() ? Rows() : similar_to({words.begin(), words.end() - 1});
}

// The names alone, as they are in the tables.
Rows Places::understood(const Words& words) const {
  if (words.empty()) return {};
  if (const auto found = names_.find(joined(words)); found != names_.end())
    if (Rows places = meant(found->second); kind_of(places.front()) <= PlaceKind::comune)
      return places;
  if (const LeadIn* lead_in = lead_in_of(words)) {
    const Words rest = without(*lead_in, words);
    Rows rows = of_kinds(named(rest), lead_in->kinds);
    if (rows.empty()) rows = of_kinds(named_within(rest), lead_in->kinds);
    if (!rows.empty()) return meant(rows);
  }
  for (const Rows& rows : {named_within(words), named(words)})
    if (!rows.empty()) return meant(rows);
  return {};
}

// With what stands around a name, and a postcode, which tells homonyms apart.
Places::Reading Places::read(Words words) const {
  Reading reading;
  Rows by_postcode;
  const auto postcodes = std::ranges::stable_partition(
      words, [](const std::string& word) { return !is_postcode(word); });
  for (const std::string& word : postcodes)
    if (const auto found = postcodes_.find(word); found != postcodes_.end())
      by_postcode = found->second;
  words.erase(postcodes.begin(), words.end());
  reading.places = understood(words);
  reading.words = reading.places.empty() ? without_surroundings(words) : words;
  if (reading.places.empty()) reading.places = understood(reading.words);
  Rows there = reading.places;
  std::erase_if(there, [&](CodeIndex row) {
    return std::ranges::find(by_postcode, row) == by_postcode.end();
  });
  if (reading.places.size() > 1 && !there.empty()) reading.places = std::move(there);
  if (reading.words.empty()) reading.places = by_postcode;
  return reading;
}

Rows Places::named_exactly(std::string_view name) const {
  constexpr std::size_t shortest = 3;
  Words words = name_words(name);
  const LeadIn* lead_in = lead_in_of(words);
  if (lead_in) words = without(*lead_in, words);
  const auto found = names_.find(joined(words));
  if (found == names_.end() || found->first.size() < shortest) return {};
  Rows rows = lead_in ? of_kinds(found->second, lead_in->kinds) : meant(found->second);
  std::erase_if(rows, [&](CodeIndex row) {
    return std::ranges::find(found->second, row) == found->second.end() ||
           kind_of(row) == PlaceKind::former;
  });
  return rows;
}

FoundPlaces Places::find(std::string_view text) const {
  text = trimmed(text);
  if (const auto row = territory().find(text); row && is_comune(*row)) return {meant({*row}), {}};
  if (is_plate(text))
    if (const auto row = territory().find(text); row && kind_of(*row) == PlaceKind::province)
      return {{*row}, {}};
  const Words words = name_words(text);
  if (means_everywhere(words)) return {{}, {}, true};
  Reading whole = read(words);
  if (!whole.places.empty()) return {std::move(whole.places), {}};
  // Of several parts the one that lies within the others; what names no place is an address.
  std::vector<Reading> found;
  for (const std::string_view part : parts_of(text))
    if (Reading reading = read(name_words(part)); !reading.places.empty())
      found.push_back(std::move(reading));
  std::ranges::stable_sort(found, std::greater<>(),
                           [](const Reading& part) { return part.places.front(); });
  const bool nested = std::ranges::all_of(found, [&](const Reading& part) {
    Rows areas = named(part.words);  // a province too, where its capital is likelier
    areas.insert(areas.end(), part.places.begin(), part.places.end());
    return std::ranges::any_of(
        areas, [&](CodeIndex area) { return lies_within(found.front().places.front(), area); });
  });
  if (!found.empty() && nested) return {std::move(found.front().places), {}};
  Rows similar;
  for (const Reading& part : found)
    for (const CodeIndex row : part.places) add_once(row, similar);
  return {{}, found.empty() ? proposed(whole.words) : similar};
}

}  // namespace incontro
