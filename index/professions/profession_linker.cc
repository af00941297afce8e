#include <incontro/professions.h>
#include <incontro/ranker.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "professions/profession_tree.h"
#include "professions/title_table.h"
#include "ranking/content_words.h"

namespace incontro {
namespace {

// Parameters chosen on Italian names of ESCO occupations and labels of voices, each ranked without
// itself (incontro_bench_professions). What a unit's further titles say lifts success at 1 from 49%
// to 54% for names of ESCO, the discount of foreign titles from 51% to 52%.
constexpr std::size_t titles_considered = 400;
constexpr std::size_t supporters = 6;   // best titles of a unit that count
constexpr double support_decay = 0.8;   // what each counts against the one before
constexpr double support_weight = 0.5;  // of their mean, against the row's best title
constexpr double foreign_weight = 0.7;  // of a title in another language, unless it is the text
constexpr std::size_t bytes_read =
    500;  // and to the word's end: twice the longest title that messages may have
constexpr double least_score = 0.1;         // below it titles share a common word by chance
constexpr double named_branch_score = 0.8;  // as TitleTable::codes: what most of its titles share

// `exact`: the same words but for gender, number and function words; `literal`: the same text;
// `own_label`: that, and a label of the classification.
enum class Likeness : std::uint8_t { alike, exact, literal, own_label };

struct Candidate {
  Likeness likeness = Likeness::alike;
  double score = 0;
  std::string_view title;
};

// How well the best titles of a unit speak for it, as a mean, 0 to 1.
class Support {
 public:
  void add(double score) {  // descending
    if (count_++ >= supporters) return;
    sum_ += weight_ * score;
    weight_ *= support_decay;
  }
  double mean() const {
    static const double full = (1 - std::pow(support_decay, supporters)) / (1 - support_decay);
    return sum_ / full;
  }

 private:
  double sum_ = 0, weight_ = 1;
  std::size_t count_ = 0;
};

// Words of advertisements that say nothing of the job, as they stand between those of a title.
constexpr std::array<std::string_view, 24> advertisement_words = {
    "m",         "f",         "n",         "nr",          "cerca",      "cercasi",
    "cerchiamo", "ricerca",   "ricercasi", "ricerchiamo", "seleziona",  "selezioniamo",
    "assume",    "assumiamo", "urgente",   "ambosessi",   "esperienza", "part",
    "full",      "time",      "tempo",     "pieno",       "parziale",   "zona"};

// The words of a text that may name a job; all of them where there are no others. Numbers are of
// people and years.
std::string telling_words(std::span<const std::string> content_words) {
  std::string telling, all;
  for (const std::string& word : content_words) {
    all.append(word).append(" ");
    const bool number = std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
    if (!number && std::ranges::find(advertisement_words, word) == advertisement_words.end())
      telling.append(word).append(" ");
  }
  return telling.empty() ? all : telling;
}

// What the titles that are like a text say of codes.
class Candidates {
 public:
  void add(const ProfessionTitle& title, double score, Likeness likeness) {
    if (!title.italian && likeness == Likeness::alike) score *= foreign_weight;
    CodeIndex last = no_code;
    for (const CodeIndex row : title.rows) {
      const CodeIndex unit = ancestor(row, unit_level);
      if (unit != last) support_[unit].add(score);  // rows ascend: a title supports a unit once
      last = unit;
      Candidate& candidate = rows_[row];
      if (std::tie(likeness, score) > std::tie(candidate.likeness, candidate.score))
        candidate = {likeness, score, title.text};
    }
  }

  // A branch that the text names, not a unit or voice: those have titles.
  void add_branch(CodeIndex node) {
    const CodeRow& row = professions().row(node);
    if (row.level >= unit_level) return;
    Candidate& candidate = rows_[node];
    if (candidate.score < named_branch_score)
      candidate = {candidate.likeness, named_branch_score, row.label};
  }

