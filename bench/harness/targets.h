#pragma once

#include <filesystem>
#include <span>

#include "harness/query_set.h"

namespace incontro::bench {

// The queries for first pages as the portal is asked them, one a line and the classes mixed:
// api.txt for programs, pages.txt for people; and day.txt, the day on which the records are active.
void write_targets(std::span<const BenchQuery> queries, const std::filesystem::path& directory);

}  // namespace incontro::bench
