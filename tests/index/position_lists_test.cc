// Lists of positions where frames are cut; random ones are in words_test.cc.

#include <gtest/gtest.h>
#include <incontro/position_lists.h>

#include <limits>
#include <vector>

namespace incontro {
namespace {

using List = std::vector<std::uint32_t>;

void expect_lists(const std::vector<List>& plain) {
  PositionListsBuilder builder;
  for (const List& list : plain) builder.add(list);
  const PositionLists lists = std::move(builder).finish();
  ASSERT_EQ(lists.count.size(), plain.size());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    EXPECT_EQ(lists.count[i], plain[i].size());
    List read;
    lists.for_each(i, [&](std::uint32_t position) { read.push_back(position); });
    EXPECT_EQ(read, plain[i]) << "list " << i << " of " << plain[i].size();
    lists.read(i, read);
    EXPECT_EQ(read, plain[i]) << "list " << i << " of " << plain[i].size();
  }
}

// One wide distance, at each place of a frame and in the gap between two of them.
TEST(PositionLists, AreCutWhereverTheWideDistanceStands) {
  constexpr std::size_t length = 2 * PositionLists::frame_length + 3;
  for (const std::uint32_t wide : {255u, 256u, 65'535u, 65'536u, 4'000'000'000u})
    for (std::size_t place = 1; place < length; ++place) {
      List list{7};
      while (list.size() < length) list.push_back(list.back() + (list.size() == place ? wide : 1));
      expect_lists({list, {1}, list});
    }
}

TEST(PositionLists, ReachTheLastPosition) {
  constexpr std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
  expect_lists({{last}, {0, last}, {0}, {last - 1, last}});
}

}  // namespace
}  // namespace incontro
