#pragma once

#include <incontro/document.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "percolate/dictionary.h"
#include "query/query_parser.h"

namespace incontro {

// Whether it is active on the day of its publication, as blocks know days (block.h).
bool active_on_publication(const Document& document);

// One document as saved queries ask about it: its terms and words by their numbers, its values with
// the nodes above them. Keeps its memory between documents; one thread at a time.
class DocumentReading {
 public:
  DocumentReading(Collection collection, const Dictionary& terms, const Dictionary& words)
      : collection_(collection), terms_(terms), words_(words) {}

  // REQUIRES: the document outlives what is asked about it.
  void read(const Document& document);

  // Of the document's terms and names those that the dictionary has, in any order.
  std::span<const std::uint32_t> terms() const { return held_terms_; }
  std::span<const std::uint32_t> words() const { return held_words_; }
  const Document& document() const { return *document_; }

  bool has_term(std::uint32_t term) const {
    return term < of_term_.size() && of_term_[term] == reading_;
  }
  bool has_phrase(std::span<const std::uint32_t> words) const;
  bool has_open_phrase(const OpenPhrase& phrase) const;
  bool has_compound(const Compound& words) const;
  bool has_prefix(std::string_view prefix) const;
  // Of a field: the values, of trees the nodes above too, unstated() where there is none;
  // ascending. Of the age field nothing.
  std::span<const CodeIndex> values(std::size_t field) const { return values_[field]; }
  // Value of a field of which a record has one at most.
  CodeIndex value(std::size_t field) const;

 private:
  std::vector<std::uint32_t> positions_of(const CompoundWord& asked) const;
  const DocumentWord* word(std::uint32_t number) const;
  void close_values();
  // Of the dated field.
  void hold_on_publication(std::vector<CodeIndex>& values) const;

  const Analyzer analyzer_;
  const Collection collection_;
  const Dictionary& terms_;
  const Dictionary& words_;
  const Document* document_ = nullptr;
  std::uint32_t reading_ = 0;           // of this document; marks what is its own below
  std::vector<std::uint32_t> of_term_;  // by term: the reading in which it was last seen
  struct Place {
    std::uint32_t reading = 0, index = 0;  // in Document::words
  };
  std::vector<Place> of_word_;
  std::vector<std::uint32_t> held_terms_, held_words_;
  std::vector<std::vector<CodeIndex>> values_;
};

}  // namespace incontro
