#pragma once

#include <incontro/impact.h>
#include <incontro/language.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace incontro {

// What the words of a text become, to be compared with those of a query.
enum class TermKind : std::uint8_t {
  word,        // as the analyzer gives it: folded
  stem,        // the analyzer's: Snowball's
  inflection,  // without gender and number (Italian; else the stem)
  family,      // without derivational suffixes either (Italian; else the stem)
  pair,        // two stems side by side, in either order
  gram,        // four letters that follow each other in _word_
};

// How a text is scored for a query, both of them without function words:
//   score = C * sum over levels of weight * sum over the query's words, the j-th from 0, of
//           e^(-decay j) * BM25(term of that level)
// BM25 is Robertson and Zaragoza's (impact.h), with the collection's mean length as its pivot and a
// k1 of its own, each level with its own statistics. C is 1, or where `coverage` is stated, how
// much of the *text* the query covers: the summed idf of that level's terms that both have, over
// the summed idf of all that the text has, terms counted once. Scores are rounded to 5 decimals, so
// that texts of equal worth are exactly equal.
struct RankingFormula {
  struct Level {
    TermKind kind;
    double weight;
  };
  std::vector<Level> levels;
  double k1 = bm25_k1;
  std::uint32_t title_weight = 3;
  double decay = 0;
  std::optional<TermKind> coverage = std::nullopt;  // one of the levels, which may have weight 0
};

// Titles and labels of a few words: what they mean beyond the query counts against them, and the
// first words, which name the job, count most. Parameters chosen on the 181 Italian queries of MELO
// (Retyk et al. 2024) by cross-validation.
RankingFormula title_formula();
// Texts of sentences.
RankingFormula prose_formula();
// Mean words a text, function words not counted, below which a collection is ranked as titles.
inline constexpr double title_mean_words = 12;

struct RankerText {
  std::string_view text;
  std::string_view title = {};  // its words count `title_weight` times
};

struct RankedText {
  std::uint32_t text;  // the i-th given, from 0
  double score;        // above 0
};

// An index in memory over a collection of texts that do not change, and its ranking by words: the
// second of the two rankings we have, for labels and test collections; records are ranked block by
// block (impact.h). Immutable; any thread.
//
// Cost: 16,000 job titles are indexed in about 0.1 s; a query adds up the postings of its terms and
// looks once at each text, tens of microseconds.
class Ranker {
 public:
  // The texts are read here and not kept. UTF-8; at most 2^32 - 1 texts.
  Ranker(std::span<const RankerText> texts, Language language);  // the formula by the mean length
  Ranker(std::span<const RankerText> texts, Language language, RankingFormula formula);
  ~Ranker();
  Ranker(Ranker&&) noexcept;
  Ranker& operator=(Ranker&&) noexcept;

  // At most `limit` texts, best first; of equal ones the one given last comes first. A query of
  // function words only is taken at its word. Empty when no term is known.
  std::vector<RankedText> rank(std::string_view query, std::size_t limit) const;

  // What a text would score that consists of the query's known words: makes scores of different
  // queries comparable. 0 when no term is known.
  double own_score(std::string_view query) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace incontro
