#include <incontro/make_distinct.h>
#include <incontro/privacy.h>
#include <incontro/sections.h>
#include <incontro/skills.h>

#include <algorithm>

#include "synth/generator.h"

namespace incontro {
namespace {

constexpr std::size_t it_room = 1'000, wish_room = 300, course_room = 100;  // of the fields

bool is_of_informatics(CodeIndex skill) {
  return code_table(Table::skill).extra(skill, "group").starts_with("Informatica");
}

bool names(std::string_view text, CodeIndex skill) {
  return std::ranges::count(skill_tagger().tag(text), skill) > 0;
}

// Most labels name their skill; "C" needs company, and "Gommista" is named by what one does.
std::string name_of(const Phrasebook& vocabulary, CodeIndex skill) {
  const std::string label(code_table(Table::skill).row(skill).label);
  if (names(label, skill)) return label;
  for (const Family& family : vocabulary.families)
    for (const Ranked<std::string>* words : {&family.skills, &family.duties})
      for (const std::string& word : words->values)
        if (names(word, skill)) return word;
  return "linguaggio " + label;
}

// False, and nothing added, where there is no room.
bool add(std::string& to, const std::string& text, std::size_t room) {
  const std::string_view separator = to.empty() ? "" : to.ends_with('.') ? " " : "; ";
  if (to.size() + separator.size() + text.size() > room)
    return false;  // bytes: at least characters
  to.append(separator).append(text);
  return true;
}

}  // namespace

std::vector<CodeIndex> skills_named_in(const Record& record) {
  const Record view = public_view(record);
  std::vector<CodeIndex> skills;
  for (const Section& section : sections_of(view))
    if (section.kind == SectionKind::title || section.kind == SectionKind::prose)
      for (const CodeIndex skill : skill_tagger().tag(section.text)) skills.push_back(skill);
  make_distinct(skills);
  return skills;
}

void write_skills(const RecordMaker& maker, const std::vector<CodeIndex>& skills, Random& random,
                  Cv& cv) {
  const PhraseList& able = maker.vocabulary.phrases.find("able")->second;
  const std::string opening = able.phrases[able.weights.pick(random)][0].literal;
  // Who says that there is no experience does not describe it.
  WantedJob& wanted = cv.wanted.front();
  std::string& others = wanted.experienced == false ? wanted.description : wanted.experience;
  const std::string before = others;
  std::string told;
  for (const CodeIndex skill : skills) {
    const std::string name = name_of(maker.vocabulary, skill);
    if (is_of_informatics(skill) && add(cv.it_skills, name, it_room)) continue;
    std::string longer = told.empty() ? opening + " " + name : told + ", " + name, text = before;
    if (add(text, longer, wish_room) && names(text, skill)) {
      told = std::move(longer);
      others = std::move(text);
    } else if (std::string title = "Corso: " + name; title.size() <= course_room) {
      // Where it does not fit, or would be read as one name with its neighbour.
      cv.training.emplace_back().title = std::move(title);
    }
  }
}

}  // namespace incontro
