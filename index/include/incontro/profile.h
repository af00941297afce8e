#pragma once

#include <incontro/codes.h>
#include <incontro/record.h>

#include <cstdint>
#include <vector>

namespace incontro {

// SI, NO, or nothing said.
enum class Stated : std::uint8_t { unstated, no, yes };

// A set of rows of a small code table: bit i is its row i.
using CodeBits = std::uint32_t;

// Months since January 1900, from 0; no_month: none stated.
using Month = std::uint16_t;
inline constexpr Month no_month = 0xFFFF;
Month month_of(Date day);  // clamped to 1900 and later

// One wanted job of a CV; of a vacancy, the job that it offers.
struct Availability {
  CodeIndex profession = no_code;  // of Table::profession
  std::uint8_t contracts = 0;      // CodeBits of Table::contract: accepted, or the one offered
  std::uint8_t modes = 0;          // CodeBits of Table::working_mode: accepted, or the one offered
  Stated transfers = Stated::unstated;   // CV: accepts them; vacancy: asks for them
  Stated transport = Stated::unstated;   // CV: has means of its own; vacancy: asks for them
  Stated experience = Stated::unstated;  // CV: declares it for this job; vacancy: asks for it
  bool operator==(const Availability&) const = default;
};

// One job done, the months [from, to).
struct JobSpan {
  CodeIndex profession = no_code;
  Month from = no_month, to = no_month;
  bool operator==(const JobSpan&) const = default;
};

// CEFR: 1 (A1) to 6 (C2); 0: not stated.
inline constexpr std::uint8_t highest_level = 6;
struct LanguageLevels {
  CodeIndex language = no_code;  // of Table::language
  std::uint8_t read = 0, written = 0, spoken = 0;
  bool operator==(const LanguageLevels&) const = default;
};

// A record as matching sees it: codes, months and levels, and nothing that tells who somebody is.
// Both collections have the same shape: what a CV offers stands where a vacancy says what it asks.
struct Profile {
  std::vector<Availability> availabilities;  // at least one; of a vacancy exactly one
  CodeIndex place = no_code;                 // of Table::territory: home, workplace
  bool abroad = false;         // CV: given to the European network; vacancy: works in another state
  std::uint8_t education = 0;  // rank of the level (Table::education) + 1: the highest held, the
                               // lowest asked; 0: not stated
  std::uint8_t licences = 0;   // CodeBits: held (as declared), or asked: all of them
  std::uint8_t certificates = 0;   // CodeBits: held, or asked: all of them
  CodeBits registers = 0;          // held, or the one asked
  std::uint16_t months_asked = 0;  // of experience, as a vacancy's text says; 0: not said
  std::uint32_t salary = 0;        // euro a year that a vacancy offers; 0: not stated
  std::vector<JobSpan> jobs;       // of a CV: with a known profession and dates; by from, to, code
  std::vector<LanguageLevels> languages;  // by language, each once
  std::vector<CodeIndex> skills;  // of Table::skill, as its text names them (skills.h); ascending
  bool operator==(const Profile&) const = default;
};

// REQUIRES: a public view (privacy.h), so that sex, birth, citizenship and names cannot get in.
// `skills`: those that the record's document has. Microseconds; any thread.
Profile profile_of(const Record& view, std::vector<CodeIndex> skills);

}  // namespace incontro
