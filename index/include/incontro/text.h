#pragma once

#include <incontro/document.h>
#include <incontro/result.h>

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace incontro {

// The durable text index of one collection: a Xapian database. All of it can be made again from the
// store. Xapian's document id is the document number + 1.
//
// Terms: "Z" + stem with the section-weighted frequency; bare words with positions.
// Document data: the record's code, a tab, the digest in hexadecimal.
class TextWriter {
 public:
  // Opens or creates the index in `directory`. An index that belongs to another store (identity) or
  // was made by another analyzer, document layout or code table is emptied: applied() is then 0.
  // busy: another process writes it.
  static Result<std::unique_ptr<TextWriter>> open(const std::filesystem::path& directory,
                                                  std::uint64_t identity);
  ~TextWriter();

  // The store's sequence that the last commit reached: stored in the same commit as the documents.
  Sequence applied() const;
  // All changes since the last commit are one transaction: after a kill either all or none stand.
  // Both are idempotent, so that a replay does no harm. One thread at a time.
  Done put(const Document& document);
  Done remove(DocumentNumber number);
  Done commit(Sequence applied);

 private:
  struct Impl;
  explicit TextWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// A reader that follows the commits: any thread. Answers come from a revision at least as new as
// the last commit before the call; nothing of Xapian's DatabaseModifiedError leaves it.
class TextReader {
 public:
  // not_found: no index there.
  static Result<std::unique_ptr<TextReader>> open(const std::filesystem::path& directory);
  ~TextReader();

  // Numbers of the documents, ascending, in which:
  // - the words stand side by side in this order (folded words, as in Token::word);
  Result<std::vector<DocumentNumber>> phrase(std::span<const std::string> words) const;
  // - a word begins with the prefix (folded, not empty);
  Result<std::vector<DocumentNumber>> prefix(std::string_view prefix) const;
  // - each of the stems occurs (the second path of the differential test).
  Result<std::vector<DocumentNumber>> all_of(std::span<const std::string> terms) const;

  // For `check`: every document with its code and digest, ascending.
  struct Entry {
    DocumentNumber number;
    std::string code;
    std::uint64_t digest;
  };
  Result<std::vector<Entry>> entries() const;
  Result<Sequence> applied() const;

 private:
  struct Impl;
  explicit TextReader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace incontro
