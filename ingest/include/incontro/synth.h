#pragma once

#include <incontro/record.h>
#include <incontro/result.h>

#include <cstdint>
#include <filesystem>
#include <memory>

namespace incontro {

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
