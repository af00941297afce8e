#include <gmock/gmock.h>
#include <incontro/analyzer.h>
#include <incontro/job_title_forms.h>
#include <incontro/ranker.h>

#include <cmath>
#include <map>
#include <set>
#include <thread>

#include "support/seed.h"
#include "text/word_reader.h"

namespace incontro {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Words = std::vector<std::string>;

std::string stem(Language language, const std::string& word) {
  return language == Language::italian ? word_reader().read(word).term
                                       : word_reader().foreign_term(language, word);
}

// The formula of ranker.h written down as it reads, without an index.
class Judge {
 public:
  Judge(const std::vector<RankerText>& texts, Language language, RankingFormula formula)
      : language_(language), formula_(std::move(formula)) {
    for (const auto& [kind, weight] : formula_.levels)
      for (const RankerText& text : texts)
        counts_[kind].push_back(count(content(text.title), content(text.text), kind));
  }

  double score(std::string_view query, std::size_t text) const {
    double sum = 0;
    for (const auto& [kind, weight] : formula_.levels) {
      const auto wanted = terms(content(query), kind);
      for (const auto& [term, place] : wanted)
        sum += weight * std::exp(-formula_.decay * static_cast<double>(place)) *
               bm25(kind, term, text);
    }
    return sum * coverage(query, text);
  }

 private:
  using Terms = std::vector<std::pair<std::string, std::size_t>>;

  Words content(std::string_view text) const {
    Words all, kept;
    for (const Token& token : analyzer_.analyze(text)) {
      all.push_back(token.word);
      const bool stop = language_ == Language::italian
                            ? token.stop
                            : std::set<std::string>{"the", "of", "a"}.contains(token.word);
      if (!stop) kept.push_back(token.word);
    }
    return kept.empty() ? all : kept;
  }

  Terms terms(const Words& words, TermKind kind) const {
    const bool italian = language_ == Language::italian;
    Terms made;
    for (std::size_t j = 0; j < words.size(); ++j) {
      const std::string& word = words[j];
      const std::string stemmed = stem(language_, word);
      if (kind == TermKind::word) made.emplace_back(word, j);
      if (kind == TermKind::stem) made.emplace_back(stemmed, j);
      if (kind == TermKind::inflection)
        made.emplace_back(italian ? fold_inflection(word) : stemmed, j);
      if (kind == TermKind::family)
        made.emplace_back(italian ? word_family(fold_inflection(word)) : stemmed, j);
      if (kind == TermKind::pair && j + 1 < words.size()) {
        const std::string next = stem(language_, words[j + 1]);
        made.emplace_back(std::min(stemmed, next) + " " + std::max(stemmed, next), j);
      }
      if (kind == TermKind::gram)
        for (std::size_t at = 0; at == 0 || at + 2 <= word.size(); ++at)
          made.emplace_back(("_" + word + "_").substr(at, 4), j);
    }
    return made;
  }

  using Counts = std::map<std::string, double>;

  // How often each stands there; the words of a title count more.
  Counts count(const Words& title, const Words& body, TermKind kind) const {
    Counts found;
    for (const auto& [term, place] : terms(title, kind)) found[term] += formula_.title_weight;
    for (const auto& [term, place] : terms(body, kind)) found[term] += 1;
    return found;
  }

  static double length(const Counts& counts) {
    double sum = 0;
    for (const auto& [term, count] : counts) sum += count;
    return sum;
  }

  double idf_of(TermKind kind, const std::string& term) const {
    const std::vector<Counts>& texts = counts_.at(kind);
    double holding = 0;
    for (const Counts& counts : texts) holding += static_cast<double>(counts.count(term));
    return std::log(1 + (static_cast<double>(texts.size()) - holding + 0.5) / (holding + 0.5));
  }

  double bm25(TermKind kind, const std::string& term, std::size_t text) const {
    const std::vector<Counts>& texts = counts_.at(kind);
    if (!texts[text].contains(term)) return 0;
    double mean = 0;
    for (const Counts& counts : texts) mean += length(counts) / static_cast<double>(texts.size());
    const double k1 = formula_.k1, n = texts[text].at(term);
    return idf_of(kind, term) * n * (k1 + 1) /
           (n + k1 * (0.25 + 0.75 * length(texts[text]) / mean));
  }

