#include <incontro/word_documents.h>

#include <memory>

namespace incontro {

WordDocuments::~WordDocuments() {
  for (const auto& documents : found_) delete documents.load(std::memory_order_relaxed);
}

const BitSet& WordDocuments::of(const WordIndex& index, std::uint8_t text_number) const {
  if (const BitSet* const known_ones = known(text_number)) return *known_ones;
  auto made = std::make_unique<BitSet>();
  made->clear();
  index.positions.for_each(index.frequent[text_number - 1u],
                           [&](std::uint32_t position) { made->set(index.document_at(position)); });
  const BitSet* first = nullptr;
  // Two threads may find the same: the first one's stay.
  if (!found_[text_number].compare_exchange_strong(first, made.get(), std::memory_order_acq_rel))
    return *first;
  return *made.release();
}

}  // namespace incontro
