#include "oracle/match_judge.h"

#include <incontro/impact.h>
#include <incontro/lifecycle.h>
#include <incontro/privacy.h>
#include <incontro/sections.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace incontro {

void MatchJudge::add(const Record& record) {
  Entries& entries = entries_[static_cast<std::size_t>(collection_of(record))];
  Entry& entry = entries.emplace_back();
  entry.record = record;
  entry.document =
      make_document(analyzer_, record, static_cast<DocumentNumber>(entries.size() - 1));
  for (const DocumentTerm& term : entry.document.terms) entry.terms[term.term] = term.weight;
}

std::uint64_t MatchJudge::holding(const Entries& found, const std::string& term) {
  return static_cast<std::uint64_t>(
      std::ranges::count_if(found, [&](const Entry& entry) { return entry.terms.contains(term); }));
}

// The twelve words of titles and prose with the greatest idf times occurrences, which count by
// section and up to eight.
std::vector<MatchJudge::Word> MatchJudge::words_of(const Record& question,
                                                   const Entries& found) const {
  const Record view = public_view(question);
  std::map<std::string, std::uint64_t> counted;
  for (const Section& section : sections_of(view)) {
    if (section.kind != SectionKind::title && section.kind != SectionKind::prose) continue;
    std::vector<Token> tokens;
    analyze_section(analyzer_, section.text, 0, tokens);
    for (const Token& token : tokens)
      if (!token.stop && !token.unscored) counted[token.term] += section.weight;
  }
  std::vector<std::pair<std::uint64_t, Word>> words;
  for (const auto& [term, count] : counted) {
    const std::uint64_t documents = holding(found, term);
    if (documents == 0) continue;
    const auto weight =
        static_cast<std::uint64_t>(std::round(idf(found.size(), documents) * 4'096));
    words.push_back({weight * std::min<std::uint64_t>(count, 8), {term, weight}});
  }
  std::ranges::stable_sort(words, std::greater<>(), [](const auto& word) { return word.first; });
  std::vector<Word> best;
  for (auto& [worth, word] : words)
    if (best.size() < 12) best.push_back(std::move(word));
  return best;
}

Units MatchJudge::text_of(const std::vector<Word>& words, const Entry& entry) {
  std::uint64_t sum = 0, full = 0;
  const auto length = std::min<std::uint32_t>(entry.document.length, 65'535);
  for (const Word& word : words) {
    full += word.weight * 65'535;
    const auto term = entry.terms.find(word.term);
    if (term != entry.terms.end())
      sum += word.weight * impact_of(std::min(term->second, 255u), length);
  }
  return static_cast<Units>(std::min<std::uint64_t>(10'000, sum * 10'000 / (full / 2)));
}

std::vector<std::uint32_t> MatchJudge::skill_weights(const Entries& found) {
  std::vector<std::uint32_t> weights;
  for (std::size_t skill = 0; skill <= code_table(Table::skill).rows().size(); ++skill) {
    const auto documents =
        static_cast<std::uint64_t>(std::ranges::count_if(found, [&](const Entry& entry) {
          return std::ranges::count(entry.document.profile.skills, static_cast<CodeIndex>(skill));
        }));
    weights.push_back(
        std::max(1u, static_cast<std::uint32_t>(std::round(idf(found.size(), documents) * 64))));
  }
  return weights;
}

std::vector<const MatchJudge::Entry*> MatchJudge::allowed(const Entries& found,
                                                          const MatchRequest& request) const {
  std::vector<const Entry*> allowed;
  for (const Entry& entry : found) {
    const Validity validity = validity_of(system_of(entry.record), validity_days_);
    if (state_on(validity, today_) != State::active) continue;
    const Collection collection = collection_of(entry.record);
    const bool passes = std::ranges::all_of(request.filters, [&](const Filter& filter) {
      const std::size_t f = *find_field(collection, filter.field);
      const FieldDomain& domain = *fields_of(collection)[f].domain;
      const std::vector<CodeIndex>& values = entry.document.values[f];
      return std::ranges::any_of(filter.codes, [&](const std::string& code) {
        const CodeIndex node = *domain.find(code);
        if (node == domain.unstated()) return values.empty();
        return std::ranges::any_of(
            values, [&](CodeIndex value) { return node <= value && value <= domain.last(node); });
      });
    });
    if (passes) allowed.push_back(&entry);
  }
  return allowed;
}

MatchJudge::Verdict MatchJudge::answer(const Record& question, const MatchRequest& request) const {
  const bool by_vacancy = collection_of(question) == Collection::vacancies;
  const Entries& found = of(by_vacancy ? Collection::cvs : Collection::vacancies);
  const std::vector<Word> words = words_of(question, found);
  const Profile own = make_document(analyzer_, question, 0).profile;

  MatchTerms terms;
  terms.radius_km = request.radius_km;
  terms.past_work = request.past_work;
  terms.lowest_salary = request.lowest_salary;
  terms.skill_weights = skill_weights(found);
  for (std::size_t i = 0; i < criterion_count; ++i)
    terms.settings[i] = {criteria()[i].kind, criteria()[i].weight};
  for (const CriterionSetting& setting : request.settings) {
    auto& own_setting = terms.settings[static_cast<std::size_t>(setting.criterion)];
    own_setting = {setting.kind.value_or(own_setting.kind),
                   setting.weight.value_or(own_setting.weight)};
  }
  const auto& text = terms.settings[static_cast<std::size_t>(Criterion::text)];
  terms.has_text = text.kind != CriterionKind::ignored && text.weight > 0 && !words.empty();

  Verdict verdict;
  std::vector<const Entry*> failed;
  const auto scored = [&](const Entry& entry, const MatchTerms& asked) {
    const Profile& other = entry.document.profile;
    return score_pair(by_vacancy ? own : other, by_vacancy ? other : own, asked,
                      asked.has_text ? text_of(words, entry) : 0,
                      static_cast<int>((today_ - entry.document.published).count()));
  };
  for (const Entry* const entry : allowed(found, request)) {
    const PairScore pair = scored(*entry, terms);
    if (pair.passes)
      verdict.results.push_back(
          {pair.score, pair.reciprocal, entry->document.published, entry->document.number});
    else
      failed.push_back(entry);
  }
  const auto gained = [&](std::size_t a, std::size_t b) {
    MatchTerms relaxed = terms;
    for (const std::size_t i : {a, b}) {
      if (terms.settings[i].kind != CriterionKind::must) return std::uint64_t{0};
      relaxed.settings[i].kind = CriterionKind::preferred;
    }
    return static_cast<std::uint64_t>(std::ranges::count_if(
        failed, [&](const Entry* entry) { return scored(*entry, relaxed).passes; }));
  };
  for (std::size_t i = 0; i < criterion_count; ++i) verdict.gained[i] = gained(i, i);
  const bool single = std::ranges::any_of(verdict.gained, [](auto n) { return n > 0; });
  for (std::size_t a = 0; a < criterion_count && !single; ++a)
    for (std::size_t b = a + 1; b < criterion_count; ++b)
      verdict.gained_by_two[a][b] = gained(a, b);
  std::ranges::sort(verdict.results, [](const auto& a, const auto& b) {
    if (a.score != b.score) return a.score > b.score;
    if (a.published != b.published) return a.published > b.published;
    return a.number > b.number;
  });
  return verdict;
}

}  // namespace incontro