  double coverage(std::string_view query, std::size_t text) const {
    if (!formula_.coverage) return 1;
    std::set<std::string> wanted;
    for (const auto& [term, place] : terms(content(query), *formula_.coverage)) wanted.insert(term);
    double common = 0, all = 0;
    for (const auto& [term, n] : counts_.at(*formula_.coverage)[text]) {
      const double worth = idf_of(*formula_.coverage, term);
      all += worth;
      if (wanted.contains(term)) common += worth;
    }
    return all > 0 ? common / all : 0;
  }

  Analyzer analyzer_;
  Language language_;
  RankingFormula formula_;
  std::map<TermKind, std::vector<Counts>> counts_;  // by text
};

std::string random_text(std::mt19937_64& random, std::size_t most) {
  static const std::string_view words[] = {
      "saldatore", "saldatrici", "saldatura", "di",        "cuoco",  "cuoche",
      "aiuto",     "e",          "addetto",   "addetta",   "alla",   "vendita",
      "venditore", "C++",        "a tubo",    "dell'olio", "perché", "B2",
      "the",       "of",         "nurse",     "nurses",    "",       "x"};
  std::string text;
  for (std::size_t n = below(random, most + 1); n > 0; --n)
    text += std::string(words[below(random, std::size(words))]) + ' ';
  return text;
}

RankingFormula random_formula(std::mt19937_64& random) {
  RankingFormula formula;
  for (const TermKind kind : {TermKind::word, TermKind::stem, TermKind::inflection,
                              TermKind::family, TermKind::pair, TermKind::gram})
    if (below(random, 2) == 0)
      formula.levels.push_back({kind, static_cast<double>(below(random, 5)) / 4});
  formula.decay = static_cast<double>(below(random, 3)) / 10;
  formula.title_weight = static_cast<std::uint32_t>(1 + below(random, 4));
  formula.k1 = 1 + static_cast<double>(below(random, 3)) / 4;
  if (!formula.levels.empty() && below(random, 2) == 0)
    formula.coverage = formula.levels[below(random, formula.levels.size())].kind;
  return formula;
}

// Every text that the formula gives a score, once, in the order of scores.
void expect_as_judged(const Ranker& ranker, const Judge& judge, std::string_view query,
                      std::size_t texts) {
  SCOPED_TRACE(query);
  const std::vector<RankedText> found = ranker.rank(query, texts);
  std::set<std::uint32_t> seen;
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_TRUE(seen.insert(found[i].text).second);
    EXPECT_NEAR(found[i].score, judge.score(query, found[i].text), 6e-6);
    if (i == 0) continue;
    EXPECT_GE(found[i - 1].score, found[i].score);
    if (found[i - 1].score == found[i].score) {
      EXPECT_GT(found[i - 1].text, found[i].text);
    }
  }
  for (std::uint32_t text = 0; text < texts; ++text)
    if (!seen.contains(text)) {
      EXPECT_NEAR(judge.score(query, text), 0, 6e-6) << text;
    }
  std::vector<RankedText> best = ranker.rank(query, 3);
  ASSERT_EQ(best.size(), std::min<std::size_t>(3, found.size()));
  for (std::size_t i = 0; i < best.size(); ++i) EXPECT_EQ(best[i].text, found[i].text);
}

TEST(Ranker, GivesTheScoresOfTheFormula) {
  std::mt19937_64 random(test_seed(2024));
  for (int round = 0; round < 40; ++round) {
    std::vector<std::string> owned;
    for (std::size_t n = 2 * (1 + below(random, 12)); n > 0; --n)
      owned.push_back(random_text(random, n % 2 == 0 ? 3 : 9));
    std::vector<RankerText> texts;
    for (std::size_t i = 0; i < owned.size(); i += 2)
      texts.push_back({owned[i + 1], round % 3 == 0 ? std::string_view(owned[i]) : ""});
    const Language language = round % 4 == 1 ? Language::english : Language::italian;
    const RankingFormula formula = round % 5 == 0   ? title_formula()
                                   : round % 5 == 1 ? prose_formula()
                                                    : random_formula(random);
    const Ranker ranker(texts, language, formula);
    const Judge judge(texts, language, formula);
    for (int i = 0; i < 5; ++i)
      expect_as_judged(ranker, judge, random_text(random, 6), texts.size());
  }
}

std::vector<std::uint32_t> order(const Ranker& ranker, std::string_view query) {
  std::vector<std::uint32_t> texts;
  for (const RankedText& found : ranker.rank(query, 100)) texts.push_back(found.text);
  return texts;
}

