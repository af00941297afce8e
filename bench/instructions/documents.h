#pragma once

#include <incontro/document.h>

#include <string>
#include <vector>

namespace incontro::bench {

// Documents that depend on nothing but this file: neither the analyzer nor the generator moves the
// instruction counts. Word `w<n>` is the n-th most frequent, from w0, which nearly all hold, to
// words of few; w0 and w1 often stand side by side. All fields have values, of which few are
// common.
std::vector<Document> counted_documents(std::size_t count);

// The n-th word.
std::string counted_word(std::size_t n);

}  // namespace incontro::bench
