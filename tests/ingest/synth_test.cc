// The generator of believable records: always the same, formally right, and spread as wanted.

#include <gtest/gtest.h>
#include <incontro/check.h>
#include <incontro/export.h>
#include <incontro/import.h>
#include <incontro/lifecycle.h>
#include <incontro/synth.h>

#include <algorithm>
#include <map>
#include <set>
#include <thread>

#include "support/ingest_records.h"
#include "support/seed.h"
#include "support/temp_dir.h"

namespace incontro {
namespace {

const Date today = test::day(2026, 11, 23);

const Generator& generator() {
  static const Generator made(2012, today);
  return made;
}

const std::vector<Vacancy>& some_vacancies() {
  static const std::vector<Vacancy> made = [] {
    std::vector<Vacancy> all;
    for (std::uint64_t n = 0; n < 20'000; ++n) all.push_back(generator().vacancy(n));
    return all;
  }();
  return made;
}

const std::vector<Cv>& some_cvs() {
  static const std::vector<Cv> made = [] {
    std::vector<Cv> all;
    for (std::uint64_t n = 0; n < 10'000; ++n) all.push_back(generator().cv(n));
    return all;
  }();
  return made;
}

std::uint64_t digest(std::string_view bytes, std::uint64_t sum = 0xCBF29CE484222325u) {  // FNV-1a
  for (const char c : bytes) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return sum;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::size_t words_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

std::string province_of(const PlaceCode& place) {
  const CodeTable& territory = code_table(Table::territory);
  return std::string(territory.row(territory.row(*territory.find(place.value)).parent).code);
}

TEST(Synth, TheFirstRecordsAreAlwaysTheSame) {
  std::uint64_t sum = digest("");
  for (std::uint64_t n = 0; n < 50; ++n) {
    sum = digest(to_xml(generator().vacancy(n)), sum);
    sum = digest(to_xml(generator().cv(n)), sum);
  }
  // Changes with the words, the code tables and the XML form, and with nothing else.
  EXPECT_EQ(sum, 0x892EA90A53F824C2u) << std::hex << "now 0x" << sum;
}

TEST(Synth, AnyOrderAndThreadGivesTheSameRecord) {
  const Generator again(2012, today);
  std::vector<Vacancy> backwards(60);
  std::vector<Cv> elsewhere(60);
  std::thread other([&] {
    for (std::size_t n = 60; n-- > 0;) elsewhere[n] = again.cv(n);
  });
  for (std::size_t n = 60; n-- > 0;) backwards[n] = again.vacancy(n);
  other.join();
  for (std::size_t n = 0; n < 60; ++n) {
    EXPECT_EQ(backwards[n], some_vacancies()[n]);
    EXPECT_EQ(elsewhere[n], some_cvs()[n]);
  }
}

TEST(Synth, AnotherSeedGivesOtherRecords) {
  const Generator other(2013, today);
  for (std::uint64_t n = 0; n < 200; ++n) {
    EXPECT_NE(other.vacancy(n).description, some_vacancies()[n].description);
    EXPECT_NE(other.vacancy(n).system.code, some_vacancies()[n].system.code);
    EXPECT_NE(other.cv(n).person.fiscal_code, some_cvs()[n].person.fiscal_code);
  }
}

TEST(Synth, CodesAreUniqueOverTwoSeeds) {
  const Generator other(2013, today);
  std::set<std::string> vacancies, cvs;
  constexpr std::uint64_t count = 50'000;
  for (std::uint64_t n = 0; n < count; ++n)
    for (const Generator* from : {&generator(), &other}) {
      const std::string code = from->vacancy(n).system.code;
      EXPECT_EQ(code.size(), 25u);
      vacancies.insert(code);
      cvs.insert(from->cv(n).system.code);
    }
  EXPECT_EQ(vacancies.size(), 2 * count);
  EXPECT_EQ(cvs.size(), 2 * count);
}

TEST(Synth, HighNumbersHaveCodesToo) {
  for (const std::uint64_t n : {9'999'999ull, 10'000'000ull, 999'999'999ull}) {
    EXPECT_EQ(generator().vacancy(n).system.code.size(), 25u);
    EXPECT_EQ(generator().cv(n).system.code.substr(16),
              std::string(9 - std::to_string(n).size(), '0') + std::to_string(n));
  }
}

TEST(Synth, AllPassTheChecksWithoutARemark) {
  const std::uint64_t seed = test_seed(7);
  for (const Date day : {today, test::day(2012, 12, 5)}) {
    const Generator made(seed, day);
    for (std::uint64_t n = 0; n < 1'000; ++n) {
      const Vacancy vacancy = made.vacancy(n);
      const CheckedFile as_vacancy = check_file(to_xml(vacancy));
      ASSERT_TRUE(as_vacancy.findings.empty()) << n << "\n" << test::told(as_vacancy.findings);
      EXPECT_EQ(std::get<Vacancy>(as_vacancy.content), vacancy);
      const Cv cv = made.cv(n);
      const CheckedFile as_cv = check_file(to_xml(cv));
      ASSERT_TRUE(as_cv.findings.empty()) << n << "\n" << test::told(as_cv.findings);
      EXPECT_EQ(std::get<Cv>(as_cv.content), cv);
    }
  }
}

TEST(Synth, AllAreActiveOnTheDayAndInsertedOnTheFortyFiveBeforeIt) {
  std::set<Date> days;
  const auto look = [&](const SystemData& system) {
    EXPECT_EQ(state_on(validity_of(system, default_validity_days), today), State::active);
    days.insert(date_of(system.inserted));
  };
  for (const Vacancy& v : some_vacancies()) look(v.system);
  for (const Cv& cv : some_cvs()) look(cv.system);
  EXPECT_EQ(days.size(), 45u);
  EXPECT_EQ(*days.rbegin(), today);
  EXPECT_EQ(*days.begin(), today - std::chrono::days(44));
}

TEST(Synth, AllProvincesAppear) {
  const CodeTable& territory = code_table(Table::territory);
  std::set<std::string> expected, seen;
  for (std::size_t i = 0; i < territory.rows().size(); ++i)
    if (territory.extra(static_cast<CodeIndex>(i), "kind") == "province")
      expected.emplace(territory.rows()[i].code);
  for (const Vacancy& v : some_vacancies()) seen.insert(province_of(v.workplace));
  EXPECT_EQ(seen, expected);
}

TEST(Synth, ProfessionsHaveAHeadAndALongTail) {
  std::map<std::string, int> count;
  for (const Vacancy& v : some_vacancies()) ++count[v.profession.value];
  EXPECT_GT(count.size(), 1'800u);
  std::vector<int> sizes;
  for (const auto& [code, size] : count) sizes.push_back(size);
  std::sort(sizes.rbegin(), sizes.rend());
  const int all = static_cast<int>(some_vacancies().size());
  EXPECT_LT(sizes[0], all / 10);  // nobody rules
  int head = 0;
  for (std::size_t i = 0; i < 100; ++i) head += sizes[i];
  EXPECT_GT(head, all / 2);
  EXPECT_LT(head, all * 9 / 10);
}

TEST(Synth, PlacesFollowTheirPopulation) {
  std::map<std::string, int> count;
  for (const Vacancy& v : some_vacancies()) ++count[v.workplace.value];
  EXPECT_GT(count["H501"], count["F839"]);  // Roma, Napoli
  EXPECT_GT(count["F205"], count["A944"]);  // Bologna
  EXPECT_LT(count["H501"], static_cast<int>(some_vacancies().size()) / 10);
  EXPECT_GT(count.size(), 3'000u);
}

TEST(Synth, EmployersPublishSeveralVacanciesFromOneSeat) {
  std::map<std::pair<std::string, std::string>, std::pair<int, Employer>> seen;
  int repeated = 0;
  for (const Vacancy& v : some_vacancies()) {
    if (v.employer.fiscal_code.empty()) continue;
    const auto [at, fresh] =
        seen.try_emplace({v.employer.name, v.employer.fiscal_code}, 0, v.employer);
    EXPECT_TRUE(at->second.second == v.employer) << v.employer.name;
    if (++at->second.first > 1) ++repeated;
  }
  EXPECT_GT(repeated, static_cast<int>(some_vacancies().size()) / 7);
  EXPECT_GT(seen.size(), some_vacancies().size() / 4);
}

TEST(Synth, DescriptionsDifferAndHaveTheLengthOfAdvertisements) {
  std::set<std::string> texts;
  std::size_t unusual = 0;
  for (const Vacancy& v : some_vacancies()) {
    texts.insert(v.description);
    const std::size_t words = words_in(v.description);
    if (words < 30 || words > 120) ++unusual;
    EXPECT_EQ(v.description.find_first_of("{}"), std::string::npos) << v.description;
    EXPECT_EQ(v.description.find(".."), std::string::npos) << v.description;
    EXPECT_EQ(v.description.find("  "), std::string::npos) << v.description;
  }
  EXPECT_EQ(texts.size(), some_vacancies().size());
  EXPECT_LT(unusual, some_vacancies().size() / 100);
}

TEST(Synth, TheVocabularyGrowsWithTheRecords) {
  std::set<std::string> words;
  std::size_t after_half = 0;
  for (std::size_t n = 0; n < some_vacancies().size(); ++n) {
    std::string word;
    for (const char c : some_vacancies()[n].description) {
      if (c != ' ') {
        word += c;
      } else {
        words.insert(std::move(word));
        word.clear();
      }
    }
    if (n + 1 == some_vacancies().size() / 2) after_half = words.size();
  }
  EXPECT_GT(words.size(), after_half * 13 / 10);
}

TEST(Synth, FieldsStayWithinTheirLengths) {
  for (const Vacancy& v : some_vacancies()) {
    EXPECT_TRUE(v.positions >= 1 && v.positions <= 99);
    EXPECT_LE(characters(v.employer.name), 100u);
    EXPECT_LE(characters(v.employer.contacts.address), 100u);
    EXPECT_LE(characters(v.title), 250u);
    EXPECT_LE(characters(v.experience), 2'000u);
    EXPECT_LE(characters(v.other_skills), 500u);
    EXPECT_LE(v.gross_salary.size(), 9u);
    EXPECT_LE(characters(v.duration), 30u);
    for (const Education& e : v.education) EXPECT_LE(characters(e.title), 100u);
  }
  for (const Cv& cv : some_cvs()) {
    ASSERT_FALSE(cv.wanted.empty());
    for (const WantedJob& w : cv.wanted) {
      EXPECT_LE(characters(w.title), 250u);
      EXPECT_LE(characters(w.description), 300u);
      EXPECT_LE(characters(w.experience), 300u);
    }
    for (const Job& j : cv.jobs) {
      EXPECT_LE(characters(j.duties), 250u);
      EXPECT_LE(characters(j.employer), 100u);
      EXPECT_LE(characters(j.employer_address), 100u);
      EXPECT_LE(*j.from, date_of(cv.system.inserted));
    }
    for (const Training& t : cv.training) EXPECT_LE(characters(t.title), 100u);
  }
}

bool is_nobodys(const std::string& email) {
  return email.ends_with("@example.org") || email.ends_with("@example.com") ||
         email.ends_with("@example.it");
}

TEST(Synth, ContactsAreNobodys) {
  const auto look = [](const Contacts& contacts) {
    EXPECT_TRUE(contacts.email.empty() || is_nobodys(contacts.email)) << contacts.email;
    for (const std::string* number : {&contacts.telephone, &contacts.mobile, &contacts.fax})
      EXPECT_TRUE(number->empty() || number->find("000") != std::string::npos) << *number;
  };
  for (const Vacancy& v : some_vacancies()) {
    look(v.employer.contacts);
    look(v.system.intermediary.contacts);
    if (v.employer.fiscal_code.empty()) continue;
    EXPECT_EQ(v.employer.fiscal_code.substr(7, 3), "000");  // an office that does not exist
  }
  for (const Cv& cv : some_cvs()) look(cv.person.contacts);
}

TEST(Synth, OnlyIntermediariesPublishAnonymously) {
  std::map<int, int> visible;  // -1 not stated
  int named = 0;
  for (const Vacancy& v : some_vacancies()) {
    ++visible[v.system.contacts_visible ? *v.system.contacts_visible : -1];
    if (v.system.contacts_visible != false) continue;
    EXPECT_TRUE(v.system.intermediary.stated());
    EXPECT_EQ(v.system.intermediary.code.size(), 11u);
    if (v.description.find(v.employer.name) != std::string::npos) ++named;
  }
  EXPECT_EQ(named, 0);  // in the text neither
  for (const int state : {-1, 0, 1}) EXPECT_GT(visible[state], 2'000) << state;
}

TEST(Synth, HalfOfTheVacanciesFollowTheLaterRevision) {
  std::size_t later = 0, benefits = 0;
  for (const Vacancy& v : some_vacancies()) later += v.open_to_non_eu.has_value();
  for (const Cv& cv : some_cvs()) benefits += cv.receives_benefits == true;
  EXPECT_NEAR(static_cast<double>(later) / 20'000, 0.5, 0.02);
  EXPECT_NEAR(static_cast<double>(benefits) / 10'000, 0.2, 0.02);
}

TEST(Synth, ArchivesAreTheSameBytesAndPassVerification) {
  TempDir first, second;
  ASSERT_TRUE(write_archives(generator(), 40, 30, first.path() / "new"));
  ASSERT_TRUE(write_archives(generator(), 40, 30, second.path()));
  for (const char* name : {"vacancies-0001.zip", "cvs-0001.zip"}) {
    const std::string bytes = test::read_file(first.path() / "new" / name);
    EXPECT_FALSE(bytes.empty());
    EXPECT_EQ(bytes, test::read_file(second.path() / name));
    const auto report = verify_archive(second.path() / name, 1);
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->formally_good());
    EXPECT_EQ(report->files.size(), std::string_view(name).starts_with('v') ? 40u : 30u);
  }
}

TEST(Synth, ArchivesThatCannotBeWrittenAreAnError) {
  const Done done = write_archives(generator(), 1, 0, "/proc/no/such");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, Code::io);
}

}  // namespace
}  // namespace incontro
