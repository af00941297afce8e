#include "oracle/brute_force.h"

#include <incontro/impact.h>
#include <incontro/incentives.h>

#include <algorithm>
#include <set>

#include "oracle/judged_distance.h"

namespace incontro {
namespace {

const DocumentWord* find_word(const Document& document, const std::string& word) {
  for (const DocumentWord& w : document.words)
    if (w.word == word) return &w;
  return nullptr;
}

const DocumentTerm* find_term(const Document& document, const std::string& term) {
  for (const DocumentTerm& t : document.terms)
    if (t.term == term) return &t;
  return nullptr;
}

bool has_phrase(const Document& document, const std::vector<Token>& phrase) {
  const DocumentWord* first = find_word(document, phrase.front().word);
  if (!first) return false;
  for (const std::uint32_t start : first->positions) {
    bool all = true;
    for (std::size_t i = 1; i < phrase.size() && all; ++i) {
      const DocumentWord* word = find_word(document, phrase[i].word);
      all = word && std::ranges::count(word->positions, start + i) == 1;
    }
    if (all) return true;
  }
  return false;
}

}  // namespace

void BruteForce::add(const Record& record) {
  entries_.push_back({record, make_document(analyzer_, record, 0)});
}

void BruteForce::withdraw(const RecordCode& code) {
  for (Entry& entry : entries_)
    if (code_of(entry.record) == code) entry.withdrawn = true;
}

// Nothing where the record names no comune, or one that is too far.
std::optional<std::uint32_t> BruteForce::metres_to(const Entry& entry, const Near& near) {
  const CodeTable& territory = code_table(Table::territory);
  const auto* vacancy = std::get_if<Vacancy>(&entry.record);
  const PlaceCode& code = vacancy ? vacancy->workplace : std::get<Cv>(entry.record).person.home;
  const auto place = territory.find(code.value);
  if (!place) return std::nullopt;
  const auto metres = judged_metres(*territory.find(near.place), *place);
  return metres && *metres <= near.km * 1'000 ? metres : std::nullopt;
}

bool BruteForce::matches(const Entry& entry, const Question& question) const {
  if (entry.withdrawn || collection_of(entry.record) != question.collection) return false;
  const State state = state_on(validity_of(system_of(entry.record), validity_days_), today_);
  if (state == State::scheduled) return false;
  if (question.scope == Scope::active && state != State::active) return false;
  if (question.scope == Scope::expired && state != State::expired) return false;
  if (question.near && !metres_to(entry, *question.near)) return false;
  for (const std::string& word : question.words)
    for (const Token& token : analyzer_.analyze(word))
      if (!token.stop && !find_term(entry.document, token.term)) return false;
  for (const std::string& word : question.excluded)
    for (const Token& token : analyzer_.analyze(word))
      if (!token.stop && find_term(entry.document, token.term)) return false;
  for (const auto& words : question.phrases) {
    std::string text;
    for (const std::string& word : words) text += word + " ";
    if (!has_phrase(entry.document, analyzer_.analyze(text))) return false;
  }
  for (const std::string& prefix : question.prefixes)
    if (std::ranges::none_of(entry.document.words, [&](const DocumentWord& word) {
          return word.word.starts_with(analyzer_.fold(prefix));
        }))
      return false;
  return true;
}

// All codes under which a record is counted in a field: of trees, the nodes above too.
std::vector<std::string> BruteForce::codes_of(const Entry& entry, const Field& field,
                                              std::size_t i) const {
  std::set<std::string> codes;
  if (field.kind == FieldKind::age) {
    const auto age = (today_ - date_of(system_of(entry.record).inserted)).count();
    for (const int days : age_buckets)
      if (age < days) codes.insert(std::to_string(days));
  } else if (field.dated()) {
    for (const Incentive& incentive : incentives_of(entry.record, today_)) {
      const std::string status(field.domain->code(incentive_value(incentive.status)));
      codes.insert(status);
      codes.insert(status + "." +
                   std::string(code_table(Table::incentive).row(incentive.rule).code));
    }
    if (codes.empty()) codes.insert("-");
  } else if (entry.document.values[i].empty()) {
    codes.insert("-");
  }
  for (CodeIndex value : entry.document.values[i]) {
    codes.emplace(field.domain->code(value));
    while (field.kind == FieldKind::tree && field.domain->parent(value) != no_code) {
      value = field.domain->parent(value);
      codes.emplace(field.domain->code(value));
    }
  }
  return {codes.begin(), codes.end()};
}

bool BruteForce::passes(const Entry& entry, const Filter& filter) const {
  const Collection collection = collection_of(entry.record);
  const std::size_t i = *find_field(collection, filter.field);
  for (const std::string& code : codes_of(entry, fields_of(collection)[i], i))
    if (std::ranges::count(filter.codes, code) > 0) return true;
  return false;
}

BruteForce::Verdict BruteForce::answer(const Question& question) const {
  Verdict verdict;
  // A phrase's words are searched for too, and so take part in the score.
  std::set<std::string> terms;
  std::map<std::string, std::set<std::string>> typed;  // by term, outside of phrases
  const auto add_terms = [&](const std::string& text) {
    for (const Token& token : analyzer_.analyze(text))
      if (!token.stop) terms.insert(token.term);
  };
  for (const std::string& word : question.words) {
    add_terms(word);
    for (const Token& token : analyzer_.analyze(word)) typed[token.term].insert(token.word);
  }
  for (const auto& words : question.phrases)
    for (const std::string& word : words) add_terms(word);

  std::uint64_t documents = 0;
  std::map<std::string, std::uint64_t> holding;
  for (const Entry& entry : entries_) {
    if (collection_of(entry.record) != question.collection) continue;
    ++documents;
    for (const std::string& term : terms)
      if (find_term(entry.document, term)) ++holding[term];
  }

  const auto fields = fields_of(question.collection);
  for (const Entry& entry : entries_) {
    if (!matches(entry, question)) continue;
    std::vector<std::string> failed;
    for (const Filter& filter : question.filters)
      if (!passes(entry, filter)) failed.push_back(filter.field);
    if (failed.empty()) {
      double score = 0;
      for (const std::string& term : terms) {
        const bool as_typed = std::ranges::any_of(typed[term], [&](const std::string& word) {
          return find_word(entry.document, word) != nullptr;
        });
        score += idf(documents, holding[term]) *
                 (bm25_share(find_term(entry.document, term)->weight, entry.document.length) +
                  (as_typed ? exact_form_impact * impact_step : 0));
      }
      const std::string& code = system_of(entry.record).code;
      verdict.scores[code] = score;
      if (question.near) verdict.metres[code] = *metres_to(entry, *question.near);
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const std::string name(fields[i].name);
      if (std::ranges::count(failed, name) == static_cast<std::ptrdiff_t>(failed.size()))
        for (const std::string& code : codes_of(entry, fields[i], i)) ++verdict.facets[name][code];
    }
  }
  return verdict;
}

}  // namespace incontro