TEST(Ranker, FindsAJobInEveryGenderNumberAndDerivation) {
  const std::vector<RankerText> titles = {{"Direttori commerciali"}, {"Saldatore"}, {"Cuoche"}};
  const Ranker ranker(titles, Language::italian);
  EXPECT_THAT(order(ranker, "direttrice commerciale"), ElementsAre(0));
  EXPECT_THAT(order(ranker, "addetta alla saldatura"), ElementsAre(1));
  EXPECT_THAT(order(ranker, "CUOCO"), ElementsAre(2));
}

TEST(Ranker, PrefersTheTitleThatSaysNothingMore) {
  const std::vector<RankerText> titles = {
      {"Cuoco di bordo specializzato"}, {"Cuoco"}, {"Cuoco di bordo"}};
  EXPECT_THAT(order(Ranker(titles, Language::italian), "cuoco"), ElementsAre(1, 2, 0));
}

TEST(Ranker, GivesEqualTextsEqualScoresAndTheLaterOneFirst) {
  const std::vector<RankerText> titles = {
      {"sarto di teatro"}, {"oste"}, {"teatro: il sarto"}, {"sarta teatri"}};
  const auto found = Ranker(titles, Language::italian).rank("sarto teatro", 100);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].score, found[2].score);
  EXPECT_THAT(order(Ranker(titles, Language::italian), "sarto teatro"), ElementsAre(3, 2, 0));
}

TEST(Ranker, ChoosesTheFormulaByTheMeanLength) {
  std::string long_text;
  for (int i = 0; i < 24; ++i) long_text += "parola" + std::to_string(i) + " ";
  const std::vector<RankerText> titles = {{"venditore di auto"}, {"oste"}};
  const std::vector<RankerText> prose = {{"venditore di auto"}, {long_text}};
  const auto score = [](const Ranker& ranker) {
    return ranker.rank("vendita auto", 1).at(0).score;
  };
  EXPECT_EQ(score(Ranker(titles, Language::italian)),
            score(Ranker(titles, Language::italian, title_formula())));
  EXPECT_EQ(score(Ranker(prose, Language::italian)),
            score(Ranker(prose, Language::italian, prose_formula())));
}

TEST(Ranker, KnowsEnglishWordsByTheirStems) {
  const std::vector<RankerText> texts = {{"registered nurses"}, {"the of a"}, {"welders"}};
  const Ranker ranker(texts, Language::english);
  EXPECT_THAT(order(ranker, "the nurse"), ElementsAre(0));
  EXPECT_THAT(order(ranker, "welding a welder"), ElementsAre(2));
}

TEST(Ranker, TakesFunctionWordsAtTheirWordWhereThereIsNothingElse) {
  const std::vector<RankerText> texts = {{"di e da"}, {"oste"}};
  const Ranker ranker(texts, Language::italian);
  EXPECT_THAT(order(ranker, "di"), ElementsAre(0));
  EXPECT_THAT(order(ranker, "oste di"), ElementsAre(1));
}

TEST(Ranker, FindsNothingWhereThereIsNothing) {
  const std::vector<RankerText> texts = {{""}, {" \xFF,;"}, {"oste"}};
  const Ranker ranker(texts, Language::italian);
  for (const char* query : {"", "  ", "\xC3\x28", "...", "zzz", "di"})
    EXPECT_THAT(order(ranker, query), IsEmpty()) << query;
  EXPECT_THAT(ranker.rank("oste", 0), IsEmpty());
  EXPECT_THAT(order(Ranker({}, Language::italian), "oste"), IsEmpty());
  EXPECT_THAT(order(Ranker(texts, Language::italian, RankingFormula{}), "oste"), IsEmpty());
}

TEST(Ranker, AnswersManyThreadsAlike) {
  std::mt19937_64 random(test_seed(5));
  std::vector<std::string> owned;
  for (int i = 0; i < 300; ++i) owned.push_back(random_text(random, 6));
  std::vector<RankerText> texts;
  for (const std::string& text : owned) texts.push_back({text});
  const Ranker ranker(texts, Language::italian),
      smaller(std::span<const RankerText>(texts).first(20), Language::italian);
  const auto expected = order(ranker, "addetta vendita saldatura");
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 100; ++i) {
        EXPECT_EQ(order(ranker, "addetta vendita saldatura"), expected);
        EXPECT_LE(order(smaller, "venditore").size(), 20U);
      }
    });
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace incontro
