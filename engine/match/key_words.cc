#include "match/key_words.h"

#include <incontro/impact.h>
#include <incontro/sections.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "eval/plan.h"

namespace incontro {
namespace {

struct Candidate {
  KeyWord word;
  std::uint64_t weight = 0;  // in the question: occurrences, each by its section
  std::uint64_t worth = 0;
};

// What companies are called says nothing of a job, and codes are compared as codes.
bool compared(SectionKind kind) { return kind == SectionKind::title || kind == SectionKind::prose; }

std::vector<Candidate> words_of(const Analyzer& analyzer, const Record& question) {
  std::vector<Candidate> words;
  std::unordered_map<std::string, std::size_t> places;
  std::vector<Token> tokens;
  std::vector<TextSpan> spans;
  for (const Section& section : sections_of(question)) {
    if (!compared(section.kind)) continue;
    tokens.clear();
    spans.clear();
    analyze_section(analyzer, section.text, 0, tokens, spans);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].stop || tokens[i].unscored) continue;
      const auto [place, added] = places.try_emplace(tokens[i].term, words.size());
      if (added) {
        words.emplace_back().word.term = tokens[i].term;
        words.back().word.written =
            section.text.substr(spans[i].begin, spans[i].end - spans[i].begin);
      }
      words[place->second].weight += section.weight;
    }
  }
  return words;
}

std::uint64_t holding(const CollectionSnapshot& found, const KeyWord& word) {
  std::uint64_t documents = 0;
  for (const BlockView& view : found.blocks)
    documents += view.block->postings.find(word.term, word.hash).documents.count;
  return documents;
}

}  // namespace

KeyWords::KeyWords(const Analyzer& analyzer, const Record& question,
                   const CollectionSnapshot& found) {
  std::vector<Candidate> candidates = words_of(analyzer, question);
  for (Candidate& candidate : candidates) {
    KeyWord& word = candidate.word;
    word.hash = Vocabulary::hash(word.term);
    const std::uint64_t documents = holding(found, word);
    if (documents == 0) continue;
    word.weight =
        static_cast<std::uint64_t>(std::round(idf(found.documents(), documents) * weight_scale));
    candidate.worth = word.weight * std::min<std::uint64_t>(candidate.weight, 8);
  }
  std::erase_if(candidates, [](const Candidate& candidate) { return candidate.worth == 0; });
  std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
    if (a.worth != b.worth) return a.worth > b.worth;
    return a.word.term < b.word.term;
  });
  if (candidates.size() > most) candidates.resize(most);
  std::uint64_t total = 0;
  for (Candidate& candidate : candidates) {
    total += candidate.word.weight;
    words_.push_back(std::move(candidate.word));
  }
  full_ = std::max<std::uint64_t>(1, total * 65'535 / 2);
}

Units KeyWords::units(std::uint64_t sum) const {
  return static_cast<Units>(std::min<std::uint64_t>(full_units, sum * full_units / full_));
}

}  // namespace incontro
