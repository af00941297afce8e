#pragma once

#include <incontro/codes.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "synth/random.h"

namespace incontro {

struct FamilyJob {
  std::string profession, masculine, feminine;
};

// A family of occupations: what its vacancies ask and its people can do (data/synth/families.tsv).
struct Family {
  std::string name;
  std::vector<std::string> sectors, education, licences, contracts, modes, regions;
  Weighted contract_weights, mode_weights, job_weights;
  std::uint32_t pay_low = 0, pay_high = 0;                     // thousands of euro a year
  std::uint32_t languages = 0, transfers = 0, experience = 0;  // percent
  std::vector<FamilyJob> jobs;
  std::vector<std::string> duties, skills, studies;
};

// Everything that the generator draws words from. Immutable.
struct Vocabulary {
  Vocabulary();  // reads the program's own files

  std::vector<Family> families;
  Weighted family_weights;
  std::map<std::string, std::vector<std::string>, std::less<>> phrases;  // by kind
  std::vector<CodeIndex> professions;                                    // all of six levels
};

std::vector<std::string> split(std::string_view text, char separator);

}  // namespace incontro
