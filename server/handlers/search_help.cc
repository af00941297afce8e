#include "handlers/search_help.h"

#include "handlers/address_parts.h"
#include "handlers/labels.h"
#include "pages/place_text.h"

namespace incontro::server {
namespace {

std::string results(const Texts& texts, std::uint64_t count) {
  return texts.format("search.results", {{"count", static_cast<std::int64_t>(count)}});
}

// The state whose query has this text. What was typed in "dove" without naming a place is searched
// as words, and so becomes some.
SearchState with_text(SearchState state, std::string text) {
  state.place.clear();
  return with_words(std::move(state), std::move(text));
}

// The state whose query this is.
SearchState with_query(const SearchState& state, const Query& query) {
  SearchState changed = with_text(state, query.text);
  changed.filters = query.filters;
  sort_by_field(changed.collection, changed.filters);
  return changed;
}

// "il filtro «Luogo»", "la parola «cuoco»"
std::string name_of(const Relaxation::Part& part, const Texts& texts) {
  if (part.field == "near") return texts.get("relax.radius");
  if (!part.field.empty())
    return texts.format("relax.filter", {{"name", texts.get("field." + part.field)}});
  std::string_view text = part.text;
  const bool exclusion = text.starts_with('-');
  if (exclusion) text.remove_prefix(1);
  const bool phrase = text.starts_with('"');
  if (phrase) text.remove_prefix(1);
  if (phrase && text.ends_with('"')) text.remove_suffix(1);
  const char* name = exclusion ? "relax.exclusion" : phrase ? "relax.phrase" : "relax.word";
  return texts.format(name, {{"text", text}});
}

std::string name_of(const Relaxation& relaxation, const Texts& texts) {
  const std::string first = name_of(relaxation.dropped.front(), texts);
  if (relaxation.dropped.size() == 1) return texts.format("relax.one", {{"what", first}});
  return texts.format("relax.two",
                      {{"first", first}, {"second", name_of(relaxation.dropped.back(), texts)}});
}

Result<std::uint64_t> total_of(const Context& context, const SearchState& state) {
  Query query = query_of(state);
  query.limit = query.offset = 0;
  query.facets = false;
  const auto answer = context.engine.search(query);
  if (!answer) return answer.error();
  return answer->total;
}

// That no place is so named, and the places that could be meant. Returns the likeliest of them.
Result<std::optional<CodeIndex>> add_places(const Context& context, const SearchState& state,
                                            SearchPage& page) {
  page.place_note = context.texts.format("search.unknown_place", {{"text", state.place}});
  std::optional<CodeIndex> likeliest;
  std::string empty_ones;
  for (const CodeIndex row : context.places.find(state.place).similar) {
    const SearchState better = with_places(state, {row});
    const auto total = total_of(context, better);
    if (!total) return total.error();
    const std::string_view code = code_table(Table::territory).row(row).code;
    std::string label = box_text(context.places, context.texts, code);
    if (label.empty()) label = place_label(code);
    if (*total == 0) {
      empty_ones.append(empty_ones.empty() ? "" : ", ").append(label);
      continue;
    }
    if (!likeliest) likeliest = row;
    page.corrections.push_back({label, results(context.texts, *total), address_of(better)});
  }
  if (!empty_ones.empty())
    page.place_note += " " + context.texts.format("search.empty_places", {{"places", empty_ones}});
  return likeliest;
}

Done add_words(const Context& context, const SearchState& state, std::optional<std::uint64_t> total,
               SearchPage& page) {
  const auto correction = context.engine.correct(query_of(state), total);
  if (!correction) return correction.error();
  if (*correction)
    page.corrections.push_back({(*correction)->text, results(context.texts, (*correction)->count),
                                address_of(with_text(state, (*correction)->text))});
  return ok;
}

Done add_relaxations(const Context& context, const SearchState& state, SearchPage& page) {
  const auto relaxations = context.engine.relax(query_of(state));
  if (!relaxations) return relaxations.error();
  for (const Relaxation& relaxation : *relaxations) {
    SearchState remaining = with_query(state, relaxation.query);
    if (!state.near.empty() && !relaxation.query.near)
      remaining = without_radius(std::move(remaining));
    page.relaxations.push_back({name_of(relaxation, context.texts),
                                results(context.texts, relaxation.count), address_of(remaining)});
  }
  return ok;
}

Done add_offers(const Context& context, const SearchState& state, SearchPage& page) {
  const auto offers = context.engine.offer_filters(query_of(state));
  if (!offers) return offers.error();
  for (const FilterOffer& offer : *offers) {
    const bool place = offer.field == "territory";
    const bool flag = offer.code == "SI" || offer.code == "NO";  // says nothing without its field
    std::string name = place  ? place_text(offer.code, context.places, context.texts)
                       : flag ? filter_text(state.collection, offer.field, offer.code,
                                            context.places, context.texts)
                              : offer.label;
    page.offers.push_back({std::move(name), context.texts.number(offer.count),
                           address_of(with_query(state, offer.query))});
  }
  return ok;
}

}  // namespace

Done add_help(const Context& context, const SearchState& state, std::uint64_t total,
              SearchPage& page) {
  std::optional<CodeIndex> likeliest;
  if (!state.place.empty()) {
    const auto added = add_places(context, state, page);
    if (!added) return added.error();
    likeliest = *added;
  }
  // With a place that may be meant, the other words are put right for it.
  const Done words = likeliest ? add_words(context, with_places(state, {*likeliest}), {}, page)
                               : add_words(context, state, total, page);
  if (!words) return words.error();
  if (const Done offered = add_offers(context, state, page); !offered) return offered.error();
  return total == 0 ? add_relaxations(context, state, page) : ok;
}

}  // namespace incontro::server
