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

  // A score, with place_fails where it does not hold as a must; or no_territory. Two bytes, because
  // there is one for each of ten thousand places, and they are to stay in the nearest cache.
  using PlaceScore = std::uint16_t;
  static constexpr PlaceScore place_fails = 0x8000, no_territory = 0xFFFF;

  // A CV asks with each of its wanted jobs, a vacancy with the one job that it offers.
  struct Asking {
    std::array<Part, 256> contracts, modes;
    std::array<Part, 16> stated;   // transfers and transport: its lower four bits
    std::vector<Part> profession;  // by profession_row(); only where a CV asks
  };
  const std::vector<Asking>& asking() const { return asking_; }

  Part territory(const ProfileColumns::Cells& cells) const {
    const PlaceScore place = places_by_abroad_[cells.abroad != 0][std::min(cells.place, places_)];
    if (place == no_territory) return {};
    return part_of(Criterion::territory, question_.terms, place & ~place_fails,
                   !(place & place_fails));
  }
  // The last row stands for no_code.
  CodeIndex profession_row(CodeIndex profession) const {
    return std::min(profession, professions_);
  }
  std::array<Part, 256> education, licences, certificates;
  Part registers(CodeBits registers) const;

 private:
  bool by_vacancy() const { return question_.found == Collection::cvs; }
  void add_places();
  void add_professions();  // of a CV's wanted jobs, with its past work

  const Question& question_;
  const CodeIndex places_, professions_;
  // By the found record's flag, then by place; the last row stands for no_code. A vacancy's flag
  // tells whether the work is in another state, a CV's whether the person is to be had there.
  std::array<std::vector<PlaceScore>, 2> places_by_abroad_;
  std::vector<Asking> asking_;
};

}  // namespace incontro
