#include "match/must_columns.h"

#include <incontro/fields.h>

#include <algorithm>

#include "match/criteria.h"
#include "match/qualification_score.h"

namespace incontro {
namespace {

void keep(const ValueDocuments& documents, std::size_t value, BitSet& records) {
  BitSet kept;
  if (value < documents.values.size()) unite(kept, documents.documents(value));
  records.intersect(kept);
}

}  // namespace

MustColumns::MustColumns(const Question& question)
    : question_(question), language_field_(*find_field(question.found, "language")) {
  const auto is_must = [&](Criterion criterion) {
    const auto i = static_cast<std::size_t>(criterion);
    return question.terms.settings[i].kind == CriterionKind::must &&
           criterion_rows()[i].present(question.profile, question.terms);
  };
  using enum Criterion;
  languages_ = is_must(language);
  others_ = is_must(experience) || is_must(skill) || is_must(territory) || is_must(salary);
}

std::uint64_t MustColumns::count_passing(const Block& block, BitSet& unrelated, PairCells& cells) {
  unrelated.keep_zeros(fails_);
  if (others_) {
    std::uint64_t passes = 0;
    unrelated.for_each([&](std::uint16_t offset) {
      const PairCells::Jobs jobs = cells.jobs_of(offset);
      passes += cells.passes_otherwise(jobs, cells.record(jobs.front()));
    });
    return passes;
  }
  if (languages_) keep_by_languages(block, unrelated, cells);
  return unrelated.count();
}

void MustColumns::enter(const Block& block, const PairCells& cells) {
  const ProfileColumns& columns = block.profiles;
  of_conditions_.resize(columns.all_conditions.size());
  for (std::size_t i = 0; i < of_conditions_.size(); ++i)
    of_conditions_[i] = cells.conditions_fail(i);
  of_papers_.resize(columns.all_papers.size());
  for (std::size_t i = 0; i < of_papers_.size(); ++i) of_papers_[i] = cells.papers_fail(i);

  fails_.resize(block.size);
  const std::uint8_t *const conditions = of_conditions_.data(), *const papers = of_papers_.data();
  std::uint8_t* const fails = fails_.data();
  std::fill(fails_.begin(), fails_.end(), std::uint8_t{criterion_count});
  for (std::size_t a = 0; a < columns.conditions.size(); ++a) {
    std::uint8_t& fewest = fails[columns.of_availability[a]];
    fewest = std::min(fewest, conditions[columns.conditions[a]]);
  }
  for (std::size_t i = 0; i < block.size; ++i)
    fails[i] = static_cast<std::uint8_t>(fails[i] + papers[columns.papers[i]]);
}

// Whoever has not one of the languages at all is left out as a set.
void MustColumns::keep_by_languages(const Block& block, BitSet& records, PairCells& cells) const {
  for (const LanguageLevels& language : question_.profile.languages)
    if (!is_italian(language.language)) {
      const ValueDocuments& speakers = block.shown[language_field_];
      keep(speakers, speakers.find(language.language), records);
    }
  records.for_each([&](std::uint16_t offset) {
    if (cells.languages(offset).fails() != 0) records.reset(offset);
  });
}

}  // namespace incontro
