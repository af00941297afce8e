#include "indexer/added_documents.h"

#include "blocks/block_builder.h"

namespace incontro {

Result<std::vector<AddedDocument>> added_documents(Collection collection,
                                                   std::span<const Change> changes, Sequence after,
                                                   const Store& store, const Analyzer& analyzer) {
  std::vector<AddedDocument> made;
  made.reserve(changes.size());
  for (const Change& change : changes) {
    if (change.collection != collection || !change.added || change.sequence <= after) continue;
    const auto stored = store.document(collection, *change.added);
    if (!stored) return stored.error();
    const bool stands = stored->state.status == Status::published;
    made.push_back({stands ? make_document(analyzer, stored->record, *change.added)
                           : placeholder(collection, *change.added),
                    stands});
  }
  return made;
}

std::vector<DocumentNumber> withdrawn_documents(Collection collection,
                                                std::span<const Change> changes, Sequence after) {
  std::vector<DocumentNumber> withdrawn;
  for (const Change& change : changes)
    if (change.collection == collection && change.withdrawn && change.sequence > after)
      withdrawn.push_back(*change.withdrawn);
  return withdrawn;
}

}  // namespace incontro
