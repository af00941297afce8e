#pragma once

#include <incontro/analyzer.h>

#include <filesystem>
#include <span>

#include "harness/query_set.h"

namespace incontro::bench {

// Writes documents.tsv of the first `records` generated vacancies and queries.jsonl, as
// bench/peers/README.md says; an earlier documents.tsv that fits is kept, because peers keep their
// indexes of it. All of the vacancies are active on the benchmark's day.
void export_for_peers(const Analyzer& analyzer, std::size_t records,
                      std::span<const BenchQuery> queries, const std::filesystem::path& directory);

}  // namespace incontro::bench
