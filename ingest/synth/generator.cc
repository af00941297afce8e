#include "synth/generator.h"

#include <fmt/format.h>
#include <incontro/assert.h>

#include <algorithm>
#include <array>
#include <utility>

#include "synth/people.h"

namespace incontro {
namespace {

constexpr std::uint32_t any_profession_percent = 8;  // keeps the long tail of CP2011 alive
constexpr std::uint32_t sibling_percent = 12;
constexpr std::uint64_t most_records = 1'000'000'000;  // nine digits of the code

using std::chrono::days;

Date first_day(Date day) { return day - days(insertion_days - 1); }

Intermediary office(const Place& seat, Random& random) {
  Intermediary office;
  // One office a comune, so its number follows from the comune.
  std::uint32_t number = 7;
  for (const char c : seat.code) number = number * 131 + static_cast<unsigned char>(c);
  office.code = fmt::format("{}C{:06}", seat.code, number % 1'000);
  office.name = "Centro per l'impiego di " + seat.name;
  office.place = {seat.code};
  office.postcode = seat.postcode;
  office.contacts.email = fmt::format("cpi.{}@example.it", seat.code);
  for (char& c : office.contacts.email) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  if (random.chance(70))
    office.contacts.telephone =
        fmt::format("0{}000{:03}", seat.province_number.substr(1), number % 1'000);
  return office;
}

}  // namespace

RecordMaker::RecordMaker(std::uint64_t seed_given, Date day_given)
    : seed(seed_given),
      day(day_given),
      vocabulary(first_day(day_given), day_given),
      places(first_day(day_given), day_given),
      seed_digits(fmt::format("{:06}", Random(seed_given, 99).below(1'000'000))) {}

SystemData RecordMaker::system(Random& random, Collection collection, std::uint64_t n,
                               const Place& place) const {
  SystemData system;
  const Date inserted = day - days(random.below(insertion_days));
  system.inserted = inserted + std::chrono::seconds(random.between(7 * 3600, 20 * 3600));
  if (random.chance(45)) system.expires = day + days(random.below(43));
  // Region, province, year, from a regional system, module, new communication; then the number.
  const int year = int{std::chrono::year_month_day(inserted).year()} % 100;
  system.code =
      fmt::format("{}{}{:02}2{}1{}{:09}", place.region, place.province_number, year,
                  collection == Collection::vacancies ? 1 : 2, seed_digits, n % most_records);
  if (random.chance(45)) {
    system.intermediary = office(places.office_of(place), random);
    system.contacts_visible = random.chance(65);
  } else if (random.chance(65)) {
    system.contacts_visible = true;
  }
  return system;
}

Occupation RecordMaker::occupation(Random& random) const {
  if (random.chance(any_profession_percent)) {
    const CodeRow& row = code_table(Table::profession).row(random.pick(vocabulary.professions));
    std::string title(row.label);
    cut(title, 250);
    return {&vocabulary.other_family(), std::string(row.code), title, title};
  }
  return occupation_of(vocabulary.families[vocabulary.family_weights.pick(random)], random);
}

Occupation RecordMaker::occupation_of(const Family& family, Random& random) const {
  if (family.jobs.empty()) return {&family, "", "", ""};
  const FamilyJob& job = family.jobs[family.job_weights.pick(random)];
  if (!job.siblings.empty() && random.chance(sibling_percent)) {
    const CodeRow& row = code_table(Table::profession).row(random.pick(job.siblings));
    std::string title(row.label);
    cut(title, 250);
    return {&family, std::string(row.code), title, title};
  }
  return {&family, job.profession, job.masculine, job.feminine};
}

Occupation RecordMaker::occupation_with(std::string_view profession) const {
  const auto row = code_table(Table::profession).find(profession);
  INCONTRO_ASSERT(row && "an unknown profession");
  std::string title(code_table(Table::profession).row(*row).label);
  cut(title, 250);
  const Family* sibling = nullptr;
  for (const Family& family : vocabulary.families)
    for (const FamilyJob& job : family.jobs) {
      if (job.profession == profession)
        return {&family, job.profession, job.masculine, job.feminine};
      if (!sibling && std::ranges::find(job.siblings, *row) != job.siblings.end())
        sibling = &family;
    }
  return {sibling ? sibling : &vocabulary.other_family(), std::string(profession), title, title};
}

std::uint32_t RecordMaker::employer_rank(Random& random) const {
  const std::uint32_t rank = random.long_tail(17) * 8;
  return rank + random.below(8);  // else the first alone would have a tenth of all vacancies
}

RecordMaker::Named RecordMaker::named_employer(const Family& family, std::uint32_t rank) const {
  Random random(seed ^ (std::uint64_t{family.number} + 1) << 48, rank);
  const Place& place = places.favouring(random, family.regions, 45);
  Subject subject;
  subject.family = &family;
  subject.place = &place;
  std::string name =
      TextMaker(vocabulary, subject, random).phrase("company " + family.employer, 100);
  return {std::move(name), &place, random};
}

Employer RecordMaker::employer(const Family& family, std::uint32_t rank, const Place*& seat) const {
  Named named = named_employer(family, rank);
  Random& random = named.random;
  seat = named.seat;
  Subject subject;
  subject.family = &family;
  subject.place = seat;
  TextMaker text(vocabulary, subject, random);
  Employer employer;
  employer.name = std::move(named.name);
  employer.sector = {family.sectors.pick(random)};
  // The first ranks have the most vacancies: they are the large ones.
  const std::uint32_t size = rank < 64     ? random.between(4, 5)
                             : rank < 4096 ? random.between(2, 4)
                                           : random.between(1, 3);
  if (random.chance(80)) employer.size = {fmt::format("{:02}", size)};
  if (random.chance(85))
    employer.fiscal_code =
        made_up_company_code(static_cast<std::uint32_t>(random.next() % 10'000'000));
  employer.place = {seat->code};
  employer.postcode = seat->postcode;
  employer.contacts.address = text.address();
  employer.contacts.email = made_up_email(random, "lavoro", employer.name);
  if (random.chance(60)) employer.contacts.telephone = made_up_telephone(random, *seat);
  if (random.chance(25)) employer.contacts.fax = made_up_telephone(random, *seat);
  if (random.chance(35)) {
    const std::string& mail = employer.contacts.email;
    employer.web = "http://www.example.it/" + mail.substr(7, mail.find('@') - 7);
  }
  return employer;
}

Education RecordMaker::education(const Family& family, std::string_view profession,
                                 Random& random) const {
  const Study* study = &family.studies.pick(random);
  if (vocabulary.is_other(family)) {
    // Lowest and highest first digit of the level that a major group asks for.
    constexpr std::array<std::pair<char, char>, 10> levels = {{{'2', '8'},
                                                               {'4', '8'},
                                                               {'7', '8'},
                                                               {'4', '7'},
                                                               {'4', '4'},
                                                               {'3', '4'},
                                                               {'2', '3'},
                                                               {'2', '3'},
                                                               {'2', '3'},
                                                               {'3', '4'}}};
    const auto [low, high] = levels[major_group(profession)];
    while (study->level[0] < low || study->level[0] > high) study = &family.studies.pick(random);
  }
  Education education;
  education.title = study->title;
  education.level = {study->level == "7" ? random.pick(family.degrees) : study->level};
  return education;
}

LanguageSkill RecordMaker::language(Random& random, std::string_view code,
                                    std::uint32_t lowest) const {
  constexpr std::array<std::string_view, 6> levels = {"A1", "A2", "B1", "B2", "C1", "C2"};
  LanguageSkill skill;
  skill.language = {std::string(code)};
  const std::uint32_t level = random.between(lowest, 5);
  const auto near = [&] { return LanguageLevel{std::string(levels[level - random.below(2)])}; };
  skill.read = {std::string(levels[level])};
  skill.written = near();
  skill.spoken = near();
  return skill;
}

std::vector<LanguageSkill> RecordMaker::languages(Random& random, std::uint32_t percent,
                                                  std::uint32_t lowest) const {
  constexpr std::array<std::string_view, 10> others = {"005", "002", "SPA", "RUS", "ARA",
                                                       "CIN", "POR", "RUM", "ALB", "004"};
  std::vector<LanguageSkill> skills;
  if (!random.chance(percent)) return skills;
  skills.push_back(language(random, "001", lowest));
  if (random.chance(percent / 2)) {
    const std::uint32_t which = std::min(random.below(10), random.below(10));
    skills.push_back(language(random, others[which], lowest));
  }
  return skills;
}

Generator::Generator(std::uint64_t seed, Date day)
    : impl_(std::make_unique<const Impl>(seed, day)) {}
Generator::~Generator() = default;

}  // namespace incontro
