#include "handlers/labels.h"

#include <incontro/fields.h>

#include <algorithm>

#include "handlers/search_state.h"
#include "http/url.h"
#include "pages/place_text.h"

namespace incontro::server {
namespace {

constexpr std::size_t most_badges_of_a_field = 2;  // a CV may accept every contract there is

std::vector<std::string_view> codes_of(const Record& record, std::string_view field) {
  const Collection collection = collection_of(record);
  const auto place = find_field(collection, field);
  if (!place) return {};
  const Field& known = fields_of(collection)[*place];
  std::vector<CodeIndex> values;
  known.read(record, values);
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
  std::erase(values, known.domain->unstated());
  std::vector<std::string_view> codes;
  for (const CodeIndex value : values) codes.push_back(known.domain->code(value));
  return codes;
}

}  // namespace

std::vector<std::string> labels_of(const Record& record, std::string_view field) {
  const Collection collection = collection_of(record);
  const auto place = find_field(collection, field);
  std::vector<std::string> labels;
  for (const std::string_view code : codes_of(record, field)) {
    const FieldDomain& domain = *fields_of(collection)[*place].domain;
    if (const auto value = domain.find(code)) labels.emplace_back(domain.label(*value));
  }
  return labels;
}

std::vector<Badge> badges_of(const View& view, Date today, const Texts& texts) {
  std::vector<Badge> badges;
  if (view.state == State::expired) badges.push_back({texts.get("badge.expired"), "expired"});
  if (view.state == State::active && today - view.validity.first < std::chrono::days(new_for_days))
    badges.push_back({texts.get("badge.new"), "new"});
  for (const char* field : {"contract", "mode"}) {
    auto labels = labels_of(view.record, field);
    if (labels.size() > most_badges_of_a_field) labels.resize(most_badges_of_a_field);
    for (std::string& label : labels) badges.push_back({std::move(label), field});
  }
  for (const std::string& label : labels_of(view.record, "incentive"))
    badges.push_back({texts.format("badge.incentive", {{"name", label}}), "incentive"});
  const auto abroad = codes_of(view.record, "abroad");
  if (std::ranges::find(abroad, "SI") != abroad.end())
    badges.push_back(
        {texts.get(std::holds_alternative<Cv>(view.record) ? "badge.abroad_cv" : "badge.abroad"),
         "abroad"});
  return badges;
}

std::string organization_of(const View& view, const Texts& texts) {
  if (const auto* vacancy = std::get_if<Vacancy>(&view.record))
    if (!vacancy->employer.name.empty()) return vacancy->employer.name;
  const std::string& intermediary = system_of(view.record).intermediary.name;
  if (intermediary.empty()) return {};
  return texts.format("card.through", {{"name", intermediary}});
}

std::string profession_of(const Record& record) {
  if (const auto* vacancy = std::get_if<Vacancy>(&record))
    return vacancy->profession.empty() ? std::string() : std::string(vacancy->profession.label());
  const Cv& cv = std::get<Cv>(record);
  if (cv.wanted.empty() || cv.wanted.front().profession.empty()) return {};
  return std::string(cv.wanted.front().profession.label());
}

PlaceCode place_of(const Record& record) {
  if (const auto* vacancy = std::get_if<Vacancy>(&record)) return vacancy->workplace;
  return std::get<Cv>(record).person.home;
}

std::string record_path(Collection collection, std::string_view code) {
  return path_of(collection) + "/" + percent_encode(code);
}

Card card_of(const View& view, std::string_view code, const Texts& texts, Date today) {
  const Record& record = view.record;
  const std::string title = title_of(record);
  Card card;
  card.title = {{title.empty() ? std::string(code) : title}};
  card.href = record_path(collection_of(record), code);
  card.profession = profession_of(record);
  card.place = place_of(record).empty() ? std::string() : place_label(place_of(record).value);
  card.organization = organization_of(view, texts);
  card.published = format_date_it(view.validity.first);
  card.badges = badges_of(view, today, texts);
  return card;
}

std::string place_text(std::string_view code, const Places& places, const Texts& texts) {
  const std::string text = box_text(places, texts, code);
  return text.empty() ? place_label(code) : text;
}

std::string filter_text(Collection collection, std::string_view field, std::string_view code,
                        const Places& places, const Texts& texts) {
  std::string label(code);
  const auto place = find_field(collection, field);
  if (field == "territory" && code != "-") {
    label = place_text(code, places, texts);
  } else if (place) {
    const FieldDomain& domain = *fields_of(collection)[*place].domain;
    if (const auto value = domain.find(code)) label = domain.label(*value);
  }
  const std::string title = texts.get("field." + std::string(field));
  return texts.format("search.chip", {{"field", title}, {"value", label}});
}

}  // namespace incontro::server
