#pragma once

#include <incontro/analyzer.h>
#include <incontro/codes.h>
#include <incontro/record.h>

#include <cstdint>
#include <string>
#include <vector>

namespace incontro {

// A word of the titles and prose of a record that asks. What companies are called says nothing of a
// job, and codes are compared as codes.
struct QuestionWord {
  std::string term;
  std::string written;       // as it stands there first
  std::uint64_t weight = 0;  // occurrences, each by its section
};

// What matching reads in a record's text, by one analysis.
struct QuestionText {
  std::vector<QuestionWord> words;  // distinct, in the order in which they come
  std::vector<CodeIndex> skills;    // as a document has them
};

// `view`: public (privacy.h).
QuestionText read_text(const Analyzer& analyzer, const Record& view);

}  // namespace incontro
