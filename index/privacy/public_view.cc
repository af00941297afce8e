#include <incontro/privacy.h>

#include "privacy/redactor.h"

namespace incontro {
namespace {

void hide_identity(Person& person) {
  person.fiscal_code.clear();
  person.born = {};
  person.birthplace = {};
  person.sex.clear();
  person.citizenship = {};
}

void hide_contacts(Cv& cv, Redactor& redactor) {
  Person& person = cv.person;
  redactor.hide_contacts();
  redactor.hide_person(person);
  person.surname.clear();
  person.name.clear();
  person.postcode.clear();
  person.contacts = {};
  for (Job& job : cv.jobs) {
    redactor.hide_company(job.employer);
    redactor.hide_address(job.employer_address);
    job.employer.clear();
    job.employer_address.clear();
  }
}

void hide_contacts(Employer& employer, Redactor& redactor) {
  redactor.hide_contacts();
  redactor.hide_company(employer.name);
  redactor.hide_address(employer.contacts.address);
  redactor.hide_host(employer.web);
  redactor.hide_host(employer.contacts.email);
  for (const std::string* number :
       {&employer.contacts.telephone, &employer.contacts.mobile, &employer.contacts.fax})
    redactor.hide_telephone(*number);
  employer.name.clear();
  employer.web.clear();
  employer.place = {};
  employer.postcode.clear();
  employer.contacts = {};
}

constexpr std::size_t listed_items = 10;

template <class T>
void shorten(std::vector<T>& items) {
  if (items.size() > listed_items) items.resize(listed_items);
}

}  // namespace

bool contacts_visible(const Cv& cv) { return cv.system.contacts_visible.value_or(false); }

bool contacts_visible(const Vacancy& vacancy) {
  return vacancy.system.contacts_visible.value_or(!vacancy.system.intermediary.stated());
}

Cv public_view(const Cv& cv, Extent extent) {
  Cv view = cv;
  Redactor redactor;
  redactor.hide_name(cv.person.fiscal_code);  // a provisional one is eleven digits
  hide_identity(view.person);
  view.system.intermediary.fiscal_code.clear();
  if (!contacts_visible(cv)) hide_contacts(view, redactor);
  // Not before: what is left out tells what to hide in what is shown.
  if (extent == Extent::listed) {
    shorten(view.jobs);
    shorten(view.education);
    shorten(view.training);
  }
  redactor.prepare();
  for (std::string* text : {&view.it_skills, &view.it_details}) redactor.clean(*text);
  for (Job& job : view.jobs)
    for (std::string* text : {&job.title, &job.duties, &job.employer, &job.employer_address})
      redactor.clean(*text);
  for (Education& education : view.education)
    for (std::string* text : {&education.title, &education.mark}) redactor.clean(*text);
  for (Training& training : view.training)
    for (std::string* text : {&training.title, &training.duration, &training.qualification})
      redactor.clean(*text);
  for (WantedJob& job : view.wanted)
    for (std::string* text : {&job.title, &job.description, &job.experience}) redactor.clean(*text);
  return view;
}

Vacancy public_view(const Vacancy& vacancy) {
  Vacancy view = vacancy;
  Redactor redactor;
  view.employer.fiscal_code.clear();
  view.system.intermediary.fiscal_code.clear();
  if (!contacts_visible(vacancy)) hide_contacts(view.employer, redactor);
  redactor.prepare();
  for (std::string* text : {&view.title, &view.description, &view.experience, &view.it_skills,
                            &view.other_skills, &view.other_requirements, &view.duration,
                            &view.other_conditions, &view.intermediary_reference})
    redactor.clean(*text);
  for (Education& education : view.education)
    for (std::string* text : {&education.title, &education.mark}) redactor.clean(*text);
  return view;
}

Record public_view(const Record& record, Extent extent) {
  if (const auto* const cv = std::get_if<Cv>(&record)) return public_view(*cv, extent);
  return public_view(std::get<Vacancy>(record));
}

}  // namespace incontro
