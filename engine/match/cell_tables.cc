#include "match/cell_tables.h"

#include <incontro/make_distinct.h>

#include <algorithm>

#include "match/criteria.h"
#include "match/profession_score.h"
#include "match/profession_similarity.h"
#include "match/qualification_score.h"
#include "match/territory_score.h"

namespace incontro {
namespace {

CodeIndex rows_of(Table table) { return static_cast<CodeIndex>(code_table(table).rows().size()); }

// The question beside somebody of whom only one cell is known.
class OneCell {
 public:
  OneCell(const Question& question, std::size_t asking) : question_(question), asking_(asking) {
    found_.availabilities.resize(1);
  }

  // Calls set(found profile, its availability, value) for each value, and sums up the criteria.
  template <std::size_t Values, class Set>
  void fill(std::array<Part, Values>& parts, std::initializer_list<Criterion> criteria, Set&& set) {
    const Profile nothing = found_;
    for (std::size_t value = 0; value < Values; ++value) {
      set(found_, found_.availabilities.front(), static_cast<std::uint8_t>(value));
      for (const Criterion criterion : criteria) parts[value] += part_of(criterion, pair());
    }
    found_ = nothing;
  }

 private:
  Pair pair() const {
    const bool by_vacancy = question_.found == Collection::cvs;
    const Profile& cv = by_vacancy ? found_ : question_.profile;
    return {by_vacancy ? question_.profile : found_, cv,
            cv.availabilities[by_vacancy ? 0 : asking_], question_.terms};
  }

  const Question& question_;
  const std::size_t asking_;
  Profile found_;
};

// How near each profession is to some of a CV's.
class Kinships {
 public:
  explicit Kinships(std::size_t professions) : best_(professions, 0), related_(professions, 0) {}

  // Another profession of the CV. `satisfies`: its class does where the profession is a must.
  template <class Share>
  void take(CodeIndex profession, Share&& share, bool satisfies) {
    if (profession == no_code) return;
    const std::vector<Units> similar = similarities_to(profession);
    for (std::size_t i = 0; i < best_.size(); ++i) best_[i] = std::max(best_[i], share(similar[i]));
    if (!satisfies) return;
    const auto [first, last] = class_range(profession);
    std::fill(related_.begin() + first, related_.begin() + last + 1, std::uint8_t{1});
  }

  // By profession; the last stands for none.
  std::vector<Part> parts(const MatchTerms& terms) const {
    std::vector<Part> parts(best_.size() + 1);
    for (std::size_t i = 0; i < best_.size(); ++i)
      parts[i] = part_of(Criterion::profession, terms, best_[i], related_[i] != 0);
    return parts;
  }

 private:
  std::vector<Units> best_;
  std::vector<std::uint8_t> related_;
};

}  // namespace

CellTables::CellTables(const Question& question)
    : question_(question),
      places_(rows_of(Table::territory)),
      professions_(rows_of(Table::profession)) {
  asking_.resize(by_vacancy() ? 1 : question.profile.availabilities.size());
  for (std::size_t i = 0; i < asking_.size(); ++i) {
    OneCell cell(question, i);
    cell.fill(asking_[i].contracts, {Criterion::contract},
              [](Profile&, Availability& a, std::uint8_t value) { a.contracts = value; });
    cell.fill(asking_[i].modes, {Criterion::mode},
              [](Profile&, Availability& a, std::uint8_t value) { a.modes = value; });
    cell.fill(asking_[i].stated, {Criterion::transfers, Criterion::transport},
              [](Profile&, Availability& a, std::uint8_t value) {
                a.transfers = transfers_in(value);
                a.transport = transport_in(value);
              });
  }
  if (!by_vacancy()) add_professions();
  add_places();
  OneCell cell(question, 0);
  cell.fill(education, {Criterion::education},
            [](Profile& p, Availability&, std::uint8_t value) { p.education = value; });
  cell.fill(licences, {Criterion::licence},
            [](Profile& p, Availability&, std::uint8_t value) { p.licences = value; });
  cell.fill(certificates, {Criterion::certificate},
            [](Profile& p, Availability&, std::uint8_t value) { p.certificates = value; });
}

Part CellTables::registers(CodeBits registers) const {
  const CodeBits own = question_.profile.registers;
  const CodeBits asked = by_vacancy() ? own : registers, held = by_vacancy() ? registers : own;
  if (asked == 0) return {};
  return part_of(Criterion::professional_register, question_.terms, share_held(asked, held),
                 all_held(asked, held));
}

// Where a vacancy asks, it has a place and the CVs found have the flag; where a CV asks, it has the
// flag, and a vacancy's place tells whether the work is in another state.
void CellTables::add_places() {
  const Profile& own = question_.profile;
  const PlaceTable near = places_from(own.place, question_.terms.radius_km);
  const auto [first_abroad, last_abroad] = other_states();
  const auto is_abroad = [first = first_abroad, last = last_abroad](CodeIndex place) {
    return first <= place && place <= last;
  };
  const auto scores_of = [&](bool cv_abroad) {
    std::vector<PlaceScore> scores(places_ + std::size_t{1}, no_territory);
    for (CodeIndex place = 0; place <= places_; ++place) {
      const CodeIndex workplace = by_vacancy() ? own.place : place == places_ ? no_code : place;
      const bool abroad = by_vacancy() ? own.abroad : is_abroad(place);
      if (!abroad && !states_place(workplace)) continue;
      const bool known = place < places_;
      const Units nearness = known ? near.nearness[place] : unstated_nearness;
      const bool inside = known && near.inside[place];
      const Units score = territory_score(nearness, abroad, cv_abroad);
      const bool holds = territory_holds(nearness, inside, abroad, cv_abroad);
      scores[place] = static_cast<PlaceScore>(score | (holds ? 0 : place_fails));
    }
    return scores;
  };
  if (by_vacancy() && own.abroad) {
    places_by_abroad_ = {scores_of(false), scores_of(true)};
  } else {
    places_by_abroad_[0] = scores_of(own.abroad);
    places_by_abroad_[1] = places_by_abroad_[0];
  }
}

void CellTables::add_professions() {
  const Profile& cv = question_.profile;
  Kinships past(professions_);
  std::vector<CodeIndex> done;
  for (const JobSpan& job : cv.jobs) done.push_back(job.profession);
  make_distinct(done);
  for (const CodeIndex profession : done)
    past.take(profession, done_share, question_.terms.past_work);
  for (std::size_t i = 0; i < asking_.size(); ++i) {
    Kinships all = past;
    all.take(
        cv.availabilities[i].profession, [](Units units) { return units; }, true);
    asking_[i].profession = all.parts(question_.terms);
  }
}

}  // namespace incontro
