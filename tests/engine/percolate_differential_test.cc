// Reverse search against search: a saved query finds a document exactly when the query, asked on
// the day of the document's publication, finds it in a block of its own.
//
// INCONTRO_QUERIES: how many random queries a collection; INCONTRO_SEED: another corpus and others.

#include <gtest/gtest.h>
#include <incontro/live_day.h>

#include <cstdlib>
#include <map>

#include "blocks/block_builder.h"
#include "blocks/word_builder.h"
#include "engine/random_queries.h"
#include "eval/filter.h"
#include "eval/match.h"
#include "eval/plan.h"
#include "oracle/mixed_corpus.h"
#include "percolate/query_index.h"
#include "percolate/rarities.h"
#include "support/seed.h"

namespace incontro {
namespace {

using Numbers = std::vector<std::uint64_t>;

const std::vector<std::vector<std::size_t>> sizes = {{5'000, 2'500}, {1'500}, {300}, {7, 50, 1}};

std::size_t query_count() {
  const char* given = std::getenv("INCONTRO_QUERIES");
  return given ? std::strtoull(given, nullptr, 10) : 1'000;
}

class PercolateDifferential : public ::testing::TestWithParam<Collection> {
 protected:
  PercolateDifferential()
      : random_(test_seed(51)),
        corpus_(GetParam(), sizes, random_),
        queries_(GetParam(), corpus_, random_),
        totals_(GetParam(), corpus_.snapshot()) {}

  void save(std::uint64_t number, const AskedQuery& asked) {
    index_.add(number, 0, asked.query, asked.parsed, Rarities(totals_, corpus_.snapshot()));
    auto plan = make_plan(asked.query, asked.parsed, corpus_.snapshot(), asked.today,
                          default_validity_days);
    ASSERT_TRUE(plan) << plan.error().message;
    plans_.emplace(number, std::move(*plan));
  }
  void remove(std::uint64_t number) {
    index_.remove(number);
    plans_.erase(number);
  }

  Numbers percolated(const Document& document) {
    Numbers found;
    index_.percolate(document, 1, found);
    std::ranges::sort(found);
    return found;
  }
  Numbers searched(Document document) {
    document.number = 0;
    const BlockView view =
        view_of(std::make_shared<const Block>(build_block(GetParam(), {&document, 1})),
                std::make_shared<const WordIndex>(build_words({&document, 1})));
    Numbers found;
    Hits hits;
    for (auto& [number, plan] : plans_) {
      plan.today = day_of(document.published);
      const auto day = view.days->on(view, plan.today, plan.validity_days);
      Matcher(plan).match(view, *day, hits);
      Filtering(plan).filter(*view.block, *day, hits);
      if (hits.count > 0) found.push_back(number);
    }
    return found;
  }

  std::mt19937_64 random_;
  const MixedCorpus corpus_;
  RandomQueries queries_;
  const ValueTotals totals_;
  QueryIndex index_{GetParam()};
  std::map<std::uint64_t, Plan> plans_;
};

TEST_P(PercolateDifferential, ASavedQueryFindsWhatItsSearchFinds) {
  for (std::uint64_t number = 1; number <= query_count(); ++number) save(number, queries_.next());
  std::size_t found = 0;
  constexpr std::size_t documents = 200;
  const auto& samples = corpus_.samples();
  for (std::size_t i = 0; i < documents; ++i) {
    Document document = samples[below(random_, samples.size())];
    if (below(random_, 10) == 0) document.expires = document.published - std::chrono::days(1);
    const Numbers right = searched(document);
    ASSERT_EQ(percolated(document), right) << "document " << document.number;
    found += right.size();
    // Others come and go between the documents.
    for (int change = 0; change < 5; ++change) {
      const std::uint64_t gone = 1 + below(random_, query_count());
      remove(gone);
      save(gone, queries_.next());
    }
  }
  std::cout << found << " hits of " << query_count() << " queries in " << documents
            << " documents\n";
  EXPECT_GT(found, documents * query_count() / 100) << "too few to tell anything";
}

INSTANTIATE_TEST_SUITE_P(Collections, PercolateDifferential,
                         ::testing::Values(Collection::vacancies, Collection::cvs),
                         [](const auto& tested) {
                           return tested.param == Collection::vacancies ? "Vacancies" : "Cvs";
                         });

}  // namespace
}  // namespace incontro
