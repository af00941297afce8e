#include "handlers/search_model.h"

#include <incontro/fields.h>

#include <algorithm>

#include "handlers/labels.h"

namespace incontro::server {
namespace {

constexpr std::size_t options_shown = 7;   // the rest of a list opens on demand
constexpr std::size_t boxes_expanded = 4;  // the facets shown open without being asked for
constexpr std::size_t pages_around = 2;    // links on each side of the current page
constexpr std::string_view territory = "territory";

const FieldDomain* domain_of(Collection collection, std::string_view field) {
  const auto place = find_field(collection, field);
  return place ? fields_of(collection)[*place].domain : nullptr;
}

std::string field_title(const Texts& texts, std::string_view field) {
  return texts.get("field." + std::string(field));
}

// The one place, as the box shows it; with several, the chips do.
std::string boxed_place(const SearchState& state, const Places& places) {
  for (const Filter& filter : state.filters)
    if (filter.field == territory && filter.codes.size() == 1)
      return places.box_text(filter.codes.front());
  return {};
}

std::string chip_place(const std::string& code, const Places& places) {
  const std::string text = places.box_text(code);
  return text.empty() ? place_label(code) : text;
}

SearchBox make_box(const SearchState& state, const Places& places) {
  SearchBox box{path_of(state.collection), state.words, state.place, {}};
  const std::string place = state.place.empty() ? boxed_place(state, places) : std::string();
  if (!place.empty()) box.place = place;
  for (const Filter& filter : state.filters)
    for (const std::string& code : filter.codes)
      if (place.empty() || filter.field != territory) box.kept.emplace_back(filter.field, code);
  if (state.scope == Scope::expired) box.kept.emplace_back("stato", "scadute");
  if (!state.synonyms) box.kept.emplace_back("sinonimi", "no");
  if (state.sort == Sort::date) box.kept.emplace_back("sort", "date");
  return box;
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
  for (const Filter& filter : state.filters)
    for (const std::string& code : filter.codes) {
      const FieldDomain* domain = domain_of(state.collection, filter.field);
      const auto value = domain->find(code);
      const std::string label = filter.field == territory && code != "-"
                                    ? chip_place(code, places)
                                    : std::string(value ? domain->label(*value) : code);
      chip(field_title(texts, filter.field), label, toggled(state, filter.field, code));
    }
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

Card make_card(const Hit& hit, const Texts& texts, Date today) {
  const Record& record = hit.view.record;
  Card card;
  const Highlights shown = hit.highlights.value_or(Highlights{{title_of(record), {}}, {}});
  card.title = text_pieces(shown.title);
  if (card.title.empty()) card.title = {{hit.code}};
  card.passage = text_pieces(shown.passage);
  card.href = record_path(collection_of(record), hit.code);
  card.profession = profession_of(record);
  card.place = place_of(record).empty() ? std::string() : place_label(place_of(record).value);
  card.organization = organization_of(hit.view, texts);
  card.published = format_date_it(hit.view.validity.first);
  card.badges = badges_of(hit.view, today, texts);
  if (!hit.literal) card.badges.push_back({texts.get("badge.synonym"), "synonym"});
  return card;
}

void add_pages(SearchPage& page, const SearchState& state, std::uint64_t total,
               const Texts& texts) {
  const std::size_t last = std::clamp<std::size_t>(
      static_cast<std::size_t>((total + hits_per_page - 1) / hits_per_page), 1, last_page);
  const std::size_t from = state.page > pages_around + 1 ? state.page - pages_around : 1;
  const std::size_t to =
      std::min(last, std::max(state.page + pages_around, from + 2 * pages_around));
  for (std::size_t n = from; n <= to; ++n) {
    const std::string number = texts.number(n);
    page.pages.push_back({number, address_of(with_page(state, n)),
                          texts.format("search.page", {{"number", number}}), n == state.page});
  }
  if (state.page > 1) page.previous = address_of(with_page(state, state.page - 1));
  if (state.page < last) page.next = address_of(with_page(state, state.page + 1));
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
  page.box = make_box(state, places);
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
  add_pages(page, state, answer.total, texts);
  add_synonyms(page, state, answer, texts);
  return page;
}

}  // namespace incontro::server
