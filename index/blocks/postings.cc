#include <incontro/impact.h>
#include <incontro/postings.h>

#include <algorithm>

namespace incontro {

PostingList Postings::list(std::size_t term) const {
  const std::size_t from = start[term], count = start[term + 1] - from;
  PostingList list{.documents = {.count = static_cast<std::uint32_t>(count), .offsets = {}},
                   .dense = nullptr,
                   .weights = std::span(weights).subspan(from, count)};
  if (count >= dense_postings) {
    list.dense = &dense[place[term]];
    list.documents.bits = &list.dense->bits;
  } else {
    list.documents.offsets = std::span(offsets).subspan(place[term], count);
  }
  return list;
}

PostingList Postings::find(std::string_view term, std::uint64_t hash) const {
  const auto found = terms.find(term, hash);
  return found ? list(*found) : PostingList{};
}

std::size_t Postings::bytes() const {
  return terms.bytes().bytes() + 3 * terms.start().bytes() + 4 * (start.size() + place.size()) +
         2 * offsets.size() + sizeof(DenseOffsets) * dense.size() + weights.size();
}

bool Postings::operator==(const Postings& other) const {
  const auto same_bits = [](const DenseOffsets& a, const DenseOffsets& b) {
    return a.bits == b.bits;
  };
  return terms == other.terms && start == other.start && place == other.place &&
         offsets == other.offsets && std::ranges::equal(dense, other.dense, same_bits) &&
         weights == other.weights;
}

void PostingsBuilder::term(std::string_view term) {
  if (current_.empty()) return;
  terms_.add(term);
  if (out_.start.empty()) out_.start.push_back(0);
  out_.start.push_back(static_cast<std::uint32_t>(out_.weights.size()));
  if (current_.size() < dense_postings) {
    out_.place.push_back(static_cast<std::uint32_t>(out_.offsets.size()));
    out_.offsets.insert(out_.offsets.end(), current_.begin(), current_.end());
  } else {
    out_.place.push_back(static_cast<std::uint32_t>(out_.dense.size()));
    add_dense();
  }
  current_.clear();
}

void PostingsBuilder::add_dense() {
  DenseOffsets& dense = out_.dense.emplace_back();
  dense.rank.fill(0);
  dense.peak.fill(0);
  const std::size_t from = out_.weights.size() - current_.size();
  for (std::size_t i = 0; i < current_.size(); ++i) {
    const std::size_t word = current_[i] / 64;
    const std::uint32_t impact = impact_of(out_.weights[from + i], lengths_[current_[i]]);
    dense.bits.set(current_[i]);
    dense.peak[word] = std::max(dense.peak[word], static_cast<std::uint8_t>(impact / 256));
  }
  std::uint16_t before = 0;
  for (std::size_t w = 0; w < BitSet::words; ++w) {
    dense.rank[w] = before;
    before = static_cast<std::uint16_t>(before + std::popcount(dense.bits.word(w)));
  }
}

Postings PostingsBuilder::finish() && {
  if (out_.start.empty()) out_.start.push_back(0);
  out_.terms = std::move(terms_).finish();
  out_.offsets.shrink_to_fit();
  out_.dense.shrink_to_fit();
  out_.weights.shrink_to_fit();
  return std::move(out_);
}

}  // namespace incontro
