// Saved searches through the engine's door: what is told, to whom, and how often.

#include <gtest/gtest.h>
#include <incontro/engine.h>

#include <algorithm>

#include "percolate/question_codec.h"
#include "support/home.h"
#include "support/records.h"

namespace incontro {
namespace {

using namespace std::chrono_literals;

const Date today = day(2026, 11, 27);

Vacancy vacancy(int number, const std::string& title) {
  Vacancy made = small_vacancy(number, today);
  made.title = title;
  return made;
}
Vacancy after(Vacancy record, int predecessor) {
  record.system.predecessor = code25(predecessor);
  return record;
}
template <class T>
T closing(T record, int predecessor) {
  record.system.kind = Kind::close;
  record.system.predecessor = code25(predecessor);
  return record;
}

Query query(std::string text, std::vector<Filter> filters = {}, std::optional<Near> near = {}) {
  Query made;
  made.text = std::move(text);
  made.filters = std::move(filters);
  made.near = std::move(near);
  return made;
}
SavedMatch match(Collection collection, int number, Millionths least = 1) {
  SavedMatch made;
  made.question = {collection, code25(number)};
  made.least = least;
  return made;
}

class SavedSearchesTest : public ::testing::Test {
 protected:
  SavedSearches& saved() { return home_.engine().saved_searches(); }

