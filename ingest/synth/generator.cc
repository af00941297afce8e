#include "synth/generator.h"

#include <fmt/format.h>

#include <array>

namespace incontro {
namespace {

constexpr std::uint32_t any_profession_percent = 8;  // keeps the long tail of CP2011 alive

}  // namespace

Random Generator::Impl::stream(Collection collection, std::uint64_t n) const {
  Random mixed(seed ^ (static_cast<std::uint64_t>(collection) + 1) * 0xD1B54A32D192ED03u);
  return Random(mixed.next() + n * 0x9E3779B97F4A7C15u * 3);
}

SystemData Generator::Impl::system(Random& random, Collection collection, std::uint64_t n,
                                   const Place& place) const {
  using namespace std::chrono;
  SystemData system;
  const Date inserted = day - days(std::min(random.below(46), random.below(46)));
  system.inserted = Timestamp(inserted) + seconds(random.between(7 * 3600, 20 * 3600));
  if (inserted == day) system.inserted = Timestamp(inserted) + seconds(random.below(7 * 3600));
  if (random.chance(60)) system.expires = day + days(random.between(3, 45));
  const int year = int{year_month_day(inserted).year()} % 100;
  system.code = fmt::format("{}000{:02}2{}1{:05}{:010}", place.region, year,
                            collection == Collection::vacancies ? 1 : 2, seed % 100'000, n);
  if (random.chance(60)) {
    Intermediary& office = system.intermediary;
    office.code = fmt::format("{}C{:06}", place.code, random.between(1, 999));
    office.name = "Centro per l'impiego di " + place.name;
    office.place = {place.code};
    office.postcode = place.postcode;
    office.contacts.email = fmt::format("cpi.{}@example.org", place.code);
    for (char& c : office.contacts.email) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    system.contacts_visible = random.chance(55);
  } else if (random.chance(80)) {
    system.contacts_visible = true;
  }
  return system;
}

Occupation any_occupation(const Vocabulary& vocabulary, Random& random, bool feminine) {
  const Family& family = vocabulary.families[vocabulary.family_weights.pick(random)];
  if (random.chance(any_profession_percent)) {
    const CodeRow& row = code_table(Table::profession).row(random.pick(vocabulary.professions));
    std::string title(row.label);
    cut(title, 250);
    return {&family, std::string(row.code), std::move(title), false};
  }
  const FamilyJob& job = family.jobs[family.job_weights.pick(random)];
  return {&family, job.profession, feminine ? job.feminine : job.masculine, true};
}

std::vector<LanguageSkill> any_languages(Random& random, std::uint32_t percent) {
  constexpr std::array<std::string_view, 8> others = {"005", "002", "SPA", "RUM",
                                                      "ARA", "RUS", "ALB", "CIN"};
  constexpr std::array<std::string_view, 6> levels = {"A1", "A2", "B1", "B2", "C1", "C2"};
  std::vector<LanguageSkill> skills;
  const auto add = [&](std::string_view code) {
    const std::uint32_t level = random.between(0, 5);
    const auto at = [&](std::uint32_t i) { return LanguageLevel{std::string(levels[i])}; };
    skills.push_back({{std::string(code)},
                      at(level),
                      at(level == 0 ? 0 : level - random.below(2)),
                      at(level == 0 ? 0 : level - random.below(2))});
  };
  if (!random.chance(percent)) return skills;
  add("001");
  if (random.chance(percent / 2)) {
    const std::uint32_t first = std::min(random.below(8), random.below(8));
    add(others[first]);
  }
  return skills;
}

Generator::Generator(std::uint64_t seed, Date day) : impl_(std::make_unique<Impl>(seed, day)) {}
Generator::~Generator() = default;

}  // namespace incontro
