#pragma once

#include <algorithm>
#include <functional>
#include <numeric>
#include <span>
#include <vector>

#include "corpus.h"
#include "eval/plan.h"

namespace incontro {

// The terms of a block, the most frequent first.
inline std::vector<std::size_t> terms_by_frequency(const Postings& postings) {
  std::vector<std::size_t> order(postings.terms.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(),
                           [&](std::size_t i) { return postings.list(i).documents.count; });
  return order;
}

// A plan for vacancies on the benchmark's day, with terms of the block as required words.
inline Plan plan_of(const Block& block, std::span<const std::size_t> terms) {
  Plan plan{.collection = Collection::vacancies,
            .required = {},
            .excluded = {},
            .expansions = {},
            .filters = {},
            .opened = {},
            .near = {},
            .scope = Scope::active,
            .today = day_of(bench_day),
            .validity_days = default_validity_days};
  plan.opened.resize(fields_of(Collection::vacancies).size());
  for (const std::size_t i : terms) {
    const std::string_view term = block.postings.terms[i];
    plan.required.terms.push_back({std::string(term), Vocabulary::hash(term), false, 4'096});
  }
  return plan;
}

}  // namespace incontro
