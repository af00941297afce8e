#pragma once

#include <incontro/analyzer.h>
#include <incontro/document.h>
#include <incontro/store.h>

#include <span>
#include <vector>

namespace incontro {

// What a change added to a collection, made ready for an index.
struct AddedDocument {
  Document document;
  bool stands;   // false: withdrawn meanwhile or damaged, and so a placeholder
  bool damaged;  // the store cannot read it
};

// Of the changes after `after` that added a document to the collection, in their order. What a
// later change has withdrawn already is not shown even for a moment, and what is damaged in the
// store never. Many are made on several threads.
Result<std::vector<AddedDocument>> added_documents(Collection collection,
                                                   std::span<const Change> changes, Sequence after,
                                                   const Store& store, const Analyzer& analyzer);

// The documents that the changes after `after` withdrew from the collection.
std::vector<DocumentNumber> withdrawn_documents(Collection collection,
                                                std::span<const Change> changes, Sequence after);

}  // namespace incontro
