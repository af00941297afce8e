#include <incontro/json.h>
#include <incontro/match_settings.h>

#include "handlers/api_parts.h"
#include "handlers/errors.h"
#include "handlers/handlers.h"
#include "handlers/match_state.h"
#include "handlers/public_record.h"

namespace incontro::server {
namespace {

constexpr std::size_t most_results = 100, most_offset = 100'000;

// The parameters that are not fields, as the message about an unknown one lists them.
constexpr char own_parameters[] =
    "must, prefer, ignore, weight.CRITERION, km, past_work, salary, limit, offset, lang";

// Whatever cannot be understood is refused, as by the search.
class MatchReader {
 public:
  MatchReader(RecordCode question, const Texts& texts)
      : found_(other(question.collection)), texts_(texts) {
    request_.question = std::move(question);
  }

  // "" or what is wrong, and what would be right.
  std::string read(const std::string& name, const std::string& value) {
    if (const auto fault = read_setting(name, value, settings_))
      return refusal(*fault, name, value);
    if (name == "limit") return read_number(texts_, name, value, most_results, request_.limit);
    if (name == "offset") return read_number(texts_, name, value, most_offset, request_.offset);
    if (name == "lang") return read_choice(texts_, name, value, {"it", "en"}, language_);
    if (name == "km") return radius(value);
    if (name == "past_work")
      return read_choice(texts_, name, value, {"0", "1"}, request_.past_work);
    if (name == "salary") return salary(value);
    return read_filter(texts_, found_, own_parameters, name, value, request_.filters);
  }
  MatchRequest request() && {
    request_.settings = settings_.settings();
    return std::move(request_);
  }
  ReasonLanguage language() const { return language_; }

 private:
  std::string radius(const std::string& value) {
    std::size_t km = 0;
    if (!read_number(texts_, "km", value, Near::most_km, km).empty() || km == 0)
      return texts_.format("api.bad_radius", {{"most", std::int64_t(Near::most_km)}});
    request_.radius_km = static_cast<unsigned>(km);
    return {};
  }

  std::string salary(const std::string& value) {
    std::size_t euro = 0;
    const std::string wrong = read_number(texts_, "salary", value, most_salary, euro);
    request_.lowest_salary = static_cast<std::uint32_t>(euro);
    return wrong;
  }

  std::string refusal(MatchSettings::Fault fault, const std::string& name,
                      const std::string& value) const {
    switch (fault) {
      case MatchSettings::Fault::none:
        return {};
      case MatchSettings::Fault::unknown:
        return texts_.format("api.unknown_criterion",
                             {{"name", criterion_of(name, value)}, {"known", criterion_names()}});
      case MatchSettings::Fault::never_must:
        return texts_.format("api.never_must", {{"name", value}});
      case MatchSettings::Fault::twice:
        return texts_.format("api.set_twice", {{"name", criterion_of(name, value)}});
      case MatchSettings::Fault::bad_weight:
        return texts_.format("api.bad_number",
                             {{"name", name}, {"most", std::int64_t{most_weight}}});
    }
    return {};
  }

  const Collection found_;
  const Texts& texts_;
  MatchRequest request_;
  MatchSettings settings_;
  ReasonLanguage language_ = ReasonLanguage::italian;
};

Response api_match(const Context& context, const Request& request, Collection collection) {
  const RecordCode question{collection, request.capture};
  MatchReader reader(question, context.texts);
  for (const auto& [name, value] : request.parameters)
    if (const std::string wrong = reader.read(name, value); !wrong.empty())
      return api_error(Code::invalid, wrong);
  const auto view = context.engine.show(question);
  if (!view) return error_response(context.renderer, view.error(), request.path);
  if (auto refusal = refusal_of(context, request, *view)) return std::move(*refusal);
  const ReasonLanguage language = reader.language();
  const auto answer = context.engine.match(std::move(reader).request());
  if (!answer) return error_response(context.renderer, answer.error(), request.path);
  return json_response(to_json(*answer, language));
}

}  // namespace

Response api_candidates(const Context& context, const Request& request) {
  return api_match(context, request, Collection::vacancies);
}

Response api_suitable_vacancies(const Context& context, const Request& request) {
  return api_match(context, request, Collection::cvs);
}

}  // namespace incontro::server
