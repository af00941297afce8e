#pragma once

#include <incontro/engine.h>

#include <cstddef>
#include <string>
#include <vector>

#include "harness/vocabulary.h"
#include "query/query_parser.h"

namespace incontro::bench {

// A query twice: as our engine is asked, and as the parser reads its text, which is what the peers
// are given: what is required, the alternatives, as far as each only requires, and what is excluded
// outside of brackets. So both are asked the same whatever the parser does.
struct BenchQuery {
  std::string name;  // of its class
  Query query;
  ParsedQuery read;
};

// `per_class` queries of each class, made of generated documents with a fixed seed: the first
// queries of a class are the same however many are made. Classes not in `only` are left out (empty:
// all).
//
//   common_word, mid_word, rare_word  one word of that band (vocabulary.h)
//   two_words, three_words            words of one document, the first common or mid
//   phrase                            two to four words side by side in a title or description, one
//                                     of them at least no stop word
//   prefix                            the first three to six letters of a document's word
//   filters                           no text; two or three fields with values of one document, now
//                                     and then one more value of another
//   word_and_filters                  a common or mid word and two filters, of one document
//   match_all                         neither text nor filters
//   deep_page                         a common word, hits 1,001 to 1,010
//   by_date                           a common or mid word, the newest first
//   either_word                       two or three common or mid words joined by OR
//   operators                         a common or mid word and alternatives in brackets: a word of
//                                     its document and a phrase, a prefix, both or another word;
//                                     half of them without a word that the document lacks
std::vector<BenchQuery> make_queries(const Analyzer& analyzer, const Vocabulary& vocabulary,
                                     std::size_t per_class, const std::vector<std::string>& only);

// In the order above.
std::vector<std::string> query_classes();

}  // namespace incontro::bench
