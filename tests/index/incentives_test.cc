#include <gmock/gmock.h>
#include <incontro/incentives.h>
#include <incontro/privacy.h>

#include <map>
#include <optional>
#include <set>

#include "support/every_text.h"
#include "support/records.h"
#include "support/seed.h"

namespace incontro {
namespace {

using enum IncentiveStatus;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

const CodeTable& rules() { return code_table(Table::incentive); }

const Incentive* find(const std::vector<Incentive>& all, std::string_view rule) {
  for (const Incentive& one : all)
    if (rules().row(one.rule).code == rule) return &one;
  return nullptr;
}

template <class... Records>
std::optional<IncentiveStatus> status(std::string_view rule, Date on, const Records&... records) {
  EXPECT_TRUE(rules().known(rule)) << rule;
  const auto all = incentives_of(records..., on);
  const Incentive* found = find(all, rule);
  return found ? std::optional(found->status) : std::nullopt;
}

Job job(std::optional<Date> from, std::optional<Date> to, const char* kind = "A01") {
  Job done;
  done.kind = {kind};
  done.from = from;
  done.to = to;
  return done;
}

// Published so early that the days of the test are no earlier, and not a year later.
Cv cv_before(Date on) { return small_cv(1, on - std::chrono::days(40)); }

Cv apprentice(Date born, Date on) {
  Cv cv = cv_before(on);
  cv.person.born = born;
  cv.wanted[0].contracts = {{"A00"}, {"A02"}};
  return cv;
}

TEST(Incentives, OfAgeHoldFromOneBirthdayToTheDayBeforeAnother) {
  const struct {
    const char* name;
    Date born, on;
    bool holds;
  } cases[] = {
      {"the day before turning 15", day(1997, 12, 6), day(2012, 12, 5), false},
      {"the day of turning 15", day(1997, 12, 5), day(2012, 12, 5), true},
      {"the day before turning 30", day(1982, 12, 6), day(2012, 12, 5), true},
      {"the day of turning 30", day(1982, 12, 5), day(2012, 12, 5), false},
      {"born on 29 February, the day before", day(1984, 2, 29), day(2014, 2, 28), true},
      {"born on 29 February, 1 March", day(1984, 2, 29), day(2014, 3, 1), false},
      {"born on 29 February, turning 15 the day before", day(1996, 2, 29), day(2011, 2, 28), false},
      {"to be born", day(2050, 1, 1), day(2012, 12, 5), false},
      {"born when years had one digit", day(1, 1, 1), day(2012, 12, 5), false},
  };
  for (const auto& c : cases)
    EXPECT_EQ(status("apprendistato-2011", c.on, apprentice(c.born, c.on)),
              c.holds ? std::optional(certain) : std::nullopt)
        << c.name;
}

TEST(Incentives, HoldOnTheDaysThatTheirRuleIsInForce) {
  for (std::size_t i = 0; i < rules().rows().size(); ++i) {
    const CodeRow& row = rules().rows()[i];
    SCOPED_TRACE(row.code);
    const auto seen_on = [&](Date on) {
      for (const char* sex : {"M", "F"})
        for (const int age : {20, 40, 55}) {
          Cv cv = apprentice(on - std::chrono::days(age * 366), on);
          cv.person.sex = sex;
          cv.person.home = {"F839"};  // Napoli
          cv.receives_benefits = true;
          cv.jobs = {job(day(1980, 1, 1), day(1985, 1, 1))};
          if (find(incentives_of(cv, on), row.code)) return true;
        }
      return false;
    };
    ASSERT_TRUE(row.from);
    EXPECT_FALSE(seen_on(*row.from - std::chrono::days(1)));
    EXPECT_TRUE(seen_on(*row.from));
    EXPECT_TRUE(seen_on(row.to.value_or(*row.from)));
    if (row.to) {
      EXPECT_FALSE(seen_on(*row.to + std::chrono::days(1)));
    }
    EXPECT_FALSE(rules().extra(static_cast<CodeIndex>(i), "law").empty());
    EXPECT_FALSE(rules().extra(static_cast<CodeIndex>(i), "note").empty());
    EXPECT_FALSE(rules().extra(static_cast<CodeIndex>(i), "source").empty());
  }
}

TEST(Incentives, WhoDeclaresBenefitsIsCertainWhoDoesNotSayIsUndetermined) {
  const Date on = day(2012, 12, 5);
  Cv cv = cv_before(on);
  EXPECT_EQ(status("percettori-2010", on, cv), undetermined);
  cv.receives_benefits = true;
  EXPECT_EQ(status("percettori-2010", on, cv), certain);
  EXPECT_EQ(status("mobilita-1991", on, cv), possible);
  cv.receives_benefits = false;
  EXPECT_EQ(status("percettori-2010", on, cv), std::nullopt);
  EXPECT_EQ(status("mobilita-1991", on, cv), std::nullopt);
}

TEST(Incentives, MonthsWithoutWorkAreCountedFromTheDayAfterTheLastJob) {
  const struct {
    const char* name;
    std::vector<Job> jobs;
    Date on;
    std::optional<IncentiveStatus> expected;
  } cases[] = {
      {"no job", {}, day(2012, 12, 5), undetermined},
      {"a job without dates", {job({}, {})}, day(2012, 12, 5), undetermined},
      {"a job that goes on", {job(day(2000, 1, 1), {})}, day(2012, 12, 5), std::nullopt},
      {"two years but a day", {job({}, day(2010, 12, 5))}, day(2012, 12, 5), std::nullopt},
      {"two years", {job({}, day(2010, 12, 4))}, day(2012, 12, 5), possible},
      {"to the last of February", {job({}, day(2010, 2, 28))}, day(2012, 3, 1), possible},
      {"the last job counts",
       {job(day(2001, 1, 1), day(2002, 1, 1)), job(day(2011, 1, 1), day(2012, 1, 1))},
       day(2012, 12, 5),
       std::nullopt},
      {"a job that is still to come",
       {job({}, day(2001, 1, 1)), job(day(2013, 1, 1), {})},
       day(2012, 12, 5),
       possible},
      {"on the last day of a job", {job({}, day(2012, 12, 5))}, day(2012, 12, 5), std::nullopt},
      {"a job that ends before it begins",
       {job(day(2011, 1, 1), day(2001, 1, 1))},
       day(2012, 12, 5),
       possible},
      {"beside one without dates",
       {job({}, {}), job({}, day(2001, 1, 1))},
       day(2012, 12, 5),
       possible},
  };
  for (const auto& c : cases) {
    Cv cv = cv_before(c.on);
    cv.jobs = c.jobs;
    EXPECT_EQ(status("disoccupati-1990", c.on, cv), c.expected) << c.name;
  }
}

TEST(Incentives, AMonthThatLacksTheDayEndsTheTermWithItself) {
  Cv cv = small_cv(1, day(2024, 12, 1));
  cv.person.sex = "F";
  cv.person.home = {"F839"};  // Napoli
  cv.jobs = {
      job({}, day(2024, 8, 30))};  // without work since the 31st: six months end with February
  EXPECT_EQ(status("bonus-donne-zes-2024", day(2025, 2, 27), cv), std::nullopt);
  EXPECT_EQ(status("bonus-donne-zes-2024", day(2025, 2, 28), cv), possible);
}

TEST(Incentives, WomenAreToldBySexMonthsAndRegion) {
  const Date on = day(2025, 6, 1);
  Cv cv = cv_before(on);
  cv.jobs = {job({}, day(2024, 10, 1))};
  for (const auto& [sex, home, expected] : {std::tuple{"F", "F839", std::optional(possible)},
                                            {"M", "F839", std::optional<IncentiveStatus>()},
                                            {"F", "A944", std::optional<IncentiveStatus>()},
                                            {"F", "0000", std::optional(undetermined)},
                                            {"", "F839", std::optional(undetermined)},
                                            {"F", "BA", std::optional(possible)}}) {
    cv.person.sex = sex;
    cv.person.home = {home};
    EXPECT_EQ(status("bonus-donne-zes-2024", on, cv), expected) << sex << " " << home;
    EXPECT_EQ(status("bonus-donne-2024", on, cv), std::nullopt);
  }
}

TEST(Incentives, APermanentJobAmongThoseDeclaredExcludesTheYoung) {
  const Date on = day(2025, 6, 1);
  Cv cv = cv_before(on);
  cv.person.born = day(1995, 1, 1);
  EXPECT_EQ(status("bonus-giovani-2024", on, cv), possible);
  cv.jobs = {job(day(2020, 1, 1), day(2021, 1, 1), "A01")};
  EXPECT_EQ(status("bonus-giovani-2024", on, cv), possible);
  cv.jobs.push_back(job({}, {}, "A00"));
  EXPECT_EQ(status("bonus-giovani-2024", on, cv), std::nullopt);
}

TEST(Incentives, WhatIsMissingAndWhatTheOfferMustBeLikeAreNamed) {
  const Date on = day(2025, 6, 1);
  Cv cv = cv_before(on);
  cv.person.born = day(1970, 1, 1);
  cv.jobs = {job({}, day(2020, 1, 1))};
  const auto all = incentives_of(cv, on);
  const Incentive* zes = find(all, "bonus-zes-2024");
  ASSERT_NE(zes, nullptr);
  EXPECT_EQ(zes->status, possible);
  EXPECT_THAT(zes->missing,
              ElementsAre(code_table(Table::incentive_condition).label("?unemployed-24")));
  EXPECT_THAT(zes->of_offer,
              ElementsAre("Contratto a tempo indeterminato", "Datore con al più 10 dipendenti",
                          "Sede di lavoro in una regione della ZES unica per il Mezzogiorno"));
}

TEST(Incentives, WithAnOfferAtHandItsConditionsAreTried) {
  const Date on = day(2025, 6, 1);
  Cv cv = apprentice(day(2000, 1, 1), on);
  Vacancy vacancy = small_vacancy(1, on);
  vacancy.contract = {"A02"};
  EXPECT_EQ(status("apprendistato-2015", on, cv, vacancy), certain);
  vacancy.contract = {"A00"};
  EXPECT_EQ(status("apprendistato-2015", on, cv, vacancy), std::nullopt);

  cv.person.born = day(1970, 1, 1);
  cv.jobs = {job({}, day(2020, 1, 1))};
  vacancy.workplace = {"F839"};
  const struct {
    const char* size;
    bool holds;
    std::size_t missing;
  } sizes[] = {{"01", true, 1}, {"02", true, 2}, {"", true, 2}, {"03", false, 0}, {"05", false, 0}};
  for (const auto& c : sizes) {
    vacancy.employer.size = {c.size};
    const auto all = incentives_of(cv, vacancy, on);
    const Incentive* zes = find(all, "bonus-zes-2024");
    ASSERT_EQ(zes != nullptr, c.holds) << c.size;
    if (!zes) continue;
    EXPECT_EQ(zes->status, possible);
    EXPECT_EQ(zes->missing.size(), c.missing) << c.size;
    EXPECT_THAT(zes->of_offer, IsEmpty());
  }
  vacancy.employer.size = {"01"};
  vacancy.workplace = {"A944"};
  EXPECT_EQ(status("bonus-zes-2024", on, cv, vacancy), std::nullopt);
}

TEST(Incentives, FullTimeIsWhatTheModeSays) {
  const Date on = day(2012, 12, 5);
  Cv cv = cv_before(on);
  cv.receives_benefits = true;
  Vacancy vacancy = small_vacancy(1, on);
  for (const auto& [mode, expected] : {std::pair{"FT", std::optional(certain)},
                                       {"PT", std::optional<IncentiveStatus>()},
                                       {"LT", std::optional(possible)},
                                       {"", std::optional(possible)}}) {
    vacancy.mode = {mode};
    EXPECT_EQ(status("percettori-2010", on, cv, vacancy), expected) << mode;
  }
}

TEST(Incentives, OfAnOfferAloneAreAtMostPossible) {
  const Date on = day(2025, 6, 1);
  Vacancy vacancy = small_vacancy(1, on);
  vacancy.workplace = {"F839"};
  vacancy.employer.size = {"01"};
  const auto all = incentives_of(vacancy, on);
  for (const Incentive& one : all) EXPECT_NE(one.status, certain);
  const Incentive* zes = find(all, "bonus-zes-2024");
  ASSERT_NE(zes, nullptr);
  EXPECT_EQ(zes->status, possible);
  EXPECT_THAT(zes->missing, Contains("Almeno 35 anni compiuti"));
  EXPECT_EQ(find(all, "apprendistato-2015"), nullptr);
  vacancy.employer.size = {};
  EXPECT_EQ(status("bonus-zes-2024", on, vacancy), undetermined);
  vacancy.contract = {"A02"};
  EXPECT_EQ(status("apprendistato-2015", on, vacancy), possible);
  vacancy.contract = {"A05"};
  EXPECT_THAT(incentives_of(vacancy, on), IsEmpty());
}

TEST(Incentives, FromAprilOf2026TheOfferMustBeOnTheNationalPlatform) {
  const std::string_view platform = code_table(Table::incentive_condition).label("?offer.siisl");
  Cv cv = small_cv(1, day(2026, 3, 20));
  cv.person.born = day(1960, 1, 1);
  cv.jobs = {job({}, day(2020, 1, 1))};
  cv.wanted[0].contracts = {{"A02"}};
  for (const auto& [on, asked] : {std::pair{day(2026, 3, 31), false}, {day(2026, 4, 1), true}}) {
    const auto all = incentives_of(cv, on);
    const Incentive* over_50 = find(all, "over-50-2013");
    ASSERT_NE(over_50, nullptr);
    EXPECT_EQ(std::ranges::count(over_50->of_offer, platform), asked);
  }
  cv.person.born = day(2003, 1, 1);
  const auto all = incentives_of(cv, day(2026, 4, 1));
  ASSERT_NE(find(all, "apprendistato-2015"), nullptr);
  EXPECT_THAT(find(all, "apprendistato-2015")->of_offer, Not(Contains(platform)));
}

TEST(Incentives, AreJudgedFromThePublicationToAYearAfterIt) {
  Cv cv = small_cv(1, day(2012, 12, 1));
  cv.person.born = day(1983, 12, 1);  // 30 on 1 December 2013, a year after the publication
  cv.wanted[0].contracts = {{"A02"}};
  EXPECT_EQ(incentives_of(cv, day(2010, 1, 1)), incentives_of(cv, day(2012, 12, 1)));
  EXPECT_EQ(status("apprendistato-2011", day(2013, 11, 30), cv), certain);
  EXPECT_EQ(status("apprendistato-2011", day(2013, 12, 1), cv), std::nullopt);
  EXPECT_EQ(incentives_of(cv, day(2040, 1, 1)), incentives_of(cv, day(2013, 12, 1)));
}

TEST(Incentives, TheSurestComeFirst) {
  const Date on = day(2012, 12, 5);
  Cv cv = apprentice(day(1990, 1, 1), on);
  cv.receives_benefits = true;
  std::vector<IncentiveStatus> order;
  for (const Incentive& one : incentives_of(cv, on)) order.push_back(one.status);
  EXPECT_THAT(order, ElementsAre(certain, certain, possible, possible, undetermined));
}

// Every text of a record says what a relief is given for; nothing may follow from it.
TEST(Incentives, NothingIsReadFromFreeTextAndNothingAboutDisability) {
  constexpr char words[] =
      "Disabile al 80 %, invalido civile, categorie protette L. 68/99, iscritta nelle liste di "
      "mobilità, percettore di NASpI, donna disoccupata da 24 mesi, apprendista, under 35";
  const Date on = day(2012, 12, 5);
  Cv cv = apprentice(day(1990, 1, 1), on);
  cv.jobs = {job({}, day(2012, 1, 1))};
  cv.education.emplace_back();
  cv.training.emplace_back();
  const auto before = incentives_of(cv, on);
  std::string sex = cv.person.sex;
  every_text(cv, [&](std::string& text) { text = words; });
  cv.person.sex = sex;
  EXPECT_EQ(incentives_of(cv, on), before);
  Vacancy vacancy = small_vacancy(1, on);
  vacancy.education.emplace_back();
  const auto opened = incentives_of(vacancy, on);
  every_text(vacancy, [&](std::string& text) { text = words; });
  EXPECT_EQ(incentives_of(vacancy, on), opened);
  for (const Table table : {Table::incentive, Table::incentive_condition})
    for (const CodeRow& row : code_table(table).rows())
      for (const char* word : {"disab", "invalid", "68/1999", "salute"})
        EXPECT_EQ(row.label.find(word), std::string_view::npos) << row.code;
}

TEST(Incentives, OfThePublicViewTellNothingOfAgeAndSex) {
  const Date on = day(2025, 6, 1);
  Cv woman = apprentice(day(1970, 1, 1), on), man = woman;
  woman.person.sex = "F";
  man.person.born = day(2000, 1, 1);
  EXPECT_EQ(public_view(woman), public_view(man));
}

// ---- The values of the facet, on every day ----

using Values = std::set<CodeIndex>;

Values values_on(const Record& record, Date on) {
  Values values;
  for (const Incentive& one : incentives_of(record, on))
    values.insert(incentive_value(one.status, one.rule));
  return values;
}

Values stretches_on(const std::vector<DatedValue>& stretches, Date on) {
  Values values;
  for (const DatedValue& stretch : stretches)
    if (stretch.from <= day_of(on) && day_of(on) <= stretch.to) {
      EXPECT_TRUE(values.insert(stretch.value).second) << "two stretches of a value overlap";
    }
  return values;
}

// Records that change within their year: births about the limits of age, jobs that begin and end.
class RandomRecords {
 public:
  explicit RandomRecords(std::mt19937_64& random) : random_(random) {}

