#include <incontro/names.h>
#include <incontro/privacy.h>

#include <algorithm>

#include "text/ascii.h"

namespace incontro {
namespace {

std::string with_single_spaces(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (static_cast<unsigned char>(c) > ' ' && c != '\x7F')
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

void add(char mark, std::string_view text, std::vector<std::string>& names) {
  if (text.find(redaction_mark) != std::string_view::npos) return;
  const std::string name = with_single_spaces(text);
  if (!name.empty() && name.size() <= name_bound_bytes) names.push_back(mark + name);
}

void add_codes(const ProfessionCode& code, std::vector<std::string>& names) {
  const CodeTable& table = code_table(Table::profession);
  auto row = table.find(code.value);
  for (; row && *row != no_code && table.row(*row).level >= unit_level;
       row = table.row(*row).parent)
    names.push_back(profession_mark + std::string(table.row(*row).code));
}

void add_names(const Vacancy& vacancy, std::vector<std::string>& names) {
  add(employer_mark, vacancy.employer.name, names);
  add(title_mark, vacancy.title, names);
  add_codes(vacancy.profession, names);
}

void add_names(const Cv& cv, std::vector<std::string>& names) {
  for (const WantedJob& job : cv.wanted) {
    add(title_mark, job.title, names);
    add_codes(job.profession, names);
  }
}

}  // namespace

std::vector<std::string> names_of(const Record& record) {
  std::vector<std::string> names;
  std::visit([&](const auto& r) { add_names(r, names); }, record);
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace incontro
