#pragma once

#include <incontro/analyzer.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "skills/aho_corasick.h"

namespace incontro {

// What a word beside a name tells about it (data/skills/cues.tsv).
enum class Cue : std::uint8_t {
  function,  // may stand between the words of a name, and is none of them
  negation,  // non: denies a demand that follows
  unless,    // solo: right after a negation, takes it back
  absence,   // senza: denies what comes next
  twice,     // astenersi: what lacks is demanded after all
  demand,    // richiesta
  reset,     // ma: ends a denial
  welcome,   // gradita: after a reset, takes the denial back
  study,     // laurea: its subject is no skill
  company,   // linguaggio: makes a proper name of a common word
};

// What is known of single words: their number in names, and what they tell. Filled first; then
// immutable, any thread.
class WordSenses {
 public:
  struct Sense {
    AhoCorasick::Symbol symbol = AhoCorasick::unknown;
    std::uint32_t cues = 0;

    bool has(Cue cue) const { return cues >> static_cast<unsigned>(cue) & 1; }
  };

  // Reads the cues.
  explicit WordSenses(const Analyzer& analyzer);

  AhoCorasick::Symbol add_symbol(const std::string& term);
  Sense of(const Token& token) const;

 private:
  struct Entry {
    Sense sense;
    std::unordered_map<std::string, std::uint32_t> by_word;  // cues of single forms only
  };

  std::unordered_map<std::string, Entry> by_term_;
  AhoCorasick::Symbol symbols_ = 0;
};

}  // namespace incontro
