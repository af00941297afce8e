#pragma once

#include <incontro/record.h>

#include <cstdint>
#include <string>

#include "support/ingest_records.h"

// The largest records that pass every check: each repeatable element as often as it may come
// (data/limits/repetitions.tsv), each text at its longest.
namespace incontro::test {

// What the texts are made of; each is hard for somebody else.
enum class Filling { words, person, one_word, digits, signs };
inline constexpr Filling fillings[] = {Filling::words, Filling::person, Filling::one_word,
                                       Filling::digits, Filling::signs};

// Exactly `length` characters (all ASCII). `person` repeats what a hidden CV must not show.
inline std::string filled(Filling filling, std::size_t length) {
  std::string pattern;
  switch (filling) {
    case Filling::words:
      pattern = "cuoco cameriere contabile sviluppatore software turni patente esperienza ";
      break;
    case Filling::person:
      pattern = "Verdi Laura L. Verdi laura.verdi@example.org 051 000 0004 ";
      break;
    case Filling::one_word:
      pattern = "a";
      break;
    case Filling::digits:
      pattern = "3 4 5-6/7.8 ";
      break;
    case Filling::signs:
      pattern = "<a href=\"x\">&' @.@ ";
      break;
  }
  std::string text;
  while (text.size() < length) text += pattern;
  text.resize(length);
  text.front() = 'a';
  text.back() = 'z';
  return text;
}

inline Contacts longest_contacts(Filling filling) {
  return {filled(filling, 100), "051000000000004", "333000000000005", "051000000000006",
          std::string(64, 'l') + "@" + std::string(180, 'e') + ".example.or"};
}

inline void put_longest(SystemData& system, Filling filling) {
  system.contacts_visible = false;
  system.intermediary.name = filled(filling, 200);
  system.intermediary.contacts = longest_contacts(filling);
  system.intermediary.contacts.mobile.clear();
}

inline Cv extreme_cv(std::uint64_t number, Date inserted, Filling filling) {
  Cv cv = full_cv(number);
  put_longest(cv.system, filling);
  cv.system.inserted = inserted + std::chrono::hours(9);
  cv.system.expires = inserted + std::chrono::days(30);
  cv.person.contacts = longest_contacts(filling);
  Job job = cv.jobs.front();
  job.title = job.duties = filled(filling, 250);
  job.employer = job.employer_address = filled(filling, 100);
  cv.jobs.assign(200, job);
  Education education = cv.education.front();
  education.title = filled(filling, 100);
  education.mark = filled(filling, 30);
  cv.education.assign(30, education);
  Training training = cv.training.front();
  training.title = filled(filling, 100);
  training.qualification = filled(filling, 250);
  cv.training.assign(100, training);
  cv.languages.assign(50, cv.languages.front());
  cv.it_skills = cv.it_details = filled(filling, 1'000);
  cv.registers.assign(30, cv.registers.front());
  cv.licences.assign(20, cv.licences.front());
  cv.certificates.assign(20, cv.certificates.front());
  WantedJob wanted = cv.wanted.front();
  wanted.title = filled(filling, 250);
  wanted.description = wanted.experience = filled(filling, 300);
  wanted.modes.assign(20, wanted.modes.front());
  wanted.contracts.assign(20, wanted.contracts.front());
  cv.wanted.assign(20, wanted);
  return cv;
}

inline Vacancy extreme_vacancy(std::uint64_t number, Date published, Filling filling) {
  Vacancy v = full_vacancy(number);
  put_longest(v.system, filling);
  v.system.inserted = published + std::chrono::hours(9);
  v.system.expires = published + std::chrono::days(30);
  v.employer.name = filled(filling, 100);
  v.employer.web = "http://www.example.org/" + std::string(233, 'w');
  v.employer.contacts = longest_contacts(filling);
  v.employer.contacts.mobile.clear();
  v.title = filled(filling, 250);
  v.description = filled(filling, 5'000);
  v.experience = filled(filling, 2'000);
  Education education = v.education.front();
  education.title = filled(filling, 100);
  v.education.assign(30, education);
  v.languages.assign(50, v.languages.front());
  v.it_skills = v.other_requirements = v.other_conditions = filled(filling, 1'000);
  v.other_skills = filled(filling, 500);
  v.licences.assign(20, v.licences.front());
  v.certificates.assign(20, v.certificates.front());
  v.duration = filled(filling, 30);
  return v;
}

}  // namespace incontro::test
