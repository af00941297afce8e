#pragma once

#include <incontro/analyzer.h>
#include <incontro/indexer.h>
#include <incontro/text.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <span>

namespace incontro {

// The text index of one collection, and how far it has followed the store. One thread at a time.
class TextIndex {
 public:
  // Opens it for writing; what is there is looked at by a process of its own first. An index that
  // is damaged, or has followed more than the store holds, is set aside (<folder>.damaged, one at
  // most) and begun anew: `repair` then says why.
  static Result<std::unique_ptr<TextIndex>> open(const std::filesystem::path& folder,
                                                 Collection collection, const Store& store,
                                                 std::optional<Repair>& repair);

  Sequence applied() const { return writer_->applied(); }
  // Takes in the changes (of any collection, consecutive, beginning at or before applied() + 1) up
  // to `last`, and makes them durable. What it has already is passed over.
  Done follow(std::span<const Change> changes, Sequence last, const Store& store,
              const Analyzer& analyzer);
  const std::shared_ptr<const TextReader>& reader() const { return reader_; }

 private:
  explicit TextIndex(Collection collection) : collection_(collection) {}

  const Collection collection_;
  std::unique_ptr<TextWriter> writer_;
  std::shared_ptr<const TextReader> reader_;
};

}  // namespace incontro
