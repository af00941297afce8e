#include <incontro/privacy.h>

#include "handlers/labels.h"
#include "handlers/match_state.h"
#include "handlers/record_model.h"
#include "handlers/record_rows.h"
#include "handlers/search_state.h"

namespace incontro::server {
namespace {

std::string period(const Job& job, const Texts& texts) {
  const std::string from = job.from ? format_date_it(*job.from) : "";
  const std::string to = job.to ? format_date_it(*job.to) : "";
  if (!from.empty() && !to.empty())
    return texts.format("record.period", {{"from", from}, {"to", to}});
  if (!from.empty()) return texts.format("record.since", {{"from", from}});
  if (!to.empty()) return texts.format("record.until", {{"to", to}});
  return {};
}

std::vector<RecordBlock> wanted(const Cv& cv, const Texts& texts) {
  std::vector<RecordBlock> blocks;
  for (const WantedJob& job : cv.wanted) {
    Rows rows(texts);
    rows.add_code("label.profession", job.profession)
        .add("label.description", job.description)
        .add_flag("label.experienced", job.experienced)
        .add("label.experience", job.experience)
        .add_codes("label.contracts", job.contracts)
        .add_codes("label.modes", job.modes)
        .add_flag("label.transfers", job.transfers)
        .add_flag("label.own_transport", job.own_transport)
        .end_block(job.title, blocks);
  }
  return blocks;
}

std::vector<RecordBlock> jobs(const Cv& cv, const Texts& texts) {
  std::vector<RecordBlock> blocks;
  for (const Job& job : cv.jobs) {
    Rows rows(texts);
    rows.add("label.period", period(job, texts))
        .add_code("label.profession", job.profession)
        .add("label.duties", job.duties)
        .add_code("label.job_kind", job.kind)
        .add("label.employer", job.employer)
        .add("label.address", job.employer_address)
        .end_block(job.title, blocks);
  }
  return blocks;
}

std::vector<RecordBlock> education(const Cv& cv, const Texts& texts) {
  std::vector<RecordBlock> blocks;
  for (const Education& title : cv.education) {
    Rows rows(texts);
    rows.add_code("label.education", title.level)
        .add("label.description", title.title)
        .add("label.mark", title.mark)
        .end_block("", blocks);
  }
  return blocks;
}

std::vector<RecordBlock> training(const Cv& cv, const Texts& texts) {
  std::vector<RecordBlock> blocks;
  for (const Training& course : cv.training) {
    std::string duration = course.duration;
    if (!duration.empty() && !course.unit.empty()) duration.append(" ").append(course.unit.label());
    Rows rows(texts);
    rows.add("label.duration", duration)
        .add_code("label.attestation", course.attestation)
        .add("label.qualification", course.qualification)
        .add_code("label.profession", course.profession)
        .add_place("label.place", course.place, "")
        .end_block(course.title, blocks);
  }
  return blocks;
}

std::vector<RecordBlock> skills(const Cv& cv, const Texts& texts) {
  std::vector<RecordBlock> blocks;
  Rows rows(texts);
  rows.add_languages(cv.languages).end_block(texts.get("label.languages"), blocks);
  rows.add("label.it_skills", cv.it_skills)
      .add("label.it_details", cv.it_details)
      .add_codes("label.registers", cv.registers)
      .add_codes("label.licences", cv.licences)
      .add_codes("label.certificates", cv.certificates)
      .end_block(texts.get("label.other_skills"), blocks);
  return blocks;
}

std::vector<RecordBlock> person(const Cv& cv, const Texts& texts) {
  std::vector<RecordBlock> blocks;
  std::string name = cv.person.name;
  if (!name.empty() && !cv.person.surname.empty()) name += ' ';
  name += cv.person.surname;
  Rows rows(texts);
  rows.add("label.person", name)
      .add_place("label.home", cv.person.home, cv.person.postcode)
      .add_contacts(cv.person.contacts)
      .end_block("", blocks);
  return blocks;
}

}  // namespace

RecordPage make_cv_page(const View& view, const Texts& texts, Date today) {
  const Cv& cv = std::get<Cv>(view.record);
  RecordPage page;
  page.vacancy = false;
  page.title = title_of(view.record);
  page.kicker = profession_of(view.record);
  page.code = cv.system.code;
  page.badges = badges_of(view, today, texts);
  page.back = {texts.get("cvs.title"), path_of(Collection::cvs)};
  if (view.state == State::active)
    page.matches = {texts.get("match.vacancies"),
                    path_of_matches({Collection::cvs, cv.system.code})};
  if (view.state == State::expired)
    page.notice = texts.format("record.cv_expired", {{"date", format_date_it(view.validity.last)}});
  page.facts = Rows(texts)
                   .add_place("label.home", cv.person.home, "")
                   .add_date("label.inserted", view.validity.first)
                   .add_date("label.last_day", view.validity.last)
                   .add_code("label.diffusion", cv.diffusion)
                   .add_flag("label.receives_benefits", cv.receives_benefits)
                   .add("label.code", cv.system.code)
                   .take();
  add_section(page, "professioni", texts.get("section.wanted"), "", wanted(cv, texts));
  add_section(page, "esperienze", texts.get("section.jobs"), "", jobs(cv, texts));
  add_section(page, "istruzione", texts.get("section.education"), "", education(cv, texts));
  add_section(page, "formazione", texts.get("section.training"), "", training(cv, texts));
  add_section(page, "competenze", texts.get("section.skills"), "", skills(cv, texts));
  const bool shown = contacts_visible(cv);
  if (shown) add_section(page, "contatti", texts.get("section.contacts"), "", person(cv, texts));
  add_intermediary(page, cv.system, shown, texts);
  return page;
}

}  // namespace incontro::server
