#pragma once

#include <algorithm>
#include <cstdint>

namespace incontro {

// Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009):
//   score(d) = sum over terms of idf(t) * w (k1 + 1) / (w + k1 (1 - b + b length / pivot))
// with w the section-weighted occurrences. The pivot is a constant instead of the collection's
// present mean, so that a document's impacts never change and blocks can be merged as they are.
inline constexpr double bm25_k1 = 1.2;
inline constexpr double bm25_b = 0.75;
// Weighted words. Generated vacancies have 109 on the mean, CVs 85 (seed 2012, 23 November 2026).
inline constexpr double bm25_pivot = 120;

// In (0, k1 + 1).
double bm25_share(std::uint32_t weight, std::uint32_t length);
// Its 16-bit step, 1..65,535, and what one step is worth. With 8 bits, documents whose lengths
// differ by two or three words had the same impact, and most lists of ten came in another order
// than by the formula.
inline std::uint32_t impact_of(std::uint32_t weight, std::uint32_t length) {
  constexpr auto constant = static_cast<float>(bm25_k1 * (1 - bm25_b));
  constexpr auto slope = static_cast<float>(bm25_k1 * bm25_b / bm25_pivot);
  const auto w = static_cast<float>(weight);
  const float steps = 65'535 * w / (w + constant + slope * static_cast<float>(length));
  return std::max(1u, static_cast<std::uint32_t>(steps + 0.5f));
}
inline constexpr double impact_step = (bm25_k1 + 1) / 65'535;

// What a document's impact gains where it holds the very word that was typed, and not only another
// of the same stem: half of the largest impact. So a text that speaks of a banca once goes before
// one that has banco as its title, but where the job of the title is meant, a cuoco in the title
// still goes before a long text that mentions a cuoca.
inline constexpr std::uint32_t exact_form_impact = 32'768;

// ln(1 + (documents - holding + 0.5) / (holding + 0.5)): positive for every term.
double idf(std::uint64_t documents, std::uint64_t holding);

}  // namespace incontro
