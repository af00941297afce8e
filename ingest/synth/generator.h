#pragma once

#include <incontro/record.h>
#include <incontro/synth.h>

#include <string>

#include "synth/places.h"
#include "synth/text_maker.h"
#include "synth/vocabulary.h"

namespace incontro {

// The records are inserted on this many days, the last of which is the generator's day.
inline constexpr int insertion_days = 45;

// The occupation that a record is about.
struct Occupation {
  const Family* family;  // for the long tail: the one whose sentences fit any profession
  std::string profession;
  std::string masculine, feminine;  // titles
  const std::string& title(bool is_feminine) const { return is_feminine ? feminine : masculine; }
};

// What the records are made with. Immutable.
struct RecordMaker {
  RecordMaker(std::uint64_t seed_given, Date day_given);

  SystemData system(Random& random, Collection collection, std::uint64_t n,
                    const Place& place) const;
  Occupation occupation(Random& random) const;
  Occupation occupation_of(const Family& family, Random& random) const;
  // The one that a profession belongs to. REQUIRES: a code of the table.
  Occupation occupation_with(std::string_view profession) const;

  // The employer of that rank in its family: the same each time it is asked for.
  struct Named {
    std::string name;
    const Place* seat;
    Random random;  // for the rest of it
  };
  Named named_employer(const Family& family, std::uint32_t rank) const;
  Employer employer(const Family& family, std::uint32_t rank, const Place*& seat) const;
  std::uint32_t employer_rank(Random& random) const;

  // Of these studies, one that fits a profession.
  Education education(const Family& family, std::string_view profession, Random& random) const;
  LanguageSkill language(Random& random, std::string_view code, std::uint32_t lowest) const;
  std::vector<LanguageSkill> languages(Random& random, std::uint32_t percent,
                                       std::uint32_t lowest) const;

  const std::uint64_t seed;
  const Date day;
  const Phrasebook vocabulary;
  const Comuni places;
  std::string seed_digits;  // six, in the codes of the records
};

// What the writer of a CV has in mind; of a CV without one everything is drawn.
struct Purpose {
  Occupation job;  // the first that it wants
  const Place* home;
  std::uint32_t months = 0;  // worked in that job, at least; at most purpose_months
};
inline constexpr std::uint32_t purpose_months = 20 * 12;  // more leaves no age to have begun at

Cv make_cv(const RecordMaker& maker, std::uint64_t n, const Purpose* purpose);

// Names these skills (rows of Table::skill) where they belong in a CV.
void write_skills(const RecordMaker& maker, const std::vector<CodeIndex>& skills, Random& random,
                  Cv& cv);

struct Generator::Impl : RecordMaker {
  using RecordMaker::RecordMaker;
};

// The rows of Table::skill that a record's texts name, ascending; a hidden name names none.
std::vector<CodeIndex> skills_named_in(const Record& record);

// The first digit of a CP2011 code: the major group, 1 to 9.
inline std::uint32_t major_group(std::string_view profession) {
  return static_cast<std::uint32_t>(profession[0] - '0');
}

}  // namespace incontro
