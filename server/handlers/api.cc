#include <incontro/distance.h>
#include <incontro/json.h>

#include "handlers/api_parts.h"
#include "handlers/errors.h"
#include "handlers/handlers.h"
#include "handlers/public_record.h"

namespace incontro::server {
namespace {

constexpr std::size_t most_hits = 100, most_offset = 1'000'000;

// The parameters that are not fields, as the message about an unknown one lists them.
constexpr char own_parameters[] =
    "q, synonyms, near, km, sort, limit, offset, facets, highlight, state";

// Whatever cannot be understood is refused: a program's misspelt filter must not widen its search.
class QueryReader {
 public:
  QueryReader(Collection collection, const Places& places, const Texts& texts)
      : places_(places), texts_(texts) {
    query_.collection = collection;
  }

  // "" or what is wrong, and what would be right.
  std::string read(const std::string& name, const std::string& value) {
    if (name == "q") {
      query_.text = value;
      return {};
    }
    if (name == "synonyms") return read_choice(texts_, name, value, {"0", "1"}, query_.synonyms);
    if (name == "limit") return read_number(texts_, name, value, most_hits, query_.limit);
    if (name == "offset") return read_number(texts_, name, value, most_offset, query_.offset);
    if (name == "near") return near(value);
    if (name == "km") return radius(value);
    if (name == "facets") return read_choice(texts_, name, value, {"0", "1"}, query_.facets);
    if (name == "highlight") return read_choice(texts_, name, value, {"0", "1"}, query_.highlight);
    if (name == "sort")
      return read_choice(texts_, name, value, {"relevance", "date", "distance"}, query_.sort);
    if (name == "state")
      return read_choice(texts_, name, value, {"active", "expired", "all"}, query_.scope);
    return read_filter(texts_, query_.collection, own_parameters, name, value, query_.filters);
  }
  // What only shows when all has been read.
  std::string finish() {
    if (near_) query_.near = Near{*near_, km_ ? static_cast<unsigned>(*km_) : Near{}.km};
    if (!near_ && (km_ || query_.sort == Sort::distance)) return texts_.get("api.near_missing");
    return {};
  }
  const Query& query() const { return query_; }

 private:
  std::string labels_of(const std::vector<CodeIndex>& places) const {
    std::string labels;
    for (const CodeIndex place : places)
      labels.append(labels.empty() ? "" : ", ")
          .append(place_label(code_table(Table::territory).row(place).code));
    return labels;
  }

  std::string near(const std::string& value) {
    const FoundPlaces found = places_.find(value);
    if (found.places.empty() && found.similar.empty())
      return texts_.format("api.no_place", {{"text", value}});
    if (found.places.empty())
      return texts_.format("api.similar_places",
                           {{"text", value}, {"places", labels_of(found.similar)}});
    if (found.places.size() > 1)
      return texts_.format("api.several_places",
                           {{"text", value}, {"places", labels_of(found.places)}});
    if (!position_of(found.places.front()))
      return texts_.format("api.not_a_comune", {{"text", value}});
    near_ = code_table(Table::territory).row(found.places.front()).code;
    return {};
  }

  std::string radius(const std::string& value) {
    std::size_t km = 0;
    if (!read_number(texts_, "km", value, Near::most_km, km).empty() || km == 0)
      return texts_.format("api.bad_radius", {{"most", std::int64_t(Near::most_km)}});
    km_ = km;
    return {};
  }

  const Places& places_;
  const Texts& texts_;
  Query query_;
  std::optional<std::string> near_;
  std::optional<std::size_t> km_;
};

Response api_search(const Context& context, const Request& request, Collection collection) {
  QueryReader reader(collection, context.places, context.texts);
  for (const auto& [name, value] : request.parameters)
    if (const std::string wrong = reader.read(name, value); !wrong.empty())
      return api_error(Code::invalid, wrong);
  if (const std::string wrong = reader.finish(); !wrong.empty())
    return api_error(Code::invalid, wrong);
  const auto answer = context.engine.search(reader.query());
  if (!answer) return error_response(context.renderer, answer.error(), request.path);
  SearchHelp help;
  if (reader.query().offset == 0) {
    auto given = context.engine.help(reader.query(), answer->total);
    if (!given) return error_response(context.renderer, given.error(), request.path);
    help = std::move(*given);
  }
  return json_response(to_json(*answer, help));
}

Response api_show(const Context& context, const Request& request, Collection collection) {
  const auto view = context.engine.show({collection, request.capture});
  if (!view) return error_response(context.renderer, view.error(), request.path);
  if (auto refusal = refusal_of(context, request, *view)) return std::move(*refusal);
  return json_response(to_json(*view));
}

}  // namespace

Response api_search_vacancies(const Context& context, const Request& request) {
  return api_search(context, request, Collection::vacancies);
}
Response api_search_cvs(const Context& context, const Request& request) {
  return api_search(context, request, Collection::cvs);
}
Response api_show_vacancy(const Context& context, const Request& request) {
  return api_show(context, request, Collection::vacancies);
}
Response api_show_cv(const Context& context, const Request& request) {
  return api_show(context, request, Collection::cvs);
}

}  // namespace incontro::server
