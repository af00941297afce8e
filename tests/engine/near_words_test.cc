// Lookup with errors against the distance matrix of every word.

#include "suggest/near_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "support/seed.h"

namespace incontro {
namespace {

constexpr unsigned too_far = 99;

// Optimal string alignment, by the textbook.
unsigned distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<unsigned>> d(a.size() + 1, std::vector<unsigned>(b.size() + 1));
  for (unsigned i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (unsigned j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] =
          std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

unsigned distance_of_beginning(std::string_view word, std::string_view typed) {
  unsigned least = too_far;
  for (std::size_t size = 0; size <= word.size(); ++size)
    least = std::min(least, distance(word.substr(0, size), typed));
  return least;
}

Vocabulary vocabulary_of(const std::set<std::string>& words) {
  VocabularyBuilder builder;
  for (const std::string& word : words) builder.add(word);
  return std::move(builder).finish();
}

TEST(NearWords, AreThoseOfTheDistanceMatrix) {
  std::mt19937_64 random(test_seed(5));
  std::size_t near_count = 0;
  for (int round = 0; round < 1'500; ++round) {
    const std::size_t letters = 2 + below(random, 4);  // few, so that words are alike
    const auto word = [&] {
      std::string text;
      for (std::size_t length = below(random, 11); length > 0; --length)
        text += static_cast<char>('a' + below(random, letters));
      return text;
    };
    std::set<std::string> words;
    for (std::size_t i = below(random, 200); i > 0; --i) words.insert(word());
    const std::string typed = word();
    const auto errors = static_cast<unsigned>(below(random, 4));
    const bool beginning = below(random, 2) == 0;

    std::vector<unsigned> found(words.size(), too_far);
    std::uint32_t last = 0;
    for (const NearWords& near : near_words(vocabulary_of(words), typed, errors, beginning)) {
      ASSERT_LE(last, near.first);
      ASSERT_LT(near.first, near.last);
      last = near.last;
      std::fill(found.begin() + near.first, found.begin() + near.last, near.errors);
    }
    std::size_t i = 0;
    for (const std::string& candidate : words) {
      unsigned wanted =
          beginning ? distance_of_beginning(candidate, typed) : distance(candidate, typed);
      if (wanted > errors) wanted = too_far;
      near_count += wanted != too_far;
      ASSERT_EQ(found[i++], wanted) << candidate << " for " << typed << ", " << errors << " errors"
                                    << (beginning ? ", as a beginning" : "");
    }
  }
  EXPECT_GT(near_count, 10'000u);
}

TEST(NearWords, WordsMayBeAsLongAsTheyLike) {
  const std::string longest(200, 'x');
  const Vocabulary words = vocabulary_of({std::string(64, 'x'), longest});
  EXPECT_EQ(near_words(words, std::string(63, 'x'), 2, false).size(), 1u);
  EXPECT_EQ(near_words(words, std::string(63, 'x'), 2, true).size(), 1u);  // both, side by side
  EXPECT_TRUE(near_words(words, longest, 2, false).empty());
  EXPECT_TRUE(near_words(Vocabulary(), "cuoco", 2, true).empty());
}

TEST(NearWords, ErrorsGrowWithTheWordAndNeverTouchCodes) {
  EXPECT_EQ(errors_allowed("oss"), 0u);
  EXPECT_EQ(errors_allowed("cuoc"), 1u);
  EXPECT_EQ(errors_allowed("idrauli"), 1u);
  EXPECT_EQ(errors_allowed("idraulic"), 2u);
  EXPECT_EQ(errors_allowed("68/99000"), 0u);
}

}  // namespace
}  // namespace incontro
