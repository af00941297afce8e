// BitSet against std::vector<bool>.

#include <gtest/gtest.h>
#include <incontro/bit_set.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "support/seed.h"

namespace incontro {
namespace {

// A set and its model, which every change goes to.
struct Modelled {
  std::unique_ptr<BitSet> bits = std::make_unique<BitSet>();
  std::vector<bool> model = std::vector<bool>(block_capacity);

  void set(std::size_t i) {
    bits->set(i);
    model[i] = true;
  }
};

void expect_same(const Modelled& tested) {
  std::vector<std::uint16_t> expected, visited;
  for (std::size_t i = 0; i < block_capacity; ++i)
    if (tested.model[i]) expected.push_back(static_cast<std::uint16_t>(i));
  tested.bits->for_each([&](std::uint16_t i) { visited.push_back(i); });
  EXPECT_EQ(visited, expected);
  EXPECT_EQ(tested.bits->count(), expected.size());
  for (std::size_t w = 0; w < BitSet::words; ++w)
    for (std::size_t i = 0; i < 64; ++i)
      ASSERT_EQ(tested.bits->word(w) >> i & 1, tested.model[w * 64 + i]) << w * 64 + i;
}

// Sets of all densities, and with runs that fill whole words.
Modelled random_set(std::mt19937_64& random) {
  Modelled made;
  const std::size_t count = below(random, 1 + (std::size_t{1} << below(random, 17)));
  for (std::size_t i = 0; i < count; ++i) made.set(below(random, block_capacity));
  for (std::size_t runs = below(random, 4); runs > 0; --runs) {
    const std::size_t begin = below(random, block_capacity);
    const std::size_t end = std::min(block_capacity, begin + below(random, 1'000));
    for (std::size_t i = begin; i < end; ++i) made.set(i);
  }
  return made;
}

TEST(BitSet, IsEmptyAtFirstAndAfterClearing) {
  Modelled tested;
  expect_same(tested);
  std::mt19937_64 random(test_seed(1));
  tested = random_set(random);
  tested.bits->clear();
  tested.model.assign(block_capacity, false);
  expect_same(tested);
  EXPECT_EQ(*tested.bits, BitSet());
}

TEST(BitSet, SetsResetsAndTestsEachBitAlone) {
  std::mt19937_64 random(test_seed(2));
  Modelled tested;
  for (int i = 0; i < 60'000; ++i) {
    const std::size_t at = below(random, 4) == 0 ? block_capacity - 1 - below(random, 70)
                                                 : below(random, block_capacity);
    ASSERT_EQ(tested.bits->test(at), tested.model[at]) << at;
    if (below(random, 3) == 0) {
      tested.bits->reset(at);
      tested.model[at] = false;
    } else {
      tested.set(at);
    }
    ASSERT_EQ(tested.bits->test(at), tested.model[at]) << at;
  }
  expect_same(tested);
}

TEST(BitSet, CombinesLikeTheModel) {
  std::mt19937_64 random(test_seed(3));
  for (int round = 0; round < 60; ++round) {
    Modelled a = random_set(random);
    const Modelled b = random_set(random);
    std::vector<std::uint16_t> common, visited;
    for (std::size_t i = 0; i < block_capacity; ++i)
      if (a.model[i] && b.model[i]) common.push_back(static_cast<std::uint16_t>(i));
    for_each_in_both(*a.bits, *b.bits, [&](std::uint16_t i) { visited.push_back(i); });
    EXPECT_EQ(visited, common);
    EXPECT_EQ(count_common(*a.bits, *b.bits), common.size());
    EXPECT_EQ(*a.bits == *b.bits, a.model == b.model);

    const int operation = round % 3;
    for (std::size_t i = 0; i < block_capacity; ++i)
      a.model[i] = operation == 0   ? a.model[i] && b.model[i]
                   : operation == 1 ? a.model[i] && !b.model[i]
                                    : a.model[i] || b.model[i];
    if (operation == 0)
      a.bits->intersect(*b.bits);
    else if (operation == 1)
      a.bits->subtract(*b.bits);
    else
      a.bits->unite(*b.bits);
    expect_same(a);
    if (HasFailure()) break;
  }
}

TEST(BitSet, UnitesDifferencesComplementsAndCountsUpToTwo) {
  std::mt19937_64 random(test_seed(6));
  for (int round = 0; round < 20; ++round) {
    Modelled sum = random_set(random), twice = random_set(random);
    const Modelled a = random_set(random), b = random_set(random);
    Modelled united = random_set(random);
    united.bits->unite_difference(*a.bits, *b.bits);
    sum.bits->add_up(*a.bits, *twice.bits);
    for (std::size_t i = 0; i < block_capacity; ++i) {
      united.model[i] = united.model[i] || (a.model[i] && !b.model[i]);
      twice.model[i] = twice.model[i] || (sum.model[i] && a.model[i]);
      sum.model[i] = sum.model[i] || a.model[i];
    }
    expect_same(united);
    expect_same(sum);
    expect_same(twice);
    sum.bits->complement();
    sum.model.flip();
    expect_same(sum);
    if (HasFailure()) break;
  }
}

TEST(BitSet, KeepsWhereBytesAreZeroAndNothingBeyondThem) {
  std::mt19937_64 random(test_seed(5));
  for (const std::size_t size : {0u, 1u, 63u, 64u, 65u, 511u, 65'535u, 65'536u}) {
    SCOPED_TRACE(std::to_string(size) + " bytes");
    std::vector<std::uint8_t> bytes(size);
    for (std::uint8_t& byte : bytes)
      byte = static_cast<std::uint8_t>(below(random, 2) * below(random, 256));
    Modelled tested = random_set(random);
    tested.bits->keep_zeros(bytes);
    for (std::size_t i = 0; i < tested.model.size(); ++i)
      if (i >= size || bytes[i] != 0) tested.model[i] = false;
    expect_same(tested);
  }
}

// The comparison of ranges is vector code of 64 values at a time, and a loop for what is left over.
TEST(BitSet, SetsWhereValuesLieInARange) {
  std::mt19937_64 random(test_seed(4));
  constexpr std::uint16_t most = 65'535;
  constexpr std::pair<std::uint16_t, std::uint16_t> ranges[] = {
      {0, 0}, {0, most}, {most, most}, {0, 1}, {most - 1, most}, {1, most - 1}, {32'767, 32'768}};
  for (const std::size_t size : {0u, 1u, 63u, 64u, 65u, 511u, 513u, 65'536u}) {
    for (int round = 0; round < 12; ++round) {
      auto [low, high] = ranges[static_cast<std::size_t>(round) % std::size(ranges)];
      if (round >= 7) {
        low = static_cast<std::uint16_t>(below(random, block_capacity));
        high = static_cast<std::uint16_t>(low + below(random, block_capacity - low));
      }
      std::vector<std::uint16_t> values(size);
      for (std::uint16_t& value : values) {
        // Half of them at the ends of the range, a step inside or a step outside.
        const std::uint16_t near[] = {0,
                                      most,
                                      low,
                                      high,
                                      static_cast<std::uint16_t>(low - 1),
                                      static_cast<std::uint16_t>(low + 1),
                                      static_cast<std::uint16_t>(high - 1),
                                      static_cast<std::uint16_t>(high + 1)};
        value = below(random, 2) == 0 ? near[below(random, std::size(near))]
                                      : static_cast<std::uint16_t>(below(random, block_capacity));
      }
      Modelled tested = random_set(random);  // bits that are set stay
      tested.bits->set_where(values, low, high);
      for (std::size_t i = 0; i < size; ++i)
        if (values[i] >= low && values[i] <= high) tested.model[i] = true;
      SCOPED_TRACE(std::to_string(size) + " values in " + std::to_string(low) + " to " +
                   std::to_string(high));
      expect_same(tested);
      if (HasFailure()) return;
    }
  }
}

}  // namespace
}  // namespace incontro
