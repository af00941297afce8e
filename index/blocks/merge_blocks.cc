#include "blocks/merge_blocks.h"

#include <incontro/assert.h>
#include <incontro/fields.h>

#include <algorithm>
#include <optional>

#include "blocks/merge_vocabularies.h"
#include "blocks/set_pool.h"

namespace incontro {
namespace {

Postings merge_postings(std::span<const BlockView> views, std::span<const std::uint16_t> lengths) {
  std::vector<const Vocabulary*> vocabularies;
  for (const BlockView& view : views) vocabularies.push_back(&view.block->postings.terms);
  PostingsBuilder out(lengths);
  const auto copy = [&](std::size_t v, std::size_t term) {
    const BlockView& view = views[v];
    const PostingList list = view.block->postings.list(term);
    const std::uint32_t shift = view.block->first - views.front().block->first;
    std::size_t i = 0;
    list.documents.for_each([&](std::uint16_t offset) {
      if (!view.withdrawn->test(offset))
        out.posting(static_cast<std::uint16_t>(offset + shift), list.weights[i]);
      ++i;
    });
  };
  merge_vocabularies(vocabularies, copy, [&](std::string_view term) { out.term(term); });
  return std::move(out).finish();
}

// Sets get the numbers that they would have if the block were built of its documents. What is gone
// has an empty one.
void merge_dated(std::size_t index, std::span<const BlockView> views, Block& out) {
  SetPool pool(out.dated);
  std::size_t to = 0;
  for (const BlockView& view : views) {
    const DatedSets& sets = view.block->dated;
    std::vector<std::optional<std::uint16_t>> renumbered(sets.size());
    for (std::size_t i = 0; i < view.block->size; ++i, ++to) {
      const std::uint16_t from = view.block->rows.at(i, index);
      if (view.withdrawn->test(i)) {
        out.rows.at(to, index) = pool.number({});
      } else {
        if (!renumbered[from]) renumbered[from] = pool.number(sets[from]);
        out.rows.at(to, index) = *renumbered[from];
      }
    }
  }
}

// The same of the other fields; what is gone is unstated.
void merge_cells(std::size_t index, std::span<const BlockView> views, Block& out) {
  const Field& field = fields_of(out.collection)[index];
  if (field.dated()) return merge_dated(index, views, out);
  const CodeIndex unstated = field.domain->unstated();
  SetPool pool(out.sets[index]);
  std::size_t to = 0;
  for (const BlockView& view : views) {
    const ValueSets& sets = view.block->sets[index];
    std::vector<std::optional<std::uint16_t>> renumbered(sets.size());
    for (std::size_t i = 0; i < view.block->size; ++i, ++to) {
      const std::uint16_t from = view.block->rows.at(i, index);
      const bool gone = view.withdrawn->test(i);
      std::uint16_t& cell = out.rows.at(to, index);
      if (field.kind == FieldKind::age) {
        cell = out.published[to];
      } else if (!field.multiple) {
        cell = gone ? unstated : from;
      } else if (gone) {
        cell = pool.number(std::span(&unstated, 1));
      } else {
        if (!renumbered[from]) renumbered[from] = pool.number(sets[from]);
        cell = *renumbered[from];
      }
    }
  }
}

}  // namespace

Block merge_blocks(std::span<const BlockView> views) {
  INCONTRO_ASSERT(!views.empty());
  Block out;
  out.collection = views.front().block->collection;
  out.first = views.front().block->first;
  for (const BlockView& view : views) {
    INCONTRO_ASSERT(view.block->first == out.end() && "blocks to merge must be adjacent");
    out.size += view.block->size;
    for (std::size_t i = 0; i < view.block->size; ++i) {
      const bool gone = view.withdrawn->test(i);
      out.published.push_back(gone ? day_of(Date{}) : view.block->published[i]);
      out.expires.push_back(gone ? no_day : view.block->expires[i]);
      out.lengths.push_back(gone ? std::uint16_t{0} : view.block->lengths[i]);
      out.profiles.add(gone ? Profile() : view.block->profiles.profile(i));
    }
  }
  INCONTRO_ASSERT(out.size <= block_capacity);
  out.postings = merge_postings(views, out.lengths);
  const std::size_t fields = fields_of(out.collection).size();
  out.rows = Rows(fields, out.size);
  out.sets.resize(fields);
  for (std::size_t i = 0; i < fields; ++i) merge_cells(i, views, out);
  out.derive();
  return out;
}

}  // namespace incontro
