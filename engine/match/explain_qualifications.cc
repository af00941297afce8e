#include <algorithm>
#include <charconv>

#include "match/explain.h"
#include "match/qualification_score.h"
#include "match/reason_texts.h"
#include "match/skill_score.h"

namespace incontro {
namespace {

using Labels = std::vector<std::string>;

struct HadTexts {
  Text had, lacking, both;
};

Reason had_and_lacking(Tongue tongue, const Labels& had, const Labels& lacking,
                       const HadTexts& texts) {
  Reason reason{listed(tongue, had), listed(tongue, lacking), {}};
  if (lacking.empty())
    reason.text = say(tongue, texts.had, reason.evidence);
  else if (had.empty())
    reason.text = say(tongue, texts.lacking, reason.missing);
  else
    reason.text = say(tongue, texts.both, reason.evidence, reason.missing);
  return reason;
}

// The first row of the rank, which is the most general.
std::string education_label(std::uint8_t level) {
  const CodeTable& table = code_table(Table::education);
  for (std::size_t i = 0; i < table.rows().size(); ++i)
    if (const auto row = static_cast<CodeIndex>(i);
        table.extra(row, "rank") == std::to_string(level - 1))
      return label_of(Table::education, row);
  return {};
}

// "Inglese (letto B2, parlato B1)", with those of the levels that are stated.
std::string language_label(Tongue tongue, const LanguageLevels& language) {
  const auto level = [](std::uint8_t rank) {
    const std::size_t last = code_table(Table::language_level).rows().size() - 1;
    return code_table(Table::language_level)
        .row(static_cast<CodeIndex>(std::min<std::size_t>(rank - 1, last)))
        .code;
  };
  Labels levels;
  if (language.read) levels.push_back(say(tongue, reasons::read, level(language.read)));
  if (language.written) levels.push_back(say(tongue, reasons::written, level(language.written)));
  if (language.spoken) levels.push_back(say(tongue, reasons::spoken, level(language.spoken)));
  const std::string name = label_of(Table::language, language.language);
  if (levels.empty()) return name;
  return say(tongue, reasons::language_and_levels, name, listed(tongue, levels));
}

// As a licence stands within a sentence: "la patente B".
Labels with_article(Tongue tongue, Labels licences) {
  constexpr std::string_view name = "Patente";
  for (std::string& licence : licences)
    if (licence.starts_with(name))
      licence = say(tongue, reasons::the_licence, licence.substr(name.size()));
  return licences;
}

}  // namespace

Reason explain_education(const Explained& pair) {
  const std::string asked = education_label(pair.vacancy.education);
  if (pair.cv.education == 0)
    return {{}, asked, say(pair.tongue, reasons::education_unstated, asked)};
  const std::string held = education_label(pair.cv.education);
  if (pair.part.holds) return {held, {}, say(pair.tongue, reasons::education_reached, held)};
  return {held, asked, say(pair.tongue, reasons::education_lower, held, asked)};
}

Reason explain_language(const Explained& pair) {
  Labels known, asked;
  bool presumed = false;
  for (const LanguageLevels& language : pair.vacancy.languages) {
    const auto held =
        std::ranges::find(pair.cv.languages, language.language, &LanguageLevels::language);
    const bool listed = held != pair.cv.languages.end();
    if (listed) known.push_back(language_label(pair.tongue, *held));
    if (!language_holds(language, pair.cv.languages))
      asked.push_back(language_label(pair.tongue, language));
    else if (!listed)
      presumed = true;
  }
  if (known.empty() && asked.empty()) return {{}, {}, say(pair.tongue, reasons::italian_unstated)};
  Reason reason = had_and_lacking(
      pair.tongue, known, asked,
      {reasons::languages_known, reasons::languages_asked, reasons::languages_known_and_asked});
  if (presumed) reason.text += " " + say(pair.tongue, reasons::italian_unstated);
  return reason;
}

Reason explain_skill(const Explained& pair) {
  Labels had, near, lacking;
  const SkillGroups groups = groups_of(pair.cv.skills);
  for (const CodeIndex skill : pair.vacancy.skills) {
    const std::string label = label_of(Table::skill, skill);
    if (std::ranges::binary_search(pair.cv.skills, skill)) {
      had.push_back(label);
      continue;
    }
    lacking.push_back(label);
    if (groups & group_of(skill)) near.push_back(label);
  }
  Reason reason = had_and_lacking(
      pair.tongue, had, lacking,
      {reasons::skills_had, reasons::skills_lacking, reasons::skills_had_and_lacking});
  if (!near.empty())
    reason.text += say(pair.tongue, reasons::skills_near, listed(pair.tongue, near));
  return reason;
}

Reason explain_register(const Explained& pair) {
  const CodeBits asked = pair.vacancy.registers, held = pair.cv.registers;
  return had_and_lacking(
      pair.tongue, labels_of(Table::professional_register, asked & held),
      labels_of(Table::professional_register, asked & ~held),
      {reasons::registers_had, reasons::registers_lacking, reasons::registers_had_and_lacking});
}

Reason explain_licence(const Explained& pair) {
  const CodeBits asked = pair.vacancy.licences;
  const CodeBits held = pair.cv.licences;
  // A licence that stands for one asked is named itself: C where B is asked.
  CodeBits serving = asked & held;
  for (CodeBits bit = 1; bit <= held; bit <<= 1)
    if (held & bit && with_implied_licences(bit) & asked & ~held) serving |= bit;
  const Labels had = labels_of(Table::licence, serving);
  const Labels lacking = labels_of(Table::licence, asked & ~with_implied_licences(held));
  Reason reason{listed(pair.tongue, had), listed(pair.tongue, lacking), {}};
  reason.text =
      had_and_lacking(
          pair.tongue, with_article(pair.tongue, had), with_article(pair.tongue, lacking),
          {reasons::licences_had, reasons::licences_lacking, reasons::licences_had_and_lacking})
          .text;
  return reason;
}

Reason explain_certificate(const Explained& pair) {
  const CodeBits asked = pair.vacancy.certificates, held = pair.cv.certificates;
  return had_and_lacking(pair.tongue, labels_of(Table::certificate, asked & held),
                         labels_of(Table::certificate, asked & ~held),
                         {reasons::certificates_had, reasons::certificates_lacking,
                          reasons::certificates_had_and_lacking});
}

}  // namespace incontro
