#include "match/question_text.h"

#include <incontro/make_distinct.h>
#include <incontro/sections.h>
#include <incontro/skills.h>

#include <unordered_map>

namespace incontro {

QuestionText read_text(const Analyzer& analyzer, const Record& view) {
  QuestionText text;
  std::unordered_map<std::string, std::size_t> places;
  std::vector<Token> tokens;
  std::vector<TextSpan> spans;
  for (const Section& section : sections_of(view)) {
    if (section.kind != SectionKind::title && section.kind != SectionKind::prose) continue;
    tokens.clear();
    spans.clear();
    analyze_section(analyzer, section.text, 0, tokens, spans);
    skill_tagger().tag(section.text, tokens, text.skills);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].stop || tokens[i].unscored) continue;
      const auto [place, added] = places.try_emplace(tokens[i].term, text.words.size());
      if (added)
        text.words.push_back(
            {tokens[i].term,
             std::string(section.text.substr(spans[i].begin, spans[i].end - spans[i].begin)), 0});
      text.words[place->second].weight += section.weight;
    }
  }
  make_distinct(text.skills);
  return text;
}

}  // namespace incontro
