#include "match/must_sets.h"

#include <algorithm>
#include <bit>

namespace incontro {
namespace {

bool sets_tell_all(const MatchTerms& terms) {
  using enum Criterion;
  constexpr Criterion others[] = {experience, skill, territory, salary};
  return std::ranges::none_of(others, [&](Criterion criterion) {
    return terms.settings[static_cast<std::size_t>(criterion)].kind == CriterionKind::must;
  });
}

// Counts up to two.
struct Counted {
  BitSet once, twice;
  void add(const BitSet& set) { once.add_up(set, twice); }
};

}  // namespace

BitSet& MustSets::Sets::operator[](Criterion criterion) {
  std::unique_ptr<BitSet>& set = of[static_cast<std::size_t>(criterion)];
  if (!set)
    set = std::make_unique<BitSet>();
  else if (!(used & bit_of(criterion)))
    set->clear();
  used = static_cast<CriterionBits>(used | bit_of(criterion));
  return *set;
}

template <class FailsOf>
void MustSets::Sets::add(const CellDocuments& documents, FailsOf&& fails_of) {
  for (std::size_t i = 0; i < documents.values().size(); ++i)
    for (unsigned fails = fails_of(documents.values()[i]); fails != 0; fails &= fails - 1)
      unite((*this)[static_cast<Criterion>(std::countr_zero(fails))], documents.documents(i));
}

template <class F>
void MustSets::Sets::for_each(F&& visit) const {
  for (unsigned rest = used; rest != 0; rest &= rest - 1) {
    const int i = std::countr_zero(rest);
    visit(static_cast<Criterion>(i), *of[static_cast<std::size_t>(i)]);
  }
}

MustSets::MustSets(const Question& question) : complete_(sets_tell_all(question.terms)) {}

void MustSets::enter(const Block& block, PairCells& cells, const BitSet& allowed) {
  passing_.clear();
  nearly_passing_.clear();
  alone_.clear();
  papers_.clear();
  add_papers(block.profiles, cells);
  Counted of_papers;
  papers_.for_each([&](Criterion, const BitSet& set) { of_papers.add(set); });
  for (std::size_t asking = 0; asking < cells.tables().asking().size(); ++asking) {
    job_.clear();
    add_job(block.profiles, cells, asking);
    Counted fails = of_papers;
    job_.for_each([&](Criterion, const BitSet& set) { fails.add(set); });
    passing_.unite_difference(allowed, fails.once);
    nearly_passing_.unite_difference(allowed, fails.twice);
    for (const Sets* sets : {&papers_, &job_})
      sets->for_each([&](Criterion criterion, const BitSet& set) {
        alone_[criterion].unite_difference(set, fails.twice);
      });
  }
}

void MustSets::count_gained(std::array<std::uint64_t, criterion_count>& gained) const {
  BitSet gainable = nearly_passing_;
  gainable.subtract(passing_);
  alone_.for_each([&](Criterion criterion, const BitSet& set) {
    gained[static_cast<std::size_t>(criterion)] += count_common(set, gainable);
  });
}

void MustSets::add_papers(const ProfileColumns& columns, PairCells& cells) {
  const CellTables& tables = cells.tables();
  const ProfileColumns::Asked& asked = columns.asked;
  papers_.add(asked.education, [&](std::size_t value) { return tables.education[value].fails(); });
  papers_.add(asked.licences, [&](std::size_t value) { return tables.licences[value].fails(); });
  papers_.add(asked.certificates,
              [&](std::size_t value) { return tables.certificates[value].fails(); });
  papers_.add(asked.registers, [&](CodeBits value) { return tables.registers(value).fails(); });
  papers_.add(asked.languages, [&](std::uint32_t value) {
    return cells.language(static_cast<LanguageKey>(value)).fails();
  });
}

void MustSets::add_job(const ProfileColumns& columns, const PairCells& cells, std::size_t asking) {
  const CellTables::Asking& tables = cells.tables().asking()[asking];
  const ProfileColumns::Asked& asked = columns.asked;
  job_.add(asked.contracts, [&](std::size_t value) { return tables.contracts[value].fails(); });
  job_.add(asked.modes, [&](std::size_t value) { return tables.modes[value].fails(); });
  job_.add(asked.stated, [&](std::size_t value) { return tables.stated[value].fails(); });
  if (!cells.only_related()) return;
  BitSet& unrelated = job_[Criterion::profession];
  cells.mark_related(asking, unrelated);
  unrelated.complement();
}

}  // namespace incontro
