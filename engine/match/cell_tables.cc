#include "match/cell_tables.h"

#include "match/criteria.h"
#include "match/profession_score.h"
#include "match/profession_similarity.h"
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

}  // namespace

CellTables::CellTables(const Question& question)
    : places_(rows_of(Table::territory)), professions_(rows_of(Table::profession)) {
  const bool by_vacancy = question.found == Collection::cvs;
  asking_.resize(by_vacancy ? 1 : question.profile.availabilities.size());
  place_tables_.reserve(4 * asking_.size());
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
    add_places(question, i);
    if (!by_vacancy) add_professions(question, i);
  }
  OneCell cell(question, 0);
  cell.fill(education, {Criterion::education},
            [](Profile& p, Availability&, std::uint8_t value) { p.education = value; });
  cell.fill(licences, {Criterion::licence},
            [](Profile& p, Availability&, std::uint8_t value) { p.licences = value; });
  cell.fill(certificates, {Criterion::certificate},
            [](Profile& p, Availability&, std::uint8_t value) { p.certificates = value; });
}

void CellTables::add_places(const Question& question, std::size_t asking) {
  const bool by_vacancy = question.found == Collection::cvs;
  const Profile& own = question.profile;
  const PlaceTable near = places_from(own.place, question.terms.radius_km);
  const bool own_transfers = own.availabilities[asking].transfers == Stated::yes;
  for (std::size_t variant = 0; variant < 4; ++variant) {
    const bool transfers = by_vacancy ? variant >= 2 : own_transfers;
    // A vacancy's own flag tells whether the place of work is abroad, a CV's whether the person is
    // to be had there.
    const bool workplace_abroad = by_vacancy ? own.abroad : variant % 2 == 1;
    const bool cv_abroad = by_vacancy ? variant % 2 == 1 : own.abroad;
    std::vector<Part>& parts = place_tables_.emplace_back(places_ + std::size_t{1});
    asking_[asking].place[variant] = parts.data();
    for (CodeIndex place = 0; place <= places_; ++place) {
      const CodeIndex workplace = by_vacancy ? own.place : place == places_ ? no_code : place;
      if (!workplace_abroad && !states_place(workplace)) continue;
      const bool known = place < places_;
      const Units nearness = known ? near.nearness[place] : unstated_nearness;
      const bool inside = known && near.inside[place];
      const Stated ready = transfers ? Stated::yes : Stated::unstated;
      parts[place] = part_of(Criterion::territory, question.terms,
                             territory_score(nearness, workplace_abroad, cv_abroad, ready),
                             territory_holds(nearness, inside, workplace_abroad, cv_abroad, ready));
    }
  }
}

void CellTables::add_professions(const Question& question, std::size_t asking) {
  const Profile& cv = question.profile;
  std::vector<Units> best(professions_, 0);
  std::vector<std::uint8_t> related(professions_, 0);
  const auto take = [&](CodeIndex profession, auto&& share) {
    if (profession == no_code) return;
    const std::vector<Units> similar = similarities_to(profession);
    for (std::size_t i = 0; i < best.size(); ++i) best[i] = std::max(best[i], share(similar[i]));
    const auto [first, last] = class_range(profession);
    std::fill(related.begin() + first, related.begin() + last + 1, std::uint8_t{1});
  };
  take(cv.availabilities[asking].profession, [](Units units) { return units; });
  for (const JobSpan& job : cv.jobs) take(job.profession, done_share);
  std::vector<Part>& parts = asking_[asking].profession;
  parts.resize(professions_ + std::size_t{1});
  for (CodeIndex i = 0; i < professions_; ++i)
    parts[i] = part_of(Criterion::profession, question.terms, best[i], related[i] != 0);
}

}  // namespace incontro
