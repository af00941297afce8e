#include <gtest/gtest.h>
#include <incontro/profile_columns.h>

#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "support/random_profile.h"

namespace incontro {
namespace {

std::vector<Profile> random_profiles(std::mt19937_64& random, std::size_t count) {
  std::vector<Profile> profiles;
  for (std::size_t i = 0; i < count; ++i)
    profiles.push_back(
        random_profile(random, below(random, 2) == 0 ? Collection::cvs : Collection::vacancies));
  return profiles;
}

ProfileColumns columns_of(const std::vector<Profile>& profiles) {
  ProfileColumns columns;
  for (const Profile& profile : profiles) columns.add(profile);
  return columns;
}

// Days and skills that tell each document's cells from those of others.
void derive(ProfileColumns& columns) {
  std::vector<Day> published;
  std::vector<std::uint16_t> skills;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    published.push_back(static_cast<Day>(10'000 + i));
    skills.push_back(static_cast<std::uint16_t>(i / 3));
  }
  columns.derive(published, skills);
}

TEST(ProfileColumns, GiveBackEachProfileWithoutItsSkills) {
  std::mt19937_64 random(test_seed(1));
  auto profiles = random_profiles(random, 1'000);
  const ProfileColumns columns = columns_of(profiles);
  ASSERT_EQ(columns.size(), profiles.size());
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    profiles[i].skills.clear();
    EXPECT_EQ(columns.profile(i), profiles[i]) << i;
  }
}

TEST(ProfileColumns, KeepAProfileWithoutAvailabilitiesWithOneThatSaysNothing) {
  ProfileColumns columns;
  columns.add(Profile());
  Profile nothing;
  nothing.availabilities.resize(1);
  EXPECT_EQ(columns.profile(0), nothing);
}

TEST(ProfileColumns, ListWhoWantsAndWhoHasDoneEachProfession) {
  std::mt19937_64 random(test_seed(2));
  const auto profiles = random_profiles(random, 500);
  ProfileColumns columns = columns_of(profiles);
  derive(columns);
  std::multiset<std::pair<CodeIndex, std::uint16_t>> wanted;  // a job may be wanted twice
  std::set<std::pair<CodeIndex, std::uint16_t>> done;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const auto offset = static_cast<std::uint16_t>(i);
    for (const Availability& a : profiles[i].availabilities)
      wanted.emplace(a.profession, offset);  // no_code is the highest
    for (const JobSpan& job : profiles[i].jobs) done.emplace(job.profession, offset);
  }
  ASSERT_EQ(columns.wanted.size(), wanted.size());
  auto next_wanted = wanted.begin();
  for (const auto& found : columns.wanted)
    EXPECT_EQ(std::pair(found.profession, found.offset), *next_wanted++);
  ASSERT_EQ(columns.done.size(), done.size());
  auto next_done = done.begin();
  for (const auto& found : columns.done)
    EXPECT_EQ(std::pair(found.profession, found.offset), *next_done++);
}

TEST(ProfileColumns, NumberTheConditionsAndPapersThatRecur) {
  std::mt19937_64 random(test_seed(6));
  const auto profiles = random_profiles(random, 500);
  ProfileColumns columns = columns_of(profiles);
  derive(columns);
  std::set<std::tuple<int, int, int>> conditions;
  std::set<std::tuple<int, int, int, CodeBits>> papers;
  ASSERT_EQ(columns.conditions.size(), columns.profession.size());
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const Profile& profile = profiles[i];
    for (std::size_t a = 0; a < profile.availabilities.size(); ++a) {
      const std::size_t place = columns.first_availability[i] + a;
      const auto& found = columns.all_conditions[columns.conditions[place]];
      EXPECT_EQ(columns.of_availability[place], i);
      EXPECT_EQ(found.contracts, profile.availabilities[a].contracts);
      EXPECT_EQ(found.modes, profile.availabilities[a].modes);
      EXPECT_EQ(transfers_in(found.stated), profile.availabilities[a].transfers);
      EXPECT_EQ(transport_in(found.stated), profile.availabilities[a].transport);
      EXPECT_EQ(experience_in(found.stated), profile.availabilities[a].experience);
      conditions.emplace(found.contracts, found.modes, found.stated);
    }
    const auto& found = columns.all_papers[columns.papers[i]];
    EXPECT_EQ(found.education, profile.education);
    EXPECT_EQ(found.licences, profile.licences);
    EXPECT_EQ(found.certificates, profile.certificates);
    EXPECT_EQ(found.registers, profile.registers);
    papers.emplace(found.education, found.licences, found.certificates, found.registers);
  }
  EXPECT_EQ(columns.all_conditions.size(), conditions.size());
  EXPECT_EQ(columns.all_papers.size(), papers.size());
}

std::vector<Profile> random_vacancies(std::mt19937_64& random, std::size_t count) {
  std::vector<Profile> profiles;
  for (std::size_t i = 0; i < count; ++i)
    profiles.push_back(random_profile(random, Collection::vacancies));
  return profiles;
}

TEST(ProfileColumns, KeepTheCellsOfADocumentTogether) {
  std::mt19937_64 random(test_seed(7));
  for (const bool vacancies : {false, true}) {
    const auto profiles = vacancies ? random_vacancies(random, 500) : random_profiles(random, 500);
    ProfileColumns columns = columns_of(profiles);
    derive(columns);
    EXPECT_EQ(columns.one_each, vacancies);
    for (std::size_t i = 0; i < profiles.size(); ++i) {
      const Profile& profile = profiles[i];
      const auto cells = columns.cells_of(i);
      ASSERT_EQ(cells.size(), profile.availabilities.size());
      for (std::size_t a = 0; a < cells.size(); ++a) {
        EXPECT_EQ(cells[a].offset, i);
        EXPECT_EQ(cells[a].profession, profile.availabilities[a].profession);
        EXPECT_EQ(columns.all_conditions[cells[a].conditions].contracts,
                  profile.availabilities[a].contracts);
        EXPECT_EQ(columns.all_papers[cells[a].papers].licences, profile.licences);
        EXPECT_EQ(cells[a].place, profile.place);
        EXPECT_EQ(cells[a].months_asked, profile.months_asked);
        EXPECT_EQ(cells[a].language, profile.languages.empty()       ? no_language
                                     : profile.languages.size() == 1 ? key_of(profile.languages[0])
                                                                     : many_languages);
        EXPECT_EQ(experience_in(cells[a].stated), profile.availabilities[a].experience);
        EXPECT_EQ(cells[a].abroad, profile.abroad);
        EXPECT_EQ(cells[a].published, 10'000 + i);
        EXPECT_EQ(cells[a].skills, i / 3);
      }
    }
    if (vacancies) {
      EXPECT_TRUE(std::ranges::equal(columns.cells, columns.wanted, {},
                                     &ProfileColumns::Cells::offset,
                                     &ProfileColumns::OfTrade::offset));
    }
  }
}

using DocumentsOfValues = std::map<std::uint32_t, std::set<std::uint16_t>>;

DocumentsOfValues listed(const CellDocuments& documents) {
  DocumentsOfValues of_values;
  for (std::size_t i = 0; i < documents.values().size(); ++i) {
    const OffsetSet set = documents.documents(i);
    auto& offsets = of_values[documents.values()[i]];
    set.for_each([&](std::uint16_t offset) { offsets.insert(offset); });
    EXPECT_EQ(set.count, offsets.size());
  }
  EXPECT_EQ(of_values.size(), documents.values().size()) << "a value stands there twice";
  return of_values;
}

// So many that some values have their documents as bits, and others as offsets.
TEST(ProfileColumns, ListWhoAsksForWhat) {
  std::mt19937_64 random(test_seed(8));
  const auto profiles = random_vacancies(random, 5'000);
  ProfileColumns columns = columns_of(profiles);
  derive(columns);
  DocumentsOfValues contracts, licences, registers, stated, languages;
  const auto add = [](DocumentsOfValues& to, std::uint32_t value, std::size_t offset) {
    if (value != 0) to[value].insert(static_cast<std::uint16_t>(offset));
  };
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const Availability& offered = profiles[i].availabilities.front();
    add(contracts, offered.contracts, i);
    add(licences, profiles[i].licences, i);
    add(registers, profiles[i].registers, i);
    add(stated,
        static_cast<unsigned>(offered.transfers) | static_cast<unsigned>(offered.transport) << 2,
        i);
    for (const LanguageLevels& language : profiles[i].languages)
      languages[key_of(language)].insert(static_cast<std::uint16_t>(i));
  }
  EXPECT_EQ(listed(columns.asked.contracts), contracts);
  EXPECT_EQ(listed(columns.asked.licences), licences);
  EXPECT_EQ(listed(columns.asked.registers), registers);
  EXPECT_EQ(listed(columns.asked.stated), stated);
  EXPECT_EQ(listed(columns.asked.languages), languages);
}

TEST(ProfileColumns, FitAsManyDocumentsAsTheyHold) {
  std::mt19937_64 random(test_seed(3));
  ProfileColumns columns = columns_of(random_profiles(random, 10));
  EXPECT_TRUE(columns.fit(10));
  EXPECT_FALSE(columns.fit(9));
  EXPECT_FALSE(columns.fit(11));
  EXPECT_TRUE(ProfileColumns().fit(0));
}

TEST(ProfileColumns, DoNotFitOnceAColumnIsWrong) {
  std::mt19937_64 random(test_seed(4));
  const ProfileColumns good = columns_of(random_profiles(random, 10));
  void (*const harms[])(ProfileColumns&) = {
      [](ProfileColumns& c) { c.first_availability.clear(); },
      [](ProfileColumns& c) { c.first_availability[0] = 1; },
      [](ProfileColumns& c) { c.first_availability[1] = 0xFFFFFFFF; },
      [](ProfileColumns& c) { ++c.first_availability.back(); },
      [](ProfileColumns& c) { c.first_availability[2] = c.first_availability[1]; },
      [](ProfileColumns& c) { c.profession.pop_back(); },
      [](ProfileColumns& c) { c.profession[0] = 0xFFFE; },
      [](ProfileColumns& c) { c.contracts.pop_back(); },
      [](ProfileColumns& c) { c.modes.push_back(0); },
      [](ProfileColumns& c) { c.stated.pop_back(); },
      [](ProfileColumns& c) { c.stated[0] = 0xFF; },
      [](ProfileColumns& c) { c.place.pop_back(); },
      [](ProfileColumns& c) { c.place[0] = 0xFFFE; },
      [](ProfileColumns& c) { c.abroad.pop_back(); },
      [](ProfileColumns& c) { c.education.pop_back(); },
      [](ProfileColumns& c) { c.licences.pop_back(); },
      [](ProfileColumns& c) { c.certificates.pop_back(); },
      [](ProfileColumns& c) { c.registers.pop_back(); },
      [](ProfileColumns& c) { c.months_asked.pop_back(); },
      [](ProfileColumns& c) { c.salary.pop_back(); },
      [](ProfileColumns& c) { c.first_job.pop_back(); },
      [](ProfileColumns& c) {
        c.jobs.push_back({0, 0, 1});
      },
      [](ProfileColumns& c) {
        c.jobs.push_back({no_code, 0, 1});
        ++c.first_job.back();
      },
      [](ProfileColumns& c) { c.first_language.push_back(0); },
      [](ProfileColumns& c) { c.languages.push_back({}); },
      [](ProfileColumns& c) {
        c.languages.push_back({0, 0, 7, 0});
        ++c.first_language.back();
      },
  };
  for (std::size_t i = 0; i < std::size(harms); ++i) {
    ProfileColumns bad = good;
    harms[i](bad);
    EXPECT_FALSE(bad.fit(10)) << "harm " << i;
  }
}

TEST(ProfileColumns, AreEqualWhereWhatIsKeptIs) {
  std::mt19937_64 random(test_seed(5));
  const auto profiles = random_profiles(random, 20);
  ProfileColumns columns = columns_of(profiles);
  EXPECT_EQ(columns, columns_of(profiles));
  derive(columns);
  EXPECT_EQ(columns, columns_of(profiles));
  ++columns.salary[7];
  EXPECT_NE(columns, columns_of(profiles));
}

}  // namespace
}  // namespace incontro
