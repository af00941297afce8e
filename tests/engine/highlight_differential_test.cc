// What is marked against a judge that reads word by word.

#include <gtest/gtest.h>
#include <incontro/privacy.h>
#include <incontro/sections.h>
#include <incontro/synth.h>

#include <set>

#include "highlight/targets.h"
#include "support/home.h"
#include "support/records.h"
#include "support/seed.h"

namespace incontro {
namespace {

const Date today = day(2026, 11, 23);

const Analyzer& analyzer() {
  static const Analyzer instance;
  return instance;
}

std::vector<Target> targets_without_weights(const Clauses& clauses) {
  PlannedClauses planned{{}, clauses.phrases, clauses.prefixes};
  for (const std::string& term : clauses.terms)
    planned.terms.push_back(
        {term, 0, std::ranges::find(clauses.implied, term) != clauses.implied.end(), 1});
  return targets_of(planned);
}

struct Text {
  std::vector<Token> tokens;
  std::vector<TextSpan> spans;
};

Text analyzed(std::string_view text) {
  Text out;
  analyze_section(analyzer(), text, 0, out.tokens, out.spans);
  return out;
}

// With what was written as one word with one of them.
std::set<std::size_t> whole_words(const std::set<std::size_t>& asked,
                                  const std::vector<TextSpan>& spans) {
  std::set<std::size_t> whole;
  for (const std::size_t i : asked)
    for (std::size_t other = 0; other < spans.size(); ++other)
      if (spans[other].begin < spans[i].end && spans[i].begin < spans[other].end)
        whole.insert(other);
  return whole;
}

// The places of the words that the query asks for, each word of a phrase for itself.
std::set<std::size_t> judged(const std::vector<Target>& targets, const std::vector<Token>& tokens) {
  std::set<std::size_t> asked;
  for (const Target& target : targets)
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const Token& token = tokens[i];
      if (target.kind == Target::Kind::term && !token.stop &&
          std::ranges::find(target.words, token.term) != target.words.end())
        asked.insert(i);
      if (target.kind == Target::Kind::prefix &&
          token.word.compare(0, target.words[0].size(), target.words[0]) == 0)
        asked.insert(i);
      if (target.kind != Target::Kind::phrase) continue;
      std::size_t k = 0;
      while (k < target.words.size() && i + k < tokens.size() &&
             tokens[i + k].word == target.words[k] && tokens[i + k].position == token.position + k)
        ++k;
      for (std::size_t j = 0; k == target.words.size() && j < k; ++j) asked.insert(i + j);
    }
  return asked;
}

std::set<std::size_t> marked(const Highlighter& highlighter, std::string_view text,
                             const std::vector<TextSpan>& spans) {
  std::set<std::size_t> found;
  for (const TextSpan& mark : highlighter.marks(text))
    for (std::size_t i = 0; i < spans.size(); ++i)
      if (spans[i].begin < mark.end && mark.begin < spans[i].end) {
        found.insert(i);
        EXPECT_TRUE(mark.begin <= spans[i].begin && spans[i].end <= mark.end) << "half a word";
      }
  return found;
}

class RandomQuery {
 public:
  RandomQuery(const Record& record, std::mt19937_64& random) : random_(random) {
    for (const Section& section : sections_of(record)) texts_.push_back(analyzed(section.text));
  }

  std::string text() {
    std::string query;
    for (std::size_t i = 1 + below(random_, 4); i > 0; --i) query += piece() + " ";
    return query;
  }

 private:
  std::string piece() {
    const std::vector<Token>& tokens = texts_[below(random_, texts_.size())].tokens;
    if (tokens.empty()) return "cuoco";
    const std::size_t at = below(random_, tokens.size());
    switch (below(random_, 6)) {
      case 0:
        return tokens[at].word.substr(0, 2 + below(random_, 4)) + "*";
      case 1: {
        std::string phrase = "\"";
        for (std::size_t i = at; i < tokens.size() && i < at + 1 + below(random_, 4); ++i)
          phrase += tokens[i].word + " ";
        return phrase + "\"";
      }
      case 2:
        return "-" + tokens[at].word;
      default:
        return tokens[at].word;
    }
  }

  std::mt19937_64& random_;
  std::vector<Text> texts_;
};

Record record_of(const Generator& generator, std::uint64_t n) {
  return n % 2 == 0 ? Record(generator.vacancy(n)) : Record(generator.cv(n));
}

TEST(HighlightDifferential, TheWordsMarkedAreThoseThatTheQueryAsksFor) {
  const std::uint64_t seed = test_seed(64);
  std::mt19937_64 random(seed);
  const Generator generator(seed, today);
  std::size_t words = 0;
  for (std::uint64_t n = 0; n < 300; ++n) {
    const Record view = public_view(record_of(generator, n));
    RandomQuery queries(view, random);
    for (int round = 0; round < 4; ++round) {
      const std::string query = queries.text();
      SCOPED_TRACE(query);
      const auto targets = targets_without_weights(parse_query(analyzer(), query).required);
      const Highlighter highlighter(analyzer(), targets);
      for (const Section& section : sections_of(view)) {
        const Text text = analyzed(section.text);
        const auto expected = whole_words(judged(targets, text.tokens), text.spans);
        ASSERT_EQ(marked(highlighter, section.text, text.spans), expected) << section.text;
        words += expected.size();
      }
    }
  }
  EXPECT_GT(words, 2'000u);
}

// Every target of a query stands in some section of each hit: nothing is found that cannot be
// marked. And what is marked on the page is what the judge asks for.
TEST(HighlightDifferential, WhatTheSearchFindsCanBeMarked) {
  const std::uint64_t seed = test_seed(65);
  std::mt19937_64 random(seed);
  const Generator generator(seed, today);
  TestHome home(today);
  std::vector<Record> records;
  for (std::uint64_t n = 0; n < 120; ++n) records.push_back(record_of(generator, n));
  home.apply(records);
  std::size_t hits = 0;
  for (int round = 0; round < 150; ++round) {
    const Record& asked = records[below(random, records.size())];
    Query query;
    query.collection = collection_of(asked);
    query.text = RandomQuery(public_view(asked), random).text();
    query.highlight = true;
    query.synonyms = false;  // a profession's code is in no text
    SCOPED_TRACE(query.text);
    const auto targets = targets_without_weights(parse_query(analyzer(), query.text).required);
    for (const Hit& hit : home.search(query).hits) {
      ++hits;
      for (const Target& target : targets) {
        const Highlighter alone(analyzer(), {target});
        bool found = false;
        for (const Section& section : sections_of(hit.view.record))
          found = found || !alone.marks(section.text).empty();
        EXPECT_TRUE(found) << target.words[0];
      }
      ASSERT_TRUE(hit.highlights);
      const Marked& title = hit.highlights->title;
      EXPECT_EQ(title.text, title_of(hit.view.record));
      EXPECT_EQ(title.marks, Highlighter(analyzer(), targets).marks(title.text));
    }
  }
  EXPECT_GT(hits, 150u);
}

}  // namespace
}  // namespace incontro
