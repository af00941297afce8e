#include "blocks/merge_blocks.h"

#include <incontro/fields.h>

#include <algorithm>
#include <cassert>
#include <optional>

#include "blocks/merge_vocabularies.h"
#include "blocks/set_pool.h"

namespace incontro {
namespace {

Postings merge_postings(std::span<const BlockView> views) {
  std::vector<const Vocabulary*> vocabularies;
  for (const BlockView& view : views) vocabularies.push_back(&view.block->postings.terms);
  PostingsBuilder out;
  const auto copy = [&](std::size_t v, std::size_t term) {
    const BlockView& view = views[v];
    const PostingList list = view.block->postings.list(term);
    const std::uint32_t shift = view.block->first - views.front().block->first;
    std::size_t i = 0;
    list.documents.for_each([&](std::uint16_t offset) {
      if (!view.withdrawn->test(offset))
        out.posting(static_cast<std::uint16_t>(offset + shift),
                    static_cast<std::uint16_t>(list.impact(i)));
      ++i;
    });
  };
  merge_vocabularies(vocabularies, copy, [&](std::string_view term) { out.term(term); });
  return std::move(out).finish();
}

Column merge_column(const Field& field, std::size_t index, std::span<const BlockView> views) {
  Column out;
  if (field.kind == FieldKind::age) return out;
  const CodeIndex unstated = field.domain->unstated();
  if (!field.multiple) {
    for (const BlockView& view : views)
      for (std::size_t i = 0; i < view.block->size; ++i)
        out.numbers.push_back(view.withdrawn->test(i) ? unstated
                                                      : view.block->columns[index].numbers[i]);
    return out;
  }
  SetPool pool(out);
  for (const BlockView& view : views) {
    const Column& column = view.block->columns[index];
    std::vector<std::optional<std::uint16_t>> renumbered(column.sets());
    for (std::size_t i = 0; i < view.block->size; ++i) {
      if (view.withdrawn->test(i)) {
        out.numbers.push_back(pool.number(std::span(&unstated, 1)));
        continue;
      }
      auto& number = renumbered[column.numbers[i]];
      if (!number) number = pool.number(column.set(column.numbers[i]));
      out.numbers.push_back(*number);
    }
  }
  return out;
}

}  // namespace

Block merge_blocks(std::span<const BlockView> views) {
  assert(!views.empty());
  Block out;
  out.collection = views.front().block->collection;
  out.first = views.front().block->first;
  for (const BlockView& view : views) {
    assert(view.block->first == out.end() && "blocks to merge must be adjacent");
    out.size += view.block->size;
    for (std::size_t i = 0; i < view.block->size; ++i) {
      const bool gone = view.withdrawn->test(i);
      out.published.push_back(gone ? day_of(Date{}) : view.block->published[i]);
      out.expires.push_back(gone ? no_day : view.block->expires[i]);
    }
  }
  assert(out.size <= block_capacity);
  out.postings = merge_postings(views);
  const auto fields = fields_of(out.collection);
  for (std::size_t i = 0; i < fields.size(); ++i)
    out.columns.push_back(merge_column(fields[i], i, views));
  out.derive();
  return out;
}

}  // namespace incontro
