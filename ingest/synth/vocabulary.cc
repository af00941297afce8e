#include "synth/vocabulary.h"

#include <incontro/assert.h>

#include <charconv>

#include "synth_data.h"
#include "synth_names.h"

namespace incontro {
namespace {

using Row = std::vector<std::string>;

std::uint32_t number(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

template <class F>
void for_each_row(std::string_view file, F&& visit) {
  std::string_view rest = synth_data(file);
  INCONTRO_ASSERT(rest.data() != nullptr && "a file of data/synth is not embedded");
  rest.remove_prefix(rest.find('\n') + 1);
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() + 1);
    visit(split(line, '\t'));
  }
}

// "A00:5 A01:4": values with their weights.
Ranked<std::string> weighted(std::string_view text) {
  Ranked<std::string> list;
  for (const std::string& entry : split(text, ' ')) {
    const auto colon = entry.find(':');
    list.values.push_back(entry.substr(0, colon));
    list.weights.add(number(std::string_view(entry).substr(colon + 1)));
  }
  return list;
}

class Reader {
 public:
  Reader(Phrasebook& into, Date first, Date last) : into_(into), first_(first), last_(last) {}

  void read() {
    for_each_row("families.tsv", [&](const Row& row) { family(row); });
    for_each_row("jobs.tsv", [&](const Row& row) { job(row); });
    for_each_row("words.tsv", [&](const Row& row) { word(row); });
    for_each_row("phrases.tsv", [&](const Row& row) {
      into_.phrases[row[0]].phrases.push_back(parse_phrase(row[1]));
    });
    for_each_row("names.tsv", [&](const Row& row) { name(row); });
    for (std::string& surname : split(synth_names("last_names.txt"), '\n'))
      if (!surname.empty()) into_.names.surnames.values.push_back(std::move(surname));
    rank();
    const CodeTable& professions = code_table(Table::profession);
    for (std::size_t i = 0; i < professions.rows().size(); ++i)
      if (professions.rows()[i].level == 5 &&
          in_force(Table::profession, professions.rows()[i].code))
        into_.professions.push_back(static_cast<CodeIndex>(i));
  }

 private:
  bool in_force(Table table, std::string_view code) const {
    return code_table(table).valid_on(code, first_) && code_table(table).valid_on(code, last_);
  }

  void family(const Row& row) {
    INCONTRO_ASSERT(row.size() == 16 && "a row of families.tsv has another shape");
    places_[row[0]] = into_.families.size();
    into_.family_weights.add(number(row[1]));
    Family& family = into_.families.emplace_back();
    family.name = row[0];
    family.number = into_.families.size() - 1;
    for (const std::string& code : split(row[2], ' '))
      if (in_force(Table::sector, code)) family.sectors.values.push_back(code);
    family.degrees = split(row[3], ' ');
    family.licences = split(row[4], ' ');
    family.contracts = weighted(row[5]);
    family.modes = weighted(row[6]);
    const auto pay = split(row[7], ' ');
    family.pay_low = number(pay[0]);
    family.pay_high = number(pay[1]);
    family.languages = number(row[8]);
    family.transfers = number(row[9]);
    family.experience = number(row[10]);
    family.regions = split(row[11], ' ');
    family.professional_register = row[12];
    family.certificates = split(row[13], ' ');
    for (const std::string& code : split(row[14], ' '))
      if (in_force(Table::agreement, code)) family.agreements.push_back(code);
    family.employer = row[15];
    if (number(row[1]) == 0) into_.other = into_.families.size() - 1;
  }

  void job(const Row& row) {
    Family& family = into_.families[places_.at(row[0])];
    FamilyJob job{row[1], row[2], row[3], {}};
    const CodeTable& table = code_table(Table::profession);
    const auto here = table.find(job.profession);
    INCONTRO_ASSERT(here && "a profession of jobs.tsv is not in the table");
    const CodeIndex unit = table.row(*here).parent;
    for (CodeIndex i = unit + 1; i <= table.row(unit).last; ++i)
      if (i != *here && !table.row(i).code.ends_with(".0") &&  // those stand for the unit
          in_force(Table::profession, table.row(i).code))
        job.siblings.push_back(i);
    family.jobs.push_back(std::move(job));
    family.job_weights.add(number(row[4]));
  }

  void word(const Row& row) {
    Family& family = into_.families[places_.at(row[0])];
    if (row[1] == "duty") family.duties.values.push_back(row[2]);
    if (row[1] == "skill" || row[1] == "program") family.skills.values.push_back(row[2]);
    if (row[1] == "program") family.programs.values.push_back(row[2]);
    if (row[1] == "study") family.studies.values.push_back({row[2], row[3]});
  }

  void name(const Row& row) {
    if (row[0] == "M") into_.names.men.values.push_back(row[1]);
    if (row[0] == "F") into_.names.women.values.push_back(row[1]);
    if (row[0] == "stem") into_.names.stems.push_back(row[1]);
    if (row[0] == "ending") into_.names.endings.push_back(row[1]);
  }

  // The order of the files is the order of popularity.
  void rank() {
    for (Family& family : into_.families) {
      family.sectors.rank(0);
      family.duties.rank(3);
      family.skills.rank(2);
      family.programs.rank(2);
      family.studies.rank(0);
    }
    for (auto& [kind, list] : into_.phrases) list.weights = Weighted::zipf(list.phrases.size(), 5);
    into_.names.men.rank(8);
    into_.names.women.rank(8);
    into_.names.surnames.rank(5);
  }

  Phrasebook& into_;
  const Date first_, last_;
  std::map<std::string, std::size_t> places_;
};

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  if (text.empty()) return parts;
  for (;;) {
    const auto end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

Phrasebook::Phrasebook(Date first, Date last) { Reader(*this, first, last).read(); }

}  // namespace incontro
