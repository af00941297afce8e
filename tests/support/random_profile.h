#pragma once

#include <incontro/profile.h>

#include <algorithm>
#include <random>
#include <tuple>

#include "support/seed.h"

namespace incontro {

// Any row of the table, or one of its first few, so that records meet.
inline CodeIndex random_row(std::mt19937_64& random, Table table) {
  const std::size_t rows = code_table(table).rows().size();
  return static_cast<CodeIndex>(
      below(random, below(random, 2) == 0 ? rows : std::min<std::size_t>(rows, 12)));
}

inline std::uint8_t random_bits(std::mt19937_64& random, Table table) {
  const std::size_t rows = std::min<std::size_t>(code_table(table).rows().size(), 8);
  return static_cast<std::uint8_t>(below(random, 3) == 0 ? 0
                                                         : below(random, std::size_t{1} << rows));
}

// A profile such as profile_of() can give, with every part present or absent. Of a CV: several
// availabilities and jobs, no months asked, no salary.
inline Profile random_profile(std::mt19937_64& random, Collection collection) {
  const bool cv = collection == Collection::cvs;
  const auto sometimes = [&] { return below(random, 2) == 0; };
  const auto stated = [&] { return static_cast<Stated>(below(random, 3)); };
  Profile profile;
  for (std::size_t i = cv ? 1 + below(random, 3) : 1; i > 0; --i)
    profile.availabilities.push_back(
        {.profession = below(random, 8) == 0 ? no_code : random_row(random, Table::profession),
         .contracts = random_bits(random, Table::contract),
         .modes = random_bits(random, Table::working_mode),
         .transfers = stated(),
         .transport = stated(),
         .experience = stated()});
  if (below(random, 8) > 0) profile.place = random_row(random, Table::territory);
  profile.abroad = below(random, 4) == 0;
  if (sometimes()) profile.education = static_cast<std::uint8_t>(1 + below(random, 10));
  profile.licences = random_bits(random, Table::licence);
  profile.certificates = random_bits(random, Table::certificate);
  if (sometimes())
    profile.registers = CodeBits{1} << random_row(random, Table::professional_register);
  if (!cv && sometimes()) profile.months_asked = static_cast<std::uint16_t>(below(random, 481));
  if (!cv && sometimes()) profile.salary = static_cast<std::uint32_t>(below(random, 60'000));
  for (std::size_t i = cv ? below(random, 4) : 0; i > 0; --i) {
    const auto from = static_cast<Month>(1'000 + below(random, 500));
    profile.jobs.push_back({random_row(random, Table::profession), from,
                            static_cast<Month>(from + 1 + below(random, 120))});
  }
  std::ranges::sort(profile.jobs, {}, [](const JobSpan& job) {
    return std::tuple(job.from, job.to, job.profession);
  });
  for (CodeIndex language = 0; language < 6; ++language)
    if (below(random, 4) == 0)
      profile.languages.push_back({language, static_cast<std::uint8_t>(below(random, 7)),
                                   static_cast<std::uint8_t>(below(random, 7)),
                                   static_cast<std::uint8_t>(below(random, 7))});
  for (std::size_t i = below(random, 6); i > 0; --i)
    profile.skills.push_back(random_row(random, Table::skill));
  std::ranges::sort(profile.skills);
  profile.skills.erase(std::unique(profile.skills.begin(), profile.skills.end()),
                       profile.skills.end());
  return profile;
}

}  // namespace incontro
