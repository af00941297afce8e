#include <incontro/json.h>

#include "json/parts.h"

namespace incontro {
namespace {

constexpr const char* name_of(SuggestionKind kind) {
  switch (kind) {
    case SuggestionKind::profession:
      return "profession";
    case SuggestionKind::skill:
      return "skill";
    case SuggestionKind::employer:
      return "employer";
    case SuggestionKind::phrase:
      return "phrase";
    case SuggestionKind::region:
      return "region";
    case SuggestionKind::province:
      return "province";
    case SuggestionKind::comune:
      return "comune";
    case SuggestionKind::state:
      return "state";
  }
  return "";
}

}  // namespace

std::string to_json(std::span<const Suggestion> suggestions) {
  using namespace json;
  array list;
  for (const Suggestion& suggestion : suggestions) {
    object one;
    one["kind"] = name_of(suggestion.kind);
    put(one, "text", suggestion.text);
    put(one, "field", suggestion.field);
    put(one, "code", suggestion.code);
    put(one, "words", suggestion.words);
    one["count"] = suggestion.count;
    list.push_back(std::move(one));
  }
  object out;
  out["suggestions"] = std::move(list);
  return boost::json::serialize(out);
}

}  // namespace incontro
