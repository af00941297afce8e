#pragma once

#include <incontro/bit_set.h>
#include <incontro/codes.h>
#include <incontro/postings.h>
#include <incontro/published.h>
#include <incontro/store.h>
#include <incontro/words.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace incontro {

// Days since 1970-01-01, clamped to 0..65,535 (the year 2149); no_day: never.
using Day = std::uint16_t;
inline constexpr Day no_day = 0xFFFF;
Day day_of(Date date);

// One field of a block: a number a document. Of a single-valued field it is the value itself (the
// domain's unstated() where nothing is said). Of a multiple field it is the number of a set:
// records share few distinct sets, so counting sets and expanding them at the end needs no inner
// loop. Sets of a tree field are closed: they hold the ancestors of each value too.
struct Column {
  std::vector<std::uint16_t> numbers;
  std::vector<std::uint32_t> set_start;  // multiple fields: sets() + 1 places in set_values
  std::vector<CodeIndex> set_values;     // each set ascending

  std::size_t sets() const { return set_start.empty() ? 0 : set_start.size() - 1; }
  std::span<const CodeIndex> set(std::size_t i) const {
    return std::span(set_values).subspan(set_start[i], set_start[i + 1] - set_start[i]);
  }
  bool operator==(const Column&) const = default;
};

// The documents of each value of a field that a facet shows unopened: all values of lists, the
// roots of trees. Only values that occur, ascending. Empty for the age field, which has no values
// of its own.
struct ShownValues {
  std::vector<CodeIndex> values;
  std::vector<std::uint32_t> count;
  std::vector<std::uint32_t> place;  // in bits, or in offsets
  std::vector<std::uint16_t> offsets;
  std::vector<BitSet> bits;
  // Multiple fields: the shown values of each set, as in Column.
  std::vector<std::uint32_t> set_start;
  std::vector<CodeIndex> set_values;

  OffsetSet documents(std::size_t i) const;
  // Where the value stands in `values`; values.size() when it does not occur.
  std::size_t find(CodeIndex value) const;
  std::span<const CodeIndex> set(std::size_t i) const {
    return std::span(set_values).subspan(set_start[i], set_start[i + 1] - set_start[i]);
  }
};

// Up to 65,536 documents with consecutive numbers. Immutable and shared by snapshots; any thread.
struct Block {
  Collection collection = Collection::vacancies;
  DocumentNumber first = 0;  // of the document at offset 0
  std::uint32_t size = 0;
  Postings postings;
  std::vector<Column> columns;  // one a field of the collection; the age field's is empty
  std::vector<Day> published;
  std::vector<Day> expires;  // the stated last day; no_day: none

  // Made from the above by derive(), not kept on disk.
  std::vector<ShownValues> shown;     // one a field
  std::vector<std::uint16_t> newest;  // offsets, by publication: the newer, then the later stored

  DocumentNumber end() const { return first + size; }
  void derive();
  std::size_t bytes() const;  // in memory, roughly
  bool operator==(const Block& other) const;
};

struct LiveDay;
class LiveDays;

// A block as one snapshot sees it. No pointer is ever null.
struct BlockView {
  std::shared_ptr<const Block> block;
  std::shared_ptr<const WordIndex> words;
  std::shared_ptr<const BitSet> withdrawn;
  std::shared_ptr<const LiveDays> days;  // what of it is active, by day (live_day.h)
};
BlockView view_of(std::shared_ptr<const Block> block, std::shared_ptr<const WordIndex> words,
                  const BitSet& withdrawn = {});
// The same with other withdrawals.
BlockView view_of(const BlockView& view, const BitSet& withdrawn);

}  // namespace incontro