  std::vector<ProfessionHit> best(std::size_t limit) const {
    struct Ordered {
      Likeness likeness;
      double supported;
      ProfessionHit hit;
    };
    std::vector<Ordered> all;
    for (const auto& [row, c] : rows_) {
      const auto unit = support_.find(ancestor(row, unit_level));
      const double mean = unit == support_.end() ? c.score : unit->second.mean();
      const double supported = (c.score + support_weight * mean) / (1 + support_weight);
      const bool exact = c.likeness != Likeness::alike;
      if (exact || supported >= least_score)
        all.push_back({c.likeness, supported, {row, exact ? c.score : supported, c.title, exact}});
    }
    std::ranges::sort(all, [](const Ordered& a, const Ordered& b) {
      return std::tie(b.likeness, b.supported, a.hit.row) <
             std::tie(a.likeness, a.supported, b.hit.row);
    });
    std::vector<ProfessionHit> hits;
    for (std::size_t i = 0; i < std::min(limit, all.size()); ++i) hits.push_back(all[i].hit);
    return hits;
  }

 private:
  std::unordered_map<CodeIndex, Candidate> rows_;
  std::unordered_map<CodeIndex, Support> support_;  // by unit or branch
};

// Of each title its words without function words.
using WordsOfTitles = std::vector<std::vector<std::string>>;

WordsOfTitles words_of(std::span<const ProfessionTitle> titles) {
  const Analyzer analyzer;
  WordsOfTitles words;
  words.reserve(titles.size());
  for (const ProfessionTitle& title : titles)
    words.push_back(content_words(analyzer, Language::italian, title.text));
  return words;
}

std::vector<std::string> keys_of(const WordsOfTitles& titles) {
  std::vector<std::string> keys;
  keys.reserve(titles.size());
  for (const auto& words : titles) keys.push_back(title_key(words));
  return keys;
}

}  // namespace

struct ProfessionLinker::Impl {
  std::vector<ProfessionTitle> titles;
  Analyzer analyzer;
  std::vector<std::string> keys;  // of titles
  Ranker ranker;
  TitleTable table;

  explicit Impl(std::vector<ProfessionTitle> given) : Impl(std::move(given), words_of(given)) {}
  Impl(std::vector<ProfessionTitle>&& given, const WordsOfTitles& words)
      : titles(std::move(given)),
        keys(keys_of(words)),
        ranker(words, Language::italian, title_formula()),
        table(titles, keys) {}

  Likeness likeness(std::uint32_t title, std::string_view folded, std::string_view key) const;
};

// `folded` and `key`: of the text.
Likeness ProfessionLinker::Impl::likeness(std::uint32_t title, std::string_view folded,
                                          std::string_view key) const {
  if (keys[title] != key) return Likeness::alike;
  if (analyzer.fold(titles[title].text) != folded) return Likeness::exact;
  const bool own = titles[title].origin == TitleOrigin::cp2011;
  return own ? Likeness::own_label : Likeness::literal;
}

ProfessionLinker::ProfessionLinker(std::vector<ProfessionTitle> titles)
    : impl_(std::make_unique<const Impl>(std::move(titles))) {}
ProfessionLinker::~ProfessionLinker() = default;

std::vector<ProfessionHit> ProfessionLinker::rank(std::string_view text, std::size_t limit) const {
  text = text.substr(0, std::min(text.find(' ', bytes_read), 2 * bytes_read));
  const std::string folded = impl_->analyzer.fold(text);
  const std::vector<std::string> words = content_words(impl_->analyzer, Language::italian, text);
  const std::string key = title_key(words), telling = telling_words(words);
  const double scale = impl_->ranker.own_score(telling);
  Candidates candidates;
  for (const auto& [number, raw] : impl_->ranker.rank(telling, titles_considered)) {
    const ProfessionTitle& title = impl_->titles[number];
    const Likeness likeness = impl_->likeness(number, folded, key);
    candidates.add(title, likeness == Likeness::alike ? std::min(1.0, raw / scale) : 1, likeness);
  }
  for (const CodeIndex node : impl_->table.codes(key)) candidates.add_branch(node);
  return candidates.best(limit);
}

std::vector<CodeIndex> ProfessionLinker::codes_of_title(std::span<const Token> words) const {
  std::vector<std::string> content;
  for (const Token& token : words)
    if (!token.stop) content.push_back(token.word);
  return impl_->table.codes(title_key(content));
}

std::size_t ProfessionLinker::words_of_titles(std::span<const Token> words) const {
  std::vector<std::string> content;
  std::size_t known = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].stop) continue;
    content.push_back(words[i].word);
    if (!impl_->table.has(title_key(content))) break;
    known = i + 1;
  }
  return known;
}

const ProfessionLinker& profession_linker() {
  static const ProfessionLinker linker(profession_titles());
  return linker;
}

}  // namespace incontro
