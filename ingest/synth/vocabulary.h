#pragma once

#include <incontro/codes.h>
#include <incontro/date.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "synth/phrase.h"
#include "synth/random.h"

namespace incontro {

struct FamilyJob {
  std::string profession, masculine, feminine;
  std::vector<CodeIndex> siblings;  // the other professions of its unit
};

struct Study {
  std::string title, level;  // level "7": any degree of the family
};

// A family of occupations: what its vacancies ask and its people can do (data/synth/families.tsv).
struct Family {
  std::string name;
  std::size_t number = 0;  // its place in Phrasebook::families
  std::vector<std::string> degrees, licences, regions, certificates, agreements;
  Ranked<std::string> sectors, contracts, modes;
  std::uint32_t pay_low = 0, pay_high = 0;                     // thousands of euro a year
  std::uint32_t languages = 0, transfers = 0, experience = 0;  // percent
  std::string professional_register, employer;                 // the kind of its employers
  std::vector<FamilyJob> jobs;
  Weighted job_weights;
  Ranked<std::string> duties, skills, programs;  // skills include the programs
  Ranked<Study> studies;
};

struct PhraseList {
  std::vector<Phrase> phrases;
  Weighted weights;
};

struct Names {
  Ranked<std::string> men, women, surnames;
  std::vector<std::string> stems, endings;  // of rarer surnames
};

// Everything that the generator draws words from. Immutable.
struct Phrasebook {
  // Reads the program's own files. Codes that are not in force on all days [first, last] are left
  // out.
  Phrasebook(Date first, Date last);

  std::vector<Family> families;
  Weighted family_weights;
  std::size_t other = 0;  // the family whose sentences fit any profession; of weight zero
  std::map<std::string, PhraseList, std::less<>> phrases;  // by kind
  Names names;
  std::vector<CodeIndex> professions;  // all of six levels

  const Family& other_family() const { return families[other]; }
  bool is_other(const Family& family) const { return family.number == other; }
};

std::vector<std::string> split(std::string_view text, char separator);

}  // namespace incontro
