#pragma once

#include <incontro/block.h>

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "match/cell_tables.h"
#include "match/experience_score.h"
#include "match/part.h"
#include "match/question.h"

namespace incontro {

// The parts of a found record's score, from the columns of its block. What can be looked up is; of
// the rest the criteria themselves are asked, and of no more records than needed. One thread at a
// time.
class PairCells {
 public:
  PairCells(const Question& question, Day today);

  // What follows is asked of this block's records.
  void enter(const Block& block);

  // Only records that want, or have done, one of these professions can be results: the profession
  // is a must.
  bool only_related() const { return !related_.empty(); }
  void mark_related(BitSet& related) const;

  // Where a record's cells begin, so that they can be fetched ahead: records of a trade lie far
  // apart in memory.
  const void* cells_of(std::uint16_t offset) const {
    return &columns().cells[columns().first_of(offset)];
  }

  // Of the record as such: its cells, its languages, and the musts that are neither. How new it is
  // counts apart.
  Part record(std::uint16_t offset);

  const Part& freshness(std::uint16_t offset) const;

  // Of a record and the best of the wanted jobs (of the CV that asks, or that is found).
  struct WithJob {
    bool passes = false;  // it fails no must, by one of the jobs at least
    Part part;            // by the best job, where it passes
    // Musts of which each is the only one that some job fails.
    CriterionBits fails_alone = 0;
  };
  WithJob with_job(std::uint16_t offset, const Part& record);
  // What each of the jobs fails, one set a job.
  void fails(std::uint16_t offset, const Part& record, std::vector<CriterionBits>& sets);
  // Whether it fails no must but the profession, by one of the jobs at least.
  bool passes_otherwise(std::uint16_t offset, const Part& record);

  // Of the criteria that neither of the above counts, text apart: what they add, and what they
  // could at most: a full score never lowers a mean.
  Part rest(std::uint16_t offset);
  const Part& rest_bound() const { return rest_bound_; }
  // Of its languages.
  Part languages(std::uint16_t offset);

  // How many musts they fail: by ProfileColumns::papers; by ProfileColumns::conditions, of the job
  // that asks for which it is the fewest.
  std::uint8_t papers_fail(std::size_t papers) const {
    return static_cast<std::uint8_t>(std::popcount(papers_[papers].fails));
  }
  std::uint8_t conditions_fail(std::size_t conditions) const;

 private:
  // Of the jobs that a found CV has done.
  struct Past {
    unsigned months = 0;   // of experience that count
    Units done = 0;        // the best share of a profession done
    bool related = false;  // one that was done is of the class
  };
  Past past(std::uint16_t offset) const;
  // Calls visit(asking, cells) for each wanted job: the CV's that asks, or those of the one found.
  template <class F>
  void for_each_job(std::uint16_t offset, F&& visit) {
    const ProfileColumns& all = columns();
    for (std::size_t asking = 0; asking < tables_.asking().size(); ++asking)
      for (std::uint32_t row = all.first_of(offset); row < all.end_of(offset); ++row)
        visit(asking, all.cells[row]);
  }
  Part conditions(const ProfileColumns::Cells& cells, std::size_t asking) const;
  Part profession(const ProfileColumns::Cells& cells, std::size_t asking, const Past& past) const;
  Part experience(const ProfileColumns::Cells& cells, std::size_t asking, const Past& past);

  // Of a criterion that is neither a cell nor a matter of the wanted jobs: nothing where the pair
  // has it not.
  Part by_itself(Criterion criterion, std::uint16_t offset);
  Part asked(Criterion criterion) const;  // of found_
  bool has(Criterion criterion, std::uint16_t offset) const;

  const ProfileColumns& columns() const { return block_->profiles; }
  Part languages_of(std::uint16_t offset, LanguageKey key);
  struct OneLanguage {
    std::uint16_t score = 0;
    bool holds = false, known = false;
  };
  const OneLanguage& one_language(LanguageKey key);
  unsigned own_months(CodeIndex profession);  // of the CV that asks

  const Question& question_;
  const bool by_vacancy_;
  const Day today_;
  const std::size_t skill_field_;
  const CellTables tables_;
  std::vector<CodeRange> related_;
  std::array<Part, 256> fresh_;  // by age in days, the last one for older ones too
  // Where a vacancy asks: how similar each profession is, and in which experience counts.
  std::vector<Units> similar_;
  RelatedProfessions trade_;
  bool asks_experience_ = false;
  // Where a CV asks: its months that count for a profession, by profession_row(); or not_counted.
  static constexpr std::uint32_t not_counted = 0xFFFF'FFFF;
  std::vector<std::uint32_t> months_;
  // Criteria that are no cells and that records may have.
  std::vector<Criterion> musts_, rest_;
  Part rest_bound_;
  const Block* block_ = nullptr;
  std::vector<Part> papers_;                   // of the block, by ProfileColumns::papers
  std::vector<std::vector<Part>> conditions_;  // by asking job, then by ProfileColumns::conditions
  bool any_languages_ = false;                 // are asked, and not ignored
  // Where a CV asks: what one language that a vacancy asks is worth. Each is asked about once.
  std::vector<OneLanguage> one_language_;
  Profile found_;  // what asking needs to know of a record
};

}  // namespace incontro
