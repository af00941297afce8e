#pragma once

#include <incontro/offset_set.h>

#include <cstdint>
#include <span>
#include <vector>

#include "eval/hits.h"

namespace incontro {

// `marked` is memory to work in.

// A copy, in the form that the set has.
void assign(const OffsetSet& set, Hits& hits);
// What is in any of them. Few stay offsets, so that no bits of the whole block are touched.
void unite(std::span<const OffsetSet> sets, Hits& united);
// Keeps what is in the set too.
void keep_common(std::vector<std::uint16_t>& offsets, const OffsetSet& set, BitSet& marked);
void narrow(Hits& hits, const OffsetSet& set, BitSet& marked);
// Keeps what is in none of them; does not settle the hits.
void exclude(std::span<const OffsetSet> sets, Hits& hits);

}  // namespace incontro
