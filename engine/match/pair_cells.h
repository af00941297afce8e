#pragma once

#include <incontro/block.h>

#include <array>
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

  // Only records that want, or have done, one of these professions can be results: the profession
  // is a must.
  bool only_related() const { return !related_.empty(); }
  void mark_related(const Block& block, BitSet& related) const;

  // Of the record as such: its cells, and the musts that are no cells.
  Part record(const Block& block, std::uint16_t offset);

  // Of a record and the best of the wanted jobs (of the CV that asks, or that is found).
  struct WithJob {
    bool passes = false;  // it fails no must, by one of the jobs at least
    Part part;            // by the best job, where it passes
    // Musts of which each is the only one that some job fails.
    CriterionBits fails_alone = 0;
  };
  WithJob with_job(const Block& block, std::uint16_t offset, const Part& record);
  // What each of the jobs fails, one set a job.
  void fails(const Block& block, std::uint16_t offset, const Part& record,
             std::vector<CriterionBits>& sets);
  // Whether it fails no must but the profession, by one of the jobs at least.
  bool passes_otherwise(const Block& block, std::uint16_t offset, const Part& record);

  // Of the criteria that neither of the above counts, text apart: what they add, and what they
  // could add at most.
  Part rest(const Block& block, std::uint16_t offset);
  Part rest_bound(const Block& block, std::uint16_t offset) const;

 private:
  // Of a record's jobs done and wanted together.
  struct Past {
    unsigned months = 0;   // of experience that count
    Units done = 0;        // the best share of a profession done
    bool related = false;  // one that was done is of the class
  };
  Past past(const ProfileColumns& columns, std::uint16_t offset);
  // Calls visit(asking, row) for each wanted job: the CV's that asks, or those of the one found.
  template <class F>
  void for_each_job(const ProfileColumns& columns, std::uint16_t offset, F&& visit) const {
    for (std::size_t asking = 0; asking < tables_.asking().size(); ++asking)
      for (std::uint32_t row = columns.first_availability[offset];
           row < columns.first_availability[offset + 1u]; ++row)
        visit(asking, row);
  }
  Part job(const ProfileColumns& columns, std::uint16_t offset, std::uint32_t row,
           std::size_t asking, const Past& past) const;
  Part conditions(const ProfileColumns& columns, std::uint16_t offset, std::uint32_t row,
                  std::size_t asking) const;
  Part profession(const ProfileColumns& columns, std::uint32_t row, std::size_t asking,
                  const Past& past) const;
  Part experience(const ProfileColumns& columns, std::uint16_t offset, std::uint32_t row,
                  std::size_t asking, const Past& past) const;

  bool has(Criterion criterion, const Block& block, std::uint16_t offset) const;
  Part ask(Criterion criterion, const Block& block, std::uint16_t offset);

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
  Profile found_;  // what asking needs to know of a record
};

}  // namespace incontro
