#include "match/pair_cells.h"

#include <incontro/fields.h>

#include <algorithm>
#include <bit>

#include "match/criteria.h"
#include "match/profession_score.h"

namespace incontro {
namespace {

// Neither cells nor matters of one of the wanted jobs.
constexpr Criterion no_cells[] = {Criterion::language, Criterion::skill,
                                  Criterion::professional_register, Criterion::salary};

CriterionKind kind_of(const Question& question, Criterion criterion) {
  return question.terms.settings[static_cast<std::size_t>(criterion)].kind;
}

std::span<const JobSpan> jobs_of(const ProfileColumns& columns, std::uint16_t offset) {
  const std::uint32_t first = columns.first_job[offset];
  return std::span(columns.jobs).subspan(first, columns.first_job[offset + 1u] - first);
}

std::span<const CodeIndex> skills_of(const Block& block, std::size_t field, std::uint16_t offset) {
  const auto skills = block.sets[field][block.rows.at(offset, field)];
  const bool none = skills.front() == fields_of(block.collection)[field].domain->unstated();
  return none ? std::span<const CodeIndex>() : skills;
}

}  // namespace

PairCells::PairCells(const Question& question, Day today)
    : question_(question),
      by_vacancy_(question.found == Collection::cvs),
      today_(today),
      skill_field_(*find_field(question.found, "skill")),
      tables_(question) {
  const Profile& own = question.profile;
  found_.availabilities.resize(1);
  for (std::size_t age = 0; age < fresh_.size(); ++age) {
    const Profile& cv = by_vacancy_ ? found_ : own;
    fresh_[age] = part_of(Criterion::freshness,
                          Pair{by_vacancy_ ? own : found_, cv, cv.availabilities.front(),
                               question.terms, 0, static_cast<int>(age)});
  }
  for (const Criterion criterion : no_cells) {
    const CriterionKind kind = kind_of(question, criterion);
    const CriterionRow& row = criterion_rows()[static_cast<std::size_t>(criterion)];
    if (kind == CriterionKind::ignored || (by_vacancy_ && !row.present(own, question.terms)))
      continue;
    (kind == CriterionKind::must ? musts_ : rest_).push_back(criterion);
  }

  const bool profession_is_must = kind_of(question, Criterion::profession) == CriterionKind::must;
  const auto relate = [&](CodeIndex profession) {
    if (profession_is_must && profession != no_code) related_.push_back(class_range(profession));
  };
  if (by_vacancy_) {
    const Availability& offered = offered_job(own);
    if (offered.profession != no_code) similar_ = similarities_to(offered.profession);
    trade_ = related_to(offered.profession);
    asks_experience_ = offered.experience == Stated::yes;
    relate(offered.profession);
    return;
  }
  months_.assign(code_table(Table::profession).rows().size() + 1, not_counted);
  for (const Availability& wanted : own.availabilities) relate(wanted.profession);
  for (const JobSpan& done : own.jobs) relate(done.profession);
  // A vacancy that names no profession has no such must.
  if (profession_is_must) related_.push_back({no_code, no_code});
  std::ranges::sort(related_);
  related_.erase(std::unique(related_.begin(), related_.end()), related_.end());
}

void PairCells::mark_related(const Block& block, BitSet& related) const {
  const auto mark = [&](const auto& ascending, CodeRange range) {
    using Entry = std::decay_t<decltype(ascending.front())>;
    auto entry = std::ranges::lower_bound(ascending, range.first, {}, &Entry::profession);
    for (; entry != ascending.end() && entry->profession <= range.second; ++entry)
      related.set(entry->offset);
  };
  related.clear();
  for (const CodeRange& range : related_) {
    mark(block.profiles.wanted, range);
    mark(block.profiles.done, range);
  }
}

Part PairCells::record(const Block& block, std::uint16_t offset) {
  const ProfileColumns& columns = block.profiles;
  const int age = std::clamp(today_ - block.published[offset], 0, 255);
  Part part =
      tables_.education[columns.education[offset]] + tables_.licences[columns.licences[offset]] +
      tables_.certificates[columns.certificates[offset]] + fresh_[static_cast<std::size_t>(age)];
  for (const Criterion criterion : musts_)
    if (has(criterion, block, offset)) part += ask(criterion, block, offset);
  return part;
}

PairCells::WithJob PairCells::with_job(const Block& block, std::uint16_t offset,
                                       const Part& record) {
  const ProfileColumns& columns = block.profiles;
  const Past before = past(columns, offset);
  WithJob best;
  for_each_job(columns, offset, [&](std::size_t asking, std::uint32_t row) {
    const Part part = record + job(columns, offset, row, asking, before);
    if (part.fails == 0) {
      // All jobs are weighed alike, so that the gain alone decides.
      if (!best.passes || part.gain > best.part.gain) best.part = part;
      best.passes = true;
    } else if (std::has_single_bit(part.fails)) {
      best.fails_alone = static_cast<CriterionBits>(best.fails_alone | part.fails);
    }
  });
  return best;
}

void PairCells::fails(const Block& block, std::uint16_t offset, const Part& record,
                      std::vector<CriterionBits>& sets) {
  const ProfileColumns& columns = block.profiles;
  const Past before = past(columns, offset);
  for_each_job(columns, offset, [&](std::size_t asking, std::uint32_t row) {
    sets.push_back((record + job(columns, offset, row, asking, before)).fails);
  });
}

bool PairCells::passes_otherwise(const Block& block, std::uint16_t offset, const Part& record) {
  if (record.fails != 0) return false;
  const ProfileColumns& columns = block.profiles;
  const bool experience_is_must = kind_of(question_, Criterion::experience) == CriterionKind::must;
  const Past before = experience_is_must ? past(columns, offset) : Past{};
  bool passes = false;
  for_each_job(columns, offset, [&](std::size_t asking, std::uint32_t row) {
    Part part = conditions(columns, offset, row, asking);
    if (experience_is_must) part += experience(columns, offset, row, asking, before);
    passes = passes || part.fails == 0;
  });
  return passes;
}

PairCells::Past PairCells::past(const ProfileColumns& columns, std::uint16_t offset) {
  Past past;
  if (!by_vacancy_) {
    const CodeIndex profession = columns.profession[columns.first_availability[offset]];
    std::uint32_t& months = months_[tables_.profession_row(profession)];
    if (months == not_counted)
      months = related_months(question_.profile.jobs, related_to(profession));
    past.months = months;
    return past;
  }
  const std::span<const JobSpan> jobs = jobs_of(columns, offset);
  if (asks_experience_) past.months = related_months(jobs, trade_);
  for (const JobSpan& done : jobs) {
    if (!similar_.empty()) past.done = std::max(past.done, done_share(similar_[done.profession]));
    past.related = past.related || within(trade_.profession_class, done.profession);
  }
  return past;
}

Part PairCells::job(const ProfileColumns& columns, std::uint16_t offset, std::uint32_t row,
                    std::size_t asking, const Past& past) const {
  return conditions(columns, offset, row, asking) + profession(columns, row, asking, past) +
         experience(columns, offset, row, asking, past);
}

Part PairCells::conditions(const ProfileColumns& columns, std::uint16_t offset, std::uint32_t row,
                           std::size_t asking) const {
  const CellTables::Asking& tables = tables_.asking()[asking];
  const std::uint8_t stated = columns.stated[row];
  return tables.contracts[columns.contracts[row]] + tables.modes[columns.modes[row]] +
         tables.stated[stated & 15] +
         tables.place[CellTables::place_variant(stated, columns.abroad[offset])]
                     [tables_.place_row(columns.place[offset])];
}

Part PairCells::profession(const ProfileColumns& columns, std::uint32_t row, std::size_t asking,
                           const Past& past) const {
  const CodeIndex wanted = columns.profession[row];
  if (!by_vacancy_) return tables_.asking()[asking].profession[tables_.profession_row(wanted)];
  if (similar_.empty()) return {};  // the vacancy names none
  const Units similar = wanted == no_code ? 0 : similar_[wanted];
  return part_of(Criterion::profession, question_.terms, std::max(similar, past.done),
                 past.related || within(trade_.profession_class, wanted));
}

Part PairCells::experience(const ProfileColumns& columns, std::uint16_t offset, std::uint32_t row,
                           std::size_t asking, const Past& past) const {
  if (by_vacancy_ ? !asks_experience_ : experience_in(columns.stated[row]) != Stated::yes)
    return {};
  const unsigned stated =
      by_vacancy_ ? question_.profile.months_asked : columns.months_asked[offset];
  const unsigned asked = stated == 0 ? usual_months : stated;
  const Stated declared = by_vacancy_ ? experience_in(columns.stated[row])
                                      : question_.profile.availabilities[asking].experience;
  return part_of(Criterion::experience, question_.terms,
                 experience_score(past.months, asked, declared),
                 experience_holds(past.months, asked, declared));
}

bool PairCells::has(Criterion criterion, const Block& block, std::uint16_t offset) const {
  if (by_vacancy_) return true;  // else it is not asked at all
  const ProfileColumns& columns = block.profiles;
  switch (criterion) {
    case Criterion::language:
      return columns.first_language[offset] < columns.first_language[offset + 1u];
    case Criterion::skill:
      return !skills_of(block, skill_field_, offset).empty();
    case Criterion::professional_register:
      return columns.registers[offset] != 0;
    default:
      return question_.terms.lowest_salary > 0 && columns.salary[offset] > 0;
  }
}

Part PairCells::ask(Criterion criterion, const Block& block, std::uint16_t offset) {
  const ProfileColumns& columns = block.profiles;
  const auto begin = [](const auto& list, std::uint32_t place) {
    return list.begin() + static_cast<std::ptrdiff_t>(place);
  };
  switch (criterion) {
    case Criterion::language:
      found_.languages.assign(begin(columns.languages, columns.first_language[offset]),
                              begin(columns.languages, columns.first_language[offset + 1u]));
      break;
    case Criterion::skill: {
      const auto skills = skills_of(block, skill_field_, offset);
      found_.skills.assign(skills.begin(), skills.end());
      break;
    }
    case Criterion::professional_register:
      found_.registers = columns.registers[offset];
      break;
    default:
      found_.salary = columns.salary[offset];
  }
  const Profile& cv = by_vacancy_ ? found_ : question_.profile;
  return part_of(criterion, Pair{by_vacancy_ ? question_.profile : found_, cv,
                                 cv.availabilities.front(), question_.terms});
}

Part PairCells::rest(const Block& block, std::uint16_t offset) {
  Part part;
  for (const Criterion criterion : rest_)
    if (has(criterion, block, offset)) part += ask(criterion, block, offset);
  return part;
}

Part PairCells::rest_bound(const Block& block, std::uint16_t offset) const {
  Part part;
  for (const Criterion criterion : rest_)
    if (has(criterion, block, offset))
      part += part_of(criterion, question_.terms, full_units, true);
  return part;
}

}  // namespace incontro
