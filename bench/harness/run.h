#pragma once

#include <incontro/engine.h>

#include <span>
#include <string>
#include <vector>

#include "harness/answers.h"
#include "harness/query_set.h"
#include "harness/rows.h"

namespace incontro::bench {

// Asks all queries once without looking at the clock.
void warm_up(const Engine& engine, std::span<const BenchQuery> queries);
// Asks them again, one after the other on this thread. The clock runs around Engine::search alone.
std::vector<Answered> ask(const Engine& engine, std::span<const BenchQuery> queries);

// A row for each class, in the order of the queries.
std::vector<Row> our_rows(std::span<const BenchQuery> queries, std::span<const Answered> ours,
                          std::size_t records);

// Holds a peer's answers against ours, to the queries that it answered; the first differences go to
// the standard error.
std::vector<Row> peer_rows(const std::string& peer, std::span<const BenchQuery> queries,
                           std::span<const Answered> ours, std::span<const Answered> theirs,
                           std::size_t records);

}  // namespace incontro::bench
