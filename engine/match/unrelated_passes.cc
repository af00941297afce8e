#include "match/unrelated_passes.h"

#include <incontro/fields.h>

#include <algorithm>

#include "match/criteria.h"
#include "match/qualification_score.h"

namespace incontro {
namespace {

void keep(const ValueDocuments& documents, std::size_t value, BitSet& records) {
  if (value == documents.values.size()) return records.clear();
  const OffsetSet set = documents.documents(value);
  if (set.bits) return records.intersect(*set.bits);
  BitSet kept;
  for (const std::uint16_t offset : set.offsets)
    if (records.test(offset)) kept.set(offset);
  records = kept;
}

}  // namespace

UnrelatedPasses::UnrelatedPasses(const Question& question)
    : question_(question),
      by_vacancy_(question.found == Collection::cvs),
      language_field_(*find_field(question.found, "language")) {
  const auto is_must = [&](Criterion criterion) {
    const auto i = static_cast<std::size_t>(criterion);
    return question.terms.settings[i].kind == CriterionKind::must &&
           (!by_vacancy_ || criterion_rows()[i].present(question.profile, question.terms));
  };
  using enum Criterion;
  languages_ = is_must(language);
  others_ = is_must(experience) || is_must(skill) || is_must(territory) || is_must(salary);
}

std::uint64_t UnrelatedPasses::count(const Block& block, BitSet& unrelated, PairCells& cells) {
  keep_by_cells(block, unrelated, cells);
  if (others_) {
    std::uint64_t passes = 0;
    unrelated.for_each([&](std::uint16_t offset) {
      passes += cells.passes_otherwise(offset, cells.record(offset));
    });
    return passes;
  }
  if (languages_) keep_by_languages(block, unrelated, cells);
  return unrelated.count();
}

void UnrelatedPasses::keep_by_cells(const Block& block, BitSet& records, const PairCells& cells) {
  const ProfileColumns& columns = block.profiles;
  good_conditions_.resize(columns.all_conditions.size());
  for (std::size_t i = 0; i < good_conditions_.size(); ++i)
    good_conditions_[i] = cells.conditions_pass(i);
  good_papers_.resize(columns.all_papers.size());
  for (std::size_t i = 0; i < good_papers_.size(); ++i) good_papers_[i] = cells.papers_pass(i);

  good_.assign(block.size, 0);
  for (std::size_t a = 0; a < columns.conditions.size(); ++a)
    good_[columns.of_availability[a]] |= good_conditions_[columns.conditions[a]];
  for (std::size_t i = 0; i < block.size; ++i) good_[i] &= good_papers_[columns.papers[i]];
  records.intersect(good_);
}

// Where a vacancy asks, whoever has not one of its languages at all is left out as a set; where a
// CV asks, whatever asks for none stays as one.
void UnrelatedPasses::keep_by_languages(const Block& block, BitSet& records,
                                        PairCells& cells) const {
  BitSet asked = records;
  if (by_vacancy_) {
    for (const LanguageLevels& language : question_.profile.languages)
      if (!is_italian(language.language)) {
        const ValueDocuments& speakers = block.shown[language_field_];
        keep(speakers, speakers.find(language.language), asked);
      }
  } else {
    asked.intersect(block.profiles.with_languages);
  }
  if (by_vacancy_) records = asked;
  asked.for_each([&](std::uint16_t offset) {
    if (cells.by_itself(Criterion::language, offset).fails != 0) records.reset(offset);
  });
}

}  // namespace incontro
