// Position lists and word indexes against the plain texts.

#include <gtest/gtest.h>
#include <incontro/words.h>

#include <map>
#include <set>

#include "blocks/block_builder.h"
#include "blocks/word_builder.h"
#include "support/frequent_words.h"
#include "support/seed.h"

namespace incontro {
namespace {

using Positions = std::vector<std::uint32_t>;

Positions positions_of(const PositionLists& lists, std::size_t list) {
  Positions positions;
  lists.for_each(list, [&](std::uint32_t position) { positions.push_back(position); });
  return positions;
}

TEST(PositionLists, GiveBackListsOfAllLengthsAndDistances) {
  std::mt19937_64 random(test_seed(1));
  // The widest distance that takes one, two or four bytes, and one more.
  constexpr std::uint32_t widest[] = {1, 2, 255, 256, 65'535, 65'536, 1'000'000};
  constexpr std::size_t lengths[] = {1, 2, 127, 128, 129, 130, 255, 256, 257, 1'000};
  std::vector<Positions> lists;
  PositionListsBuilder builder;
  for (int round = 0; round < 300; ++round) {
    Positions& list = lists.emplace_back();
    std::uint32_t position = static_cast<std::uint32_t>(below(random, 3));
    const std::size_t length = lengths[below(random, std::size(lengths))];
    std::uint32_t most = 1;
    for (std::size_t i = 0; i < length; ++i) {
      if (i % 50 == 0) most = widest[below(random, std::size(widest))];  // another, in mid-frame
      list.push_back(position);
      position +=
          below(random, 30) == 0 ? most : static_cast<std::uint32_t>(1 + below(random, most));
    }
    builder.add(list);
  }
  const PositionLists built = std::move(builder).finish();
  for (std::size_t i = 0; i < lists.size(); ++i) {
    ASSERT_EQ(built.count[i], lists[i].size());
    ASSERT_EQ(positions_of(built, i), lists[i]) << "list " << i;
  }
}

TEST(PositionLists, SpendTheFewestBytesThatHoldTheDistancesOfAFrame) {
  for (const auto& [distance, bytes] : {std::pair{1u, 1u},
                                        {255u, 1u},
                                        {256u, 2u},
                                        {65'535u, 2u},
                                        {65'536u, 4u},
                                        {20'000'000u, 4u}}) {
    PositionListsBuilder builder;
    Positions list;
    for (std::uint32_t i = 0; i < 130; ++i) list.push_back(7 + i * distance);
    builder.add(list);
    const PositionLists built = std::move(builder).finish();
    EXPECT_EQ(built.frame_first.size(), 2u);
    EXPECT_EQ(built.data.size(), (127u + 1u) * bytes) << distance;
    EXPECT_EQ(positions_of(built, 0), list);
  }
}

TEST(PositionLists, OfNothingAreEmpty) {
  const PositionLists built = PositionListsBuilder().finish();
  EXPECT_EQ(built.count.size(), 0u);
  EXPECT_EQ(built.data.size(), 0u);
}

// The texts once more, as the index must place them.
struct Placed {
  std::map<std::string, Positions> words;
  std::vector<std::string> text;        // by position, empty where it is free
  std::vector<std::size_t> document;    // by position
  std::vector<std::uint32_t> base{0u};  // by document
};

Placed placed(std::span<const Document> documents) {
  Placed out;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    const StandingWords words = standing_words(documents[d]);
    for (std::size_t i = 0; i < words.size(); ++i) {
      out.words[words[i].second].push_back(static_cast<std::uint32_t>(out.text.size()));
      out.text.push_back(words[i].second);
      // A free place where the next word does not stand beside this one.
      if (i + 1 == words.size() || words[i + 1].first > words[i].first + 1) out.text.emplace_back();
    }
    out.document.resize(out.text.size(), d);
    out.base.push_back(static_cast<std::uint32_t>(out.text.size()));
  }
  return out;
}

class WordIndexOf : public ::testing::TestWithParam<bool> {
 protected:
  WordIndexOf()
      : random_(test_seed(2)),
        documents_(GetParam() ? frequent_documents(random_) : zipf_documents(random_)),
        index_(build_words(documents_)),
        naive_(placed(documents_)) {}

  std::mt19937_64 random_;
  std::vector<Document> documents_;
  const WordIndex index_;
  const Placed naive_;
};

TEST_P(WordIndexOf, PlacesEveryWordOfEveryDocument) {
  ASSERT_EQ(index_.words.size(), naive_.words.size());
  std::size_t number = 0;
  for (const auto& [word, positions] : naive_.words) {
    EXPECT_EQ(index_.words[number], word);
    ASSERT_EQ(positions_of(index_.positions, number), positions) << word;
    ++number;
  }
  EXPECT_TRUE(std::ranges::equal(index_.base.span(), naive_.base));
  ASSERT_EQ(index_.end(), naive_.text.size());
  for (std::uint32_t p = 0; p < index_.end(); ++p)
    ASSERT_EQ(index_.document_at(p), naive_.document[p]) << "position " << p;
}

TEST_P(WordIndexOf, TellsWhereTheMostFrequentWordsAndTheirPairsStand) {
  std::vector<std::pair<std::size_t, std::string>> frequent;  // the most frequent first
  for (const auto& [word, positions] : naive_.words)
    if (positions.size() >= WordIndex::frequent_occurrences)
      frequent.emplace_back(naive_.text.size() - positions.size(), word);
  EXPECT_GT(frequent.size(), GetParam() ? std::size_t{WordIndex::most_frequent} : 5u)
      << "the texts have too few frequent words to tell anything";
  std::ranges::sort(frequent);
  frequent.resize(std::min(frequent.size(), std::size_t{WordIndex::most_frequent}));
  std::set<std::string> names;
  for (const auto& [order, word] : frequent) names.insert(word);
  ASSERT_EQ(index_.frequent.size(), names.size());
  std::map<std::string, std::uint8_t> numbers;
  for (const std::string& word : names)
    numbers.emplace(word, static_cast<std::uint8_t>(numbers.size() + 1));
  for (std::uint32_t word = 0; word < index_.words.size(); ++word) {
    const auto number = numbers.find(std::string(index_.words[word]));
    ASSERT_EQ(index_.text_number(word), number == numbers.end() ? 0 : number->second);
  }
  ASSERT_EQ(index_.text.size(), naive_.text.size());
  std::map<std::pair<std::uint8_t, std::uint8_t>, Positions> pairs;
  std::uint8_t before = 0;
  for (std::uint32_t p = 0; p < index_.end(); ++p) {
    const auto number = numbers.find(naive_.text[p]);
    const std::uint8_t here = number == numbers.end() ? std::uint8_t{0} : number->second;
    ASSERT_EQ(index_.text[p], here) << "position " << p;
    if (before != 0 && here != 0) pairs[{before, here}].push_back(p - 1);
    before = here;
  }
  EXPECT_GT(pairs.size(), 50u) << "too few pairs";
  ASSERT_EQ(index_.pairs.size(), pairs.size());
  std::size_t place = 0;
  for (const auto& [pair, positions] : pairs) {
    ASSERT_EQ(index_.pairs[place], pair.first * 256 + pair.second);
    ASSERT_EQ(positions_of(index_.pair_positions, place), positions);
    ++place;
  }
}

// All prefixes of all words, and some of none: the documents are right, and to find them costs no
// more than the bound.
TEST_P(WordIndexOf, FindsTheDocumentsOfAPrefixAtABoundedCost) {
  EXPECT_GT(index_.sets.size(), GetParam() ? 3u : 10u) << "the texts need too few sets";
  std::set<std::string> prefixes = {"", "0", "~"};
  for (const auto& [word, positions] : naive_.words) {
    for (std::size_t length = 1; length <= 3; ++length) prefixes.insert(word.substr(0, length));
    if (below(random_, 10) == 0) prefixes.insert(word);
    if (below(random_, 10) == 0) prefixes.insert(word.substr(0, below(random_, word.size())));
  }
  for (const std::string& prefix : prefixes) {
    BitSet expected, found;
    for (auto it = naive_.words.lower_bound(prefix);
         it != naive_.words.end() && it->first.starts_with(prefix); ++it)
      for (const std::uint32_t p : it->second) expected.set(naive_.document[p]);
    const auto range = index_.words.with_prefix(prefix);
    index_.add_documents(range, found);
    ASSERT_EQ(found, expected) << '"' << prefix << '"';

    std::uint64_t cost = 0;
    for (std::uint32_t word = range.first; word < range.second;) {
      std::uint32_t end = word;
      for (const WordSet& set : index_.sets)
        if (set.first == word && set.last <= range.second) end = std::max(end, set.last);
      cost += WordIndex::word_cost + (end > word ? 0 : index_.positions.count[word]);
      word = std::max(end, word + 1);
    }
    ASSERT_LE(cost, WordIndex::set_cost) << '"' << prefix << '"';
  }
}

// Bits that are set already stay.
TEST_P(WordIndexOf, AddsDocumentsToThoseThatAreThere) {
  BitSet found;
  found.set(block_capacity - 1);
  index_.add_documents({0, 0}, found);
  EXPECT_EQ(found.count(), 1u);
  index_.add_documents({0, static_cast<std::uint32_t>(index_.words.size())}, found);
  EXPECT_TRUE(found.test(block_capacity - 1));
}

TEST_P(WordIndexOf, MergedOfPartsIsThatOfAllTheirDocuments) {
  std::vector<BlockView> views;
  for (std::size_t begin = 0; begin < documents_.size();) {
    const std::size_t count =
        std::min(documents_.size() - begin, 1 + below(random_, documents_.size()));
    const auto part = std::span(documents_).subspan(begin, count);
    const auto block = std::make_shared<const Block>(build_block(Collection::cvs, part));
    const auto words = std::make_shared<const WordIndex>(build_words(part));
    BitSet withdrawn;
    if (below(random_, 3) > 0)
      for (std::size_t i = 0; i < count; ++i)
        if (below(random_, 9) == 0) {
          withdrawn.set(i);
          part[i] = placeholder(Collection::cvs, part[i].number);
        }
    views.push_back(view_of(block, words, withdrawn));
    begin += count;
  }
  const WordIndex merged = merge_words(views);
  EXPECT_EQ(merged, build_words(documents_));
  EXPECT_GT(merged.frequent.size(), 5u);
  EXPECT_GT(merged.pairs.size(), 5u);
  EXPECT_GT(merged.sets.size(), 2u);
}

INSTANTIATE_TEST_SUITE_P(Texts, WordIndexOf, ::testing::Values(false, true),
                         [](const auto& tested) { return tested.param ? "Frequent" : "Zipf"; });

TEST(WordIndex, OfNoWordsIsEmpty) {
  const std::vector<Document> documents(3, placeholder(Collection::cvs, 0));
  const WordIndex index = build_words(documents);
  EXPECT_EQ(index.end(), 0u);
  EXPECT_EQ(index.words.size(), 0u);
  EXPECT_EQ(index.base.size(), 4u);
  EXPECT_TRUE(index.text.empty());
  BitSet found;
  index.add_documents(index.words.with_prefix(""), found);
  EXPECT_EQ(found.count(), 0u);
}

}  // namespace
}  // namespace incontro
