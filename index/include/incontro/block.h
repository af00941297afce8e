#pragma once

#include <incontro/bit_set.h>
#include <incontro/codes.h>
#include <incontro/published.h>
#include <incontro/store.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace incontro {

// Days since 1970-01-01, clamped to 0..65,535 (the year 2149); no_day: never.
using Day = std::uint16_t;
inline constexpr Day no_day = 0xFFFF;
Day day_of(Date date);

// The documents of one term: offsets ascending, one impact each. An impact is the term's share of
// BM25 without its idf, in 1..255 (impact.h).
struct PostingList {
  std::span<const std::uint16_t> offsets;
  std::span<const std::uint8_t> impacts;
};

// All postings of a block in four flat arrays; terms sorted bytewise.
struct Postings {
  std::vector<char> term_bytes;
  std::vector<std::uint32_t> term_start;     // terms() + 1 places in term_bytes
  std::vector<std::uint32_t> posting_start;  // terms() + 1 places in offsets and impacts
  std::vector<std::uint16_t> offsets;
  std::vector<std::uint8_t> impacts;

  std::size_t terms() const { return term_start.empty() ? 0 : term_start.size() - 1; }
  std::string_view term(std::size_t i) const {
    return {term_bytes.data() + term_start[i], term_start[i + 1] - term_start[i]};
  }
  PostingList list(std::size_t i) const;
  PostingList find(std::string_view term) const;  // empty lists when the term does not occur
  bool operator==(const Postings&) const = default;
};

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

// Up to 65,536 documents with consecutive numbers. Immutable and shared by snapshots; any thread.
struct Block {
  Collection collection = Collection::vacancies;
  DocumentNumber first = 0;  // of the document at offset 0
  std::uint32_t size = 0;
  Postings postings;
  std::vector<Column> columns;  // one a field of the collection; the age field's is empty
  std::vector<Day> published;
  std::vector<Day> expires;  // the stated last day; no_day: none

  DocumentNumber end() const { return first + size; }
  bool operator==(const Block&) const = default;
};

// Which documents of a block are active on a day (lifecycle.h), withdrawals apart. The last answer
// is kept, because nearly all queries ask for the same day. Any thread.
class ActiveOn {
 public:
  std::shared_ptr<const BitSet> active(const Block& block, Day today, int validity_days) const;

 private:
  struct Answer;
  mutable Published<Answer> last_;
};

// A block as one snapshot sees it. No pointer is ever null.
struct BlockView {
  std::shared_ptr<const Block> block;
  std::shared_ptr<const BitSet> withdrawn;
  std::shared_ptr<const ActiveOn> days;
};
BlockView view_of(std::shared_ptr<const Block> block, const BitSet& withdrawn = {});

}  // namespace incontro
