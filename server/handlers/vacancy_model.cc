#include <incontro/privacy.h>

#include "handlers/labels.h"
#include "handlers/match_state.h"
#include "handlers/record_model.h"
#include "handlers/record_rows.h"
#include "handlers/search_state.h"
#include "json/replies.h"

namespace incontro::server {
namespace {

// Digits of euro a year, grouped; whatever else was sent stays as it is.
std::string salary(const std::string& gross, const Texts& texts) {
  if (gross.empty() || gross.find_first_not_of("0123456789") != std::string::npos) return gross;
  const std::string amount = texts.number(std::strtoull(gross.c_str(), nullptr, 10));
  return texts.format("record.salary", {{"amount", amount}});
}

std::vector<RecordBlock> requirements(const Vacancy& v, const Texts& texts) {
  std::vector<RecordBlock> blocks;
  Rows rows(texts);
  rows.add_flag("label.experience_required", v.experience_required)
      .add("label.experience", v.experience);
  for (const Education& education : v.education) {
    std::string text(education.level.label());
    if (!education.title.empty()) text += ": " + education.title;
    rows.add("label.education", text);
  }
  rows.add_code("label.register", v.professional_register)
      .add("label.it_skills", v.it_skills)
      .add("label.other_skills", v.other_skills)
      .add_codes("label.licences", v.licences)
      .add_codes("label.certificates", v.certificates)
      .add_flag("label.own_transport", v.own_transport)
      .add_flag("label.transfers", v.transfers)
      .add("label.other_requirements", v.other_requirements)
      .end_block("", blocks);
  rows.add_languages(v.languages).end_block(texts.get("label.languages"), blocks);
  return blocks;
}

std::vector<RecordBlock> conditions(const Vacancy& v, const Texts& texts) {
  std::vector<RecordBlock> blocks;
  Rows rows(texts);
  rows.add_code("label.contract", v.contract)
      .add("label.duration", v.duration)
      .add_code("label.mode", v.mode)
      .add("label.salary", salary(v.gross_salary, texts))
      .add_code("label.agreement", v.agreement)
      .add_code("label.contract_level", v.contract_level)
      .add_flag("label.open_to_non_eu", v.open_to_non_eu)
      .add("label.other_conditions", v.other_conditions)
      .end_block("", blocks);
  return blocks;
}

std::vector<RecordBlock> employer(const Vacancy& v, const Texts& texts) {
  std::vector<RecordBlock> blocks;
  Rows rows(texts);
  rows.add("label.name", v.employer.name)
      .add_code("label.sector", v.employer.sector)
      .add_code("label.size", v.employer.size)
      .add_place("label.place", v.employer.place, v.employer.postcode)
      .add_contacts(v.employer.contacts)
      .add_web("label.web", v.employer.web)
      .end_block("", blocks);
  return blocks;
}

}  // namespace

RecordPage make_vacancy_page(const View& view, const Texts& texts, Date today,
                             std::string_view address) {
  const Vacancy& v = std::get<Vacancy>(view.record);
  RecordPage page;
  page.vacancy = true;
  page.title = v.title;
  page.kicker = profession_of(view.record);
  page.lead = organization_of(view, texts);
  page.code = v.system.code;
  page.badges = badges_of(view, today, texts);
  page.back = {texts.get("vacancies.title"), path_of(Collection::vacancies)};
  if (view.state == State::active)
    page.matches = {texts.get("match.candidates"),
                    path_of_matches({Collection::vacancies, v.system.code})};
  if (view.state == State::expired)
    page.notice =
        texts.format("record.vacancy_expired", {{"date", format_date_it(view.validity.last)}});
  else
    page.json_ld = json::job_posting(view, address);
  page.facts = Rows(texts)
                   .add_place("label.workplace", v.workplace, "")
                   .add_code("label.contract", v.contract)
                   .add_code("label.mode", v.mode)
                   .add("label.positions", texts.number(static_cast<std::uint64_t>(v.positions)))
                   .add_date("label.published", view.validity.first)
                   .add_date("label.last_day", view.validity.last)
                   .add("label.reference", v.intermediary_reference)
                   .add("label.code", v.system.code)
                   .take();
  std::vector<RecordBlock> description;
  Rows words(texts);
  words.add("", v.description).end_block("", description);
  add_section(page, "descrizione", texts.get("section.description"), "", std::move(description));
  add_section(page, "requisiti", texts.get("section.requirements"), "", requirements(v, texts));
  add_section(page, "condizioni", texts.get("section.conditions"), "", conditions(v, texts));
  add_section(page, "azienda", texts.get("section.employer"), "", employer(v, texts));
  add_intermediary(page, v.system, contacts_visible(v), texts);
  return page;
}

}  // namespace incontro::server
