#pragma once

#include <incontro/block.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "match/cell_tables.h"
#include "match/experience_score.h"
#include "match/language_table.h"
#include "match/part.h"
#include "match/question.h"
#include "match/skill_table.h"

namespace incontro {

// The parts of a found record's score, from the columns of its block. What can be looked up is; of
// the rest the criteria themselves are asked, and of no more records than needed. One thread at a
// time.
class PairCells {
 public:
  PairCells(const Question& question, Day today);

  // What follows is asked of this block's records.
  void enter(const Block& block);

  // What the question makes of single cells.
  const CellTables& tables() const { return tables_; }

  // Whether the profession is a must: then only records that want one related to that of the job
  // that asks, or have done one where past work satisfies the must, can be results.
  bool only_related() const { return only_related_; }
  void mark_related(std::size_t asking, BitSet& related) const;

  // The cells of a record, one for each job that it wants or offers: record() takes any of them.
  using Cells = ProfileColumns::Cells;
  using Jobs = std::span<const Cells>;
  Jobs jobs_of(std::uint16_t offset) const { return columns().cells_of(offset); }
  // Where a CV asks: of the vacancies that mark_related() marks for any of the jobs that ask, side
  // by side; of all, where the profession is no must.
  std::vector<Jobs> related_rows() const;

  // Of the record as such: its cells, its languages, its place, and the musts that are none of
  // these. How new it is counts apart.
  Part record(const Cells& cells);

  Part freshness(const Cells& cells) const {
    return fresh_[static_cast<std::size_t>(std::clamp(today_ - cells.published, 0, 255))];
  }

  // Of a record and the best of the wanted jobs (of the CV that asks, or that is found).
  struct WithJob {
    bool passes = false;  // it fails no must, by one of the jobs at least
    Part part;            // by the best job, where it passes
    // Musts of which each is the only one that some job fails.
    CriterionBits fails_alone = 0;
  };
  WithJob with_job(Jobs jobs, Part record);
  // All of the above of a vacancy that passes, where a CV asks.
  Part passing(const Cells& vacancy);
  // What each of the jobs fails, one set a job.
  void fails(Jobs jobs, Part record, std::vector<CriterionBits>& sets);
  // Whether it fails no must but the profession, by one of the jobs at least.
  bool passes_otherwise(Jobs jobs, Part record);

  // Of the criteria that neither of the above counts, text apart: what they add, and what they
  // could at most: a full score never lowers a mean.
  // `skills`, here and below: Cells::skills.
  Part rest(const Block& block, std::uint16_t offset, std::uint16_t skills) const;
  Part rest_bound() const { return rest_bound_; }
  // Skills, and where it is said where they are; to be fetched ahead.
  std::span<const CodeIndex> skills_of(const Block& block, std::uint16_t skills) const {
    return block.sets[skill_field_][skills];
  }
  const void* skills_start(const Block& block, std::uint16_t skills) const {
    return &block.sets[skill_field_].start[skills];
  }

  // Of its languages; of one language that a vacancy asks.
  Part languages(std::uint16_t offset);
  Part language(LanguageKey key) { return languages_.part(key); }

  // How many musts they fail: by ProfileColumns::papers; by ProfileColumns::conditions, of the job
  // that asks for which it is the fewest.
  std::uint8_t papers_fail(std::size_t papers) const {
    return static_cast<std::uint8_t>(std::popcount(papers_[papers].fails()));
  }
  std::uint8_t conditions_fail(std::size_t conditions) const;

 private:
  void relate();
  // Of the jobs that a found CV has done.
  struct Past {
    unsigned months = 0;   // of experience that count
    Units done = 0;        // the best share of a profession done
    bool related = false;  // one that was done is of the class, which counts for the must
  };
  Past past(std::uint16_t offset) const;
  // Calls visit(asking, cells) for each wanted job: the CV's that asks, or those of the one found.
  template <class F>
  void for_each_job(Jobs jobs, F&& visit) {
    for (std::size_t asking = 0; asking < tables_.asking().size(); ++asking)
      for (const Cells& cells : jobs) visit(asking, cells);
  }
  Part profession(const Cells& cells, std::size_t asking, const Past& past) const;
  Part experience(const Cells& cells, std::size_t asking, const Past& past);

  // Of a criterion that is neither a cell nor a matter of the wanted jobs: nothing where the pair
  // has it not.
  Part by_itself(Criterion criterion, const Block& block, std::uint16_t offset,
                 std::uint16_t skills) const;

  const ProfileColumns& columns() const { return block_->profiles; }
  Part languages(const Cells& cells);
  unsigned own_months(CodeIndex profession);  // of the CV that asks

  const Question& question_;
  const bool by_vacancy_;
  const Day today_;
  const std::size_t skill_field_;
  const CodeIndex no_skill_;
  const CellTables tables_;
  const SkillTable skills_;
  LanguageTable languages_;
  bool only_related_ = false;
  // By asking job, and of all of them; empty unless only_related_.
  std::vector<std::vector<CodeRange>> related_;
  std::vector<CodeRange> all_related_;
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
};

}  // namespace incontro
