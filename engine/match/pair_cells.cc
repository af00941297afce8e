#include "match/pair_cells.h"

#include <incontro/fields.h>
#include <incontro/make_distinct.h>

#include <algorithm>
#include <bit>

#include "match/criteria.h"
#include "match/profession_score.h"
#include "match/qualification_score.h"

namespace incontro {
namespace {

// Neither cells nor matters of one of the wanted jobs, and seldom the same twice.
constexpr Criterion no_cells[] = {Criterion::skill, Criterion::salary};

CriterionKind kind_of(const Question& question, Criterion criterion) {
  return question.terms.settings[static_cast<std::size_t>(criterion)].kind;
}

std::span<const JobSpan> jobs_of(const ProfileColumns& columns, std::uint16_t offset) {
  const std::uint32_t first = columns.first_job[offset];
  return std::span(columns.jobs).subspan(first, columns.first_job[offset + 1u] - first);
}

std::span<const LanguageLevels> languages_in(const ProfileColumns& columns, std::uint16_t offset) {
  const std::uint32_t first = columns.first_language[offset];
  return std::span(columns.languages).subspan(first, columns.first_language[offset + 1u] - first);
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
  const auto may_have = [&](Criterion criterion) {
    const CriterionRow& row = criterion_rows()[static_cast<std::size_t>(criterion)];
    return kind_of(question, criterion) != CriterionKind::ignored &&
           (!by_vacancy_ || row.present(own, question.terms));
  };
  any_languages_ = may_have(Criterion::language);
  for (const Criterion criterion : no_cells) {
    if (!may_have(criterion)) continue;
    const CriterionKind kind = kind_of(question, criterion);
    (kind == CriterionKind::must ? musts_ : rest_).push_back(criterion);
    if (kind != CriterionKind::must)
      rest_bound_ += part_of(criterion, question.terms, full_units, true);
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
  if (any_languages_) one_language_.resize(std::size_t{1} << 16);
  months_.assign(code_table(Table::profession).rows().size() + 1, not_counted);
  for (const Availability& wanted : own.availabilities) relate(wanted.profession);
  for (const JobSpan& done : own.jobs) relate(done.profession);
  // A vacancy that names no profession has no such must.
  if (profession_is_must) related_.push_back({no_code, no_code});
  make_distinct(related_);
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
    fewest = std::min(fewest, std::popcount(parts[conditions].fails));
  return static_cast<std::uint8_t>(fewest);
}

void PairCells::mark_related(BitSet& related) const {
  const auto mark = [&](const auto& ascending, CodeRange range) {
    using Entry = std::decay_t<decltype(ascending.front())>;
    auto entry = std::ranges::lower_bound(ascending, range.first, {}, &Entry::profession);
    for (; entry != ascending.end() && entry->profession <= range.second; ++entry)
      related.set(entry->offset);
  };
  related.clear();
  for (const CodeRange& range : related_) {
    mark(columns().wanted, range);
    mark(columns().done, range);
  }
}

Part PairCells::record(std::uint16_t offset) {
  const ProfileColumns::Cells& cells = columns().cells[columns().first_of(offset)];
  Part part = papers_[cells.papers] + languages_of(offset, cells.language);
  for (const Criterion criterion : musts_) part += by_itself(criterion, offset);
  return part;
}

const Part& PairCells::freshness(std::uint16_t offset) const {
  return fresh_[static_cast<std::size_t>(std::clamp(today_ - block_->published[offset], 0, 255))];
}

PairCells::WithJob PairCells::with_job(std::uint16_t offset, const Part& record) {
  const Past before = by_vacancy_ ? past(offset) : Past{};
  WithJob best;
  const auto fails_more = [](const Part& part) { return (part.fails & (part.fails - 1)) != 0; };
  for_each_job(offset, [&](std::size_t asking, const ProfileColumns::Cells& cells) {
    Part part = record + conditions(cells, asking);
    if (fails_more(part)) return;
    part += profession(cells, asking, before);
    if (fails_more(part)) return;
    part += experience(cells, asking, before);
    if (part.fails == 0) {
      // All jobs are weighed alike, so that the gain alone decides.
      if (!best.passes || part.gain > best.part.gain) best.part = part;
      best.passes = true;
    } else if (!fails_more(part)) {
      best.fails_alone = static_cast<CriterionBits>(best.fails_alone | part.fails);
    }
  });
  return best;
}

void PairCells::fails(std::uint16_t offset, const Part& record, std::vector<CriterionBits>& sets) {
  const Past before = past(offset);
  for_each_job(offset, [&](std::size_t asking, const ProfileColumns::Cells& cells) {
    sets.push_back((record + conditions(cells, asking) + profession(cells, asking, before) +
                    experience(cells, asking, before))
                       .fails);
  });
}

bool PairCells::passes_otherwise(std::uint16_t offset, const Part& record) {
  if (record.fails != 0) return false;
  const bool experience_is_must = kind_of(question_, Criterion::experience) == CriterionKind::must;
  const Past before = experience_is_must ? past(offset) : Past{};
  bool passes = false;
  for_each_job(offset, [&](std::size_t asking, const ProfileColumns::Cells& cells) {
    Part part = conditions(cells, asking);
    if (experience_is_must) part += experience(cells, asking, before);
    passes = passes || part.fails == 0;
  });
  return passes;
}

PairCells::Past PairCells::past(std::uint16_t offset) const {
  Past past;
  if (!by_vacancy_) return past;
  const std::span<const JobSpan> jobs = jobs_of(columns(), offset);
  if (asks_experience_) past.months = related_months(jobs, trade_);
  for (const JobSpan& done : jobs) {
    if (!similar_.empty()) past.done = std::max(past.done, done_share(similar_[done.profession]));
    past.related = past.related || within(trade_.profession_class, done.profession);
  }
  return past;
}

Part PairCells::conditions(const ProfileColumns::Cells& cells, std::size_t asking) const {
  const std::size_t variant = CellTables::place_variant(cells.stated, cells.abroad);
  return conditions_[asking][cells.conditions] +
         tables_.asking()[asking].place[variant][tables_.place_row(cells.place)];
}

Part PairCells::profession(const ProfileColumns::Cells& cells, std::size_t asking,
                           const Past& past) const {
  const CodeIndex wanted = cells.profession;
  if (!by_vacancy_) return tables_.asking()[asking].profession[tables_.profession_row(wanted)];
  if (similar_.empty()) return {};  // the vacancy names none
  const Units similar = wanted == no_code ? 0 : similar_[wanted];
  return part_of(Criterion::profession, question_.terms, std::max(similar, past.done),
                 past.related || within(trade_.profession_class, wanted));
}

Part PairCells::experience(const ProfileColumns::Cells& cells, std::size_t asking,
                           const Past& past) {
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
  return languages_of(offset, columns().language[offset]);
}

Part PairCells::languages_of(std::uint16_t offset, LanguageKey key) {
  if (!any_languages_ || (!by_vacancy_ && key == no_language)) return {};
  const auto part = [&](Units score, bool holds) {
    return part_of(Criterion::language, question_.terms, score, holds);
  };
  if (!by_vacancy_ && key != many_languages)
    return part(one_language(key).score, one_language(key).holds);
  const std::span<const LanguageLevels> languages = languages_in(columns(), offset);
  if (by_vacancy_)
    return part(language_score(question_.profile.languages, languages),
                languages_hold(question_.profile.languages, languages));
  // The mean of what each is worth, as language_score() has it of a list.
  Units sum = 0;
  bool holds = true;
  for (const LanguageLevels& language : languages) {
    const OneLanguage& one = one_language(key_of(language));
    sum += one.score;
    holds = holds && one.holds;
  }
  return part(sum / static_cast<Units>(languages.size()), holds);
}

const PairCells::OneLanguage& PairCells::one_language(LanguageKey key) {
  OneLanguage& one = one_language_[key];
  if (!one.known) {
    const LanguageLevels asked{.language = static_cast<CodeIndex>(key >> 9),
                               .read = static_cast<std::uint8_t>(key >> 6 & 7),
                               .written = static_cast<std::uint8_t>(key >> 3 & 7),
                               .spoken = static_cast<std::uint8_t>(key & 7)};
    const std::span<const LanguageLevels> held = question_.profile.languages;
    one = {static_cast<std::uint16_t>(language_score(asked, held)), language_holds(asked, held),
           true};
  }
  return one;
}

bool PairCells::has(Criterion criterion, std::uint16_t offset) const {
  if (by_vacancy_) return true;  // else it is not asked at all
  if (criterion == Criterion::skill) return !skills_of(*block_, skill_field_, offset).empty();
  return question_.terms.lowest_salary > 0 && columns().salary[offset] > 0;
}

Part PairCells::by_itself(Criterion criterion, std::uint16_t offset) {
  if (!has(criterion, offset)) return {};
  if (criterion == Criterion::skill) {
    const auto skills = skills_of(*block_, skill_field_, offset);
    found_.skills.assign(skills.begin(), skills.end());
  } else {
    found_.salary = columns().salary[offset];
  }
  return asked(criterion);
}

Part PairCells::asked(Criterion criterion) const {
  const Profile& cv = by_vacancy_ ? found_ : question_.profile;
  return part_of(criterion, Pair{by_vacancy_ ? question_.profile : found_, cv,
                                 cv.availabilities.front(), question_.terms});
}

Part PairCells::rest(std::uint16_t offset) {
  Part part;
  for (const Criterion criterion : rest_) part += by_itself(criterion, offset);
  return part;
}

}  // namespace incontro
