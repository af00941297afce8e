#include <incontro/make_distinct.h>
#include <incontro/names.h>
#include <incontro/privacy.h>

#include <algorithm>

#include "text/ascii.h"
#include "text/fold.h"

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

// "Cuoco - (M/F)" is a cuoco: what the law has every title say tells none from another.
std::string without_gender_mark(std::string title) {
  for (const std::string_view mark : {"(m/f)", "m/f", "(f/m)", "f/m"}) {
    const std::size_t kept = title.size() - std::min(mark.size(), title.size());
    if (kept == 0 || fold_ascii(std::string_view(title).substr(kept)) != mark) continue;
    if (const char before = title[kept - 1]; mark[0] != '(' && before != ' ' && before != '-')
      continue;
    title.resize(kept);
    while (title.ends_with(' ') || title.ends_with('-')) title.pop_back();
    break;
  }
  return title;
}

void add(char mark, std::string_view text, std::vector<std::string>& names) {
  if (text.find(redaction_mark) != std::string_view::npos) return;
  std::string name = with_single_spaces(text);
  if (mark == title_mark) name = without_gender_mark(std::move(name));
  if (!name.empty() && name.size() <= name_bound_bytes) names.push_back(mark + name);
}

void add_reference(std::string_view reference, std::vector<std::string>& names) {
  if (reference.find(redaction_mark) != std::string_view::npos) return;
  if (std::string name = reference_name(reference); name.size() > 1)
    names.push_back(std::move(name));
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
  add_reference(vacancy.system.code, names);
  add_reference(vacancy.intermediary_reference, names);
  add_codes(vacancy.profession, names);
}

void add_names(const Cv& cv, std::vector<std::string>& names) {
  add_reference(cv.system.code, names);
  for (const WantedJob& job : cv.wanted) {
    add(title_mark, job.title, names);
    add_codes(job.profession, names);
  }
}

}  // namespace

std::string reference_name(std::string_view reference) {
  std::string name = fold_text(reference);
  std::erase_if(name, [](char c) { return !is_word_byte(c); });
  std::ranges::reverse(name);
  return name.insert(0, 1, reference_mark);
}

std::vector<std::string> names_of(const Record& record) {
  std::vector<std::string> names;
  std::visit([&](const auto& r) { add_names(r, names); }, record);
  make_distinct(names);
  return names;
}

}  // namespace incontro
