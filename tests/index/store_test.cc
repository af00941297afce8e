#include <gtest/gtest.h>
#include <incontro/store.h>

#include <atomic>
#include <set>
#include <thread>

#include "support/records.h"
#include "support/temp_dir.h"

namespace incontro {
namespace {

const Date today = day(2012, 12, 5);

Record vacancy(int number) { return small_vacancy(number, today); }
Record cv(int number) { return small_cv(number, today); }

SystemData& system_in(Record& record) {
  return std::visit([](auto& r) -> SystemData& { return r.system; }, record);
}
Record after(Record record, int predecessor) {
  system_in(record).predecessor = code25(predecessor);
  return record;
}
Record closing(Record record, int predecessor) {
  system_in(record).kind = Kind::close;
  return after(std::move(record), predecessor);
}

RecordCode vacancy_code(int number) { return {Collection::vacancies, code25(number)}; }
RecordCode cv_code(int number) { return {Collection::cvs, code25(number)}; }

class StoreTest : public ::testing::Test {
 protected:
  void SetUp() override { reopen(); }

  void reopen() {
    store_.reset();
    auto opened = Store::open(directory_ / "store", Access::create);
    ASSERT_TRUE(opened) << opened.error().message;
    store_ = std::move(*opened);
  }
  Applied apply(const Record& record) {
    const auto applied = store_->apply(record);
    EXPECT_TRUE(applied) << applied.error().message;
    return applied ? *applied : Applied{};
  }
  Code refusal(const Record& record) {
    const Sequence before = store_->last();
    const auto applied = store_->apply(record);
    EXPECT_FALSE(applied);
    EXPECT_EQ(store_->last(), before);
    return applied ? Code::io : applied.error().code;
  }
  RecordState state(const RecordCode& code) {
    const auto found = store_->record(code);
    EXPECT_TRUE(found) << found.error().message;
    return found ? found->state : RecordState{};
  }
  std::vector<Change> changes(Sequence after = 0, std::size_t limit = 1000) {
    const auto found = store_->changes(after, limit);
    EXPECT_TRUE(found) << found.error().message;
    return found ? *found : std::vector<Change>{};
  }

