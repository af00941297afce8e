// The two indexes of a home, Xapian and the blocks, must find the same documents: they have
// nothing in common but the analysis of the records.

#include <gtest/gtest.h>
#include <incontro/indexer.h>
#include <incontro/synth.h>

#include <algorithm>

#include "eval/match.h"
#include "eval/plan.h"
#include "support/frequent_words.h"
#include "support/records.h"
#include "support/seed.h"
#include "support/temp_dir.h"

namespace incontro {
namespace {

using Numbers = std::vector<DocumentNumber>;

class BothPaths : public ::testing::TestWithParam<Collection> {
 protected:
  static constexpr Date today = Date{std::chrono::days(20'700)};
  static constexpr std::uint64_t record_count = 1'500;

  BothPaths() : random_(test_seed(41)) {
    auto store = Store::open(directory_ / "store", Access::create);
    EXPECT_TRUE(store) << store.error().message;
    store_ = std::move(*store);
    auto indexer = Indexer::open(directory_.path(), *store_, Access::create);
    EXPECT_TRUE(indexer) << indexer.error().message;
    indexer_ = std::move(*indexer);
    fill();
    for (DocumentNumber number = 0; number < store_->documents(GetParam()); number += 5) {
      const auto stored = store_->document(GetParam(), number);
      EXPECT_TRUE(stored);
      texts_.push_back(standing_words(make_document(analyzer_, stored->record, number)));
    }
  }

  // In batches of many sizes, some of them replacing or closing what an earlier one brought.
  void fill() {
    const Generator generator(2012, today);
    const auto record = [&](std::uint64_t n) {
      return GetParam() == Collection::vacancies ? Record(generator.vacancy(n))
                                                 : Record(generator.cv(n));
    };
    // It keeps every word from being in all documents, which is what Xapian 1.4.22 stumbles over.
    Vacancy laconic;
    laconic.system.code = code25(1);
    laconic.system.inserted = Timestamp(today);
    laconic.title = "Breve";
    Record first_record = laconic;
    if (GetParam() == Collection::cvs) first_record = small_cv(1, today);
    const auto first = store_->apply(first_record);
    ASSERT_TRUE(first) << first.error().message;
    Sequence last = first->sequence;
    std::uint64_t replaced = 0;
    for (std::uint64_t n = 0; n < record_count;) {
      std::vector<Record> batch;
      for (std::size_t i = 1 + below(random_, 200); i > 0 && n < record_count; --i)
        batch.push_back(record(n++));
      if (n > 100)
        for (std::size_t i = below(random_, 12); i > 0 && replaced + 7 < n - 100; --i) {
          Record& change = batch.emplace_back(record(record_count + replaced));
          const std::string predecessor = system_of(record(replaced)).code;
          const bool closes = below(random_, 2) == 0;
          if (closes) change = record(replaced);
          std::visit(
              [&](auto& r) {
                r.system.kind = closes ? Kind::close : Kind::publish;
                r.system.closing_reason = closes ? "03" : "";
                r.system.predecessor = predecessor;
                r.system.code = "N" + predecessor.substr(1);
              },
              change);
          replaced += 7;
        }
      for (const auto& applied : store_->apply(batch)) {
        ASSERT_TRUE(applied) << applied.error().message;
        last = std::max(last, applied->sequence);
      }
      if (below(random_, 2) == 0) wait_for(last);
    }
    wait_for(last);
    EXPECT_GT(replaced, 100u);
  }

  void wait_for(Sequence sequence) {
    const Done waited = indexer_->wait_for(sequence, std::chrono::seconds(120));
    ASSERT_TRUE(waited) << waited.error().message;
    const Done text_too = indexer_->wait_for_text(sequence, std::chrono::seconds(120));
    ASSERT_TRUE(text_too) << text_too.error().message;
  }

  // All documents that the blocks find, whatever their day.
  Numbers in_blocks(const Clauses& required) {
    Query query;
    query.collection = GetParam();
    query.scope = Scope::all;
    const auto snapshot = indexer_->snapshot();
    const CollectionSnapshot& own = snapshot->of(GetParam());
    const auto plan = make_plan(query, {required, {}}, own, today, 60);
    EXPECT_TRUE(plan);
    Matcher matcher(*plan);
    Hits hits;
    Numbers numbers;
    for (const BlockView& view : own.blocks) {
      matcher.match(view, *view.days->on(view, plan->today, 60), hits);
      hits.for_each([&](std::uint16_t offset) { numbers.push_back(view.block->first + offset); });
    }
    return numbers;
  }

  Numbers in_text(Result<Numbers> found) {
    EXPECT_TRUE(found) << found.error().message;
    return found ? std::move(*found) : Numbers{};
  }
  const TextReader& text() { return *indexer_->snapshot()->of(GetParam()).text; }

  const StandingWords& any_text() {
    for (;;)
      if (const auto& words = texts_[below(random_, texts_.size())]; !words.empty()) return words;
  }
  const std::string& any_word() {
    const StandingWords& words = any_text();
    return words[below(random_, words.size())].second;
  }

  TempDir directory_;
  std::mt19937_64 random_;
  const Analyzer analyzer_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Indexer> indexer_;  // ends before the store
  std::vector<StandingWords> texts_;
};

TEST_P(BothPaths, FindTheSamePhrases) {
  std::size_t some = 0;
  for (int round = 0; round < 1'500; ++round) {
    const StandingWords& words = any_text();
    const std::size_t length = std::min(words.size(), 1 + below(random_, 5));
    const std::size_t begin = below(random_, words.size() - length + 1);
    Phrase phrase;
    std::string told;
    for (std::size_t i = 0; i < length; ++i) phrase.push_back(words[begin + i].second);
    if (below(random_, 5) == 0) phrase[below(random_, length)] = any_word();
    for (const std::string& word : phrase) told += word + " ";
    const Numbers found = in_text(text().phrase(phrase));
    ASSERT_EQ(in_blocks({{}, {phrase}, {}}), found) << told;
    some += !found.empty();
  }
  EXPECT_GT(some, 500u) << "the phrases find too little to tell anything";
}

TEST_P(BothPaths, FindTheSamePrefixes) {
  for (int round = 0; round < 1'000; ++round) {
    const std::string& word = any_word();
    const std::string prefix = word.substr(0, 1 + below(random_, word.size()));
    ASSERT_EQ(in_blocks({{}, {}, {prefix}}), in_text(text().prefix(prefix))) << prefix;
  }
}

TEST_P(BothPaths, FindTheSameStems) {
  std::size_t some = 0;
  for (int round = 0; round < 1'500; ++round) {
    std::vector<std::string> terms;
    std::string told;
    const StandingWords& words = any_text();
    for (std::size_t i = 1 + below(random_, 3); i > 0; --i)
      for (const Token& token : analyzer_.analyze(
               below(random_, 5) == 0 ? any_word() : words[below(random_, words.size())].second))
        if (!token.stop && std::ranges::find(terms, token.term) == terms.end()) {
          terms.push_back(token.term);
          told += token.term + " ";
        }
    if (terms.empty()) continue;
    const Numbers found = in_text(text().all_of(terms));
    ASSERT_EQ(in_blocks({terms, {}, {}}), found) << told;
    some += !found.empty();
  }
  EXPECT_GT(some, 500u) << "the words find too little to tell anything";
}

INSTANTIATE_TEST_SUITE_P(Collections, BothPaths,
                         ::testing::Values(Collection::vacancies, Collection::cvs),
                         [](const auto& tested) {
                           return tested.param == Collection::vacancies ? "Vacancies" : "Cvs";
                         });

}  // namespace
}  // namespace incontro
