#include <gmock/gmock.h>

#include "support/home.h"
#include "support/records.h"

namespace incontro {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr Date today = std::chrono::sys_days{std::chrono::year{2026} / 11 / 20};

// A home whose store is put back from a copy that lacks the last of its records, as a careless
// restore leaves it: nothing but the indexes knows that there were more.
class StoreBehind : public ::testing::Test {
 protected:
  void SetUp() override {
    home_.apply(small_vacancy(1, today));
    home_.close();
    const fs::path store = home_.path() / "store", copy = directory_ / "store";
    fs::copy(store, copy, fs::copy_options::recursive);
    home_.reopen();
    home_.apply(small_vacancy(2, today));
    home_.close();
    fs::remove_all(store);
    fs::copy(copy, store, fs::copy_options::recursive);
    fs::remove(home_.path() / "store.seal");
  }

  std::unique_ptr<Engine> open(Access access) {
    auto opened = Engine::open({home_.path(), access, &clock_});
    EXPECT_TRUE(opened) << opened.error().message;
    return opened ? std::move(*opened) : nullptr;
  }

  TempDir directory_;
  TestHome home_{today};
  FixedClock clock_{today};
};

TEST_F(StoreBehind, IsToldByACheckAsLost) {
  const auto engine = open(Access::shared);
  ASSERT_TRUE(engine);
  const auto compared = engine->check();
  ASSERT_TRUE(compared) << compared.error().message;
  EXPECT_EQ(compared->lost.size(), 4u);  // text and blocks of both collections
  for (const std::string& lost : compared->lost) EXPECT_THAT(lost, HasSubstr("had followed"));
}

TEST_F(StoreBehind, IsToldWhenAWriterOpens) {
  const auto engine = open(Access::exclusive);
  ASSERT_TRUE(engine);
  ASSERT_EQ(engine->repairs().size(), 4u);
  for (const Repair& repair : engine->repairs()) EXPECT_EQ(repair.kind, Repair::Kind::ahead);
}

// The first writer makes the indexes again from what there is; then they agree.
TEST_F(StoreBehind, LeavesAHomeThatAgreesWithItself) {
  open(Access::exclusive).reset();
  const auto engine = open(Access::exclusive);
  ASSERT_TRUE(engine);
  EXPECT_THAT(engine->repairs(), IsEmpty());
  const auto compared = engine->check();
  ASSERT_TRUE(compared) << compared.error().message;
  EXPECT_THAT(compared->lost, IsEmpty());
  EXPECT_THAT(compared->damaged, IsEmpty());
  EXPECT_THAT(compared->differences, IsEmpty());
}

// A writer that goes on while a reader looks has lost nothing.
TEST(LiveWriter, IsNotTakenForALoss) {
  TestHome home(today);
  home.apply(small_vacancy(1, today));
  FixedClock clock(today);
  const auto reader = Engine::open({home.path(), Access::shared, &clock});
  ASSERT_TRUE(reader) << reader.error().message;
  home.apply(small_vacancy(2, today));
  ASSERT_TRUE(home.engine().check());  // waits for the text index
  const auto compared = (*reader)->check();
  ASSERT_TRUE(compared) << compared.error().message;
  EXPECT_THAT(compared->lost, IsEmpty());
}

// A kill before they are first saved leaves none; a check says so and it is no fault.
TEST(AbsentBlocks, AreToldByACheck) {
  TestHome home(today);
  home.apply(small_vacancy(1, today));
  home.close();
  fs::remove_all(home.path() / "blocks");
  FixedClock clock(today);
  const auto reader = Engine::open({home.path(), Access::shared, &clock});
  ASSERT_TRUE(reader) << reader.error().message;
  const auto compared = (*reader)->check();
  ASSERT_TRUE(compared) << compared.error().message;
  EXPECT_THAT(compared->following, ElementsAre(HasSubstr("no blocks"), HasSubstr("no blocks")));
  EXPECT_THAT(compared->damaged, IsEmpty());
}

// The index of another store knows nothing of this one.
TEST(ForeignIndex, IsDamagedAndNoLoss) {
  TestHome home(today), other(today);
  home.apply(small_vacancy(1, today));
  for (int number = 2; number < 5; ++number) other.apply(small_vacancy(number, today));
  home.close();
  other.close();
  const fs::path text = fs::path("text") / "vacancies";
  fs::remove_all(home.path() / text);
  fs::copy(other.path() / text, home.path() / text, fs::copy_options::recursive);
  FixedClock clock(today);
  const auto reader = Engine::open({home.path(), Access::shared, &clock});
  ASSERT_TRUE(reader) << reader.error().message;
  const auto compared = (*reader)->check();
  ASSERT_TRUE(compared) << compared.error().message;
  EXPECT_THAT(compared->lost, IsEmpty());
  EXPECT_EQ(compared->damaged.size(), 1u);
}

}  // namespace
}  // namespace incontro
