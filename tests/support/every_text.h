#pragma once

#include <incontro/record.h>

#include <functional>

namespace incontro {

// Calls `visit` with each text of a record that is neither a code of a table nor a communication's
// own code, in a fixed order. A structured binding names each struct's members, so that this does
// not compile after a member was added until somebody has decided about it. REQUIRES: the record
// has at least one element in each list whose texts are wanted.
using TextVisitor = std::function<void(std::string&)>;

inline void every_text(Contacts& c, const TextVisitor& visit) {
  auto& [address, telephone, mobile, fax, email] = c;
  for (std::string* text : {&address, &telephone, &mobile, &fax, &email}) visit(*text);
}

inline void every_text(Job& j, const TextVisitor& visit) {
  auto& [kind, profession, title, duties, employer, employer_address, from, to] = j;
  for (std::string* text : {&title, &duties, &employer, &employer_address}) visit(*text);
}

inline void every_text(Education& e, const TextVisitor& visit) {
  auto& [level, title, mark] = e;
  for (std::string* text : {&title, &mark}) visit(*text);
}

inline void every_text(Training& t, const TextVisitor& visit) {
  auto& [title, place, duration, unit, attestation, profession, qualification] = t;
  for (std::string* text : {&title, &duration, &qualification}) visit(*text);
}

inline void every_text(WantedJob& w, const TextVisitor& visit) {
  auto& [profession, title, description, experienced, experience, transfers, modes, contracts,
         own_transport] = w;
  for (std::string* text : {&title, &description, &experience}) visit(*text);
}

inline void every_text(Person& p, const TextVisitor& visit) {
  auto& [fiscal_code, surname, name, sex, born, birthplace, citizenship, home, postcode, contacts] =
      p;
  for (std::string* text : {&fiscal_code, &surname, &name, &sex, &postcode}) visit(*text);
  every_text(contacts, visit);
}

// The intermediary's references, part of `system`, are meant to be seen: they are not visited.
inline void every_text(Cv& cv, const TextVisitor& visit) {
  auto& [system, person, jobs, education, training, languages, it_skills, it_details, registers,
         licences, certificates, wanted, diffusion, receives_benefits] = cv;
  every_text(person, visit);
  for (Job& job : jobs) every_text(job, visit);
  for (Education& title : education) every_text(title, visit);
  for (Training& course : training) every_text(course, visit);
  for (std::string* text : {&it_skills, &it_details}) visit(*text);
  for (WantedJob& job : wanted) every_text(job, visit);
}

inline void every_text(Employer& e, const TextVisitor& visit) {
  auto& [fiscal_code, name, sector, size, web, place, postcode, contacts] = e;
  for (std::string* text : {&fiscal_code, &name, &web, &postcode}) visit(*text);
  every_text(contacts, visit);
}

// The salary is digits only, by the standard, and is not visited.
inline void every_text(Vacancy& v, const TextVisitor& visit) {
  auto& [system, employer, positions, profession, title, description, experience_required,
         experience, education, professional_register, languages, it_skills, other_skills,
         transfers, licences, own_transport, certificates, other_requirements, workplace, contract,
         duration, agreement, contract_level, mode, gross_salary, other_conditions, open_to_non_eu,
         intermediary_reference] = v;
  every_text(employer, visit);
  for (Education& wanted : education) every_text(wanted, visit);
  for (std::string* text :
       {&title, &description, &experience, &it_skills, &other_skills, &other_requirements,
        &duration, &other_conditions, &intermediary_reference})
    visit(*text);
}

}  // namespace incontro