  Cv cv(Date on) {
    Cv made = small_cv(1, on - days(200));
    constexpr int limits[] = {15, 16, 30, 35, 50, 40, 80};
    const std::chrono::year_month_day about{on + days(400) - std::chrono::days(200)};
    made.person.born = std::chrono::year_month_day{
        about.year() - std::chrono::years(one_of(limits)), about.month(), about.day()};
    if (once_in(20)) made.person.born = day(1984, 2, 29);
    made.person.sex = once_in(2) ? "F" : "M";
    constexpr const char* homes[] = {"A944", "F839", "BA", "0000", "Z110", "15"};
    made.person.home = {one_of(homes)};
    if (!once_in(3)) made.receives_benefits = once_in(2);
    constexpr const char* contracts[] = {"A00", "A01", "A02"};
    for (std::size_t i = below(random_, 3); i > 0; --i)
      made.wanted[0].contracts.push_back({one_of(contracts)});
    for (std::size_t i = below(random_, 4); i > 0; --i) {
      Job& done = made.jobs.emplace_back(job({}, {}, once_in(4) ? "A00" : "A01"));
      if (!once_in(4)) done.from = on - days(1'500) + std::chrono::days(300);
      if (!once_in(6)) done.to = on - days(1'000) + std::chrono::days(200);
    }
    return made;
  }

  Vacancy vacancy(Date on) {
    Vacancy made = small_vacancy(1, on - days(200));
    constexpr const char* contracts[] = {"A00", "A01", "A02", "A05", ""};
    constexpr const char* sizes[] = {"", "01", "02", "03"};
    constexpr const char* modes[] = {"", "FT", "PT", "LT"};
    constexpr const char* places[] = {"A944", "F839", "G478", "", "Z110"};
    made.contract = {one_of(contracts)};
    made.employer.size = {one_of(sizes)};
    made.mode = {one_of(modes)};
    made.workplace = {one_of(places)};
    return made;
  }

 private:
  bool once_in(std::size_t times) { return below(random_, times) == 0; }
  std::chrono::days days(std::size_t bound) {
    return std::chrono::days(static_cast<int>(below(random_, bound)));
  }
  template <class T, std::size_t size>
  T one_of(const T (&choices)[size]) {
    return choices[below(random_, size)];
  }

  std::mt19937_64& random_;
};

TEST(IncentiveValues, OnEveryDayAreWhatTheRulesSayOnIt) {
  std::mt19937_64 random(test_seed(31));
  const Date dates[] = {day(2012, 12, 5),  day(2013, 6, 28), day(2015, 6, 1), day(2024, 8, 20),
                        day(2025, 12, 15), day(2026, 4, 1),  day(2026, 11, 1)};
  RandomRecords records(random);
  std::size_t changing = 0, certain_values = 0;
  for (int round = 0; round < 1'500; ++round) {
    const Date on = dates[below(random, std::size(dates))];
    const Record record = round % 10 == 0 ? Record(records.vacancy(on)) : Record(records.cv(on));
    std::vector<DatedValue> stretches;
    read_incentives(record, stretches);
    SCOPED_TRACE("round " + std::to_string(round));
    const Date first = date_of(system_of(record).inserted);
    std::set<Values> different;
    for (int i = -3; i <= incentive_days + 3; ++i) {
      const Date at = first + std::chrono::days(i);
      different.insert(values_on(record, at));
      ASSERT_EQ(stretches_on(stretches, at), values_on(record, at)) << format_date(at);
    }
    for (const Date at : {Date{}, day(1950, 1, 1), day(2100, 1, 1), day(2200, 1, 1)})
      ASSERT_EQ(stretches_on(stretches, at), values_on(record, at)) << format_date(at);
    changing += different.size() > 2;
    for (const DatedValue& stretch : stretches)
      certain_values += stretch.value < incentive_value(possible);
  }
  EXPECT_GT(changing, 500u) << "too little changes to tell anything";
  EXPECT_GT(certain_values, 100u);
}

TEST(IncentiveValues, OfRecordsAtTheEndsOfTimeAreThoseOfTheirDay) {
  for (const Date published : {day(1, 1, 1), day(1969, 6, 1), day(1970, 1, 1), day(2149, 1, 1),
                               day(2149, 6, 6), day(9999, 12, 31)}) {
    Cv cv = small_cv(1, published);
    cv.jobs = {job({}, published - std::chrono::days(100))};
    cv.person.sex = "F";
    std::vector<DatedValue> stretches;
    read_incentives(cv, stretches);
    for (const DatedValue& stretch : stretches) EXPECT_LE(stretch.from, stretch.to);
    for (const Date at : {day(1970, 1, 1), day(2149, 1, 1)})
      if (published <= at && at < published + std::chrono::days(incentive_days)) {
        EXPECT_EQ(stretches_on(stretches, at), values_on(cv, at)) << format_date(published);
      }
  }
}

TEST(IncentiveValues, StandBelowTheirStatus) {
  const FieldDomain& domain = incentive_domain();
  ASSERT_EQ(domain.unstated(), 3 * (rules().rows().size() + 1));
  const auto certo = domain.find("certo");
  ASSERT_TRUE(certo);
  EXPECT_EQ(*certo, incentive_value(certain));
  EXPECT_EQ(domain.label(*domain.find("possibile")), "Possibile");
  EXPECT_EQ(*domain.find("non-determinabile"), incentive_value(undetermined));
  for (CodeIndex rule = 0; rule < rules().rows().size(); ++rule)
    for (const IncentiveStatus one : {certain, possible, undetermined}) {
      const CodeIndex value = incentive_value(one, rule);
      EXPECT_EQ(domain.parent(value), incentive_value(one));
      EXPECT_EQ(domain.last(value), value);
      EXPECT_EQ(domain.label(value), rules().row(rule).label);
      EXPECT_TRUE(domain.code(value).ends_with(rules().row(rule).code));
      EXPECT_EQ(domain.find(domain.code(value)), value);
    }
  EXPECT_EQ(domain.last(*certo) + 1, *domain.find("possibile"));
}

}  // namespace
}  // namespace incontro
