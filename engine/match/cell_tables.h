#pragma once

#include <incontro/profile_columns.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "match/part.h"
#include "match/question.h"

namespace incontro {

// What a question makes of each value that a cell of the found records can hold: a record is scored
// by looking up its cells. Filled by the criteria themselves. Immutable.
class CellTables {
 public:
  explicit CellTables(const Question& question);

  // A CV asks with each of its wanted jobs, a vacancy with the one job that it offers.
  struct Asking {
    std::array<Part, 256> contracts, modes;
    std::array<Part, 16> stated;       // transfers and transport: its lower four bits
    std::vector<Part> profession;      // by profession_row(); only where a CV asks
    std::array<const Part*, 4> place;  // by place_variant(), then by place_row()
  };
  const std::vector<Asking>& asking() const { return asking_; }

  // The last row stands for no_code.
  CodeIndex place_row(CodeIndex place) const { return std::min(place, places_); }
  CodeIndex profession_row(CodeIndex profession) const {
    return std::min(profession, professions_);
  }
  // `stated`, `abroad`: cells of the found record.
  static std::size_t place_variant(std::uint8_t stated, std::uint8_t abroad) {
    return (transfers_in(stated) == Stated::yes) * 2u + (abroad != 0);
  }

  std::array<Part, 256> education, licences, certificates;

 private:
  void add_places(const Question& question, std::size_t asking);
  void add_professions(const Question& question, std::size_t asking);

  const CodeIndex places_, professions_;
  std::vector<std::vector<Part>> place_tables_;
  std::vector<Asking> asking_;
};

}  // namespace incontro
