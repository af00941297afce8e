#pragma once

#include <incontro/block.h>
#include <incontro/fields.h>

#include <span>
#include <vector>

namespace incontro {

// The values and, of a tree, all nodes above them; the unstated where there is none. Ascending.
std::vector<CodeIndex> closed_set(const Field& field, std::span<const CodeIndex> values);

// Which of a field's values to gather documents of: by value of the domain, the one that its
// documents are counted in, or no_code.
using StandsFor = std::vector<CodeIndex>;
// The branches, but no_code for the roots.
StandsFor below_roots(const FieldDomain& domain);

// The documents of a field's values. `sets`: of a multiple field; `set_of`: by cell, the number of
// its set, or empty where the cell is that number.
ValueDocuments value_documents(const Block& block, std::size_t field, const ValueSets& sets,
                               std::span<const std::uint16_t> set_of, const StandsFor& stands_for);

}  // namespace incontro
