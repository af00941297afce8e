#pragma once

#include <incontro/analyzer.h>
#include <incontro/fields.h>
#include <incontro/profile.h>
#include <incontro/store.h>

#include <cstdint>
#include <string>
#include <vector>

namespace incontro {

struct DocumentTerm {
  std::string term;
  std::uint32_t weight;  // occurrences, each counted with the weight of the section it stands in
  bool operator==(const DocumentTerm&) const = default;
};

struct DocumentWord {
  std::string word;
  std::vector<std::uint32_t> positions;  // ascending
  bool operator==(const DocumentWord&) const = default;
};

// A record as the indexes see it: the same document goes to Xapian and to the blocks. It is made of
// what anybody may see, so that nothing hidden can be searched, counted or quoted.
struct Document {
  DocumentNumber number = 0;
  std::string code;
  std::vector<DocumentTerm> terms;  // sorted by term, no repeats, no stop words
  // Sum of the sections' weights over all scored words: a word counts once, though in a text of
  // another language it has two terms (Token::foreign_term).
  std::uint32_t length = 0;
  std::vector<DocumentWord> words;  // sorted by word, stop words included: phrases and prefixes
  std::vector<std::string> names;   // whole, marked (names.h); sorted, no repeats
  std::vector<std::vector<CodeIndex>> values;  // one a field of the collection, sorted, no repeats
  Profile profile;                             // what it offers and asks, for matching
  Date published{};
  std::optional<Date> expires;
  bool operator==(const Document&) const = default;
};

// Cost is that of the analysis, some 40 microseconds, and of finding skills, some 10. Any thread.
Document make_document(const Analyzer& analyzer, const Record& record, DocumentNumber number);

// Changes when the same record may give another document: stored beside whatever holds them.
std::uint64_t document_fingerprint();

// 64 bits of a document's content: kept in Xapian, compared by `incontro check`.
std::uint64_t digest(const Document& document);

}  // namespace incontro
