#include "handlers/search_model.h"

#include <incontro/distance.h>
#include <incontro/fields.h>

#include <algorithm>
#include <cmath>

#include "handlers/labels.h"
#include "handlers/pager.h"
#include "pages/place_text.h"

namespace incontro::server {
namespace {

constexpr std::size_t options_shown = 7;   // the rest of a list opens on demand
constexpr std::size_t boxes_expanded = 4;  // the facets shown open without being asked for
constexpr std::string_view territory = "territory";
constexpr unsigned radii_km[] = {10, 20, 30, 50, 100};

const FieldDomain* domain_of(Collection collection, std::string_view field) {
  const auto place = find_field(collection, field);
  return place ? fields_of(collection)[*place].domain : nullptr;
}

std::string field_title(const Texts& texts, std::string_view field) {
  return texts.get("field." + std::string(field));
}

const std::vector<std::string>& places_of(const SearchState& state) {
  static const std::vector<std::string> none;
  const auto filter = std::ranges::find(state.filters, territory, &Filter::field);
  return filter == state.filters.end() ? none : filter->codes;
}

// The code of the one place that the box shows; with several, the chips do.
std::string boxed_code(const SearchState& state) {
  if (!state.place.empty()) return {};
  if (!state.near.empty()) return state.near;
  const auto& codes = places_of(state);
  return codes.size() == 1 ? codes.front() : std::string();
}

// A radius from an address of someone's own making is offered too.
std::vector<RadiusOption> make_radii(const SearchState& state, const Texts& texts) {
  const auto row = code_table(Table::territory).find(boxed_code(state));
  if (!row || !position_of(*row)) return {};
  std::vector<unsigned> distances(std::begin(radii_km), std::end(radii_km));
  if (!state.near.empty() && std::ranges::find(distances, state.km) == distances.end())
    distances.insert(std::ranges::lower_bound(distances, state.km), state.km);
  std::vector<RadiusOption> radii = {{"", texts.get("box.radius_none"), state.near.empty()}};
  for (const unsigned km : distances)
    radii.push_back({std::to_string(km), texts.format("box.radius_km", {{"km", std::int64_t{km}}}),
                     !state.near.empty() && km == state.km});
  return radii;
}

SearchBox make_box(const SearchState& state, const Places& places, const Texts& texts) {
  SearchBox box{path_of(state.collection), state.words, state.place, make_radii(state, texts), {}};
  const std::string place = box_text(places, texts, boxed_code(state));
  if (!place.empty()) box.place = place;
  for (const Filter& filter : state.filters)
    for (const std::string& code : filter.codes)
      if (place.empty() || filter.field != territory) box.kept.emplace_back(filter.field, code);
  if (state.scope == Scope::expired) box.kept.emplace_back("stato", "scadute");
  if (!state.synonyms) box.kept.emplace_back("sinonimi", "no");
  if (state.sort == Sort::date) box.kept.emplace_back("sort", "date");
  if (state.sort == Sort::distance) box.kept.emplace_back("sort", "distance");
  if (box.radii.empty() && state.km > 0) box.kept.emplace_back("km", std::to_string(state.km));
  return box;
}

// Several comuni of one name were meant, of which the visitor wants one.
void add_homonyms(SearchPage& page, const SearchState& state, const Places& places,
                  const Texts& texts) {
  const CodeTable& table = code_table(Table::territory);
  std::vector<CodeIndex> chosen;
  for (const std::string& code : places_of(state))
    if (const auto row = table.find(code)) chosen.push_back(*row);
  if (chosen.size() < 2) return;
  std::ranges::sort(chosen);
  const auto one = std::ranges::find_if(
      chosen, [&](CodeIndex row) { return places.find(table.row(row).label).places == chosen; });
  if (one == chosen.end()) return;
  page.homonyms_lead = texts.format("search.homonyms", {{"name", table.row(*one).label}});
  for (const CodeIndex row : chosen)
    page.homonyms.push_back(
        {place_label(table.row(row).code), address_of(with_places(state, {row}))});
}

std::vector<LinkModel> make_chips(const SearchState& state, const Places& places,
                                  const Texts& texts) {
  std::vector<LinkModel> chips;
  const auto chip = [&](const std::string& title, std::string_view value, const SearchState& less) {
    chips.push_back(
        {texts.format("search.chip", {{"field", title}, {"value", value}}), address_of(less)});
  };
  if (!state.words.empty()) chip(texts.get("search.words"), state.words, with_words(state, ""));
  if (!state.place.empty()) {
    SearchState less = with_page(state, 1);
    less.place.clear();
    chip(texts.get("search.place"), state.place, less);
  }
  if (!state.near.empty()) {
    const std::string place = place_text(state.near, places, texts);
    const std::string radius =
        texts.format("search.radius", {{"km", std::int64_t{state.km}}, {"place", place}});
    chips.push_back({radius, address_of(without_radius(state))});
  }
  for (const Filter& filter : state.filters)
    for (const std::string& code : filter.codes)
      chips.push_back({filter_text(state.collection, filter.field, code, places, texts),
                       address_of(toggled(state, filter.field, code))});
  return chips;
}

FacetOption make_option(const SearchState& state, const Facet& facet, const FacetValue& value,
                        bool has_children_here, const Texts& texts) {
  FacetOption option;
  option.label = value.label;
  option.count = texts.number(value.count);
  option.level = value.level;
  option.selected = value.selected;
  option.href = address_of(toggled(state, facet.field, value.code));
  const FieldDomain* domain = domain_of(state.collection, facet.field);
  const auto node =
      facet.kind == FieldKind::tree && domain ? domain->find(value.code) : std::nullopt;
  if (node && domain->last(*node) != *node && !has_children_here && !value.selected)
    option.open_href = address_of(opened(state, facet.field, value.code));
  return option;
}

FacetBox make_facet(const SearchState& state, const Facet& facet, const Texts& texts) {
  FacetBox box{facet.field, field_title(texts, facet.field), {}, {}, false, false};
  std::size_t roots = 0;
  for (std::size_t i = 0; i < facet.values.size(); ++i) {
    const FacetValue& value = facet.values[i];
    const bool parent = i + 1 < facet.values.size() && facet.values[i + 1].parent == value.code;
    if (value.level == 0) ++roots;
    const FacetOption option = make_option(state, facet, value, parent, texts);
    const bool late = roots > options_shown;
    if (late && (option.selected || value.level > 0)) box.more_expanded = true;
    if (option.selected || value.level > 0) box.expanded = true;
    (late ? box.more : box.first).push_back(option);
  }
  return box;
}

std::vector<TextPiece> text_pieces(const Marked& marked) {
  std::vector<TextPiece> pieces;
  for (const MarkedPiece& piece : pieces_of(marked))
    pieces.push_back({std::string(piece.text), piece.marked});
  return pieces;
}

// Whole kilometres, and no nought: the comuni differ.
std::string distance_text(double km, const Texts& texts) {
  if (km == 0) return texts.get("card.same_place");
  return texts.format("card.distance", {{"km", std::max<std::int64_t>(1, std::llround(km))}});
}

Card make_card(const Hit& hit, const Texts& texts, Date today) {
  Card card = card_of(hit.view, hit.code, texts, today);
  if (hit.highlights && !hit.highlights->title.text.empty())
    card.title = text_pieces(hit.highlights->title);
  if (hit.highlights) card.passage = text_pieces(hit.highlights->passage);
  if (hit.distance_km) card.distance = distance_text(*hit.distance_km, texts);
  if (!hit.literal) card.badges.push_back({texts.get("badge.synonym"), "synonym"});
  return card;
}

// How many results the words alone would not give, and the way to do without them or to have them.
void add_synonyms(SearchPage& page, const SearchState& state, const Answer& answer,
                  const Texts& texts) {
  if (answer.literal < answer.total) {
    const auto others = static_cast<std::int64_t>(answer.total - answer.literal);
    page.synonyms = texts.format("search.by_synonym", {{"count", others}});
    page.synonyms_link = {texts.get("search.only_words"), address_of(with_synonyms(state, false))};
  } else if (!state.synonyms) {
    page.synonyms = texts.get("search.words_only");
    page.synonyms_link = {texts.get("search.with_synonyms"),
                          address_of(with_synonyms(state, true))};
  }
}

}  // namespace

SearchPage make_search_page(const SearchState& state, const Answer& answer, const Places& places,
                            const Texts& texts, Date today) {
  SearchPage page;
  page.vacancies = state.collection == Collection::vacancies;
  page.heading = texts.get(page.vacancies ? "vacancies.title" : "cvs.title");
  page.expired = state.scope == Scope::expired;
  const auto count = static_cast<std::int64_t>(answer.total);
  page.total = texts.format(page.vacancies ? "vacancies.total" : "cvs.total", {{"count", count}});
  page.scope_href = address_of(with_scope(state, page.expired ? Scope::active : Scope::expired));
  page.box = make_box(state, places, texts);
  add_homonyms(page, state, places, texts);
  page.chips = make_chips(state, places, texts);
  page.clear_href = address_of(with_words(without_filters(state), ""));
  for (const Facet& facet : answer.facets)
    if (!facet.values.empty()) page.facets.push_back(make_facet(state, facet, texts));
  for (std::size_t i = 0; i < std::min(boxes_expanded, page.facets.size()); ++i)
    page.facets[i].expanded = true;
  for (const Hit& hit : answer.hits) page.cards.push_back(make_card(hit, texts, today));
  page.sorts = {{texts.get("search.by_relevance"), address_of(with_sort(state, Sort::relevance)),
                 "", state.sort == Sort::relevance},
                {texts.get("search.by_date"), address_of(with_sort(state, Sort::date)), "",
                 state.sort == Sort::date}};
  if (!state.near.empty())
    page.sorts.push_back({texts.get("search.by_distance"),
                          address_of(with_sort(state, Sort::distance)), "",
                          state.sort == Sort::distance});
  page.pager = make_pager(state.page, answer.total, last_page, texts,
                          [&](std::size_t number) { return address_of(with_page(state, number)); });
  add_synonyms(page, state, answer, texts);
  return page;
}

}  // namespace incontro::server
