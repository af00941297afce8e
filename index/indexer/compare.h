#pragma once

#include <incontro/analyzer.h>
#include <incontro/indexer.h>

#include <filesystem>

namespace incontro {

// Adds one collection to the comparison.
Done compare_collection(Collection collection, const Snapshot& snapshot,
                        const std::filesystem::path& home, const Store& store,
                        const Analyzer& analyzer, Comparison& comparison);

}  // namespace incontro
