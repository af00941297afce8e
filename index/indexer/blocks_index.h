#pragma once

#include <incontro/analyzer.h>
#include <incontro/indexer.h>
#include <incontro/snapshot.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "blocks/block_list.h"

namespace incontro {

// The blocks of one collection, and how far they have followed the store. One thread at a time;
// what a snapshot was given stays valid.
class BlocksIndex {
 public:
  // Loads what is saved in the folder; what is absent, damaged or made for other tables starts
  // empty.
  // `repair` then says what was wrong, if anything was but absent.
  static std::unique_ptr<BlocksIndex> open(const std::filesystem::path& folder,
                                           Collection collection, const Store& store,
                                           std::optional<Repair>& repair);

  Sequence applied() const { return applied_; }
  // Nothing that can be used was saved when it was opened, which is no damage.
  bool was_absent() const { return absent_; }
  // Takes in the changes (of any collection, consecutive, beginning at or before applied() + 1) up
  // to `last`. What it has already is passed over.
  Done follow(std::span<const Change> changes, Sequence last, const Store& store,
              const Analyzer& analyzer);
  // Writes the blocks to disk, so that the next opening need not analyse again.
  Done save(std::uint64_t identity);
  Sequence unsaved() const { return applied_ - saved_; }
  // Documents that the store cannot read, of those taken in since the opening; ascending.
  const std::vector<DocumentNumber>& damaged() const { return damaged_; }

  const std::vector<BlockView>& views() const { return blocks_.views(); }

 private:
  BlocksIndex(Collection collection, std::filesystem::path directory)
      : collection_(collection), directory_(std::move(directory)) {}

  const Collection collection_;
  const std::filesystem::path directory_;
  BlockList blocks_;
  Sequence applied_ = 0, saved_ = 0;
  std::vector<DocumentNumber> damaged_;
  bool absent_ = false;
  bool rewrite_ = false;  // what is saved is damaged
};

}  // namespace incontro
