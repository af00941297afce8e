// Phrases and prefixes in one block against the plain texts.

#include "eval/word_search.h"

#include <gtest/gtest.h>

#include <set>

#include "blocks/word_builder.h"
#include "support/frequent_words.h"
#include "support/seed.h"

namespace incontro {
namespace {

class WordSearchIn : public ::testing::TestWithParam<bool> {
 protected:
  WordSearchIn()
      : random_(test_seed(31)),
        documents_(GetParam() ? frequent_documents(random_) : zipf_documents(random_)),
        index_(build_words(documents_)) {
    for (const Document& document : documents_) texts_.push_back(standing_words(document));
  }

  bool stands_in(const StandingWords& text, const Phrase& phrase) const {
    for (std::size_t begin = 0; begin + phrase.size() <= text.size(); ++begin) {
      std::size_t same = 0;
      while (same < phrase.size() && text[begin + same].second == phrase[same] &&
             text[begin + same].first == text[begin].first + same)
        ++same;
      if (same == phrase.size()) return true;
    }
    return false;
  }

  const StandingWords& any_text() {
    for (;;)
      if (const auto& text = texts_[below(random_, texts_.size())]; !text.empty()) return text;
  }

  // Words that stand one after the other, often across a section; now and then one is another.
  Phrase any_phrase() {
    const StandingWords& text = any_text();
    const std::size_t length = std::min(text.size(), 1 + below(random_, 6));
    const std::size_t begin = below(random_, text.size() - length + 1);
    Phrase phrase;
    for (std::size_t i = 0; i < length; ++i) phrase.push_back(text[begin + i].second);
    if (below(random_, 5) == 0)
      phrase[below(random_, length)] = any_text()[0].second;
    else if (below(random_, 8) == 0)
      phrase[below(random_, length)] = phrase[below(random_, length)];
    if (below(random_, 40) == 0) phrase.push_back("absent");
    return phrase;
  }

  std::mt19937_64 random_;
  const std::vector<Document> documents_;
  const WordIndex index_;
  std::vector<StandingWords> texts_;
};

std::vector<std::size_t> found_in(const Hits& hits) {
  std::vector<std::size_t> found;
  hits.for_each([&](std::uint16_t offset) { found.push_back(offset); });
  EXPECT_EQ(hits.count, found.size());
  EXPECT_EQ(hits.dense, found.size() >= dense_hits);
  return found;
}

TEST_P(WordSearchIn, FindsEveryPhraseWhereItStands) {
  WordSearch search;
  Hits hits;
  std::size_t in_pairs = 0, in_text = 0, many = 0, some = 0;
  for (int round = 0; round < 250; ++round) {
    const Phrase phrase = any_phrase();
    std::string told;
    std::size_t frequent = 0;
    for (const std::string& word : phrase) {
      told += word + " ";
      const auto number = index_.words.find(word);
      frequent += number && index_.text_number(*number) != 0;
    }
    std::vector<std::size_t> expected;
    for (std::size_t d = 0; d < texts_.size(); ++d)
      if (stands_in(texts_[d], phrase)) expected.push_back(d);
    search.phrase(index_, phrase, hits);
    ASSERT_EQ(found_in(hits), expected) << told;
    in_pairs += frequent == phrase.size() && phrase.size() >= 2;
    in_text += frequent > 0 && frequent < phrase.size();
    many += expected.size() >= dense_hits;
    some += !expected.empty();
  }
  EXPECT_GT(some, 150u);
  EXPECT_GT(in_pairs, 10u) << "too few phrases of frequent words only";
  EXPECT_GT(in_text, 10u) << "too few phrases of frequent words and others";
  EXPECT_GT(many, 5u) << "too few phrases in many documents";
}

TEST_P(WordSearchIn, FindsEveryPrefix) {
  WordSearch search;
  Hits hits;
  for (int round = 0; round < 100; ++round) {
    const std::string& word = any_text()[0].second;
    const std::string prefix = word.substr(0, below(random_, word.size() + 1));
    std::vector<std::size_t> expected;
    for (std::size_t d = 0; d < texts_.size(); ++d)
      if (std::ranges::any_of(texts_[d],
                              [&](const auto& w) { return w.second.starts_with(prefix); }))
        expected.push_back(d);
    search.prefix(index_, prefix, hits);
    ASSERT_EQ(found_in(hits), expected) << prefix;
  }
}

// A phrase cannot begin before the first position, nor end after the last.
TEST_P(WordSearchIn, StaysInsideTheText) {
  WordSearch search;
  Hits hits;
  const std::string first =
      texts_.front().empty() ? any_text()[0].second : texts_.front().front().second;
  for (const std::string& word : {first, any_text().back().second})
    for (const std::size_t length : {2u, 100u, 2'000u}) {
      search.phrase(index_, Phrase(length, word), hits);
      std::size_t expected = 0;
      for (const StandingWords& text : texts_) expected += stands_in(text, Phrase(length, word));
      EXPECT_EQ(hits.count, expected) << length << " times " << word;
    }
}

INSTANTIATE_TEST_SUITE_P(Texts, WordSearchIn, ::testing::Values(false, true),
                         [](const auto& tested) { return tested.param ? "Frequent" : "Zipf"; });

}  // namespace
}  // namespace incontro
