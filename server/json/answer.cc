#include <incontro/json.h>

#include "json/card.h"
#include "json/parts.h"

namespace incontro {
namespace {

using namespace json;

array pieces(const Marked& marked) {
  array list;
  for (const MarkedPiece& piece : pieces_of(marked)) {
    object out;
    put(out, "text", piece.text);
    if (piece.marked) out["marked"] = true;
    list.push_back(std::move(out));
  }
  return list;
}

object highlights_of(const Highlights& highlights) {
  object out;
  put(out, "title", pieces(highlights.title));
  put(out, "passage", pieces(highlights.passage));
  return out;
}

object hit_of(const Hit& hit) {
  object out;
  out["code"] = hit.code;
  out["score"] = hit.score;
  if (!hit.literal) out["literal"] = false;
  if (hit.distance_km) out["distance_km"] = *hit.distance_km;
  put_card(out, hit.view);
  if (hit.highlights) put(out, "highlights", highlights_of(*hit.highlights));
  return out;
}

array values_of(const Facet& facet) {
  array values;
  for (const FacetValue& value : facet.values) {
    object row = coded(value.code, value.label);
    row["count"] = value.count;
    put(row, "parent", value.parent);
    if (value.selected) row["selected"] = true;
    values.push_back(std::move(row));
  }
  return values;
}

array offers_of(const SearchHelp& help) {
  array list;
  for (const FilterOffer& offer : help.offers) {
    object one;
    put(one, "field", offer.field);
    put(one, "code", offer.code);
    put(one, "label", offer.label);
    put(one, "words", offer.query.text);
    one["count"] = offer.count;
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace

std::string to_json(const Answer& answer, const SearchHelp& help) {
  object out;
  out["total"] = answer.total;
  if (answer.literal != answer.total) out["literal"] = answer.literal;
  array hits;
  for (const Hit& hit : answer.hits) hits.push_back(hit_of(hit));
  out["hits"] = std::move(hits);
  object facets;
  for (const Facet& facet : answer.facets) facets[facet.field] = values_of(facet);
  out["facets"] = std::move(facets);
  if (help.correction)
    out["did_you_mean"] =
        object{{"text", help.correction->text}, {"count", help.correction->count}};
  if (!help.offers.empty()) out["filters"] = offers_of(help);
  out["microseconds"] = answer.microseconds;
  out["sequence"] = answer.sequence;
  return boost::json::serialize(out);
}

}  // namespace incontro
