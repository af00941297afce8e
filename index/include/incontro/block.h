#pragma once

#include <incontro/bit_set.h>
#include <incontro/fields.h>
#include <incontro/postings.h>
#include <incontro/profile_columns.h>
#include <incontro/published.h>
#include <incontro/store.h>
#include <incontro/words.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace incontro {

// The distinct sets of values in a multiple field. Of most fields records share few of them, so
// counting sets and expanding them at the end needs no inner loop; of skills nearly every record
// has its own. Sets of a tree field are closed: they hold the ancestors of each value too.
template <class Value>
struct SetsOf {
  std::vector<std::uint32_t> start;  // size() + 1 places in values; of other fields empty
  std::vector<Value> values;         // each set ascending

  std::size_t size() const { return start.empty() ? 0 : start.size() - 1; }
  std::span<const Value> operator[](std::size_t i) const {
    return std::span(values).subspan(start[i], start[i + 1] - start[i]);
  }
  bool operator==(const SetsOf&) const = default;
};
using ValueSets = SetsOf<CodeIndex>;
// Of the dated field: not closed, and empty where the record says nothing on any day. What a set
// is on one day stands in BlockDay (live_day.h). So a block tells when something changes for a
// record, but keeps no birth date.
using DatedSets = SetsOf<DatedValue>;

// One row a document, one cell a field: of a single-valued field the value itself (the domain's
// unstated() where nothing is said), of a multiple one the number of its set, of the age field the
// day of publication. A document's facets so lie in one cache line.
struct Rows {
  std::uint32_t width = 0;  // cells: the fields, filled up to a multiple of 16 bytes
  std::vector<std::uint16_t> cells;

  Rows() = default;
  Rows(std::size_t fields, std::size_t documents)
      : width(static_cast<std::uint32_t>((fields + 7) / 8 * 8)), cells(width * documents, 0) {}
  std::uint16_t& at(std::size_t offset, std::size_t field) { return cells[offset * width + field]; }
  std::uint16_t at(std::size_t offset, std::size_t field) const {
    return cells[offset * width + field];
  }
  bool operator==(const Rows&) const = default;
};

// The documents of each value of a field, or of one level of its tree. Only values that occur,
// ascending.
struct ValueDocuments {
  std::vector<CodeIndex> values;
  std::vector<std::uint32_t> count;
  std::vector<std::uint32_t> place;  // in bits, or in offsets
  std::vector<std::uint16_t> offsets;
  std::vector<BitSet> bits;
  ValueSets sets;  // of multiple trees: those of the values that are in each set

  OffsetSet documents(std::size_t i) const;
  // Where the value stands in `values`; values.size() when it does not occur.
  std::size_t find(CodeIndex value) const;
};

// Up to 65,536 documents with consecutive numbers. Immutable and shared by snapshots; any thread.
struct Block {
  Collection collection = Collection::vacancies;
  DocumentNumber first = 0;  // of the document at offset 0
  std::uint32_t size = 0;
  Postings postings;
  Rows rows;
  std::vector<ValueSets> sets;  // one a field; of the dated one empty
  DatedSets dated;              // its cells are numbers of these
  std::vector<Day> published;
  std::vector<Day> expires;            // the stated last day; no_day: none
  std::vector<std::uint16_t> lengths;  // in weighted words, up to 65,535 (impact.h)
  ProfileColumns profiles;

  // Made from the above by derive(), not kept on disk; of the dated field empty.
  std::vector<ValueDocuments> shown;  // one a field: of all values of lists, of the roots of trees
  std::vector<ValueDocuments> branches;  // one a field: of the children of roots; of lists empty
  // One a field; of trees the cells once more, side by side, because ranges of them are looked for
  // and opened branches counted. Else empty.
  std::vector<std::vector<std::uint16_t>> columns;
  std::vector<std::uint16_t> newest;  // offsets, by publication: the newer, then the later stored

  DocumentNumber end() const { return first + size; }
  void derive();
  std::size_t bytes() const;  // in memory, roughly
  bool operator==(const Block& other) const;
};

// The whole profile of the document at an offset, its skills too. REQUIRES: offset < block.size.
Profile profile_of(const Block& block, std::size_t offset);

struct LiveDay;
class LiveDays;
class WordDocuments;

// A block as one snapshot sees it. No pointer is ever null.
struct BlockView {
  std::shared_ptr<const Block> block;
  std::shared_ptr<const WordIndex> words;
  std::shared_ptr<const BitSet> withdrawn;
  std::shared_ptr<const LiveDays> days;                 // what of it is active, by day (live_day.h)
  std::shared_ptr<const WordDocuments> word_documents;  // of frequent words (word_documents.h)
};
BlockView view_of(std::shared_ptr<const Block> block, std::shared_ptr<const WordIndex> words,
                  const BitSet& withdrawn = {});
// The same with other withdrawals.
BlockView view_of(const BlockView& view, const BitSet& withdrawn);

}  // namespace incontro
