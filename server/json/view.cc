#include <incontro/json.h>

#include "json/parts.h"
#include "json/states.h"

namespace incontro {
namespace {

using namespace json;

array languages_of(const std::vector<LanguageSkill>& skills) {
  array list;
  for (const LanguageSkill& skill : skills) {
    object out;
    put(out, "language", skill.language);
    put(out, "read", skill.read.value);
    put(out, "written", skill.written.value);
    put(out, "spoken", skill.spoken.value);
    list.push_back(std::move(out));
  }
  return list;
}

array education_of(const std::vector<Education>& titles) {
  array list;
  for (const Education& title : titles) {
    object out;
    put(out, "level", title.level);
    put(out, "title", title.title);
    put(out, "mark", title.mark);
    list.push_back(std::move(out));
  }
  return list;
}

object employer_of(const Employer& employer) {
  object out;
  put(out, "name", employer.name);
  put(out, "sector", employer.sector);
  put(out, "size", employer.size);
  put(out, "web", employer.web);
  put(out, "place", place(employer.place));
  put(out, "postcode", employer.postcode);
  put(out, "contacts", contacts(employer.contacts));
  return out;
}

void put_fields(object& out, const Vacancy& v) {
  out["positions"] = v.positions;
  put(out, "profession", v.profession);
  put(out, "description", v.description);
  put(out, "workplace", place(v.workplace));
  put(out, "employer", employer_of(v.employer));
  put(out, "experience_required", v.experience_required);
  put(out, "experience", v.experience);
  put(out, "education", education_of(v.education));
  put(out, "professional_register", v.professional_register);
  put(out, "languages", languages_of(v.languages));
  put(out, "it_skills", v.it_skills);
  put(out, "other_skills", v.other_skills);
  put(out, "transfers", v.transfers);
  put(out, "licences", v.licences);
  put(out, "own_transport", v.own_transport);
  put(out, "certificates", v.certificates);
  put(out, "other_requirements", v.other_requirements);
  put(out, "contract", v.contract);
  put(out, "duration", v.duration);
  put(out, "agreement", v.agreement);
  put(out, "contract_level", v.contract_level);
  put(out, "mode", v.mode);
  put(out, "gross_salary", v.gross_salary);
  put(out, "other_conditions", v.other_conditions);
  put(out, "open_to_non_eu", v.open_to_non_eu);
  put(out, "intermediary_reference", v.intermediary_reference);
}

object person_of(const Person& person) {
  object out;
  put(out, "surname", person.surname);
  put(out, "name", person.name);
  put(out, "home", place(person.home));
  put(out, "postcode", person.postcode);
  put(out, "contacts", contacts(person.contacts));
  return out;
}

object wanted_of(const WantedJob& job) {
  object out;
  put(out, "profession", job.profession);
  put(out, "title", job.title);
  put(out, "description", job.description);
  put(out, "experienced", job.experienced);
  put(out, "experience", job.experience);
  put(out, "transfers", job.transfers);
  put(out, "modes", job.modes);
  put(out, "contracts", job.contracts);
  put(out, "own_transport", job.own_transport);
  return out;
}

object job_of(const Job& job) {
  object out;
  put(out, "kind", job.kind);
  put(out, "profession", job.profession);
  put(out, "title", job.title);
  put(out, "duties", job.duties);
  put(out, "employer", job.employer);
  put(out, "employer_address", job.employer_address);
  put(out, "from", job.from);
  put(out, "to", job.to);
  return out;
}

object training_of(const Training& training) {
  object out;
  put(out, "title", training.title);
  put(out, "place", place(training.place));
  put(out, "duration", training.duration);
  put(out, "unit", training.unit);
  put(out, "attestation", training.attestation);
  put(out, "profession", training.profession);
  put(out, "qualification", training.qualification);
  return out;
}

template <class Items, class ToObject>
array each(const Items& items, ToObject&& to_object) {
  array list;
  for (const auto& item : items) list.push_back(to_object(item));
  return list;
}

void put_fields(object& out, const Cv& cv) {
  put(out, "person", person_of(cv.person));
  put(out, "wanted", each(cv.wanted, wanted_of));
  put(out, "jobs", each(cv.jobs, job_of));
  put(out, "education", education_of(cv.education));
  put(out, "training", each(cv.training, training_of));
  put(out, "languages", languages_of(cv.languages));
  put(out, "it_skills", cv.it_skills);
  put(out, "it_details", cv.it_details);
  put(out, "professional_registers", cv.registers);
  put(out, "licences", cv.licences);
  put(out, "certificates", cv.certificates);
  put(out, "diffusion", cv.diffusion);
  put(out, "receives_benefits", cv.receives_benefits);
}

}  // namespace

std::string to_json(const View& view) {
  const SystemData& system = system_of(view.record);
  object out;
  out["code"] = system.code;
  out["collection"] = collection_of(view.record) == Collection::vacancies ? "vacancies" : "cvs";
  out["title"] = title_of(view.record);
  out["state"] = name_of(view.state);
  out["published"] = format_date(view.validity.first);
  out["expires"] = format_date(view.validity.last);
  put(out, "predecessor", system.predecessor);
  put(out, "successor", view.successor);
  std::visit([&](const auto& record) { put_fields(out, record); }, view.record);
  put(out, "intermediary", intermediary(system.intermediary));
  put(out, "incentives", incentives(view.incentives));
  return boost::json::serialize(out);
}

}  // namespace incontro
