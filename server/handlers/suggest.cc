#include <incontro/json.h>

#include <charconv>

#include "handlers/errors.h"
#include "handlers/handlers.h"
#include "pages/place_text.h"

namespace incontro::server {
namespace {

constexpr std::size_t most_suggestions = 20;

bool is_place(SuggestionKind kind) {
  return kind == SuggestionKind::region || kind == SuggestionKind::province ||
         kind == SuggestionKind::comune || kind == SuggestionKind::state;
}

// "" or what is wrong, and what would be right.
std::string read(const std::string& name, const std::string& value, const Texts& texts,
                 SuggestRequest& request) {
  if (name == "q") {
    request.text = value;
  } else if (name == "kind") {
    if (value != "what" && value != "where")
      return texts.format("api.bad_choice", {{"name", name}, {"known", "what, where"}});
    request.box = value == "what" ? SuggestionBox::what : SuggestionBox::where;
  } else if (name == "collection") {
    if (value != "vacancies" && value != "cvs")
      return texts.format("api.bad_choice", {{"name", name}, {"known", "vacancies, cvs"}});
    request.collection = value == "cvs" ? Collection::cvs : Collection::vacancies;
  } else if (name == "limit") {
    const auto [end, error] =
        std::from_chars(value.data(), value.data() + value.size(), request.limit);
    if (error != std::errc{} || end != value.data() + value.size() || request.limit == 0 ||
        request.limit > most_suggestions)
      return texts.format("api.bad_limit",
                          {{"name", name}, {"most", std::int64_t(most_suggestions)}});
  } else {
    return texts.format("api.unknown_parameter",
                        {{"name", name}, {"known", "kind, q, collection, limit"}});
  }
  return {};
}

}  // namespace

Response api_suggest(const Context& context, const Request& request) {
  SuggestRequest wanted;
  for (const auto& [name, value] : request.parameters)
    if (const std::string wrong = read(name, value, context.texts, wanted); !wrong.empty())
      return api_error(Code::invalid, wrong);
  auto suggestions = context.engine.suggest(wanted);
  if (!suggestions) return error_response(context.renderer, suggestions.error(), request.path);
  // As the box understands it, if it is sent as it stands: homonyms with their province.
  for (Suggestion& suggestion : *suggestions)
    if (is_place(suggestion.kind)) {
      const std::string text = box_text(context.places, context.texts, suggestion.code);
      suggestion.text = text.empty() ? place_label(suggestion.code) : text;
    }
  Response response;
  response.type = json_type;
  response.body = to_json(std::span<const Suggestion>(*suggestions));
  return response;
}

}  // namespace incontro::server
