// Postings and vocabularies against plain lists.

#include <gtest/gtest.h>
#include <incontro/impact.h>
#include <incontro/postings.h>

#include <algorithm>
#include <map>
#include <set>

#include "support/seed.h"

namespace incontro {
namespace {

// `count` different offsets, ascending.
std::vector<std::uint16_t> random_offsets(std::mt19937_64& random, std::size_t count) {
  std::vector<std::uint16_t> all(block_capacity);
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint16_t>(i);
  for (std::size_t i = 0; i < count; ++i) std::swap(all[i], all[i + below(random, all.size() - i)]);
  all.resize(count);
  std::ranges::sort(all);
  return all;
}

std::vector<std::uint16_t> random_lengths(std::mt19937_64& random) {
  std::vector<std::uint16_t> lengths(block_capacity);
  for (std::uint16_t& length : lengths)
    length = static_cast<std::uint16_t>(below(random, 1 + (std::size_t{1} << below(random, 17))));
  return lengths;
}

struct Term {
  std::vector<std::uint16_t> offsets;
  std::vector<std::uint8_t> weights;
};
using Terms = std::map<std::string, Term>;

// Terms on both sides of the boundary between offsets and bits, and the largest that there can be.
Terms random_terms(std::mt19937_64& random) {
  Terms terms;
  for (const std::size_t count :
       {1u, 2u, 63u, 64u, 65u, 1'000u, 4'095u, 4'096u, 4'097u, 20'000u, 65'535u, 65'536u})
    for (const char* prefix : {"a", "z"}) {
      Term& term = terms[prefix + std::to_string(count)];
      term.offsets = random_offsets(random, count);
      for (std::size_t i = 0; i < count; ++i)
        term.weights.push_back(static_cast<std::uint8_t>(
            below(random, 20) == 0 ? 255 : 1 + below(random, 1 + below(random, 255))));
    }
  return terms;
}

Postings built(const Terms& terms, std::span<const std::uint16_t> lengths) {
  PostingsBuilder builder(lengths);
  for (const auto& [name, term] : terms) {
    for (std::size_t i = 0; i < term.offsets.size(); ++i)
      builder.posting(term.offsets[i], term.weights[i]);
    builder.term(name);
    builder.term(name + "~");  // without postings: passed over
  }
  return std::move(builder).finish();
}

TEST(Postings, GiveBackEveryDocumentAndWeight) {
  std::mt19937_64 random(test_seed(1));
  const Terms terms = random_terms(random);
  const auto lengths = random_lengths(random);
  const Postings postings = built(terms, lengths);
  ASSERT_EQ(postings.terms.size(), terms.size());
  std::size_t number = 0;
  for (const auto& [name, term] : terms) {
    SCOPED_TRACE(name);
    EXPECT_EQ(postings.terms[number], name);
    EXPECT_EQ(postings.count(number), term.offsets.size()) << name;
    for (const PostingList& list : {postings.find(name), postings.list(number)}) {
      EXPECT_EQ(list.documents.count, term.offsets.size());
      EXPECT_TRUE(std::ranges::equal(list.weights, term.weights));
      std::vector<std::uint16_t> visited;
      list.documents.for_each([&](std::uint16_t offset) { visited.push_back(offset); });
      EXPECT_EQ(visited, term.offsets);
      const bool many = term.offsets.size() >= 4'096;
      EXPECT_EQ(list.dense != nullptr, many);
      EXPECT_EQ(list.documents.bits != nullptr, many);
      EXPECT_EQ(list.documents.offsets.empty(), many);
    }
    ++number;
  }
  for (const char* absent : {"", "a", "a0", "z4096~", "zz"})
    EXPECT_EQ(postings.find(absent).documents.count, 0u) << absent;
  EXPECT_EQ(postings, built(terms, lengths));
  EXPECT_GT(postings.bytes(), 4u * 65'536);
}

TEST(Postings, OfNoTermsFindNothing) {
  const Postings postings = PostingsBuilder({}).finish();
  EXPECT_EQ(postings.terms.size(), 0u);
  EXPECT_EQ(postings.find("").documents.count, 0u);
  EXPECT_EQ(postings.find("a").documents.count, 0u);
}

TEST(DenseOffsets, KnowTheRankOfEachDocumentAndThePeakOfEachWord) {
  std::mt19937_64 random(test_seed(2));
  const Terms terms = random_terms(random);
  const auto lengths = random_lengths(random);
  const Postings postings = built(terms, lengths);
  std::size_t dense_terms = 0;
  for (const auto& [name, term] : terms) {
    const DenseOffsets* const dense = postings.find(name).dense;
    if (!dense) continue;
    ++dense_terms;
    std::vector<std::uint32_t> best(BitSet::words, 0);
    for (std::size_t i = 0; i < term.offsets.size(); ++i) {
      const std::uint16_t offset = term.offsets[i];
      ASSERT_EQ(dense->rank_of(offset), i) << name << " at " << offset;
      best[offset / 64] = std::max(best[offset / 64], impact_of(term.weights[i], lengths[offset]));
    }
    for (std::size_t w = 0; w < BitSet::words; ++w) {
      // What the ranking relies on: no impact among the 64 is above the peak's step.
      ASSERT_EQ(dense->peak[w], best[w] / 256) << name << " word " << w;
      ASSERT_LE(best[w], dense->peak[w] * 256u + 255u);
    }
  }
  EXPECT_EQ(dense_terms, 10u);
}

TEST(OffsetSet, CountsWhatIsInBits) {
  std::mt19937_64 random(test_seed(3));
  const Terms terms = random_terms(random);
  const Postings postings = built(terms, random_lengths(random));
  for (int round = 0; round < 8; ++round) {
    BitSet bits;
    for (const std::uint16_t i : random_offsets(random, below(random, block_capacity))) bits.set(i);
    for (const auto& [name, term] : terms)
      EXPECT_EQ(count_in(postings.find(name).documents, bits),
                std::ranges::count_if(term.offsets, [&](std::uint16_t i) { return bits.test(i); }))
          << name;
  }
}

Vocabulary vocabulary_of(const std::set<std::string>& terms) {
  VocabularyBuilder builder;
  for (const std::string& term : terms) builder.add(term);
  return std::move(builder).finish();
}

void expect_prefixes(const std::set<std::string>& terms, const std::set<std::string>& prefixes) {
  const Vocabulary vocabulary = vocabulary_of(terms);
  const std::vector<std::string> sorted(terms.begin(), terms.end());
  for (const std::string& prefix : prefixes) {
    const auto [first, last] = vocabulary.with_prefix(prefix);
    ASSERT_LE(first, last) << prefix;
    for (std::size_t i = 0; i < sorted.size(); ++i)
      ASSERT_EQ(first <= i && i < last, sorted[i].starts_with(prefix))
          << '"' << prefix << "\" and \"" << sorted[i] << '"';
  }
}

TEST(Vocabulary, NumbersAndFindsItsTerms) {
  std::mt19937_64 random(test_seed(4));
  std::set<std::string> terms;
  while (terms.size() < 3'000) {
    std::string term;
    for (std::size_t length = below(random, 8); length > 0; --length)
      term += static_cast<char>(below(random, 256));
    terms.insert(term);
  }
  const Vocabulary vocabulary = vocabulary_of(terms);
  ASSERT_EQ(vocabulary.size(), terms.size());
  std::uint32_t number = 0;
  for (const std::string& term : terms) {
    EXPECT_EQ(vocabulary[number], term);
    EXPECT_EQ(vocabulary.find(term), number++);
    EXPECT_EQ(vocabulary.find(term + "?").has_value(), terms.contains(term + "?"));
  }
}

TEST(Vocabulary, FindsManyTermsAsItFindsEach) {
  const Vocabulary some = vocabulary_of({"", "autista", "cuoco", "saldatore", "\xFF"});
  for (const Vocabulary& vocabulary : {some, Vocabulary()}) {
    std::vector<Vocabulary::Term> terms;
    for (const std::string_view text : {"cuoco", "cuochi", "", "\xFF", "cuoco", "zappa"})
      terms.push_back({text, Vocabulary::hash(text)});
    const std::vector<std::uint32_t> numbers = vocabulary.find_all(terms);
    ASSERT_EQ(numbers.size(), terms.size());
    for (std::size_t i = 0; i < terms.size(); ++i)
      EXPECT_EQ(numbers[i], vocabulary.find(terms[i].text).value_or(Vocabulary::none)) << i;
  }
}

TEST(Vocabulary, OfOneTermASearchForAnotherEnds) {
  const Vocabulary vocabulary = vocabulary_of({"cuoco"});
  EXPECT_EQ(vocabulary.find("cuoco"), 0u);
  EXPECT_EQ(vocabulary.find("cuochi"), std::nullopt);
}

TEST(Vocabulary, FindsTheTermsWithAPrefix) {
  const std::string ends = "\xFF";
  const std::set<std::string> terms = {"",
                                       "a",
                                       "ab",
                                       "abc",
                                       "abd",
                                       "ac",
                                       "b",
                                       "caff\u00e8",
                                       "caffettiera",
                                       "\u00e8",
                                       "\u00e8 a",
                                       ends,
                                       ends + ends,
                                       ends + "a",
                                       "z" + ends,
                                       "z" + ends + ends};
  expect_prefixes(
      terms, {"", "a", "ab", "abc", "abcd", "b", "bb", "caff", "caff\u00e8", "\xC3", "\u00e8", ends,
              ends + ends, ends + ends + ends, "z", "z" + ends, "~", std::string(1, '\0')});
  expect_prefixes({}, {"", "a"});
  expect_prefixes({"m"}, {"", "a", "m", "mm", "z"});
  expect_prefixes({""}, {"", "a"});
}

TEST(Vocabulary, FindsTheTermsWithARandomPrefix) {
  std::mt19937_64 random(test_seed(5));
  const auto drawn = [&](std::size_t longest) {
    std::string text;
    constexpr char letters[] = {'a', 'b', '\xFF', '\xFE', '\0', '\x7F'};
    for (std::size_t length = below(random, longest + 1); length > 0; --length)
      text += letters[below(random, std::size(letters))];
    return text;
  };
  for (int round = 0; round < 30; ++round) {
    std::set<std::string> terms, prefixes;
    for (std::size_t i = below(random, 200); i > 0; --i) terms.insert(drawn(6));
    for (int i = 0; i < 100; ++i) prefixes.insert(drawn(4));
    expect_prefixes(terms, prefixes);
  }
}

}  // namespace
}  // namespace incontro