  TempDir directory_;
  std::unique_ptr<Store> store_;
};

TEST_F(StoreTest, ANewStoreIsEmpty) {
  EXPECT_EQ(store_->last(), 0u);
  EXPECT_EQ(store_->documents(Collection::vacancies), 0u);
  EXPECT_TRUE(changes().empty());
  EXPECT_TRUE(store_->contacts()->empty());
  EXPECT_EQ(store_->record(vacancy_code(1)).error().code, Code::not_found);
  EXPECT_EQ(store_->document(Collection::cvs, 0).error().code, Code::not_found);
}

TEST_F(StoreTest, APublishedRecordIsFoundByCodeAndByNumber) {
  EXPECT_EQ(apply(cv(7)).outcome, Outcome::published);
  const auto applied = apply(vacancy(7));  // the same code in the other collection is another
  EXPECT_EQ(applied.outcome, Outcome::published);
  EXPECT_EQ(applied.sequence, 2u);
  const auto found = store_->record(vacancy_code(7));
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->record == vacancy(7));
  EXPECT_EQ(found->state, (RecordState{Status::published, 2, 0, ""}));
  const auto same = store_->document(Collection::cvs, 0);
  ASSERT_TRUE(same);
  EXPECT_TRUE(same->record == cv(7));
  EXPECT_EQ(store_->document(Collection::cvs, 1).error().code, Code::not_found);
  EXPECT_EQ(changes(),
            (std::vector<Change>{{1, Collection::cvs, 0, {}}, {2, Collection::vacancies, 0, {}}}));
}

TEST_F(StoreTest, AReplacementSupersedesItsPredecessorInOneChange) {
  apply(vacancy(1));
  const auto applied = apply(after(vacancy(2), 1));
  EXPECT_EQ(applied.outcome, Outcome::replaced);
  EXPECT_EQ(state(vacancy_code(1)), (RecordState{Status::superseded, 1, 0, code25(2)}));
  EXPECT_EQ(state(vacancy_code(2)), (RecordState{Status::published, 2, 1, ""}));
  EXPECT_EQ(changes(1), (std::vector<Change>{{2, Collection::vacancies, 1, 0}}));
  EXPECT_TRUE(store_->document(Collection::vacancies, 0)->record == vacancy(1));
}

TEST_F(StoreTest, AClosureOnlyWithdraws) {
  apply(cv(1));
  const auto applied = apply(closing(cv(2), 1));
  EXPECT_EQ(applied.outcome, Outcome::closed);
  EXPECT_EQ(state(cv_code(1)), (RecordState{Status::closed, 1, 0, code25(2)}));
  EXPECT_EQ(state(cv_code(2)).status, Status::closure);
  EXPECT_EQ(state(cv_code(2)).sequence, 2u);
  EXPECT_EQ(changes(1), (std::vector<Change>{{2, Collection::cvs, {}, 0}}));
  EXPECT_EQ(store_->documents(Collection::cvs), 1u);
  EXPECT_TRUE(store_->record(cv_code(2))->record == closing(cv(2), 1));
}

TEST_F(StoreTest, TheSameCommunicationAgainChangesNothing) {
  apply(vacancy(1));
  apply(after(vacancy(2), 1));
  apply(closing(vacancy(3), 2));
  int calls = 0;
  store_->on_change([&] { ++calls; });
  const std::pair<Record, Sequence> again[] = {
      {vacancy(1), 1}, {after(vacancy(2), 1), 2}, {closing(vacancy(3), 2), 3}};
  for (const auto& [record, sequence] : again) {
    const auto applied = apply(record);
    EXPECT_EQ(applied.outcome, Outcome::unchanged);
    EXPECT_EQ(applied.sequence, sequence);
  }
  EXPECT_EQ(store_->last(), 3u);
  EXPECT_EQ(calls, 0);
}

TEST_F(StoreTest, WhatCollidesIsAConflict) {
  apply(vacancy(1));
  Vacancy other = small_vacancy(1, today);
  other.title += ".";
  EXPECT_EQ(refusal(other), Code::conflict);  // its code is taken
  apply(after(vacancy(2), 1));
  EXPECT_EQ(refusal(after(vacancy(3), 1)), Code::conflict);    // already superseded
  EXPECT_EQ(refusal(closing(vacancy(3), 1)), Code::conflict);  // the same
  apply(closing(vacancy(4), 2));
  EXPECT_EQ(refusal(closing(vacancy(5), 2)), Code::conflict);  // already closed
  EXPECT_EQ(refusal(after(vacancy(5), 2)), Code::conflict);
  EXPECT_EQ(refusal(after(vacancy(5), 4)), Code::conflict);  // a closure does not stand
}

TEST_F(StoreTest, APredecessorMustBeInTheSameCollection) {
  apply(cv(1));
  EXPECT_EQ(refusal(after(vacancy(2), 1)), Code::not_found);
  EXPECT_EQ(refusal(closing(vacancy(2), 1)), Code::not_found);
  EXPECT_EQ(refusal(after(vacancy(2), 2)), Code::not_found);  // itself
  EXPECT_EQ(state(cv_code(1)).status, Status::published);
}

TEST_F(StoreTest, AClosureOfNothingAndARecordWithoutCodeAreRefused) {
  Record closure = vacancy(1);
  system_in(closure).kind = Kind::close;
  EXPECT_EQ(refusal(closure), Code::not_found);
  Record nameless = vacancy(1);
  system_in(nameless).code.clear();
  EXPECT_EQ(refusal(nameless), Code::invalid);
}

TEST_F(StoreTest, ASpanIsTakenInOrderAndEachOnItsOwn) {
  Vacancy other = small_vacancy(1, today);
  other.title += ".";
  const std::vector<Record> span{
      vacancy(1),           after(vacancy(2), 1),   other, vacancy(1), after(vacancy(3), 9),
      after(vacancy(4), 1), closing(vacancy(5), 2), cv(1)};
  int calls = 0;
  store_->on_change([&] { ++calls; });
  const auto results = store_->apply(span);
  ASSERT_EQ(results.size(), span.size());
  EXPECT_EQ(results[0]->outcome, Outcome::published);
  EXPECT_EQ(results[1]->outcome, Outcome::replaced);
  EXPECT_EQ(results[2].error().code, Code::conflict);
  EXPECT_EQ(results[3]->outcome, Outcome::unchanged);
  EXPECT_EQ(results[3]->sequence, 1u);
  EXPECT_EQ(results[4].error().code, Code::not_found);
  EXPECT_EQ(results[5].error().code, Code::conflict);
  EXPECT_EQ(results[6]->outcome, Outcome::closed);
  EXPECT_EQ(results[7]->outcome, Outcome::published);
  EXPECT_EQ(changes(), (std::vector<Change>{{1, Collection::vacancies, 0, {}},
                                            {2, Collection::vacancies, 1, 0},
                                            {3, Collection::vacancies, {}, 1},
                                            {4, Collection::cvs, 0, {}}}));
  EXPECT_EQ(state(vacancy_code(1)), (RecordState{Status::superseded, 1, 0, code25(2)}));
  EXPECT_EQ(calls, 1);
  EXPECT_TRUE(store_->apply(std::span<const Record>{}).empty());
  EXPECT_EQ(calls, 1);
}

TEST_F(StoreTest, EverythingIsThereAfterReopening) {
  const std::uint64_t identity = store_->identity();
  apply(vacancy(1));
  apply(after(vacancy(2), 1));
  apply(cv(1));
  ASSERT_TRUE(
      store_->add_contact({0, Timestamp(today), "redazione", "N", "e@example.org", "S", "T"}));
  const auto before = changes();
  reopen();
  EXPECT_EQ(store_->identity(), identity);
  EXPECT_EQ(store_->last(), 3u);
  EXPECT_EQ(changes(), before);
  EXPECT_EQ(store_->documents(Collection::vacancies), 2u);
  EXPECT_EQ(state(vacancy_code(1)), (RecordState{Status::superseded, 1, 0, code25(2)}));
  EXPECT_EQ(apply(cv(2)).sequence, 4u);
  EXPECT_EQ(state(cv_code(2)).document, 1u);
  EXPECT_EQ(*store_->add_contact({}), 2u);
}

TEST_F(StoreTest, EachStoreHasItsOwnIdentity) {
  const auto other = Store::open(directory_ / "other", Access::create);
  ASSERT_TRUE(other);
  EXPECT_NE((*other)->identity(), store_->identity());
}

TEST_F(StoreTest, ChangesComeInPages) {
  for (int n = 1; n <= 5; ++n) apply(cv(n));
  EXPECT_EQ(changes(0, 2).back().sequence, 2u);
  EXPECT_EQ(changes(2, 2).front().sequence, 3u);
  EXPECT_EQ(changes(4, 2).size(), 1u);
  EXPECT_TRUE(changes(5, 2).empty());
  EXPECT_TRUE(changes(0, 0).empty());
  EXPECT_TRUE(changes(~Sequence{0}, 2).empty());
}

TEST_F(StoreTest, OnlyOneProcessWritesAndOthersReadTheCommittedState) {
  EXPECT_EQ(Store::open(directory_ / "store", Access::create).error().code, Code::busy);
  apply(vacancy(1));
  const auto shared = Store::open(directory_ / "store", Access::shared);
  ASSERT_TRUE(shared) << shared.error().message;
  apply(closing(vacancy(2), 1));
  EXPECT_EQ((*shared)->last(), 1u);
  EXPECT_EQ((*shared)->identity(), store_->identity());
  EXPECT_EQ((*shared)->record(vacancy_code(1))->state.status, Status::published);
  EXPECT_EQ((*shared)->apply(vacancy(3)).error().code, Code::denied);
  EXPECT_EQ((*shared)->add_contact({}).error().code, Code::denied);
  EXPECT_EQ((*Store::open(directory_ / "store", Access::shared))->last(), 2u);
}

TEST_F(StoreTest, SharedAccessFindsNothingWhereNothingIs) {
  EXPECT_EQ(Store::open(directory_ / "absent", Access::shared).error().code, Code::not_found);
}

TEST_F(StoreTest, ContactsKeepTheirTextAndOrder) {
  ContactMessage message{99,
                         Timestamp(today),
                         "clic4help",
                         "Nome",
                         "a@example.org",
                         "Oggetto",
                         std::string("riga\n\0fine", 10)};
  EXPECT_EQ(*store_->add_contact(message), 1u);
  EXPECT_EQ(*store_->add_contact({}), 2u);
  message.number = 1;
  EXPECT_EQ(store_->contacts()->front(), message);
  EXPECT_EQ(store_->contacts()->back().number, 2u);
  EXPECT_EQ(store_->last(), 0u);
}

TEST_F(StoreTest, TheListenerMayReadAndIsCalledAfterTheWrite) {
  Sequence seen = 0;
  const auto listener = store_->on_change([&] { seen = store_->changes(0, 10)->back().sequence; });
  apply(vacancy(1));
  EXPECT_EQ(seen, 1u);
  refusal(after(vacancy(2), 9));
  store_->forget(listener);
  apply(vacancy(2));
  EXPECT_EQ(seen, 1u);
}

TEST_F(StoreTest, EveryListenerIsCalledUntilItIsForgotten) {
  int first = 0, second = 0;
  const auto one = store_->on_change([&] { ++first; });
  store_->on_change([&] { ++second; });
  apply(vacancy(1));
  store_->forget(one);
  store_->forget(one);
  apply(vacancy(2));
  EXPECT_EQ(first, 1);
  EXPECT_EQ(second, 2);
}

// Two writers and a reader: numbers stay dense, and whatever last() promises can be read.
TEST_F(StoreTest, WritersTakeTurnsAndReadersSeeWhatIsPromised) {
  constexpr int each = 150;
  std::atomic<bool> stop{false};
  std::thread reader([&] {
    while (!stop) {
      const Sequence last = store_->last();
      const auto found = store_->changes(0, 10'000);
      ASSERT_TRUE(found);
      ASSERT_GE(found->size(), last);
      if (last == 0) continue;
      const DocumentNumber number = *(*found)[last - 1].added;
      ASSERT_GT(store_->documents(Collection::cvs), number);
      ASSERT_TRUE(store_->document(Collection::cvs, number));
    }
  });
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 2; ++writer)
    writers.emplace_back([&, writer] {
      for (int n = 0; n < each; ++n) ASSERT_TRUE(store_->apply(cv(writer * each + n)));
    });
  for (std::thread& writer : writers) writer.join();
  stop = true;
  reader.join();
  std::set<DocumentNumber> numbers;
  for (const Change& change : changes()) numbers.insert(*change.added);
  EXPECT_EQ(numbers.size(), std::size_t{2 * each});
  EXPECT_EQ(store_->last(), Sequence{2 * each});
}

}  // namespace
}  // namespace incontro
