#pragma once

#include <incontro/record.h>

#include <string>

namespace incontro {

inline Date day(int year, unsigned month, unsigned d) {
  return std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month},
                                     std::chrono::day{d}};
}

// The least that a good record holds; `number` makes its code.
inline std::string code25(int number) {
  std::string digits = std::to_string(number);
  return std::string(25 - digits.size(), '0') + digits;
}

inline Vacancy small_vacancy(int number, Date published) {
  Vacancy vacancy;
  vacancy.system.code = code25(number);
  vacancy.system.inserted = Timestamp(published);
  vacancy.employer.name = "Officine Esempio S.r.l.";
  vacancy.employer.sector = {"62.01.00"};
  vacancy.employer.place = {"A944"};
  vacancy.employer.contacts.email = "lavoro@example.org";
  vacancy.profession = {"2.1.1.4.1.17"};
  vacancy.title = "Sviluppatore software";
  vacancy.description = "Cerchiamo una persona per lo sviluppo di un motore di ricerca.";
  vacancy.workplace = {"A944"};
  vacancy.contract = {"A00"};
  return vacancy;
}

inline Cv small_cv(int number, Date inserted) {
  Cv cv;
  cv.system.code = code25(number);
  cv.system.inserted = Timestamp(inserted);
  cv.person.fiscal_code = "RSSMRA80A01H501U";
  cv.person.surname = "Rossi";
  cv.person.name = "Mario";
  cv.person.sex = "M";
  cv.person.born = day(1980, 1, 1);
  cv.person.birthplace = {"H501"};
  cv.person.citizenship = {"000"};
  cv.person.home = {"H501"};
  cv.person.contacts.email = "persona@example.org";
  cv.diffusion = {"02"};
  WantedJob& job = cv.wanted.emplace_back();
  job.profession = {"2.1.1.4.1.17"};
  job.title = "Sviluppatore software";
  return cv;
}

}  // namespace incontro
