#include "handlers/match_state.h"

#include <incontro/fields.h>

#include <algorithm>

#include "handlers/address_parts.h"
#include "handlers/labels.h"
#include "handlers/search_state.h"

namespace incontro::server {
namespace {

using Fault = MatchSettings::Fault;

constexpr std::string_view weight_prefix = "weight.", kind_prefix = "kind.";

struct KindName {
  CriterionKind kind;
  std::string_view parameter;  // of an address: must=licence
  std::string_view value;      // of the form: kind.licence=must
};
constexpr KindName kind_names[] = {{CriterionKind::must, "must", "must"},
                                   {CriterionKind::preferred, "prefer", "preferred"},
                                   {CriterionKind::ignored, "ignore", "ignored"}};

// A field of the form; empty weights are those of the table.
std::optional<Fault> read_form_field(std::string_view name, std::string_view value,
                                     MatchSettings& settings) {
  if (name.starts_with(weight_prefix) && value.empty()) return Fault::none;
  if (!name.starts_with(kind_prefix)) return std::nullopt;
  const auto kind = std::ranges::find(kind_names, value, &KindName::value);
  if (kind == std::end(kind_names)) return Fault::unknown;
  return settings.set_kind(name.substr(kind_prefix.size()), kind->kind);
}

Done read_parameter(MatchState& state, std::string_view name, std::string_view value) {
  if (name == "page") return read_number(name, value, std::size_t{1}, last_match_page, state.page);
  if (value.empty()) return ok;
  if (name == "km") return read_number(name, value, 1U, Near::most_km, state.km);
  if (name == "past_work") {
    unsigned number = 0;
    const Done done = read_number(name, value, 0U, 1U, number);
    state.past_work = number == 1;
    return done;
  }
  if (name == "salary") return read_number(name, value, 0U, most_salary, state.salary);
  const Collection found = other(state.question.collection);
  return find_field(found, name) ? add_known(found, state.filters, name, value) : Done(ok);
}

}  // namespace

std::optional<Fault> read_setting(std::string_view name, std::string_view value,
                                  MatchSettings& settings) {
  if (name.starts_with(weight_prefix))
    return settings.set_weight(name.substr(weight_prefix.size()), value);
  const auto kind = std::ranges::find(kind_names, name, &KindName::parameter);
  if (kind == std::end(kind_names)) return std::nullopt;
  return settings.set_kind(value, kind->kind);
}

std::string_view criterion_of(std::string_view name, std::string_view value) {
  return name.starts_with(weight_prefix) ? name.substr(weight_prefix.size()) : value;
}

bool is_from_form(const Parameters& parameters) {
  return std::ranges::any_of(parameters,
                             [](const auto& p) { return p.first.starts_with(kind_prefix); });
}

Result<MatchState> read_match_state(RecordCode question, const Parameters& parameters) {
  MatchState state;
  state.question = std::move(question);
  for (const auto& [name, value] : parameters) {
    auto fault = read_form_field(name, value, state.settings);
    if (!fault) fault = read_setting(name, value, state.settings);
    if (fault.value_or(Fault::none) != Fault::none) return not_understood(name, value);
    if (fault) continue;
    if (const Done done = read_parameter(state, name, value); !done) return done.error();
  }
  sort_by_field(other(state.question.collection), state.filters);
  return state;
}

std::string path_of_matches(const RecordCode& question) {
  return record_path(question.collection, question.value) +
         (question.collection == Collection::vacancies ? "/candidati" : "/offerte");
}

std::string address_of(const MatchState& state) {
  Url url(path_of_matches(state.question));
  const std::vector<CriterionSetting> settings = state.settings.settings();
  for (const KindName& name : kind_names)
    for (const CriterionSetting& setting : settings)
      if (setting.kind == name.kind) url.add(name.parameter, info_of(setting.criterion).name);
  for (const CriterionSetting& setting : settings)
    if (setting.weight)
      url.add(std::string(weight_prefix).append(info_of(setting.criterion).name),
              std::to_string(*setting.weight));
  if (state.km != MatchRequest{}.radius_km) url.add("km", std::to_string(state.km));
  if (state.past_work) url.add("past_work", "1");
  if (state.salary > 0) url.add("salary", std::to_string(state.salary));
  for (const Filter& filter : state.filters)
    for (const std::string& code : filter.codes) url.add(filter.field, code);
  if (state.page > 1) url.add("page", std::to_string(state.page));
  return url.text();
}

MatchRequest request_of(const MatchState& state) {
  MatchRequest request;
  request.question = state.question;
  request.settings = state.settings.settings();
  request.radius_km = state.km;
  request.past_work = state.past_work;
  request.lowest_salary = state.salary;
  request.filters = state.filters;
  request.limit = hits_per_page;
  request.offset = (state.page - 1) * hits_per_page;
  return request;
}

MatchState with_page(MatchState state, std::size_t page) {
  state.page = page;
  return state;
}

MatchState with_kind(MatchState state, Criterion criterion, CriterionKind kind) {
  state.settings.change(criterion, kind);
  return with_page(std::move(state), 1);
}

MatchState without_code(MatchState state, std::string_view field, std::string_view code) {
  for (Filter& filter : state.filters)
    if (filter.field == field) std::erase(filter.codes, code);
  std::erase_if(state.filters, [](const Filter& filter) { return filter.codes.empty(); });
  return with_page(std::move(state), 1);
}

MatchState with_defaults(MatchState state) {
  const MatchState fresh{};
  state.settings = fresh.settings;
  state.km = fresh.km;
  state.past_work = fresh.past_work;
  state.salary = fresh.salary;
  return with_page(std::move(state), 1);
}

}  // namespace incontro::server
