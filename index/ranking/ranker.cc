#include <incontro/ranker.h>

#include <algorithm>
#include <cmath>

#include "ranking/content_words.h"
#include "ranking/term_index.h"
#include "ranking/term_maker.h"

namespace incontro {
namespace {

constexpr double score_steps = 1e5;  // of 1

struct Level {
  TermKind kind;
  double weight;
  bool coverage;  // the one that it is counted on
  TermIndex terms;
};

// A term of a query; one that it repeats has the weight of all its places.
struct Wanted {
  std::string term;
  double weight;
  std::uint32_t count;
};

struct Sums {
  std::vector<double> scores;  // by text
  std::vector<double> common;  // by text: the idf of the terms that it has in common with the query
};

bool better(const RankedText& a, const RankedText& b) {
  return a.score != b.score ? a.score > b.score : a.text > b.text;
}

}  // namespace

struct Ranker::Impl {
  Analyzer analyzer;
  Language language;
  RankingFormula formula;
  std::uint32_t texts = 0;
  std::vector<Level> levels;
  std::vector<double> summed_idf;  // by text, where coverage counts

  Impl(std::span<const RankerText> given, Language of, std::optional<RankingFormula> wanted);
  std::vector<Wanted> wanted(const Level& level, std::span<const std::string> words) const;
  void add(const Level& level, std::span<const std::string> words, Sums& sums) const;
};

Ranker::Impl::Impl(std::span<const RankerText> given, Language of,
                   std::optional<RankingFormula> wanted)
    : language(of), texts(static_cast<std::uint32_t>(given.size())) {
  std::vector<WordRun> runs;
  std::size_t words = 0;
  for (std::uint32_t i = 0; i < texts; ++i) {
    runs.push_back({i, true, content_words(analyzer, of, given[i].title)});
    words += runs.back().words.size();
    runs.push_back({i, false, content_words(analyzer, of, given[i].text)});
    words += runs.back().words.size();
  }
  const bool titles = static_cast<double>(words) < title_mean_words * texts;
  formula = wanted ? *std::move(wanted) : titles ? title_formula() : prose_formula();
  for (const auto& [kind, weight] : formula.levels)
    levels.push_back(
        {kind, weight, kind == formula.coverage, TermIndex(kind, of, formula, runs, texts)});
  for (const Level& level : levels)
    if (level.coverage) summed_idf = level.terms.summed_idf();
}

std::vector<Wanted> Ranker::Impl::wanted(const Level& level,
                                         std::span<const std::string> words) const {
  std::vector<Wanted> wanted;
  for (PlacedTerm& t : TermMaker(level.kind, language).make(words)) {
    const double weight = level.weight * std::exp(-formula.decay * static_cast<double>(t.place));
    const auto same = std::ranges::find(wanted, t.term, &Wanted::term);
    if (same == wanted.end()) {
      wanted.push_back({std::move(t.term), weight, 1});
    } else {
      same->weight += weight;
      ++same->count;
    }
  }
  return wanted;
}

void Ranker::Impl::add(const Level& level, std::span<const std::string> words, Sums& sums) const {
  for (const Wanted& w : wanted(level, words)) {
    const TermIndex::Postings postings = level.terms.find(w.term);
    for (std::size_t p = 0; p < postings.texts.size(); ++p)
      sums.scores[postings.texts[p]] += w.weight * postings.scores[p];
    if (level.coverage)
      for (const std::uint32_t text : postings.texts) sums.common[text] += postings.idf;
  }
}

Ranker::Ranker(std::span<const RankerText> texts, Language language)
    : impl_(std::make_unique<Impl>(texts, language, std::nullopt)) {}
Ranker::Ranker(std::span<const RankerText> texts, Language language, RankingFormula formula)
    : impl_(std::make_unique<Impl>(texts, language, std::move(formula))) {}
Ranker::~Ranker() = default;
Ranker::Ranker(Ranker&&) noexcept = default;
Ranker& Ranker::operator=(Ranker&&) noexcept = default;

std::vector<RankedText> Ranker::rank(std::string_view query, std::size_t limit) const {
  const std::vector<std::string> words = content_words(impl_->analyzer, impl_->language, query);
  const bool coverage = !impl_->summed_idf.empty();
  thread_local Sums sums;  // spares the pages of large collections being made anew at every query
  sums.scores.assign(impl_->texts, 0);
  sums.common.assign(coverage ? impl_->texts : 0, 0);
  for (const Level& level : impl_->levels) impl_->add(level, words, sums);

  std::vector<RankedText> found;
  for (std::uint32_t text = 0; text < impl_->texts; ++text) {
    if (sums.scores[text] <= 0) continue;
    const double covered = coverage ? sums.common[text] / impl_->summed_idf[text] : 1;
    const double score = std::round(sums.scores[text] * covered * score_steps) / score_steps;
    if (score > 0) found.push_back({text, score});
  }
  const std::size_t kept = std::min(limit, found.size());
  const auto end = found.begin() + static_cast<std::ptrdiff_t>(kept);
  std::partial_sort(found.begin(), end, found.end(), better);
  found.resize(kept);
  return found;
}

double Ranker::own_score(std::string_view query) const {
  const std::vector<std::string> words = impl_->content.of(query);
  double score = 0;
  for (const Level& level : impl_->levels) {
    std::vector<Wanted> known = impl_->wanted(level, words);
    std::erase_if(known, [&](const Wanted& w) { return level.terms.find(w.term).texts.empty(); });
    double length = 0;
    for (const Wanted& w : known) length += w.count;
    for (const Wanted& w : known)
      score += w.weight * level.terms.bm25(level.terms.find(w.term).idf, w.count, length);
  }
  return score;
}

RankingFormula title_formula() {
  return {.levels = {{TermKind::inflection, 0.4}, {TermKind::family, 0.6}},
          .decay = 0.1,
          .coverage = TermKind::family};
}

RankingFormula prose_formula() {
  return {.levels = {{TermKind::stem, 1},
                     {TermKind::word, 0.3},
                     {TermKind::pair, 0.3},
                     {TermKind::gram, 0.1}},
          .k1 = 1.5};
}

}  // namespace incontro
