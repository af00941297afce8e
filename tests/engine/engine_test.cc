#include <gmock/gmock.h>
#include <incontro/engine.h>

#include <fstream>

#include "support/home.h"
#include "support/records.h"

namespace incontro {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> codes(const Answer& answer) {
  std::vector<std::string> found;
  for (const Hit& hit : answer.hits) found.push_back(hit.code);
  return found;
}

Query words(std::string text) {
  Query query;
  query.text = std::move(text);
  return query;
}

const FacetValue* find(const Answer& answer, std::string_view field, std::string_view code) {
  for (const Facet& facet : answer.facets)
    if (facet.field == field)
      for (const FacetValue& value : facet.values)
        if (value.code == code) return &value;
  return nullptr;
}

constexpr Date today = Date{std::chrono::days(20'780)};

TEST(Engine, FindsWhatWasAppliedAndGivesItsPublicView) {
  TestHome home(today);
  Vacancy vacancy = small_vacancy(1, today);
  vacancy.employer.fiscal_code = "01234567897";
  home.apply(vacancy);
  const Answer answer = home.search(words("sviluppatrice motori"));
  ASSERT_THAT(codes(answer), ElementsAre(code25(1)));
  EXPECT_EQ(answer.total, 1u);
  EXPECT_GT(answer.hits[0].score, 0);
  EXPECT_EQ(answer.hits[0].view.state, State::active);
  EXPECT_EQ(std::get<Vacancy>(answer.hits[0].view.record).employer.fiscal_code, "");
  EXPECT_EQ(home.search(words("sviluppatore saldatore")).total, 0u);
}

TEST(Engine, WithoutWordsTheNewestComeFirst) {
  TestHome home(today);
  home.apply(small_vacancy(1, today - std::chrono::days(2)));
  home.apply(small_vacancy(2, today));
  home.apply(small_vacancy(3, today - std::chrono::days(1)));
  EXPECT_THAT(codes(home.search({})), ElementsAre(code25(2), code25(3), code25(1)));
}

TEST(Engine, AWordInTheTitleWeighsMoreThanInTheText) {
  TestHome home(today);
  Vacancy in_text = small_vacancy(1, today), in_title = small_vacancy(2, today);
  in_text.description += " Conoscenza della saldatura.";
  in_title.title = "Addetto alla saldatura";
  home.apply(in_title);
  home.apply(in_text);
  EXPECT_THAT(codes(home.search(words("saldatura"))), ElementsAre(code25(2), code25(1)));
}

// In the text the apostrophe makes a function word of it, in the quotes nothing does.
TEST(Engine, QuotedWordsAreFoundWhereAnApostropheCutsThemOff) {
  TestHome home(today);
  for (int number = 1; number <= 3; ++number) {
    Vacancy vacancy = small_vacancy(number, today - std::chrono::days(number));
    vacancy.description = number == 3 ? "Presso il Sant Agata." : "Vicino a Sant'Agata, d'ufficio.";
    home.apply(vacancy);
  }
  for (const Sort sort : {Sort::relevance, Sort::date}) {
    for (const bool synonyms : {false, true}) {
      Query query = words("\"sant agata\"");
      query.sort = sort;
      query.synonyms = synonyms;
      EXPECT_EQ(home.search(query).total, 3u);
    }
    Query query = words("\"d ufficio\"");
    query.sort = sort;
    EXPECT_THAT(codes(home.search(query)), ElementsAre(code25(1), code25(2)));
  }
}

TEST(Engine, ExpiredRecordsAreFoundOnlyWhenAskedForOrWithTheClockSetBack) {
  TestHome home(today);
  home.apply(small_vacancy(1, today - std::chrono::days(61)));
  home.apply(small_vacancy(2, today - std::chrono::days(60)));
  home.apply(small_vacancy(3, today + std::chrono::days(1)));
  EXPECT_THAT(codes(home.search({})), ElementsAre(code25(2)));
  Query query;
  query.scope = Scope::expired;
  EXPECT_THAT(codes(home.search(query)), ElementsAre(code25(1)));
  query.scope = Scope::all;
  EXPECT_THAT(codes(home.search(query)), ElementsAre(code25(2), code25(1)));
  home.reopen(today - std::chrono::days(1));
  EXPECT_THAT(codes(home.search({})), ElementsAre(code25(2), code25(1)));
  home.reopen(today + std::chrono::days(1));
  EXPECT_THAT(codes(home.search({})), ElementsAre(code25(3)));
}

TEST(Engine, TheNumberOfDaysIsASettingOfTheHome) {
  TestHome home(today);
  home.apply(small_vacancy(1, today - std::chrono::days(100)));
  EXPECT_EQ(home.search({}).total, 0u);
  home.close();
  std::ofstream(home.path() / "settings.conf") << "validity_days = 180  # as the region has it\n";
  home.reopen();
  EXPECT_EQ(home.search({}).total, 1u);
  EXPECT_EQ(home.engine().validity_days(), 180);
}

TEST(Engine, SettingsThatCannotBeUnderstoodAreRefusedWithTheirLine) {
  TempDir directory;
  const FixedClock clock(today);
  for (const char* line : {"validity_days = 0", "validity_days = sixty", "validity = 60",
                           "validity_days", "validity_days = 60 70"}) {
    std::ofstream(directory / "settings.conf") << "# mine\n" << line << "\n";
    const auto opened = Engine::open({directory.path(), Access::create, &clock});
    ASSERT_FALSE(opened) << line;
    EXPECT_EQ(opened.error().code, Code::invalid);
    EXPECT_THAT(opened.error().message, HasSubstr("line 2"));
  }
}

TEST(Engine, AReplacementIsFoundInsteadOfItsPredecessor) {
  TestHome home(today);
  home.apply(small_vacancy(1, today));
  Vacancy next = small_vacancy(2, today);
  next.system.predecessor = code25(1);
  home.apply(next);
  EXPECT_THAT(codes(home.search({})), ElementsAre(code25(2)));
  const auto old = home.engine().show({Collection::vacancies, code25(1)});
  ASSERT_TRUE(old);
  EXPECT_EQ(old->state, State::withdrawn);
  EXPECT_EQ(old->successor, code25(2));
  Query all;
  all.scope = Scope::all;
  EXPECT_EQ(home.search(all).total, 1u);
}

TEST(Engine, AClosedRecordVanishesFromHitsPhrasesAndCounts) {
  TestHome home(today);
  home.apply(small_cv(1, today));
  home.apply(small_cv(2, today));
  Cv closure = small_cv(3, today);
  closure.system.kind = Kind::close;
  closure.system.closing_reason = "03";
  closure.system.predecessor = code25(1);
  home.apply(closure);
  Query query = words("\"sviluppatore software\"");
  query.collection = Collection::cvs;
  query.facets = true;
  const Answer answer = home.search(query);
  EXPECT_THAT(codes(answer), ElementsAre(code25(2)));
  ASSERT_NE(find(answer, "territory", "12"), nullptr);
  EXPECT_EQ(find(answer, "territory", "12")->count, 1u);
}

TEST(Engine, FacetsOpenLevelByLevel) {
  TestHome home(today);
  home.apply(small_vacancy(1, today));
  Query query;
  query.facets = true;
  Answer answer = home.search(query);
  ASSERT_NE(find(answer, "territory", "08"), nullptr);
  EXPECT_EQ(find(answer, "territory", "08")->count, 1u);
  EXPECT_EQ(find(answer, "territory", "BO"), nullptr);
  query.open = {{"territory", {"08"}}};
  answer = home.search(query);
  ASSERT_NE(find(answer, "territory", "BO"), nullptr);
  EXPECT_EQ(find(answer, "territory", "BO")->parent, "08");
  EXPECT_EQ(find(answer, "territory", "BO")->level, 1);
  EXPECT_EQ(find(answer, "territory", "A944"), nullptr);
  query.open.clear();
  query.filters = {{"territory", {"BO"}}};
  answer = home.search(query);
  ASSERT_NE(find(answer, "territory", "A944"), nullptr);
  EXPECT_TRUE(find(answer, "territory", "BO")->selected);
}

TEST(Engine, AChosenValueIsListedEvenWithoutHits) {
  TestHome home(today);
  home.apply(small_vacancy(1, today));
  Query query;
  query.facets = true;
  query.filters = {{"contract", {"A03"}}, {"territory", {"H501"}}};
  const Answer answer = home.search(query);
  EXPECT_EQ(answer.total, 0u);
  ASSERT_NE(find(answer, "contract", "A03"), nullptr);
  EXPECT_EQ(find(answer, "contract", "A03")->count, 0u);
  ASSERT_NE(find(answer, "territory", "H501"), nullptr);
}

TEST(Engine, RefusesUnknownFieldsAndCodesByName) {
  TestHome home(today);
  for (const auto& [filter, named] :
       {std::pair{Filter{"colour", {"red"}}, "colour"}, std::pair{Filter{"contract", {"Z9"}}, "Z9"},
        std::pair{Filter{"published", {"5"}}, "5"}, std::pair{Filter{"published", {"-"}}, "-"},
        std::pair{Filter{"contract", {}}, "contract"}}) {
    Query query;
    query.filters = {filter};
    const auto answer = home.engine().search(query);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, Code::invalid);
    EXPECT_THAT(answer.error().message, HasSubstr(named));
  }
}

TEST(Engine, RefusesWhatIsTooLarge) {
  TestHome home(today);
  Query query;
  query.limit = 1'001;
  EXPECT_EQ(home.engine().search(query).error().code, Code::invalid);
  query = {};
  query.offset = 1'000'001;
  EXPECT_EQ(home.engine().search(query).error().code, Code::invalid);
  query = words(std::string(5'000, 'a'));
  EXPECT_EQ(home.engine().search(query).error().code, Code::invalid);
}

TEST(Engine, AnEmptyHomeAnswersEverything) {
  TestHome home(today);
  Query query = words("\"a b\" c* -d e");
  query.facets = true;
  const Answer answer = home.search(query);
  EXPECT_EQ(answer.total, 0u);
  EXPECT_THAT(answer.hits, IsEmpty());
  EXPECT_EQ(answer.facets.size(), fields_of(Collection::vacancies).size());
  EXPECT_EQ(home.engine().show({Collection::cvs, code25(1)}).error().code, Code::not_found);
}

TEST(Engine, ASharedEngineReadsBesideTheOneThatWrites) {
  TestHome home(today);
  home.apply(small_vacancy(1, today));
  const FixedClock clock(today);
  const auto second = Engine::open({home.path(), Access::create, &clock});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, Code::busy);
  auto reader = Engine::open({home.path(), Access::shared, &clock});
  ASSERT_TRUE(reader) << reader.error().message;
  EXPECT_EQ((*reader)->search(words("\"motore di ricerca\""))->total, 1u);
  EXPECT_FALSE((*reader)->store().apply(small_vacancy(2, today)));
  EXPECT_EQ((*reader)->rebuild().error().code, Code::denied);
}

TEST(Engine, ASharedEngineNeedsAHome) {
  TempDir directory;
  const FixedClock clock(today);
  const auto opened = Engine::open({directory / "none", Access::shared, &clock});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Code::not_found);
  EXPECT_FALSE(std::filesystem::exists(directory / "none"));
}

TEST(Engine, AnIndexThatWasDeletedOrDamagedIsMadeAgain) {
  TestHome home(today);
  for (int i = 1; i <= 20; ++i) home.apply(small_vacancy(i, today));
  for (const char* folder : {"text", "blocks"}) {
    home.close();
    std::filesystem::remove_all(home.path() / folder);
    home.reopen();
    EXPECT_EQ(home.search(words("\"motore di ricerca\"")).total, 20u) << folder;
  }
  home.close();
  std::ofstream(home.path() / "blocks" / "vacancies" / "manifest", std::ios::app) << "x";
  home.reopen();
  EXPECT_EQ(home.search(words("motore")).total, 20u);
  const auto report = home.engine().check();
  ASSERT_TRUE(report);
  EXPECT_THAT(report->differences, IsEmpty());
}

TEST(Engine, CheckSeesAnIndexThatIsNotWhatTheStoreGives) {
  TestHome home(today);
  for (int i = 1; i <= 5; ++i) home.apply(small_vacancy(i, today));
  home.close();
  // The text index of another home with the same history and other words.
  TestHome other(today);
  for (int i = 1; i <= 5; ++i) {
    Vacancy vacancy = small_vacancy(i, today);
    vacancy.title = "Saldatore";
    other.apply(vacancy);
  }
  other.close();
  std::filesystem::remove_all(home.path() / "blocks");
  std::filesystem::copy(other.path() / "blocks", home.path() / "blocks",
                        std::filesystem::copy_options::recursive);
  home.reopen();  // another identity: the foreign blocks are thrown away
  const auto report = home.engine().check();
  ASSERT_TRUE(report);
  EXPECT_THAT(report->differences, IsEmpty());
  EXPECT_EQ(home.search(words("saldatore")).total, 0u);
}

TEST(Engine, FlagsOfACvAreThoseOfItsBestWantedJob) {
  TestHome home(today);
  Cv cv = small_cv(1, today);
  cv.wanted[0].transfers = false;
  cv.wanted.push_back(cv.wanted[0]);
  cv.wanted[1].transfers = true;
  home.apply(cv);
  Query query;
  query.collection = Collection::cvs;
  query.facets = true;
  const Answer answer = home.search(query);
  ASSERT_NE(find(answer, "transfers", "SI"), nullptr);
  EXPECT_EQ(find(answer, "transfers", "NO"), nullptr);
  ASSERT_NE(find(answer, "transport", "-"), nullptr);
}

TEST(Engine, ALongListShowsItsMostFrequentValuesAndTheSelectedOnes) {
  const std::vector<std::string> skills = {
      "excel",  "sap",   "docker",  "java",    "python",  "linux",   "autocad", "revit",
      "oracle", "mysql", "angular", "kotlin",  "jenkins", "haccp",   "scrum",   "jira",
      "figma",  "gimp",  "canva",   "blender", "django",  "laravel", "drupal",  "joomla"};
  TestHome home(today);
  for (std::size_t i = 0; i < skills.size(); ++i) {
    Vacancy vacancy = small_vacancy(static_cast<int>(i + 1), today);
    vacancy.title = "Impiegata";
    vacancy.description.clear();
    for (std::size_t s = 0; s <= i; ++s) vacancy.it_skills += "software " + skills[s] + ", ";
    home.apply(vacancy);
  }
  Query query;
  query.facets = true;
  const auto shown = [&](const Answer& answer) {
    return std::ranges::find(answer.facets, "skill", &Facet::field)->values;
  };
  const Answer all = home.search(query);
  const std::size_t most =
      fields_of(Collection::vacancies)[*find_field(Collection::vacancies, "skill")].most_shown;
  ASSERT_LT(most, skills.size());
  ASSERT_EQ(shown(all).size(), most);
  for (std::size_t i = 0; i < most; ++i) {
    EXPECT_EQ(shown(all)[i].code, skills[i]);
    EXPECT_EQ(shown(all)[i].count, skills.size() - i);
  }
  // What the field is filtered by is listed however rare, and does not change the other counts.
  query.filters = {{"skill", {"joomla"}}};
  const Answer filtered = home.search(query);
  EXPECT_EQ(filtered.total, 1u);
  ASSERT_EQ(shown(filtered).size(), most + 1);
  EXPECT_EQ(shown(filtered).front().count, skills.size());
  EXPECT_EQ(shown(filtered).back().code, "joomla");
  EXPECT_EQ(shown(filtered).back().count, 1u);
}

}  // namespace
}  // namespace incontro
