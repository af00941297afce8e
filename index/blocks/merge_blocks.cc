#include "blocks/merge_blocks.h"

#include <incontro/fields.h>

#include <algorithm>
#include <cassert>
#include <optional>
#include <queue>

#include "blocks/set_pool.h"

namespace incontro {
namespace {

// Where a view stands in its sorted terms.
struct Cursor {
  std::size_t view;
  std::size_t term;
};

Postings merge_postings(std::span<const BlockView> views) {
  const auto term_at = [&](const Cursor& c) { return views[c.view].block->postings.term(c.term); };
  // The smallest term first; of equal terms the earlier block, so that offsets stay ascending.
  const auto later = [&](const Cursor& a, const Cursor& b) {
    const int order = term_at(a).compare(term_at(b));
    return order != 0 ? order > 0 : a.view > b.view;
  };
  std::priority_queue<Cursor, std::vector<Cursor>, decltype(later)> cursors(later);
  for (std::size_t v = 0; v < views.size(); ++v)
    if (views[v].block->postings.terms() > 0) cursors.push({v, 0});

  Postings out;
  out.term_start.push_back(0);
  out.posting_start.push_back(0);
  while (!cursors.empty()) {
    const std::string_view term = term_at(cursors.top());
    const std::size_t before = out.offsets.size();
    while (!cursors.empty() && term_at(cursors.top()) == term) {
      const Cursor cursor = cursors.top();
      cursors.pop();
      const BlockView& view = views[cursor.view];
      const PostingList list = view.block->postings.list(cursor.term);
      const std::uint32_t shift = view.block->first - views.front().block->first;
      for (std::size_t i = 0; i < list.offsets.size(); ++i) {
        if (view.withdrawn->test(list.offsets[i])) continue;
        out.offsets.push_back(static_cast<std::uint16_t>(list.offsets[i] + shift));
        out.impacts.push_back(list.impacts[i]);
      }
      if (cursor.term + 1 < view.block->postings.terms())
        cursors.push({cursor.view, cursor.term + 1});
    }
    if (out.offsets.size() == before) continue;  // only withdrawn documents held it
    out.term_bytes.insert(out.term_bytes.end(), term.begin(), term.end());
    out.term_start.push_back(static_cast<std::uint32_t>(out.term_bytes.size()));
    out.posting_start.push_back(static_cast<std::uint32_t>(out.offsets.size()));
  }
  return out;
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
  return out;
}

}  // namespace incontro
