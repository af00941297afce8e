#pragma once

#include <incontro/record.h>
#include <incontro/result.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

namespace incontro {

// What a vacancy can ask, or offer to those who wish it.
enum class Requirement : std::uint8_t {
  profession,
  experience,
  education,
  language,
  skill,
  professional_register,
  licence,
  certificate,
  contract,
  mode,
  transfers,
  transport,
  territory,
};
inline constexpr std::size_t requirement_count = 13;

// How a CV for a vacancy is written.
enum class CvCare : std::uint8_t {
  tailored,  // its texts are about the vacancy's duties and name all its skills
  plain,     // its texts are those of anybody of the trade
};

// Believable vacancies and CVs in Italian, from a seed: same seed and day, same records, on every
// machine (own integer arithmetic, no library distributions, no floating-point transcendental).
// Professions, places and words follow Zipf-like laws; a record's title, duties, skills, education,
// licences and contract depend on its profession. All people and companies are invented.
class Generator {
 public:
  // `day`: the records are inserted on the 45 days up to it, so that all are active on it.
  Generator(std::uint64_t seed, Date day);
  ~Generator();

  // The n-th record depends on the seed and n alone, so that any range can be made, on any thread.
  Vacancy vacancy(std::uint64_t n) const;
  Cv cv(std::uint64_t n) const;

  // A CV of somebody who suits this vacancy: wants its profession, meets all that its fields ask
  // and lives at most 10 km from the workplace; its sentences are its own. It has the code of
  // cv(n), so that only one of both can be stored. REQUIRES: known codes, as check() makes sure.
  Cv cv_for(const Vacancy& vacancy, std::uint64_t n, CvCare care = CvCare::tailored) const;
  // The same CV with the code of cv(n), and one requirement not met. Nothing where the vacancy does
  // not ask it, or where it cannot be broken alone: transfers that are asked make any place right.
  std::optional<Cv> broken(const Cv& cv_for_it, const Vacancy& vacancy, Requirement requirement,
                           std::uint64_t n) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

// Writes vacancies 0 to vacancies-1 and CVs 0 to cvs-1 as archives of official XML, at most 10,000
// entries each, into `directory` (created when absent): vacancies-0001.zip ..., cvs-0001.zip ...
// Same bytes on every machine. io: a file cannot be written.
Done write_archives(const Generator& generator, std::uint64_t vacancies, std::uint64_t cvs,
                    const std::filesystem::path& directory);

}  // namespace incontro
