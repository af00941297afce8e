#include "skills/skill_names.h"

#include <incontro/assert.h>

#include <algorithm>
#include <unordered_map>

#include "skills/skill_files.h"

namespace incontro {
namespace {

// At most so far apart stand the words of a name: two function words between them (uso delle).
constexpr std::uint32_t widest_step = 3;

bool is_content(const Token& token, const WordSenses::Sense& sense) {
  return !token.stop && !sense.has(Cue::function);
}

// "Informatica: reti e sistemi" is of the area "Informatica".
std::string_view area_of(std::string_view group) { return group.substr(0, group.find(':')); }

NameForm form_of(std::string_view how) {
  if (how == "exact") return NameForm::exact;
  if (how == "context") return NameForm::context;
  INCONTRO_ASSERT(how.empty() && "a name in no known form");
  return NameForm::inflected;
}

// A noun without what its number changes: saldatura, saldature; banco, banchi; inventario,
// inventari.
std::string_view without_number(std::string_view noun) {
  const auto cut = [&](std::string_view endings) {
    if (noun.size() > 3 && endings.find(noun.back()) != std::string_view::npos)
      noun.remove_suffix(1);
  };
  cut("aeio");
  cut("ih");
  return noun;
}

// A stem alone takes condizioni for condizionatori: a name of one word must be that noun.
bool fits(const SkillName& name, const std::vector<SkillWord>& words,
          std::span<const std::uint32_t> content) {
  const bool exact = name.form != NameForm::inflected;
  if (!exact && content.size() > 1) return true;
  return std::ranges::equal(name.words, content, [&](std::string_view word, std::uint32_t i) {
    const std::string& found = words[i].token->word;
    return exact ? found == word : without_number(found) == without_number(word);
  });
}

bool side_by_side(const std::vector<SkillWord>& words, std::span<const std::uint32_t> content) {
  for (std::size_t i = 1; i < content.size(); ++i)
    if (words[content[i]].token->position - words[content[i - 1]].token->position > widest_step)
      return false;
  return true;
}

}  // namespace

SkillNames::SkillNames(const Analyzer& analyzer, WordSenses& senses) {
  const CodeTable& skills = code_table(Table::skill);
  std::unordered_map<std::string_view, std::uint32_t> areas;
  for_each_line<3>(skill_file("names.tsv"), [&](const auto& cells) {
    SkillName name{.skill = no_code, .form = form_of(cells[2]), .words = {}};
    if (cells[1] != "-") {
      const auto skill = skills.find(cells[1]);
      INCONTRO_ASSERT(skill && "a name of no skill");
      name.skill = *skill;
      const auto area = area_of(skills.extra(*skill, "group"));
      name.area = areas.try_emplace(area, static_cast<std::uint32_t>(areas.size())).first->second;
    }
    add(analyzer, senses, cells[0], std::move(name));
  });
  automaton_.link();
}

void SkillNames::add(const Analyzer& analyzer, WordSenses& senses, std::string_view text,
                     SkillName name) {
  std::vector<AhoCorasick::Symbol> symbols;
  for (Token& token : analyzer.analyze(text)) {
    if (!is_content(token, senses.of(token))) continue;
    symbols.push_back(senses.add_symbol(token.term));
    name.words.push_back(std::move(token.word));
  }
  INCONTRO_ASSERT(!symbols.empty() && "a name of function words only");
  const AhoCorasick::Pattern pattern = automaton_.add(symbols);
  if (pattern == patterns_.size()) patterns_.emplace_back();
  patterns_[pattern].length = static_cast<std::uint32_t>(symbols.size());
  auto& names = patterns_[pattern].names;
  names.insert(name.form == NameForm::inflected ? names.end() : names.begin(), std::move(name));
}

std::vector<NameMatch> SkillNames::find(const std::vector<SkillWord>& words) const {
  std::vector<std::uint32_t> content;
  std::vector<AhoCorasick::Symbol> symbols;
  for (std::uint32_t i = 0; i < words.size(); ++i)
    if (words[i].content) {
      content.push_back(i);
      symbols.push_back(words[i].sense.symbol);
    }
  std::vector<NameMatch> all, apart;
  automaton_.find(symbols, [&](AhoCorasick::Pattern pattern, std::size_t end) {
    const std::uint32_t length = patterns_[pattern].length;
    const auto place = std::span(content).subspan(end - length, length);
    if (!side_by_side(words, place)) return;
    const auto& names = patterns_[pattern].names;
    const auto name =
        std::ranges::find_if(names, [&](const SkillName& n) { return fits(n, words, place); });
    if (name != names.end()) all.push_back({place.front(), place.back() + 1, &*name});
  });
  std::ranges::sort(all, [](const NameMatch& a, const NameMatch& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  for (const NameMatch& match : all)
    if (apart.empty() || apart.back().end <= match.begin) apart.push_back(match);
  return apart;
}

}  // namespace incontro
