#include <gtest/gtest.h>
#include <incontro/engine.h>

#include "support/home.h"
#include "support/records.h"

namespace incontro {
namespace {

constexpr Date today = Date{std::chrono::days(20'780)};

class Correct : public ::testing::Test {
 protected:
  Correct() {
    std::vector<Record> records;
    int number = 0;
    for (const auto& [title, times] :
         {std::pair{"Elettricista impiantista", 30}, std::pair{"Cuoco di bordo", 12},
          std::pair{"Saldatore a filo continuo", 15}, std::pair{"Cuore e polmoni", 11},
          std::pair{"Programmatore C++", 11}})
      for (int i = 0; i < times; ++i) {
        Vacancy v = small_vacancy(++number, today);
        v.title = title;
        v.workplace = {number % 2 == 0 ? "A944" : "H501"};
        records.emplace_back(v);
      }
    home_.apply(records);
  }
  std::optional<Correction> of(std::string text, std::vector<Filter> filters = {}) {
    Query query;
    query.text = std::move(text);
    query.filters = std::move(filters);
    const auto correction = home_.engine().correct(query);
    EXPECT_TRUE(correction) << correction.error().message;
    if (!correction || !*correction) return std::nullopt;
    query.text = (*correction)->text;
    EXPECT_EQ(home_.search(query).total, (*correction)->count);
    return *correction;
  }
  std::string text_of(std::string text) {
    const auto correction = of(std::move(text));
    return correction ? correction->text : "(none)";
  }

  TestHome home_{today};
};

TEST_F(Correct, PutsAWrongWordRight) {
  EXPECT_EQ(text_of("elettrciista"), "elettricista");
  EXPECT_EQ(text_of("eletrricsta"), "elettricista");
  EXPECT_EQ(text_of("saldtore"), "saldatore");
  const auto correction = of("ELETTRICCISTA");
  ASSERT_TRUE(correction);
  EXPECT_EQ(correction->count, 30u);
  EXPECT_EQ(correction->corrected, (std::vector<TextRange>{{0, 12}}));
}

TEST_F(Correct, KeepsEverythingElseAsTyped) {
  EXPECT_EQ(text_of("  \"Saldatore a  filo contnuo\"  -cuoco sald* "),
            "  \"Saldatore a  filo continuo\"  -cuoco sald* ");
  EXPECT_EQ(text_of("dell'elettrcista"), "dell'elettricista");
  const auto correction = of("cuocco di brodo");
  ASSERT_TRUE(correction);
  EXPECT_EQ(correction->text, "cuoco di bordo");
  EXPECT_EQ(correction->corrected, (std::vector<TextRange>{{0, 5}, {9, 14}}));
}

TEST_F(Correct, LeavesWhatFindsEnoughAlone) {
  EXPECT_EQ(text_of("cuore"), "(none)");
  EXPECT_EQ(text_of("elettricisti"), "(none)");
  EXPECT_EQ(text_of(""), "(none)");
}

TEST_F(Correct, DoesNotTouchCodesNumbersShortWordsExclusionsAndPrefixes) {
  for (const char* typed : {"C+++", "12345", "filp0", "cuo", "\"\"", "xyzxyzxyz", "cuocp* zz",
                            "programmatorx-99/2001", "\xFF\xFE"})
    EXPECT_EQ(text_of(typed), "(none)") << typed;
  EXPECT_EQ(text_of("-cuocp elettrivista"), "-cuocp elettricista");
}

TEST_F(Correct, CountsWithTheFiltersOfTheQuery) {
  const auto correction = of("elettrciista", {{"territory", {"A944"}}});
  ASSERT_TRUE(correction);
  EXPECT_EQ(correction->count, 15u);
  EXPECT_FALSE(of("elettrciista", {{"territory", {"F205"}}}));  // nobody there either
}

TEST_F(Correct, RefusesWhatASearchRefuses) {
  Query query;
  query.filters = {{"nessuno", {"1"}}};
  EXPECT_FALSE(home_.engine().correct(query));
}

}  // namespace
}  // namespace incontro
