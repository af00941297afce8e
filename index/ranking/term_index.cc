#include "ranking/term_index.h"

#include <incontro/impact.h>

#include <algorithm>
#include <numeric>

#include "ranking/term_maker.h"

namespace incontro {

// One term in one text, `weight` times.
struct TermIndex::Posting {
  std::uint32_t term, text, weight;
};

// Those of one text, from `begin` to the end: each term once.
void TermIndex::unite(std::vector<Posting>& postings, std::size_t begin) {
  const auto first = postings.begin() + static_cast<std::ptrdiff_t>(begin);
  std::sort(first, postings.end(), [](auto& a, auto& b) { return a.term < b.term; });
  auto last = first;
  for (auto p = first; p != postings.end(); ++p)
    if (last != first && (last - 1)->term == p->term)
      (last - 1)->weight += p->weight;
    else
      *last++ = *p;
  postings.erase(last, postings.end());
}

TermIndex::TermIndex(TermKind kind, Language language, const RankingFormula& formula,
                     std::span<const WordRun> runs, std::uint32_t texts)
    : text_count_(texts), k1_(formula.k1) {
  TermMaker maker(kind, language);
  std::vector<Posting> postings;  // by text, then by term
  std::vector<double> lengths(texts);
  for (std::size_t r = 0; r < runs.size();) {
    const std::uint32_t text = runs[r].text;
    const std::size_t begin = postings.size();
    for (; r < runs.size() && runs[r].text == text; ++r) {
      const std::uint32_t weight = runs[r].is_title ? formula.title_weight : 1;
      for (PlacedTerm& term : maker.make(runs[r].words)) {
        const auto number = static_cast<std::uint32_t>(numbers_.size());
        const auto place = numbers_.try_emplace(std::move(term.term), number).first;
        postings.push_back({place->second, text, weight});
        lengths[text] += weight;
      }
    }
    unite(postings, begin);
  }
  score(postings, lengths);
}

void TermIndex::score(std::span<const Posting> postings, std::span<const double> lengths) {
  begins_.assign(numbers_.size() + 1, 0);
  for (const Posting& p : postings) ++begins_[p.term + 1];
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  for (std::size_t term = 0; term < numbers_.size(); ++term)
    idf_.push_back(idf(text_count_, begins_[term + 1] - begins_[term]));

  mean_length_ = std::accumulate(lengths.begin(), lengths.end(), 0.0) / std::max(text_count_, 1u);
  std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
  texts_.resize(postings.size());
  scores_.resize(postings.size());
  for (const Posting& p : postings) {
    const std::size_t place = next[p.term]++;
    texts_[place] = p.text;
    scores_[place] = bm25(idf_[p.term], p.weight, lengths[p.text]);
  }
}

TermIndex::Postings TermIndex::find(const std::string& term) const {
  const auto place = numbers_.find(term);
  if (place == numbers_.end()) return {};
  const std::size_t begin = begins_[place->second], size = begins_[place->second + 1] - begin;
  return {idf_[place->second], std::span(texts_).subspan(begin, size),
          std::span(scores_).subspan(begin, size)};
}

double TermIndex::bm25(double idf, double count, double length) const {
  const double norm = 1 - bm25_b + bm25_b * length / mean_length_;
  return idf * (k1_ + 1) * count / (count + k1_ * norm);
}

std::vector<double> TermIndex::summed_idf() const {
  std::vector<double> sums(text_count_);
  for (std::size_t term = 0; term < idf_.size(); ++term)
    for (std::size_t p = begins_[term]; p < begins_[term + 1]; ++p) sums[texts_[p]] += idf_[term];
  return sums;
}

}  // namespace incontro
