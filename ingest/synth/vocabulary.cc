#include "synth/vocabulary.h"

#include <cassert>
#include <charconv>

#include "synth_data.h"

namespace incontro {
namespace {

std::uint32_t number(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

template <class F>
void for_each_row(std::string_view file, F&& visit) {
  std::string_view rest = synth_data(file);
  assert(rest.data() != nullptr && "a file of data/synth is not embedded");
  rest.remove_prefix(rest.find('\n') + 1);
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() + 1);
    visit(split(line, '\t'));
  }
}

// "A00:5 A01:4": values with their weights.
void read_weighted(std::string_view text, std::vector<std::string>& values, Weighted& weights) {
  for (const std::string& entry : split(text, ' ')) {
    const auto colon = entry.find(':');
    values.push_back(entry.substr(0, colon));
    weights.add(number(std::string_view(entry).substr(colon + 1)));
  }
}

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
    if (text.empty()) parts.emplace_back();
  }
  return parts;
}

Vocabulary::Vocabulary() {
  std::map<std::string, std::size_t> places;
  for_each_row("families.tsv", [&](std::vector<std::string> row) {
    row.resize(12);
    places[row[0]] = families.size();
    family_weights.add(number(row[1]));
    Family& family = families.emplace_back();
    family.name = row[0];
    family.sectors = split(row[2], ' ');
    family.education = split(row[3], ' ');
    family.licences = split(row[4], ' ');
    read_weighted(row[5], family.contracts, family.contract_weights);
    read_weighted(row[6], family.modes, family.mode_weights);
    const auto pay = split(row[7], ' ');
    family.pay_low = number(pay[0]);
    family.pay_high = number(pay[1]);
    family.languages = number(row[8]);
    family.transfers = number(row[9]);
    family.experience = number(row[10]);
    family.regions = split(row[11], ' ');
  });
  for_each_row("jobs.tsv", [&](const std::vector<std::string>& row) {
    Family& family = families[places.at(row[0])];
    family.jobs.push_back({row[1], row[2], row[3]});
    family.job_weights.add(number(row[4]));
  });
  for_each_row("words.tsv", [&](const std::vector<std::string>& row) {
    Family& family = families[places.at(row[0])];
    (row[1] == "duty"    ? family.duties
     : row[1] == "skill" ? family.skills
                         : family.studies)
        .push_back(row[2]);
  });
  for_each_row("phrases.tsv",
               [&](const std::vector<std::string>& row) { phrases[row[0]].push_back(row[1]); });
  const auto rows = code_table(Table::profession).rows();
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].level == 5) professions.push_back(static_cast<CodeIndex>(i));
}

}  // namespace incontro
