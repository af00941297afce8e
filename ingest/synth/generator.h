#pragma once

#include <incontro/synth.h>

#include <string>

#include "synth/places.h"
#include "synth/text_maker.h"
#include "synth/vocabulary.h"

namespace incontro {

struct Generator::Impl {
  Impl(std::uint64_t seed_given, Date day_given) : seed(seed_given), day(day_given) {}

  // What the record's numbers are drawn from: its own stream.
  Random stream(Collection collection, std::uint64_t n) const;
  SystemData system(Random& random, Collection collection, std::uint64_t n,
                    const Place& place) const;

  const std::uint64_t seed;
  const Date day;
  const Vocabulary vocabulary;
  const Places places;
};

// The occupation that a record is about.
struct Occupation {
  const Family* family;  // for other professions: of the sentences that fit any
  std::string profession, title;
  bool listed;  // one of the family's own
};
Occupation any_occupation(const Vocabulary& vocabulary, Random& random, bool feminine);

std::vector<LanguageSkill> any_languages(Random& random, std::uint32_t percent);

}  // namespace incontro
