#pragma once

#include <incontro/codes.h>
#include <incontro/profile.h>

#include <algorithm>
#include <string_view>

#include "match/criteria.h"
#include "match/pair.h"
#include "support/seed.h"

namespace incontro {

// Profiles of few values, so that pairs have much in common, with any of their parts missing.
class RandomProfiles {
 public:
  explicit RandomProfiles(std::uint64_t seed) : random_(seed) {}

  Profile vacancy() {
    Profile profile = common();
    profile.availabilities = {availability()};
    profile.availabilities[0].contracts &= lowest_bit(profile.availabilities[0].contracts);
    profile.availabilities[0].modes &= lowest_bit(profile.availabilities[0].modes);
    profile.registers &= lowest_bit(profile.registers);
    if (maybe()) profile.months_asked = static_cast<std::uint16_t>(1 + below(60));
    if (maybe()) profile.salary = static_cast<std::uint32_t>(10'000 + below(40'000));
    return profile;
  }

  Profile cv() {
    Profile profile = common();
    for (std::size_t i = 1 + below(4); i > 0; --i) profile.availabilities.push_back(availability());
    for (std::size_t i = below(5); i > 0; --i) profile.jobs.push_back(job());
    sort_jobs(profile);
    return profile;
  }

  MatchTerms terms() {
    MatchTerms terms = default_terms();
    for (MatchTerms::Setting& setting : terms.settings) {
      if (maybe()) setting.kind = static_cast<CriterionKind>(below(3));
      if (maybe()) setting.weight = static_cast<std::uint32_t>(below(most_weight + 1));
    }
    terms.radius_km = static_cast<unsigned>(1 + below(500));
    terms.past_work = maybe();
    if (maybe()) terms.lowest_salary = static_cast<std::uint32_t>(below(40'000));
    if (maybe())
      for (std::size_t i = 0; i < code_table(Table::skill).rows().size(); ++i)
        terms.skill_weights.push_back(static_cast<std::uint32_t>(1 + below(1'000)));
    terms.has_text = maybe();
    return terms;
  }

  CodeIndex profession() {
    static constexpr std::string_view some[] = {
        "2.1.1.4.1.4", "2.1.1.4.1.5", "2.1.1.5.1", "2.1.1",   "2.1",
        "5.2.2.1.0.4", "5.2.2.1.0",   "5.2.2.3.2", "8.1.4.1", "6"};
    return row(Table::profession, some[below(std::size(some))]);
  }
  JobSpan job() {
    const auto from = static_cast<Month>(1'300 + below(120));
    return {profession(), from, static_cast<Month>(from + below(60))};
  }
  static void sort_jobs(Profile& cv) {
    std::ranges::sort(cv.jobs, {}, [](const JobSpan& span) {
      return std::tuple(span.from, span.to, span.profession);
    });
  }
  std::size_t below(std::size_t bound) { return incontro::below(random_, bound); }
  bool maybe() { return below(2) == 0; }

 private:
  static CodeIndex row(Table table, std::string_view code) { return *code_table(table).find(code); }
  template <class Bits>
  static Bits lowest_bit(Bits bits) {
    return static_cast<Bits>(bits & (~bits + 1));
  }
  std::uint8_t bits(std::size_t count) {
    return maybe() ? 0 : static_cast<std::uint8_t>(below(std::size_t{1} << count));
  }
  Stated stated() { return static_cast<Stated>(below(3)); }

  Availability availability() {
    return {maybe() || maybe() ? profession() : no_code,
            bits(7),
            bits(7),
            stated(),
            stated(),
            stated()};
  }

  Profile common() {
    static constexpr std::string_view places[] = {"A944", "B880", "F257", "H294", "G273",
                                                  "BO",   "08",   "A002", "Z110", "0000"};
    Profile profile;
    if (maybe()) profile.place = row(Table::territory, places[below(std::size(places))]);
    profile.abroad = below(4) == 0;
    profile.education = static_cast<std::uint8_t>(below(11));
    profile.licences = bits(8);
    profile.certificates = bits(6);
    if (maybe()) profile.registers = static_cast<CodeBits>(below(1 << 27));
    for (CodeIndex language = 0; language < 4; ++language)
      if (maybe())
        profile.languages.push_back({language, static_cast<std::uint8_t>(below(7)),
                                     static_cast<std::uint8_t>(below(7)),
                                     static_cast<std::uint8_t>(below(7))});
    for (CodeIndex skill = 0; skill < 400; skill += 25)
      if (maybe()) profile.skills.push_back(skill);
    return profile;
  }

  std::mt19937_64 random_;
};

}  // namespace incontro