  static SavedSearch search(const std::string& text, const std::string& owner = "anna") {
    return {0, owner, text, {}, query(text)};
  }
  std::uint64_t save(const SavedSearch& one) {
    const auto number = saved().add(one);
    EXPECT_TRUE(number) << number.error().message;
    return number ? *number : 0;
  }
  Code refusal(const SavedSearch& one) {
    const auto number = saved().add(one);
    EXPECT_FALSE(number);
    return number ? Code::io : number.error().code;
  }
  void publish(const Record& record) {
    home_.apply(record);
    const Done waited = saved().wait_for(home_.engine().store().last(), 60s);
    ASSERT_TRUE(waited) << waited.error().message;
  }
  // "saved search: last digits of the record's code", in the order of the outbox.
  std::vector<std::string> outbox() {
    const auto notices = saved().outbox(0, 1'000);
    EXPECT_TRUE(notices);
    std::vector<std::string> told;
    for (const Notice& notice : *notices)
      told.push_back(std::to_string(notice.saved_search) + ": " + notice.record.value.substr(23));
    return told;
  }
  using Told = std::vector<std::string>;

  TestHome home_{today};
};

TEST_F(SavedSearchesTest, ANewRecordIsToldToWhoeverSearchesForIt) {
  publish(vacancy(1, "Cuoco"));  // before anybody has saved anything
  EXPECT_EQ(save(search("cuoco")), 1u);
  EXPECT_EQ(save(search("cameriere")), 2u);
  EXPECT_EQ(save(search("\"motore di ricerca\" -pizzaiolo")), 3u);
  publish(vacancy(2, "Cuoca di mensa"));
  publish(vacancy(3, "Pizzaiolo"));
  EXPECT_EQ(outbox(), (Told{"1: 02", "3: 02"}));
  const auto notices = saved().outbox(0, 10);
  EXPECT_EQ(notices->front().sequence, 2u);
  EXPECT_EQ(notices->front().score, 0u);
}

TEST_F(SavedSearchesTest, WhatWasSavedIsListedByItsOwnerWithAllThatDecidesWhatIsFound) {
  Query all =
      query("cuoco -pizza", {{"territory", {"08", "EE"}}, {"contract", {"A00"}}}, Near{"A944", 30});
  all.collection = Collection::cvs;
  all.synonyms = false;
  all.sort = Sort::distance;
  all.scope = Scope::all;
  all.limit = 7;
  save({0, "anna", "la mia", {}, all});
  save(search("cuoco", "bruno"));
  home_.reopen();
  EXPECT_EQ(*saved().count(), 2u);
  const auto list = saved().list("anna");
  ASSERT_EQ(list->size(), 1u);
  EXPECT_EQ(list->front().number, 1u);
  EXPECT_EQ(list->front().name, "la mia");
  EXPECT_EQ(list->front().saved, Timestamp(today));
  EXPECT_EQ(encode_question(list->front().asks), encode_question(all));
  EXPECT_EQ(std::get<Query>(list->front().asks).limit, Query{}.limit);
  EXPECT_TRUE(saved().list("carla")->empty());
  EXPECT_EQ(saved().find(2)->owner, "bruno");
  EXPECT_EQ(saved().find(3).error().code, Code::not_found);
}

TEST_F(SavedSearchesTest, WhatCannotBeAskedIsRefused) {
  EXPECT_EQ(refusal(search("cuoco", "")), Code::invalid);
  EXPECT_EQ(refusal(search("cuoco", std::string(101, 'a'))), Code::invalid);
  EXPECT_EQ(refusal({0, "anna", std::string(201, 'a'), {}, Query{}}), Code::invalid);
  EXPECT_EQ(refusal(search(std::string(5'000, 'a'))), Code::invalid);
  EXPECT_EQ(refusal(search("???")), Code::invalid);
  EXPECT_EQ(refusal(search("\u201C\u201D \u2014")), Code::invalid);
  EXPECT_EQ(refusal({0, "anna", "", {}, query("", {{"nothing", {"1"}}})}), Code::invalid);
  EXPECT_EQ(refusal({0, "anna", "", {}, query("", {{"contract", {"?"}}})}), Code::invalid);
  EXPECT_EQ(refusal({0, "anna", "", {}, query("", {}, Near{"08", 20})}), Code::invalid);
  EXPECT_EQ(refusal({0, "anna", "", {}, match(Collection::cvs, 5)}), Code::not_found);
  publish(small_cv(5, today));
  EXPECT_EQ(refusal({0, "anna", "", {}, match(Collection::cvs, 5, 0)}), Code::invalid);
  SavedMatch nowhere = match(Collection::cvs, 5);
  nowhere.radius_km = 0;
  EXPECT_EQ(refusal({0, "anna", "", {}, nowhere}), Code::invalid);
  publish(closing(small_cv(6, today), 5));
  EXPECT_EQ(refusal({0, "anna", "", {}, match(Collection::cvs, 5)}), Code::conflict);
  // Of several none, where one cannot be.
  EXPECT_FALSE(saved().add(std::vector{search("cuoco"), search("cuoco", "")}));
  EXPECT_EQ(*saved().count(), 0u);
}

TEST_F(SavedSearchesTest, RemovingASearchSilencesItAndTakesItsNoticesBack) {
  save(search("cuoco"));
  save(search("cuoco", "bruno"));
  publish(vacancy(1, "Cuoco"));
  ASSERT_TRUE(saved().remove(1));
  EXPECT_EQ(saved().remove(1).error().code, Code::not_found);
  EXPECT_EQ(outbox(), (Told{"2: 01"}));
  publish(vacancy(2, "Cuoco"));
  EXPECT_EQ(outbox(), (Told{"2: 01", "2: 02"}));
  ASSERT_TRUE(saved().delivered(saved().outbox(0, 1)->front().number));
  EXPECT_EQ(outbox(), (Told{"2: 02"}));
}

TEST_F(SavedSearchesTest, AnUpdateIsToldOfOnlyWhereItsPredecessorDidNotFit) {
  save(search("cuoco"));
  save(search("mensa"));
  publish(vacancy(1, "Cuoco"));
  publish(after(vacancy(2, "Cuoco di mensa"), 1));
  // The first search is told of the predecessor alone, in whose place the update stands now.
  EXPECT_EQ(outbox(), (Told{"1: 02", "2: 02"}));
  publish(closing(vacancy(3, "Cuoco di mensa"), 2));
  EXPECT_EQ(outbox(), Told{});
}

TEST_F(SavedSearchesTest, PercolationGoesOnWhereItWasAfterReopeningAndAfterAllHadGone) {
  save(search("cuoco"));
  publish(vacancy(1, "Cuoco"));
  home_.reopen();
  publish(vacancy(2, "Cuoco"));
  ASSERT_TRUE(saved().remove(1));
  publish(vacancy(3, "Cuoco"));
  home_.reopen();
  publish(vacancy(4, "Cuoco"));
  EXPECT_EQ(outbox(), Told{});
  save(search("cuoco"));
  publish(vacancy(5, "Cuoco"));
  EXPECT_EQ(outbox(), (Told{"2: 05"}));
}

TEST_F(SavedSearchesTest, ARebuildOfTheIndexesTellsNothingAgain) {
  save(search("cuoco"));
  publish(vacancy(1, "Cuoco"));
  ASSERT_TRUE(home_.engine().rebuild());
  publish(vacancy(2, "Cuoco"));
  EXPECT_EQ(outbox(), (Told{"1: 01", "1: 02"}));
}

TEST_F(SavedSearchesTest, SharedAccessReadsAndChangesNothing) {
  save(search("cuoco"));
  publish(vacancy(1, "Cuoco"));
  const FixedClock clock(today);
  const auto beside = Engine::open({home_.path(), Access::shared, &clock});
  ASSERT_TRUE(beside) << beside.error().message;
  SavedSearches& shared = (*beside)->saved_searches();
  EXPECT_EQ(*shared.count(), 1u);
  EXPECT_EQ(shared.list("anna")->size(), 1u);
  EXPECT_EQ(shared.outbox(0, 10)->size(), 1u);
  EXPECT_EQ(shared.add(search("cuoco")).error().code, Code::denied);
  EXPECT_EQ(shared.remove(1).error().code, Code::denied);
  EXPECT_EQ(shared.delivered(1).error().code, Code::denied);
}

// A CV that waits: the vacancies that it is told of are those that Engine::match() finds for it,
// with the score that they have by the same criteria.
TEST_F(SavedSearchesTest, ACvWaitsForVacanciesAndAVacancyForCvs) {
  Cv cv = small_cv(1, today);
  cv.wanted.front().profession = {"2.1.1.4.1.17"};
  publish(cv);
  publish(small_vacancy(2, today));
  const std::vector<CriterionSetting> without_text = {
      {Criterion::text, CriterionKind::ignored, {}}};
  SavedMatch waiting_cv = match(Collection::cvs, 1);
  waiting_cv.settings = without_text;
  save({0, "anna", "", {}, waiting_cv});
  save({0, "ditta", "", {}, match(Collection::vacancies, 2)});

  publish(small_vacancy(3, today));
  Vacancy elsewhere = small_vacancy(4, today);
  elsewhere.profession = {"5.2.2.1.0.6"};
  publish(elsewhere);
  Cv other = cv;
  other.system.code = code25(5);
  publish(other);
  EXPECT_EQ(outbox(), (Told{"1: 03", "2: 05"}));

  const auto matches = home_.engine().match(request_of(waiting_cv));
  ASSERT_TRUE(matches) << matches.error().message;
  const auto result = std::ranges::find(matches->results, code25(3), &MatchResult::code);
  ASSERT_NE(result, matches->results.end());
  const auto notices = saved().outbox(0, 10);
  EXPECT_EQ(notices->front().score, result->score);
  EXPECT_GT(notices->front().score, 0u);

  // Its successor waits in its place, until that is closed. To the vacancy it is nothing new.
  Cv newer = cv;
  newer.system.code = code25(6);
  newer.system.predecessor = code25(1);
  publish(newer);
  publish(small_vacancy(7, today));
  home_.reopen();
  publish(small_vacancy(8, today));
  publish(closing(small_cv(9, today), 6));
  publish(small_vacancy(10, today));
  const Told told = outbox();
  EXPECT_EQ((Told(told.begin() + 2, told.end())), (Told{"1: 07", "1: 08"}));
}

TEST_F(SavedSearchesTest, AMatchIsSilentOnceItsQuestionHasExpired) {
  publish(small_cv(1, today));
  Cv asked = small_cv(1, today);
  save({0, "anna", "", {}, match(Collection::cvs, 1)});
  Vacancy offered = small_vacancy(2, today + std::chrono::days(100));
  offered.profession = asked.wanted.front().profession;
  home_.reopen(today + std::chrono::days(100));
  publish(offered);
  EXPECT_EQ(outbox(), Told{});
}

TEST_F(SavedSearchesTest, AMatchIsNotToldOfARecordThatHadExpiredWhenItCame) {
  Cv cv = small_cv(1, today);
  cv.wanted.front().profession = {"2.1.1.4.1.17"};
  publish(cv);
  save({0, "anna", "", {}, match(Collection::cvs, 1)});
  Vacancy late = small_vacancy(2, today);
  late.system.expires = today - std::chrono::days(1);
  publish(late);
  publish(small_vacancy(3, today));
  EXPECT_EQ(outbox(), Told{"1: 03"});
}

TEST_F(SavedSearchesTest, WhatIsScheduledIsToldFromItsFirstDayOn) {
  save(search("cuoco"));
  Vacancy later = vacancy(1, "Cuoco");
  later.system.inserted = today + std::chrono::days(3);
  publish(later);
  publish(vacancy(2, "Cuoco"));
  EXPECT_EQ(outbox(), Told{"1: 02"});
  home_.reopen(today + std::chrono::days(2));
  EXPECT_EQ(outbox(), Told{"1: 02"});
  home_.reopen(today + std::chrono::days(3));
  EXPECT_EQ(outbox(), (Told{"1: 01", "1: 02"}));
}

TEST_F(SavedSearchesTest, WhatWasClosedOrHasExpiredIsToldNoMore) {
  save(search("cuoco"));
  Vacancy brief = vacancy(1, "Cuoco");
  brief.system.expires = today + std::chrono::days(1);
  publish(brief);
  publish(vacancy(2, "Cuoco"));
  publish(closing(vacancy(3, "Cuoco"), 2));
  EXPECT_EQ(outbox(), Told{"1: 01"});
  home_.reopen(today + std::chrono::days(1));
  EXPECT_EQ(outbox(), Told{"1: 01"});  // its last day
  home_.reopen(today + std::chrono::days(2));
  EXPECT_EQ(outbox(), Told{});
}

TEST_F(SavedSearchesTest, WhatWasSupersededBeforeItWasToldIsToldAsItsSuccessor) {
  save(search("cuoco"));
  publish(vacancy(1, "Cuoco"));
  publish(after(vacancy(2, "Cuoco di bordo"), 1));
  EXPECT_EQ(outbox(), Told{"1: 02"});
}

TEST(QuestionCodec, WhatIsDamagedIsCorruptOrAnotherQuestionInItsOnlyForm) {
  const SavedQuestion questions[] = {
      query("cuoco", {{"territory", {"08"}}}, Near{"A944", 30}),
      SavedMatch{{Collection::cvs, code25(1)},
                 {{Criterion::salary, CriterionKind::must, 70}, {Criterion::text, {}, {}}},
                 60,
                 20'000,
                 650'000}};
  for (const SavedQuestion& question : questions) {
    const std::string bytes = encode_question(question);
    EXPECT_EQ(encode_question(*decode_question(bytes)), bytes);
    EXPECT_FALSE(decode_question(bytes + "x"));
    for (std::size_t size = 0; size < bytes.size(); ++size)
      EXPECT_FALSE(decode_question(bytes.substr(0, size)));
    for (std::size_t at = 0; at < bytes.size(); ++at)
      for (int value = 0; value < 256; ++value) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(value);
        const auto read = decode_question(damaged);
        const bool older = damaged[0] != bytes[0];  // a form that is read, and no longer written
        if (read && older) continue;
        EXPECT_EQ(read ? encode_question(*read) : damaged, damaged);
      }
  }
}

}  // namespace
}  // namespace incontro
