#include "blocks/block_builder.h"

#include <incontro/assert.h>

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

#include "blocks/set_pool.h"
#include "blocks/value_documents.h"

namespace incontro {
namespace {

struct Posting {
  std::uint32_t term;
  std::uint16_t offset;
  std::uint8_t weight;
};

template <class Small>
Small clamped(std::uint32_t value) {
  return static_cast<Small>(std::min<std::uint32_t>(value, std::numeric_limits<Small>::max()));
}

// Terms get numbers as they come; one pass then spreads the postings over the sorted terms.
Postings build_postings(std::span<const Document> documents,
                        std::span<const std::uint16_t> lengths) {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  std::vector<std::string_view> terms;
  std::vector<Posting> postings;
  const auto add = [&](std::string_view term, std::size_t offset, std::uint32_t weight) {
    const auto [place, added] = numbers.try_emplace(term, static_cast<std::uint32_t>(terms.size()));
    if (added) terms.push_back(place->first);
    postings.push_back(
        {place->second, static_cast<std::uint16_t>(offset), clamped<std::uint8_t>(weight)});
  };
  for (std::size_t offset = 0; offset < documents.size(); ++offset) {
    for (const DocumentTerm& t : documents[offset].terms) add(t.term, offset, t.weight);
    for (const std::string& name : documents[offset].names) add(name, offset, 1);
  }

  std::vector<std::uint32_t> order(terms.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return terms[i]; });

  std::vector<std::uint32_t> place(terms.size(), 0);  // by term number: where its list begins
  for (const Posting& p : postings) ++place[p.term];
  std::uint32_t total = 0;
  for (const std::uint32_t number : order) total += std::exchange(place[number], total);
  std::vector<Posting> sorted(postings.size());
  for (const Posting& p : postings) sorted[place[p.term]++] = p;

  PostingsBuilder out(lengths);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    out.posting(sorted[i].offset, sorted[i].weight);
    if (i + 1 == sorted.size() || sorted[i + 1].term != sorted[i].term)
      out.term(terms[sorted[i].term]);
  }
  return std::move(out).finish();
}

void fill_dated(std::size_t index, std::span<const Document> documents, Block& block) {
  SetPool pool(block.dated);
  for (std::size_t i = 0; i < documents.size(); ++i)
    block.rows.at(i, index) = pool.number(documents[i].dated);
}

void fill_cells(std::size_t index, std::span<const Document> documents, Block& block) {
  const Field& field = fields_of(block.collection)[index];
  if (field.dated()) return fill_dated(index, documents, block);
  SetPool pool(block.sets[index]);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const auto& values = documents[i].values[index];
    std::uint16_t& cell = block.rows.at(i, index);
    if (field.kind == FieldKind::age)
      cell = block.published[i];
    else if (field.multiple)
      cell = pool.number(closed_set(field, values));
    else
      cell = values.empty() ? field.domain->unstated() : values.front();
  }
}

}  // namespace

Block build_block(Collection collection, std::span<const Document> documents) {
  INCONTRO_ASSERT(!documents.empty() && documents.size() <= block_capacity);
  Block block;
  block.collection = collection;
  block.first = documents.front().number;
  block.size = static_cast<std::uint32_t>(documents.size());
  INCONTRO_ASSERT(documents.back().number + 1 == block.end() &&
                  "document numbers must be consecutive");
  for (const Document& document : documents) {
    block.published.push_back(day_of(document.published));
    block.expires.push_back(document.expires ? day_of(*document.expires) : no_day);
    block.lengths.push_back(clamped<std::uint16_t>(document.length));
    block.profiles.add(document.profile);
  }
  block.postings = build_postings(documents, block.lengths);
  const std::size_t fields = fields_of(collection).size();
  block.rows = Rows(fields, documents.size());
  block.sets.resize(fields);
  for (std::size_t i = 0; i < fields; ++i) fill_cells(i, documents, block);
  block.derive();
  return block;
}

Document placeholder(Collection collection, DocumentNumber number) {
  Document document;
  document.number = number;
  document.values.resize(fields_of(collection).size());
  return document;
}

}  // namespace incontro
