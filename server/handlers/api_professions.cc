#include <incontro/json.h>
#include <incontro/professions.h>

#include "handlers/api_parts.h"
#include "handlers/errors.h"
#include "handlers/handlers.h"

namespace incontro::server {
namespace {

constexpr std::size_t most_codes = 100;

}  // namespace

// The codes of professions that a text speaks of, best first; none of an empty text.
Response api_professions(const Context& context, const Request& request) {
  std::string text;
  std::size_t limit = 10;
  for (const auto& [name, value] : request.parameters) {
    if (name == "q") {
      text = value;
    } else if (name == "limit") {
      if (const std::string wrong = read_number(context.texts, name, value, most_codes, limit);
          !wrong.empty())
        return api_error(Code::invalid, wrong);
    } else {
      return api_error(
          Code::invalid,
          context.texts.format("api.unknown_parameter", {{"name", name}, {"known", "q, limit"}}));
    }
  }
  return json_response(to_json(profession_linker().rank(text, limit)));
}

}  // namespace incontro::server
