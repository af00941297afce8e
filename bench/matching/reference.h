#pragma once

#include <incontro/codes.h>
#include <incontro/record.h>

#include <cstdint>
#include <string>
#include <vector>

// The public baseline: the matching of a regional employment system in Italy (SIL-ER, its package
// PG_INCROCIO, published under EUPL-1.2 as arlav-er/sil), written from a description of its rules,
// for records of the national standard.
//
// Exact matching is a conjunction of tests. Weighted matching gives 0 to 100 on five dimensions and
// takes their plain mean; what the vacancy does not state counts 100:
//
//   dimension    exact  same group  similar group  else
//   education      100          90             80     0
//   profession     100          90             80     0
//   experience     100          70             70    70
//   informatics    100          60              -     0
//   language       100           - lower level 50     0
//
// The standard is coarser or finer than that system here and there. Our reading:
//   education    two digits; group: the first one; similar: the first digits are neighbours
//   profession   six levels; group: five in common, similar: four
//   experience   exact: declared for the wanted job, or a job done with its very code
//   informatics  free text, so skills that it names (skills.h); group: that of Table::skill; the
//                levels of the original do not exist; mean over the skills asked
//   language     mean over the languages asked, each level stated being reached or not
namespace incontro::bench {

// What the baseline reads of a record, once.
struct ReferenceVacancy {
  explicit ReferenceVacancy(const Vacancy& vacancy);
  Vacancy vacancy;
  std::vector<CodeIndex> it_skills;
  std::string_view province;
};
struct ReferenceCv {
  explicit ReferenceCv(const Cv& cv);
  Cv cv;
  std::vector<CodeIndex> it_skills;
  std::string_view province;
};

// All that the vacancy states holds: profession (a code that ends with ".0" stands for its unit),
// contract and mode (a wanted job that names none accepts all), transfers, transport, declared
// experience, the same province, all languages with their levels (Italian citizens have Italian),
// all informatics named, register, licences (C or D contain B), certificates, and one of the
// education levels ("70" accepts "71").
bool reference_exact(const ReferenceVacancy& vacancy, const ReferenceCv& cv);

// The mean of the five dimensions by the best wanted job, in hundredths of a point: 0 to 10,000.
inline constexpr std::uint32_t reference_threshold = 8'000;  // its search form's default, 80
std::uint32_t reference_weighted(const ReferenceVacancy& vacancy, const ReferenceCv& cv);

}  // namespace incontro::bench
