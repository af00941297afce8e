#pragma once

#include <gtest/gtest.h>
#include <incontro/engine.h>

#include <memory>
#include <string>
#include <vector>

#include "support/temp_dir.h"

namespace incontro {

// An engine over a home of its own, standing on one day.
class TestHome {
 public:
  explicit TestHome(Date today) : clock_(today) { reopen(); }

  Engine& engine() { return *engine_; }
  const std::filesystem::path& path() const { return directory_.path(); }

  void close() { engine_.reset(); }
  void reopen() { reopen(date_of(clock_.now())); }
  void reopen(Date today) {
    engine_.reset();
    clock_ = FixedClock(today);
    auto opened = Engine::open({directory_.path(), Access::create, &clock_});
    ASSERT_TRUE(opened) << opened.error().message;
    engine_ = std::move(*opened);
  }

  // Applies, and waits until it can be found.
  void apply(std::span<const Record> records) {
    Sequence last = 0;
    for (const auto& applied : engine_->store().apply(records)) {
      ASSERT_TRUE(applied) << applied.error().message;
      last = std::max(last, applied->sequence);
    }
    const Done waited = engine_->wait_for(last, std::chrono::seconds(60));
    ASSERT_TRUE(waited) << waited.error().message;
  }
  void apply(const Record& record) { apply(std::span(&record, 1)); }

  Answer search(const Query& query) {
    auto answer = engine_->search(query);
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? std::move(*answer) : Answer{};
  }

  // The numbers in the codes of what is found (code25()), best first.
  std::vector<int> numbers(const Query& query) {
    std::vector<int> numbers;
    for (const Hit& hit : search(query).hits) numbers.push_back(std::stoi(hit.code));
    return numbers;
  }
  std::vector<int> numbers(std::string text) {
    Query query;
    query.text = std::move(text);
    return numbers(query);
  }

 private:
  TempDir directory_;
  FixedClock clock_;
  std::unique_ptr<Engine> engine_;
};

}  // namespace incontro
