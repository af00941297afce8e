#pragma once

#include <incontro/analyzer.h>
#include <incontro/query.h>

#include "synth/random.h"

namespace incontro::bench {

// Searches as people would save them, drawn from generated vacancies: one to three words of a title
// (a tenth of them as a phrase, a tenth with the last word unfinished), half of them with a place
// (its province, its region, or a radius around the comune), a quarter with the contract or the
// working mode; one in twenty has filters only, one in fifty excludes a word. Few titles are most
// of what is searched for: drawn by Zipf's law.
class SavedQuestions {
 public:
  explicit SavedQuestions(std::size_t records);

  Query next();
  // Of the records, by Zipf's law.
  std::uint32_t popular();

 private:
  void add_words(const Vacancy& from, Query& query);
  void add_place(const Vacancy& from, Query& query);

  const Analyzer analyzer_;
  Random random_;
  const std::uint32_t records_;
};

}  // namespace incontro::bench
