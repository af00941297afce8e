#include "harness/vocabulary.h"

#include <algorithm>

#include "corpus.h"
#include "harness/parallel.h"
#include "query/query_parser.h"

namespace incontro::bench {
namespace {

constexpr std::size_t piece = 1'000;
constexpr std::size_t common_stems = 200;

using Counts = std::unordered_map<std::string, std::uint32_t>;  // documents a stem or word is in

struct Counted {
  Counts stems, words;
};

void add(Counts& all, const Counts& more) {
  for (const auto& [text, count] : more) all[text] += count;
}

Counted count_documents(const Analyzer& analyzer, std::size_t documents) {
  Counted all;
  in_order(
      documents, piece,
      [&](std::size_t begin, std::size_t end) {
        Counted counted;
        for (std::size_t n = begin; n < end; ++n) {
          const Document document =
              make_document(analyzer, bench_generator().vacancy(n), static_cast<DocumentNumber>(n));
          for (const DocumentTerm& term : document.terms)
            if (term.term.find(':') == std::string::npos) ++counted.stems[term.term];
          for (const DocumentWord& word : document.words) ++counted.words[word.word];
        }
        return counted;
      },
      [&](const Counted& counted) {
        add(all.stems, counted.stems);
        add(all.words, counted.words);
      });
  return all;
}

struct Entry {
  std::string text;
  std::uint32_t documents;
};

// Ties in the order of the bytes, so that every machine has the same list.
std::vector<Entry> most_frequent_first(const Counts& counts) {
  std::vector<Entry> entries;
  for (const auto& [text, count] : counts) entries.push_back({text, count});
  std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
    return a.documents != b.documents ? a.documents > b.documents : a.text < b.text;
  });
  return entries;
}

std::unordered_map<std::string, std::string> word_of_each_stem(const Analyzer& analyzer,
                                                               const Counts& words) {
  std::unordered_map<std::string, std::string> word_of;
  for (const Entry& word : most_frequent_first(words)) {
    const Clauses read = parse_query(analyzer, word.text).required;
    if (word.text.size() >= shortest_word && read.terms.size() == 1 && read.phrases.empty() &&
        read.prefixes.empty())
      word_of.try_emplace(read.terms.front(), word.text);
  }
  return word_of;
}

}  // namespace

Vocabulary::Vocabulary(const Analyzer& analyzer, std::size_t documents) : documents_(documents) {
  const Counted counted = count_documents(analyzer, documents);
  const auto word_of = word_of_each_stem(analyzer, counted.words);
  const std::size_t rare_bound = std::max<std::size_t>(4, documents / 5'000);
  std::size_t rank = 0;
  for (const Entry& stem : most_frequent_first(counted.stems)) {
    const bool common = rank++ < common_stems;
    const bool mid = stem.documents >= documents / 500 && stem.documents <= documents / 50;
    const bool rare = stem.documents >= 2 && stem.documents <= rare_bound;
    const auto word = word_of.find(stem.text);
    if (word == word_of.end() || !(common || mid || rare)) continue;
    const Band band = common ? Band::common : mid ? Band::mid : Band::rare;
    bands_[stem.text] = band;
    words_[static_cast<std::size_t>(band)].push_back(word->second);
  }
}

bool Vocabulary::is(Band band, const std::string& stem) const {
  const auto found = bands_.find(stem);
  return found != bands_.end() && found->second == band;
}

}  // namespace incontro::bench
