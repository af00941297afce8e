#include "skills/word_senses.h"

#include <incontro/assert.h>

#include <algorithm>
#include <array>

#include "skills/skill_files.h"

namespace incontro {
namespace {

struct Kind {
  std::string_view name;
  Cue cue;
  bool inflected;  // other forms of the word tell the same
};

constexpr std::array<Kind, 10> kinds = {{{"function", Cue::function, false},
                                         {"negation", Cue::negation, false},
                                         {"unless", Cue::unless, false},
                                         {"absence", Cue::absence, false},
                                         {"twice", Cue::twice, false},
                                         {"demand", Cue::demand, true},
                                         {"reset", Cue::reset, false},
                                         {"welcome", Cue::welcome, true},
                                         {"study", Cue::study, true},
                                         {"company", Cue::company, true}}};

}  // namespace

WordSenses::WordSenses(const Analyzer& analyzer) {
  for_each_line<2>(skill_file("cues.tsv"), [&](const auto& cells) {
    const auto kind = std::ranges::find(kinds, cells[0], &Kind::name);
    INCONTRO_ASSERT(kind != kinds.end() && "a cue of no known kind");
    const auto tokens = analyzer.analyze(cells[1]);
    INCONTRO_ASSERT(tokens.size() == 1 && "a cue is one word");
    const std::uint32_t cue = std::uint32_t{1} << static_cast<unsigned>(kind->cue);
    Entry& entry = by_term_[tokens[0].term];
    (kind->inflected ? entry.sense.cues : entry.by_word[tokens[0].word]) |= cue;
  });
}

AhoCorasick::Symbol WordSenses::add_symbol(const std::string& term) {
  AhoCorasick::Symbol& symbol = by_term_[term].sense.symbol;
  if (symbol == AhoCorasick::unknown) symbol = ++symbols_;
  return symbol;
}

WordSenses::Sense WordSenses::of(const Token& token) const {
  const auto entry = by_term_.find(token.term);
  if (entry == by_term_.end()) return {};
  Sense sense = entry->second.sense;
  if (const auto& by_word = entry->second.by_word; !by_word.empty())
    if (const auto word = by_word.find(token.word); word != by_word.end())
      sense.cues |= word->second;
  return sense;
}

}  // namespace incontro
