// Each row of the suggestions is a meaning of its own.

#include <gmock/gmock.h>
#include <incontro/engine.h>
#include <incontro/synth.h>

#include <random>
#include <set>

#include "support/home.h"
#include "support/records.h"
#include "support/seed.h"

namespace incontro {
namespace {

constexpr Date today = Date{std::chrono::days(20'780)};

class SuggestedMeanings : public ::testing::Test {
 protected:
  std::vector<Suggestion> typed(std::string text, Collection collection = Collection::vacancies,
                                std::size_t limit = 5) {
    auto suggestions =
        home_.engine().suggest({SuggestionBox::what, collection, std::move(text), limit});
    EXPECT_TRUE(suggestions);
    return suggestions ? *suggestions : std::vector<Suggestion>();
  }
  std::set<std::string> found(const Suggestion& suggestion, Collection collection) {
    Query query = chosen(suggestion, collection);
    query.limit = 1'000;
    std::set<std::string> codes;
    for (const Hit& hit : home_.search(query).hits) codes.insert(hit.code);
    return codes;
  }
  Vacancy titled(int number, std::string title, std::string profession) {
    Vacancy v = small_vacancy(number, today);
    v.title = std::move(title);
    v.profession = {std::move(profession)};
    return v;
  }

  TestHome home_{today};
};

TEST_F(SuggestedMeanings, FormsOfATitleAndItsProfessionAreOneRow) {
  int number = 0;
  for (const char* title : {"Cameriere", "CAMERIERE", "camerieri", "Cameriera"})
    home_.apply(titled(++number, title, "5.2.2.3.2.1"));
  const auto rows = typed("camer");
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].kind, SuggestionKind::phrase);
  EXPECT_EQ(rows[0].count, 4u);
}

TEST_F(SuggestedMeanings, ASlipLeadsToItsCorrectionBeforeWhatSharesTheStemAlone) {
  int number = 0;
  for (int i = 0; i < 5; ++i)
    home_.apply(titled(++number, "Addetto alla camera bianca", "6.2.3.3.1.1"));
  home_.apply(titled(++number, "Cameriere", "5.2.2.3.2.1"));
  ASSERT_FALSE(typed("camerire").empty());
  EXPECT_EQ(typed("camerire")[0].text, "Cameriere");
  EXPECT_EQ(typed("camere")[0].text, "Addetto alla camera bianca") << "a form of camera";
}

TEST_F(SuggestedMeanings, NoTwoRowsFindTheSame) {
  const Generator generator(2012, today);
  std::vector<Record> records;
  for (std::uint64_t n = 0; n < 400; ++n) {
    records.emplace_back(generator.vacancy(n));
    records.emplace_back(generator.cv(n));
  }
  home_.apply(records);
  std::mt19937_64 random(test_seed(23));
  std::size_t rows = 0;
  for (int round = 0; round < 120; ++round) {
    const Collection collection = round % 2 == 0 ? Collection::vacancies : Collection::cvs;
    std::string text = generator.vacancy(random() % 400).title;
    text.resize(std::min<std::size_t>(text.size(), 2 + random() % 8));
    std::set<std::set<std::string>> meanings;
    const auto suggestions = typed(text, collection, 1 + random() % 10);
    for (const Suggestion& suggestion : suggestions) {
      const auto codes = found(suggestion, collection);
      EXPECT_EQ(codes.size(), suggestion.count);
      EXPECT_TRUE(meanings.insert(codes).second) << text << ": " << suggestion.text;
    }
    rows += suggestions.size();
  }
  EXPECT_GT(rows, 200u);
}

}  // namespace
}  // namespace incontro
