#include "match/pair_cells.h"

#include <incontro/fields.h>
#include <incontro/make_distinct.h>

#include <algorithm>
#include <bit>

#include "match/condition_score.h"
#include "match/criteria.h"
#include "match/profession_score.h"

namespace incontro {
namespace {

// Neither cells nor matters of one of the wanted jobs, and seldom the same twice.
constexpr Criterion no_cells[] = {Criterion::skill, Criterion::salary};

CriterionKind kind_of(const Question& question, Criterion criterion) {
  return question.terms.settings[static_cast<std::size_t>(criterion)].kind;
}

std::span<const JobSpan> jobs_done(const ProfileColumns& columns, std::uint16_t offset) {
  const std::uint32_t first = columns.first_job[offset];
  return std::span(columns.jobs).subspan(first, columns.first_job[offset + 1u] - first);
}

std::span<const LanguageLevels> languages_in(const ProfileColumns& columns, std::uint16_t offset) {
  const std::uint32_t first = columns.first_language[offset];
  return std::span(columns.languages).subspan(first, columns.first_language[offset + 1u] - first);
}

}  // namespace

PairCells::PairCells(const Question& question, Day today)
    : question_(question),
      by_vacancy_(question.found == Collection::cvs),
      today_(today),
      skill_field_(*find_field(question.found, "skill")),
      no_skill_(fields_of(question.found)[skill_field_].domain->unstated()),
      tables_(question),
      skills_(question),
      languages_(question) {
  const Profile& own = question.profile;
  Profile found;
  found.availabilities.resize(1);
  for (std::size_t age = 0; age < fresh_.size(); ++age) {
    const Profile& cv = by_vacancy_ ? found : own;
    fresh_[age] =
        part_of(Criterion::freshness, Pair{by_vacancy_ ? own : found, cv, cv.availabilities.front(),
                                           question.terms, 0, static_cast<int>(age)});
  }
  const auto may_have = [&](Criterion criterion) {
    const CriterionRow& row = criterion_rows()[static_cast<std::size_t>(criterion)];
    return kind_of(question, criterion) != CriterionKind::ignored &&
           (criterion != Criterion::salary || question.terms.lowest_salary > 0) &&
           (!by_vacancy_ || row.present(own, question.terms));
  };
  for (const Criterion criterion : no_cells) {
    if (!may_have(criterion)) continue;
    const CriterionKind kind = kind_of(question, criterion);
    (kind == CriterionKind::must ? musts_ : rest_).push_back(criterion);
    if (kind != CriterionKind::must)
      rest_bound_ += part_of(criterion, question.terms, full_units, true);
  }

  relate();
  if (by_vacancy_) {
    const Availability& offered = offered_job(own);
    if (offered.profession != no_code) similar_ = similarities_to(offered.profession);
    trade_ = related_to(offered.profession);
    asks_experience_ = offered.experience == Stated::yes;
    return;
  }
  months_.assign(code_table(Table::profession).rows().size() + 1, not_counted);
}

void PairCells::relate() {
  const Profile& own = question_.profile;
  only_related_ = kind_of(question_, Criterion::profession) == CriterionKind::must &&
                  (!by_vacancy_ || offered_job(own).profession != no_code);
  if (!only_related_) return;
  for (const Availability& asking : own.availabilities) {
    std::vector<CodeRange>& ranges = related_.emplace_back();
    const auto add = [&](CodeIndex profession) {
      if (profession != no_code) ranges.push_back(class_range(profession));
    };
    add(asking.profession);
    if (question_.terms.past_work)
      for (const JobSpan& done : own.jobs) add(done.profession);
    // A vacancy that names no profession has no such must.
    if (!by_vacancy_) ranges.emplace_back(no_code, no_code);
    make_distinct(ranges);
    all_related_.insert(all_related_.end(), ranges.begin(), ranges.end());
  }
  make_distinct(all_related_);
}

void PairCells::enter(const Block& block) {
  block_ = &block;
  papers_.clear();
  for (const ProfileColumns::Papers& papers : columns().all_papers)
    papers_.push_back(tables_.education[papers.education] + tables_.licences[papers.licences] +
                      tables_.certificates[papers.certificates] +
                      tables_.registers(papers.registers));
  conditions_.resize(tables_.asking().size());
  for (std::size_t asking = 0; asking < conditions_.size(); ++asking) {
    const CellTables::Asking& tables = tables_.asking()[asking];
    conditions_[asking].clear();
    for (const ProfileColumns::Conditions& conditions : columns().all_conditions)
      conditions_[asking].push_back(tables.contracts[conditions.contracts] +
                                    tables.modes[conditions.modes] +
                                    tables.stated[conditions.stated & 15]);
  }
}

std::uint8_t PairCells::conditions_fail(std::size_t conditions) const {
  int fewest = criterion_count;
  for (const std::vector<Part>& parts : conditions_)
    fewest = std::min(fewest, std::popcount(parts[conditions].fails()));
  return static_cast<std::uint8_t>(fewest);
}

void PairCells::mark_related(std::size_t asking, BitSet& related) const {
  const auto mark = [&](const auto& ascending, CodeRange range) {
    using Entry = std::decay_t<decltype(ascending.front())>;
    auto entry = std::ranges::lower_bound(ascending, range.first, {}, &Entry::profession);
    for (; entry != ascending.end() && entry->profession <= range.second; ++entry)
      related.set(entry->offset);
  };
  related.clear();
  for (const CodeRange& range : related_[asking]) {
    mark(columns().wanted, range);
    if (question_.terms.past_work) mark(columns().done, range);
  }
}

Part PairCells::record(const Cells& cells) {
  Part part = papers_[cells.papers] + languages(cells) + tables_.territory(cells);
  for (const Criterion criterion : musts_)
    part += by_itself(criterion, *block_, cells.offset, cells.skills);
  return part;
}

std::vector<std::span<const PairCells::Cells>> PairCells::related_rows() const {
  const std::vector<Cells>& all = columns().cells;
  if (!only_related_) return {all};
  std::vector<std::span<const Cells>> rows;
  for (const CodeRange& range : all_related_) {
    const auto first = std::ranges::lower_bound(all, range.first, {}, &Cells::profession);
    rows.emplace_back(
        first, std::ranges::upper_bound(first, all.end(), range.second, {}, &Cells::profession));
  }
  return rows;
}

PairCells::WithJob PairCells::with_job(Jobs jobs, Part record) {
  const Past before = by_vacancy_ ? past(jobs.front().offset) : Past{};
  WithJob best;
  const auto fails_more = [](Part part) { return (part.fails() & (part.fails() - 1)) != 0; };
  for_each_job(jobs, [&](std::size_t asking, const Cells& cells) {
    Part part = record + conditions_[asking][cells.conditions];
    if (fails_more(part)) return;
    part += profession(cells, asking, before);
    if (fails_more(part)) return;
    part += experience(cells, asking, before);
    if (part.fails() == 0) {
      // All jobs are weighed alike, so that the gain alone decides.
      if (!best.passes || part.gain() > best.part.gain()) best.part = part;
      best.passes = true;
    } else if (!fails_more(part)) {
      best.fails_alone = static_cast<CriterionBits>(best.fails_alone | part.fails());
    }
  });
  return best;
}

// Asked of every vacancy of a trade that passes: calls would be a tenth of it.
[[gnu::flatten]] Part PairCells::passing(const Cells& vacancy) {
  Part best;
  bool found = false;
  for (std::size_t asking = 0; asking < conditions_.size(); ++asking) {
    // What needs no further look at memory first: most jobs end here, when several ask.
    Part part = profession(vacancy, asking, {}) + conditions_[asking][vacancy.conditions];
    if (part.fails() != 0) continue;
    part += experience(vacancy, asking, {});
    if (part.fails() != 0 || (found && part.gain() <= best.gain())) continue;
    best = part;
    found = true;
  }
  return record(vacancy) + best + freshness(vacancy);
}

void PairCells::fails(Jobs jobs, Part record, std::vector<CriterionBits>& sets) {
  const Past before = past(jobs.front().offset);
  for_each_job(jobs, [&](std::size_t asking, const Cells& cells) {
    sets.push_back((record + conditions_[asking][cells.conditions] +
                    profession(cells, asking, before) + experience(cells, asking, before))
                       .fails());
  });
}

bool PairCells::passes_otherwise(Jobs jobs, Part record) {
  if (record.fails() != 0) return false;
  const bool experience_is_must = kind_of(question_, Criterion::experience) == CriterionKind::must;
  const Past before = experience_is_must ? past(jobs.front().offset) : Past{};
  bool passes = false;
  for_each_job(jobs, [&](std::size_t asking, const Cells& cells) {
    Part part = conditions_[asking][cells.conditions];
    if (experience_is_must) part += experience(cells, asking, before);
    passes = passes || part.fails() == 0;
  });
  return passes;
}

PairCells::Past PairCells::past(std::uint16_t offset) const {
  Past past;
  if (!by_vacancy_) return past;
  const std::span<const JobSpan> jobs = jobs_done(columns(), offset);
  if (asks_experience_) past.months = related_months(jobs, trade_);
  for (const JobSpan& done : jobs) {
    if (!similar_.empty()) past.done = std::max(past.done, done_share(similar_[done.profession]));
    past.related = past.related ||
                   (question_.terms.past_work && within(trade_.profession_class, done.profession));
  }
  return past;
}

Part PairCells::profession(const Cells& cells, std::size_t asking, const Past& past) const {
  const CodeIndex wanted = cells.profession;
  if (!by_vacancy_) return tables_.asking()[asking].profession[tables_.profession_row(wanted)];
  if (similar_.empty()) return {};  // the vacancy names none
  const Units similar = wanted == no_code ? 0 : similar_[wanted];
  return part_of(Criterion::profession, question_.terms, std::max(similar, past.done),
                 past.related || within(trade_.profession_class, wanted));
}

Part PairCells::experience(const Cells& cells, std::size_t asking, const Past& past) {
  if (by_vacancy_ ? !asks_experience_ : experience_in(cells.stated) != Stated::yes) return {};
  const unsigned months = by_vacancy_ ? past.months : own_months(cells.profession);
  const unsigned asked =
      months_asked(by_vacancy_ ? question_.profile.months_asked : cells.months_asked);
  const Stated declared = by_vacancy_ ? experience_in(cells.stated)
                                      : question_.profile.availabilities[asking].experience;
  return part_of(Criterion::experience, question_.terms, experience_score(months, asked, declared),
                 experience_holds(months, asked, declared));
}

unsigned PairCells::own_months(CodeIndex profession) {
  std::uint32_t& months = months_[tables_.profession_row(profession)];
  if (months == not_counted)
    months = related_months(question_.profile.jobs, related_to(profession));
  return months;
}

Part PairCells::languages(std::uint16_t offset) {
  return languages_.part(languages_in(columns(), offset));
}

Part PairCells::languages(const Cells& cells) {
  if (!by_vacancy_ && cells.language == no_language) return {};
  if (by_vacancy_ || cells.language == many_languages) return languages(cells.offset);
  return languages_.part(cells.language);
}

// A criterion that a vacancy that asks has not is not looked for at all.
Part PairCells::by_itself(Criterion criterion, const Block& block, std::uint16_t offset,
                          std::uint16_t skills) const {
  if (criterion == Criterion::skill) {
    const std::span<const CodeIndex> had = skills_of(block, skills);
    if (had.front() != no_skill_) return skills_.part(had);
    return by_vacancy_ ? skills_.part({}) : Part();
  }
  const std::uint32_t offered =
      by_vacancy_ ? question_.profile.salary : block.profiles.salary[offset];
  if (offered == 0) return {};
  const std::uint32_t lowest = question_.terms.lowest_salary;
  return part_of(Criterion::salary, question_.terms, salary_score(offered, lowest),
                 offered >= lowest);
}

Part PairCells::rest(const Block& block, std::uint16_t offset, std::uint16_t skills) const {
  Part part;
  for (const Criterion criterion : rest_) part += by_itself(criterion, block, offset, skills);
  return part;
}

}  // namespace incontro
