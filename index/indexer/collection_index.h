#pragma once

#include <incontro/document.h>
#include <incontro/snapshot.h>
#include <incontro/text.h>

#include <filesystem>
#include <memory>
#include <vector>

#include "blocks/block_list.h"

namespace incontro {

// Both derived indexes of one collection, and how far each has followed the store. One thread at a
// time; what a snapshot was given stays valid.
class CollectionIndex {
 public:
  // Loads what is saved below `home`; what is absent, damaged or made for other tables starts
  // empty.
  static Result<std::unique_ptr<CollectionIndex>> open(const std::filesystem::path& home,
                                                       Collection collection, const Store& store,
                                                       Access access);

  // Everything after it must still be fed to follow().
  Sequence applied() const { return std::min(text_applied_, blocks_applied_); }

  // Takes in the changes (of any collection, consecutive, beginning at or before applied() + 1) up
  // to `last`. Each index passes over what it already has, so a replay does no harm.
  Done follow(const std::vector<Change>& changes, Sequence last, const Store& store,
              const Analyzer& analyzer);

  // Makes the text index durable up to what was followed; needed before the documents are shown.
  Done commit();
  // Writes the blocks to disk, so that the next opening need not analyse again.
  Done save(std::uint64_t identity);
  Sequence unsaved() const { return blocks_applied_ - saved_applied_; }

  CollectionSnapshot snapshot() const { return {blocks_.views(), reader_}; }
  Result<Sequence> text_applied() const { return reader_->applied(); }

 private:
  CollectionIndex(Collection collection, std::filesystem::path blocks_directory)
      : collection_(collection), blocks_directory_(std::move(blocks_directory)) {}

  struct MadeDocument {
    Document document;
    Sequence sequence;  // of the change that added it
    bool stands;        // false: a placeholder
  };
  Result<std::vector<MadeDocument>> make_documents(std::span<const Change> added,
                                                   const Store& store,
                                                   const Analyzer& analyzer) const;

  const Collection collection_;
  const std::filesystem::path blocks_directory_;
  std::unique_ptr<TextWriter> writer_;  // null with shared access
  std::shared_ptr<const TextReader> reader_;
  BlockList blocks_;
  Sequence text_applied_ = 0, text_committed_ = 0, blocks_applied_ = 0, saved_applied_ = 0;
};

}  // namespace incontro
