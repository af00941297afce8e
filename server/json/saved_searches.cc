#include <incontro/decimal.h>
#include <incontro/json.h>

#include "json/object_text.h"

namespace incontro {
namespace {

const char* name_of(Collection collection) {
  return collection == Collection::vacancies ? "vacancies" : "cvs";
}

const char* name_of(Sort sort) {
  switch (sort) {
    case Sort::relevance:
      return "relevance";
    case Sort::date:
      return "date";
    case Sort::distance:
      return "distance";
  }
  return "";
}

const char* name_of(Scope scope) {
  switch (scope) {
    case Scope::active:
      return "active";
    case Scope::expired:
      return "expired";
    case Scope::all:
      return "all";
  }
  return "";
}

std::string json_of(const Query& query) {
  using namespace json;
  object out;
  out["collection"] = name_of(query.collection);
  put(out, "text", query.text);
  out["synonyms"] = query.synonyms;
  object where;
  for (const Filter& filter : query.filters) {
    array& codes = where.emplace(text_of(filter.field), array{}).first->value().as_array();
    for (const std::string& code : filter.codes) codes.emplace_back(text_of(code));
  }
  put(out, "where", std::move(where));
  if (query.near) out["near"] = object{{"place", query.near->place}, {"km", query.near->km}};
  out["sort"] = name_of(query.sort);
  out["state"] = name_of(query.scope);
  return boost::json::serialize(out);
}

std::string json_of(const SavedMatch& match) {
  return json::ObjectText()
      .add(match.question.collection == Collection::cvs ? "cv" : "vacancy",
           json::text_of(match.question.value))
      .add_json("least", decimal(match.least, full_score))
      .text();
}

}  // namespace

std::string to_json(std::span<const SavedSearch> searches) {
  const auto to_text = [](const SavedSearch& search) {
    json::ObjectText out;
    out.add("number", search.number).add("owner", json::text_of(search.owner));
    if (!search.name.empty()) out.add("name", json::text_of(search.name));
    out.add("saved", json::text_of(format_timestamp(search.saved)));
    const bool query = std::holds_alternative<Query>(search.asks);
    return out
        .add_json(query ? "query" : "match",
                  std::visit([](const auto& asked) { return json_of(asked); }, search.asks))
        .text();
  };
  return json::ObjectText().add_json("searches", json::array_text(searches, to_text)).text();
}

std::string to_json(std::span<const Notice> notices) {
  const auto to_text = [](const Notice& notice) {
    json::ObjectText out;
    out.add("number", notice.number)
        .add("search", notice.saved_search)
        .add("collection", name_of(notice.record.collection))
        .add("code", json::text_of(notice.record.value))
        .add("sequence", notice.sequence);
    if (notice.score > 0) out.add_json("score", decimal(notice.score, full_score));
    return out.text();
  };
  return json::ObjectText().add_json("notices", json::array_text(notices, to_text)).text();
}

}  // namespace incontro
