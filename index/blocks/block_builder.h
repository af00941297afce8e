#pragma once

#include <incontro/block.h>
#include <incontro/document.h>

#include <span>

namespace incontro {

// REQUIRES: documents have consecutive numbers, at most block_capacity of them, at least one.
// Equal documents give equal blocks.
Block build_block(Collection collection, std::span<const Document> documents);

// A document that takes up its number and is found by nothing: stands for a withdrawn record.
Document placeholder(Collection collection, DocumentNumber number);

}  // namespace incontro
