#pragma once

#include <incontro/block.h>
#include <incontro/fields.h>

#include <array>
#include <memory>
#include <vector>

namespace incontro {

// The dated field as it is on one day.
struct DatedField {
  std::vector<std::uint16_t> set_of;  // by number in Block::dated: in `sets`
  ValueSets sets;                     // closed; fewer than Block::dated has
  ValueDocuments shown, branches;     // as in Block
};
DatedField dated_field_on(const Block& block, Day today);

// What the day makes of a block, withdrawals apart.
struct BlockDay {
  Day today;
  int validity_days;
  BitSet active;                                       // lifecycle.h
  std::array<BitSet, std::size(age_buckets)> younger;  // than each bucket of days
  DatedField dated;
};

// The values of a field in a block, whether they depend on the day or not. Points into both.
struct FieldValues {
  const std::uint16_t* set_of;  // by cell: the number of its set; null: the cell itself
  const ValueSets* sets;        // of multiple fields
  const ValueDocuments* shown;
  const ValueDocuments* branches;

  std::uint16_t set(std::uint16_t cell) const { return set_of ? set_of[cell] : cell; }
};
FieldValues values_on(const Block& block, const BlockDay& day, std::size_t field);

// The active documents of a view, and how many of each shown value: the answer without any word or
// filter.
struct LiveDay {
  std::shared_ptr<const BlockDay> block_day;
  BitSet live;  // active and not withdrawn
  std::uint32_t count = 0;
  // By field, as in Block::shown; of the age field, one a bucket.
  std::vector<std::vector<std::uint32_t>> totals;
};

// Keeps the last answer, because nearly all queries ask for the same day. Any thread.
class BlockDays {
 public:
  std::shared_ptr<const BlockDay> on(const Block& block, Day today, int validity_days) const;

 private:
  mutable Published<BlockDay> last_;
};

class LiveDays {
 public:
  explicit LiveDays(std::shared_ptr<const BlockDays> of_block) : of_block_(std::move(of_block)) {}

  std::shared_ptr<const LiveDay> on(const BlockView& view, Day today, int validity_days) const;
  // For a view of the same block with other withdrawals.
  std::shared_ptr<const BlockDays> of_block() const { return of_block_; }

 private:
  const std::shared_ptr<const BlockDays> of_block_;
  mutable Published<LiveDay> last_;
};

}  // namespace incontro
