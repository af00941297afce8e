#pragma once

#include <incontro/codes.h>
#include <incontro/match.h>

#include <utility>
#include <vector>

namespace incontro {

// How near two rows of Table::profession are, in Units: what their nearest common ancestor tells
// over the mean of what they tell themselves (D. Lin, An Information-Theoretic Definition of
// Similarity, 1998), information content being read from the tree alone (N. Seco, T. Veale, J.
// Hayes, An Intrinsic Information Content Metric for Semantic Similarity in WordNet, 2004):
//
//   2 IC(ancestor) / (IC(a) + IC(b)),   IC(n) = 1 - log(descendants(n) + 1) / log(rows)
//
// full_units for equal rows, 0 without a common ancestor or for no_code. Symmetric. Nanoseconds;
// any thread.
Units profession_similarity(CodeIndex a, CodeIndex b);

// profession_similarity(row, i) for every row i of the table, exactly. Tens of microseconds.
std::vector<Units> similarities_to(CodeIndex row);

// Professions are related within a class of the classification, its third level ("2.1.1"), and the
// same by trade within a unit, its fifth ("2.1.1.4.1"). A row above that level is one of its own.
// The rows [first, last] of the class or unit that `row` is in. REQUIRES: row != no_code.
using CodeRange = std::pair<CodeIndex, CodeIndex>;
CodeRange class_range(CodeIndex row);
CodeRange unit_range(CodeIndex row);
inline bool within(CodeRange range, CodeIndex row) {
  return range.first <= row && row <= range.second;
}

// False where either is no_code.
bool same_class(CodeIndex a, CodeIndex b);

}  // namespace incontro
