#include <gtest/gtest.h>
#include <incontro/store.h>

#include <map>

#include "support/records.h"
#include "support/seed.h"
#include "support/temp_dir.h"

namespace incontro {
namespace {

// What the store promises, in a map.
class Model {
 public:
  Result<Applied> apply(const Record& record) {
    const SystemData& system = system_of(record);
    const RecordCode code = code_of(record);
    if (const auto found = records.find(code); found != records.end()) {
      if (found->second.record == record)
        return Applied{found->second.state.sequence, Outcome::unchanged};
      return Error{Code::conflict, {}};
    }
    const bool closes = system.kind == Kind::close;
    Change change{changes.size() + 1, code.collection, {}, {}};
    if (closes || !system.predecessor.empty()) {
      const auto before = records.find({code.collection, system.predecessor});
      if (before == records.end()) return Error{Code::not_found, {}};
      RecordState& state = before->second.state;
      if (state.status != Status::published) return Error{Code::conflict, {}};
      state.status = closes ? Status::closed : Status::superseded;
      state.successor = code.value;
      change.withdrawn = state.document;
    }
    RecordState mine{closes ? Status::closure : Status::published, change.sequence, 0, {}};
    if (!closes) {
      auto& numbered = documents[static_cast<std::size_t>(code.collection)];
      mine.document = static_cast<DocumentNumber>(numbered.size());
      change.added = mine.document;
      numbered.push_back(code.value);
    }
    changes.push_back(change);
    records.insert({code, {record, mine}});
    if (closes) return Applied{change.sequence, Outcome::closed};
    return Applied{change.sequence, change.withdrawn ? Outcome::replaced : Outcome::published};
  }

  std::map<RecordCode, StoredRecord> records;
  std::vector<Change> changes;
  std::vector<std::string> documents[2];
};

// Few codes, so that everything collides with everything.
Record any_communication(std::mt19937_64& random, int codes) {
  const auto any_code = [&] {
    return static_cast<int>(below(random, static_cast<std::size_t>(codes)));
  };
  const auto finish = [&](auto record) -> Record {
    record.system.kind = below(random, 4) == 0 ? Kind::close : Kind::publish;
    if (below(random, 3) != 0) record.system.predecessor = code25(any_code());
    if (below(random, 6) == 0) record.it_skills = "altro";
    return record;
  };
  if (below(random, 2) == 0) return finish(small_cv(any_code(), day(2012, 12, 5)));
  return finish(small_vacancy(any_code(), day(2012, 12, 5)));
}

void expect_same(const Store& store, const Model& model) {
  ASSERT_EQ(store.last(), model.changes.size());
  const auto changes = store.changes(0, model.changes.size() + 1);
  ASSERT_TRUE(changes);
  ASSERT_EQ(*changes, model.changes);
  for (const auto& [code, expected] : model.records) {
    const auto found = store.record(code);
    ASSERT_TRUE(found) << found.error().message;
    ASSERT_TRUE(found->record == expected.record);
    ASSERT_EQ(found->state, expected.state) << code.value;
  }
  for (const Collection c : collections) {
    const auto& numbered = model.documents[static_cast<std::size_t>(c)];
    ASSERT_EQ(store.documents(c), numbered.size());
    for (DocumentNumber n = 0; n < numbered.size(); ++n) {
      const auto found = store.document(c, n);
      ASSERT_TRUE(found);
      ASSERT_EQ(code_of(found->record).value, numbered[n]);
    }
  }
}

TEST(StoreModel, AnySequenceOfCommunicationsDoesWhatTheModelDoes) {
  std::mt19937_64 random(test_seed(38));
  const TempDir directory;
  Model model;
  auto store = Store::open(directory / "store", Access::create);
  ASSERT_TRUE(store);
  int outcomes[4] = {}, conflicts = 0, absences = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<Record> span(below(random, 4) == 0 ? below(random, 24) : 1);
    for (Record& record : span) record = any_communication(random, 10 + round * 2);
    const auto results = (*store)->apply(span);
    ASSERT_EQ(results.size(), span.size());
    for (std::size_t i = 0; i < span.size(); ++i) {
      const auto expected = model.apply(span[i]);
      SCOPED_TRACE("round " + std::to_string(round) + ", communication " + std::to_string(i));
      ASSERT_EQ(results[i].has_value(), expected.has_value());
      if (expected) {
        ASSERT_EQ(results[i]->outcome, expected->outcome);
        ASSERT_EQ(results[i]->sequence, expected->sequence);
        ++outcomes[static_cast<int>(expected->outcome)];
      } else {
        ASSERT_EQ(results[i].error().code, expected.error().code);
        ++(expected.error().code == Code::conflict ? conflicts : absences);
      }
    }
    if (below(random, 40) == 0) {
      store->reset();
      store = Store::open(directory / "store", Access::create);
      ASSERT_TRUE(store);
    }
    if (round % 20 == 0) expect_same(**store, model);
  }
  expect_same(**store, model);
  for (const int count : {outcomes[0], outcomes[1], outcomes[2], outcomes[3], conflicts, absences})
    EXPECT_GT(count, 10) << "the sequence is too tame to say anything";
}

}  // namespace
}  // namespace incontro
