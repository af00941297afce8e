#include <incontro/assert.h>
#include <incontro/professions.h>

#include <algorithm>
#include <string>
#include <unordered_map>

#include "professions/profession_tree.h"
#include "title_list.h"

namespace incontro {
namespace {

// Takes what stands before the next `end` off `text`.
std::string_view next(std::string_view& text, char end) {
  const std::string_view part = text.substr(0, text.find(end));
  text.remove_prefix(std::min(part.size() + 1, text.size()));
  return part;
}

// The row of a voice or branch; of a unit its general voice.
CodeIndex row_of(std::string_view code) {
  const auto row = professions().find(code);
  INCONTRO_ASSERT(row && "lists of titles have no codes but those of the table");
  if (professions().row(*row).level != unit_level) return *row;
  const auto general = professions().find(std::string(code) + ".0");
  INCONTRO_ASSERT(general && "every unit has a general voice");
  return *general;
}

std::vector<CodeIndex> rows_of(std::string_view codes) {
  std::vector<CodeIndex> rows;
  while (!codes.empty()) rows.push_back(row_of(next(codes, ' ')));
  return rows;
}

// The titles of one list: a text that several of its rows have is one title.
class TitleList {
 public:
  explicit TitleList(TitleOrigin origin) : origin_(origin) {}

  void add(std::string_view text, bool italian, std::span<const CodeIndex> rows) {
    const auto [place, fresh] = places_.try_emplace(text, titles_.size());
    if (fresh) titles_.push_back({text, origin_, italian, {}});
    ProfessionTitle& title = titles_[place->second];
    title.italian |= italian;
    for (const CodeIndex row : rows) {
      const auto at = std::ranges::lower_bound(title.rows, row);
      if (at == title.rows.end() || *at != row) title.rows.insert(at, row);
    }
  }

  void move_into(std::vector<ProfessionTitle>& titles) {
    titles.insert(titles.end(), std::make_move_iterator(titles_.begin()),
                  std::make_move_iterator(titles_.end()));
  }

 private:
  TitleOrigin origin_;
  std::vector<ProfessionTitle> titles_;
  std::unordered_map<std::string_view, std::size_t> places_;
};

bool recurs_below(CodeIndex node) {
  const CodeRow& row = professions().row(node);
  const auto below = professions().rows().subspan(node + 1u, row.last - node);
  return std::ranges::find(below, row.label, &CodeRow::label) != below.end();
}

TitleList labels() {
  TitleList list(TitleOrigin::cp2011);
  const auto rows = professions().rows();
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!recurs_below(static_cast<CodeIndex>(i)))
      list.add(rows[i].label, true, rows_of(rows[i].code));
  return list;
}

// Each line a code and a title.
TitleList examples_of_cp2021() {
  TitleList list(TitleOrigin::cp2021);
  std::string_view file = title_list("cp2021.tsv");
  next(file, '\n');  // the names of the columns
  while (!file.empty()) {
    std::string_view line = next(file, '\n');
    const std::vector<CodeIndex> rows = rows_of(next(line, '\t'));
    list.add(line, true, rows);
  }
  return list;
}

// Each line an occupation: its codes, then a column a language, Italian first, with its names.
TitleList names_of_esco() {
  TitleList list(TitleOrigin::esco);
  std::string_view file = title_list("esco.tsv");
  next(file, '\n');
  while (!file.empty()) {
    std::string_view line = next(file, '\n');
    const std::vector<CodeIndex> rows = rows_of(next(line, '\t'));
    for (bool italian = true; !line.empty(); italian = false)
      for (std::string_view names = next(line, '\t'); !names.empty();)
        list.add(next(names, '|'), italian, rows);
  }
  return list;
}

}  // namespace

std::vector<ProfessionTitle> profession_titles() {
  std::vector<ProfessionTitle> titles;
  labels().move_into(titles);
  examples_of_cp2021().move_into(titles);
  names_of_esco().move_into(titles);
  return titles;
}

}  // namespace incontro
