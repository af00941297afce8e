#pragma once

#include <incontro/check.h>
#include <incontro/record.h>

#include <chrono>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

// Records that pass every check, and the official samples where they are at hand.
namespace incontro::test {

inline Date day(int y, unsigned m, unsigned d) {
  return std::chrono::year{y} / std::chrono::month{m} / std::chrono::day{d};
}

// Every field filled. 25 characters of code end in `number`.
inline std::string code_of_number(std::uint64_t number) {
  std::string digits = std::to_string(number);
  return "0800012221" + std::string(15 - digits.size(), '0') + digits;
}

inline Intermediary full_intermediary() {
  return {"A944C000001",
          "00000000000",
          "Centro per l'impiego",
          {"A944"},
          "40121",
          {"Via del Centro 1", "051000002", "", "051000003", "cpi@example.org"}};
}

inline Cv full_cv(std::uint64_t number = 1) {
  Cv cv;
  cv.system = {Kind::publish,
               code_of_number(number),
               "",
               "",
               day(2012, 12, 5) + std::chrono::hours(9),
               day(2013, 2, 3),
               true,
               full_intermediary()};
  cv.person = {"VRDLRA85M41F205S",
               "Verdi",
               "Laura",
               "F",
               day(1985, 8, 1),
               {"F205"},
               {"000"},
               {"A944"},
               "40121",
               {"Via di prova 1 <interno> & \"scala\"", "051000000", "3330000000", "051000001",
                "esempio@example.org"}};
  cv.jobs = {{{"A01"},
              {"4.3.2.1.0.2"},
              "Addetta alla contabilità",
              "Fatture,\tF24\nbilanci\r\n",
              "Azienda S.r.l.",
              "Via Emilia 10",
              day(2008, 3, 1),
              day(2010, 9, 30)},
             {{}, {}, "Solo titolo", "", "", "", {}, {}}};
  cv.education = {{{"40"}, "Ragioniere", "92/100"}, {{"70"}, "", ""}};
  cv.training = {
      {"Paghe ]]> contributi", {"A944"}, "120", {"O"}, {"F"}, {"4.3.2.1.0.2"}, "Contabile"}};
  cv.languages = {{{"001"}, {"B2"}, {"B1"}, {"C1"}}};
  cv.it_skills = "Excel, C++, C#, R&D";
  cv.it_details = "ECDL";
  cv.registers = {{"0025"}};
  cv.licences = {{"02"}, {"03"}};
  cv.certificates = {{"20"}};
  cv.wanted = {{{"4.3.2.1.0.2"},
                "ADDETTO ALLE SCRITTURE CONTABILI",
                "Contabilità 😀",
                true,
                "Tre anni",
                false,
                {{"FT"}, {"PT"}},
                {{"A00"}, {"A01"}},
                true},
               {{"2.1.1.4.1.17"}, "SVILUPPATORE SOFTWARE", "", false, "", {}, {}, {}, {}}};
  cv.diffusion = {"01"};
  cv.receives_benefits = true;
  return cv;
}

inline Vacancy full_vacancy(std::uint64_t number = 1) {
  Vacancy v;
  v.system = {Kind::publish,
              code_of_number(number),
              "",
              "",
              day(2012, 12, 5) + std::chrono::hours(9),
              day(2013, 2, 3),
              false,
              full_intermediary()};
  v.employer = {"01234567897",
                "Azienda S.r.l.",
                {"62.01.00"},
                {"03"},
                "http://www.example.org",
                {"A944"},
                "40121",
                {"Via Emilia 10", "051000000", "", "051000001", "hr@example.org"}};
  v.positions = 2;
  v.profession = {"2.1.1.4.1.17"};
  v.title = "SVILUPPATORE SOFTWARE";
  v.description = "Sviluppo in C++ & SQL <remoto>";
  v.experience_required = true;
  v.experience = "Due anni";
  v.education = {{{"70"}, "Laurea in informatica", ""}, {{"40"}, "", ""}};
  v.professional_register = {"0013"};
  v.languages = {{{"001"}, {"B2"}, {"B1"}, {"B1"}}};
  v.it_skills = "C++, Linux";
  v.other_skills = "Lavoro di gruppo";
  v.transfers = false;
  v.licences = {{"02"}};
  v.own_transport = true;
  v.certificates = {{"20"}};
  v.other_requirements = "Disponibilità immediata";
  v.workplace = {"A944"};
  v.contract = {"A01"};
  v.duration = "12 mesi";
  v.agreement = {"042"};
  v.contract_level = {"4"};
  v.mode = {"FT"};
  v.gross_salary = "30000";
  v.other_conditions = "Buoni pasto";
  v.open_to_non_eu = false;
  v.intermediary_reference = "123_2014";
  return v;
}

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// An official sample by name; empty where the reference material is absent.
inline std::string sample(const std::string& name) {
  return read_file(std::string(INCONTRO_SHARED_DIR) + "/standard/samples/" + name + ".xml");
}

inline const std::vector<std::string>& sample_names() {
  static const std::vector<std::string> names = {
      "candidatura_chiusura",    "candidatura_completa", "candidatura_minima",
      "messaggio_contatto",      "messaggio_risposta",   "vacancy_rev038_minima",
      "vacancy_rev064_completa", "vacancy_rev064_minima"};
  return names;
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

inline std::vector<std::string> rules_in(const Findings& findings) {
  std::vector<std::string> rules;
  for (const Finding& f : findings) rules.push_back(f.rule);
  return rules;
}

inline std::string told(const Findings& findings) {
  std::string out;
  for (const Finding& f : findings)
    out += f.rule + " line " + std::to_string(f.line) + " " + f.element + ": " + f.reason + "\n";
  return out;
}

}  // namespace incontro::test
