#pragma once

#include <incontro/analyzer.h>
#include <incontro/distance.h>
#include <incontro/lifecycle.h>
#include <incontro/names.h>
#include <incontro/query.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "eval/hits.h"
#include "oracle/mixed_corpus.h"
#include "query/query_parser.h"
#include "support/seed.h"

namespace incontro {

// A query as it stands after parsing, and the day on which it is asked.
struct AskedQuery {
  Query query;
  ParsedQuery parsed;
  Date today;
  int validity_days;
};

// Draws queries from the documents of a corpus, so that most of them find something.
class RandomQueries {
 public:
  RandomQueries(Collection collection, const MixedCorpus& corpus, std::mt19937_64& random)
      : collection_(collection), corpus_(corpus), random_(random) {
    const Postings& postings = corpus.snapshot().blocks.front().block->postings;
    for (std::size_t t = 0; t < postings.terms.size(); ++t) {
      if (is_name(postings.terms[t])) continue;
      const std::uint32_t count = postings.list(t).documents.count;
      if (count >= dense_hits) frequent_.emplace_back(postings.terms[t]);
      if (count >= dense_postings) dense_.emplace_back(postings.terms[t]);
    }
  }

  AskedQuery next() {
    AskedQuery asked{{}, {}, MixedCorpus::day, default_validity_days};
    asked.query.collection = collection_;
    asked.query.facets = true;
    add_words(asked.parsed);
    if (asked.parsed.required.implied.empty() && once_in(3)) add_expansions(asked.parsed);
    if (once_in(5)) add_operators(asked.parsed);
    const std::size_t filters = below(random_, 10) < 4 ? 0 : 1 + below(random_, 3);
    for (std::size_t i = 0; i < filters; ++i) add_filter(asked.query.filters);
    while (once_in(3)) add_filter(asked.query.open);
    if (once_in(4)) asked.query.scope = once_in(2) ? Scope::expired : Scope::all;
    if (once_in(3)) asked.query.sort = Sort::date;
    if (once_in(8)) add_near(asked.query);
    constexpr std::size_t limits[] = {0, 1, 10, 10, 10, 10, 50, 1'000};
    asked.query.limit = limits[below(random_, std::size(limits))];
    if (once_in(4)) asked.query.offset = below(random_, 1 + below(random_, 5'000));
    if (once_in(8)) {
      asked.today += std::chrono::days(static_cast<int>(below(random_, 120)) - 60);
      constexpr int validities[] = {1, 30, 60, 365};
      asked.validity_days = validities[below(random_, std::size(validities))];
    }
    return asked;
  }

  // One to three words of one document, all required.
  std::vector<std::string> words() {
    const Document& from = sample();
    std::vector<std::string> terms;
    for (std::size_t i = 0; i < 1 + below(random_, 3) && !from.terms.empty(); ++i)
      add_once(terms, from.terms[below(random_, from.terms.size())].term);
    return terms;
  }

 private:
  bool once_in(std::size_t times) { return below(random_, times) == 0; }
  const Document& sample() { return corpus_.samples()[below(random_, corpus_.samples().size())]; }

  static void add_once(std::vector<std::string>& terms, const std::string& term) {
    if (std::ranges::find(terms, term) == terms.end()) terms.push_back(term);
  }

  void add_words(ParsedQuery& parsed) {
    // Half of the queries ask for frequent words only: terms in bits, many hits.
    switch (below(random_, 10)) {
      case 0:
        break;
      case 1:
      case 2:
        parsed.required.terms = words();
        break;
      case 3:
        parsed.required.phrases.push_back(phrase());
        break;
      case 4:
        parsed.required.prefixes.push_back(prefix());
        break;
      default:
        for (std::size_t i = 0; i < 1 + below(random_, 3); ++i)
          add_once(parsed.required.terms, once_in(4) ? frequent_term() : dense_term());
    }
    if (once_in(8)) parsed.required.phrases.push_back(phrase());
    if (!parsed.required.phrases.empty() && once_in(2)) add_implied(parsed.required);
    if (once_in(8)) parsed.required.prefixes.push_back(prefix());
    if (once_in(12)) parsed.required.compounds.push_back(compound());
    add_typed(parsed.required);
    if (once_in(100)) parsed.required.terms.push_back("absent");
    if (once_in(6)) parsed.excluded.terms.push_back(once_in(2) ? frequent_term() : any_term());
    if (once_in(10)) parsed.excluded.phrases.push_back(phrase());
    if (once_in(10)) parsed.excluded.prefixes.push_back(prefix());
  }

  void add_operators(ParsedQuery& parsed) {
    while (once_in(2)) add_alternatives(parsed, 0);
    while (once_in(4)) parsed.none_of.push_back(bracket(0));
    if (once_in(4)) parsed.required.open_phrases.push_back(open_phrase());
    if (once_in(4)) parsed.excluded.open_phrases.push_back(open_phrase());
    if (once_in(50)) parsed.signs_only = true;
  }

  // What stands in a bracket: words of any kind, now and then brackets again.
  ParsedQuery bracket(std::size_t depth) {
    ParsedQuery inside;
    while (inside.empty()) add_words(inside);
    if (once_in(6)) inside.required.open_phrases.push_back(open_phrase());
    if (once_in(12)) inside.excluded.open_phrases.push_back(open_phrase());
    if (inside.required.implied.empty() && once_in(4)) add_expansions(inside);
    if (depth < 2 && once_in(5)) add_alternatives(inside, depth + 1);
    if (depth < 2 && once_in(10)) inside.none_of.push_back(bracket(depth + 1));
    return inside;
  }

  void add_alternatives(ParsedQuery& parsed, std::size_t depth) {
    auto& group = parsed.any_of.emplace_back();
    for (std::size_t i = 0; i < 2 + below(random_, 3); ++i) group.push_back(bracket(depth));
  }

  // A phrase of which one word or more are cut short.
  OpenPhrase open_phrase() {
    OpenPhrase words;
    for (std::string& word : phrase()) words.push_back({std::move(word), false});
    while (words.size() < 2) words.push_back({prefix(), true});
    do {
      PhraseWord& begun = once_in(3) ? words[below(random_, words.size())] : words.back();
      begun = {begun.word.substr(0, 1 + below(random_, 4)), true};
    } while (once_in(4));
    return words;
  }

  // Of words side by side in a document, in any of their forms.
  Compound compound() {
    Phrase words = phrase();
    while (words.size() < 2) words.push_back(phrase().front());
    words.resize(std::min<std::size_t>(words.size(), 3));
    Compound made;
    for (const std::string& word : words) {
      const std::vector<Token> tokens = analyzer_.analyze(word);
      const bool inflected = tokens.size() == 1 && !tokens.front().stop;
      made.push_back({word, inflected ? tokens.front().term : word});
    }
    return made;
  }

  // Any words will do for any terms: what counts is which documents hold them.
  void add_typed(Clauses& clauses) {
    for (const std::string& term : clauses.terms)
      for (std::size_t i = 0; i < below(random_, 3); ++i) {
        const Document& from = sample();
        if (from.words.empty()) continue;
        clauses.typed.push_back({term, from.words[below(random_, from.words.size())].word});
      }
  }

  // A term that the phrase's documents may lack, as of a word that an apostrophe cuts off there.
  void add_implied(Clauses& clauses) {
    const std::string term = once_in(2) ? frequent_term() : any_term();
    if (std::ranges::find(clauses.terms, term) != clauses.terms.end()) return;
    clauses.terms.push_back(term);
    clauses.implied.push_back(term);
  }

  // Of the first terms of the query, so that most of them are frequent words.
  void add_expansions(ParsedQuery& parsed) {
    const auto& terms = parsed.required.terms;
    for (std::size_t i = 0; i < terms.size();) {
      const std::size_t length = std::min(terms.size() - i, 1 + below(random_, 2));
      Expansion& expansion = parsed.expansions.emplace_back();
      for (const std::size_t end = i + length; i < end; ++i) expansion.terms.push_back(terms[i]);
      for (std::size_t s = 0; s < 1 + below(random_, 3); ++s) {
        const Document& from = sample();
        const auto named = [&](char mark) {
          return std::ranges::find_if(
              from.names, [mark](const std::string& name) { return name.starts_with(mark); });
        };
        if (const auto code = named(profession_mark); once_in(4) && code != from.names.end()) {
          expansion.synonyms.push_back({*code});
          continue;
        }
        if (const auto code = named(reference_mark); once_in(4) && code != from.names.end()) {
          expansion.synonyms.push_back({code->substr(0, 2 + below(random_, code->size()))});
          continue;
        }
        expansion.synonyms.push_back(once_in(3) ? Synonym{any_term(), any_term()}
                                                : Synonym{once_in(3) ? dense_term() : any_term()});
      }
      if (once_in(4)) expansion.compounds.push_back(compound());
      if (once_in(2)) break;
    }
  }

  std::string any_term() {
    const auto terms = words();
    return terms.empty() ? "absent" : terms.front();
  }

  std::string frequent_term() { return frequent_[below(random_, frequent_.size())]; }
  std::string dense_term() { return dense_[below(random_, dense_.size())]; }

  // Words that stand side by side in a document; now and then one of them is another.
  Phrase phrase() {
    const Document& from = sample();
    std::vector<std::pair<std::uint32_t, std::string>> text;
    for (const DocumentWord& w : from.words)
      for (const std::uint32_t position : w.positions) text.emplace_back(position, w.word);
    if (text.empty()) return {"absent"};
    std::ranges::sort(text);
    const std::size_t length = std::min(text.size(), 1 + below(random_, 5));
    const std::size_t begin = below(random_, text.size() - length + 1);
    Phrase words;
    for (std::size_t i = 0; i < length; ++i) words.push_back(text[begin + i].second);
    if (once_in(6)) words[below(random_, length)] = text[below(random_, text.size())].second;
    return words;
  }

  std::string prefix() {
    const Document& from = sample();
    if (from.words.empty()) return "abs";
    const std::string& word = from.words[below(random_, from.words.size())].word;
    return word.substr(0, 1 + below(random_, 6));
  }

  // Around a comune of a document, so that something lies there.
  void add_near(Query& query) {
    const std::size_t territory = *find_field(collection_, "territory");
    const auto& values = sample().values[territory];
    if (values.empty() || !position_of(values.front())) return;
    constexpr unsigned radii[] = {1, 20, 100, 300, 500, 500};
    query.near = Near{std::string(fields_of(collection_)[territory].domain->code(values.front())),
                      radii[below(random_, std::size(radii))]};
    if (once_in(2)) query.sort = Sort::distance;
  }

  // Of the field that depends on the day, what a document has on any day.
  std::vector<CodeIndex> sample_values(std::size_t field) {
    const Document& from = sample();
    std::vector<CodeIndex> values = from.values[field];
    if (fields_of(collection_)[field].dated())
      for (const DatedValue& dated : from.dated) values.push_back(dated.value);
    return values;
  }

  void add_filter(std::vector<Filter>& filters) {
    const auto fields = fields_of(collection_);
    const std::size_t f = below(random_, fields.size());
    const Field& field = fields[f];
    Filter& filter = filters.emplace_back(Filter{std::string(field.name), {}});
    for (std::size_t i = 0; i < 1 + below(random_, 3); ++i) {
      CodeIndex value = field.domain->unstated();
      if (field.kind == FieldKind::age || once_in(20))
        value = static_cast<CodeIndex>(below(random_, field.domain->unstated()));
      else if (const auto values = sample_values(f); !values.empty())
        value = values[below(random_, values.size())];
      // Leaves, and nodes and roots above them.
      while (!once_in(3) && field.domain->parent(value) != no_code)
        value = field.domain->parent(value);
      filter.codes.emplace_back(field.domain->code(value));
    }
  }

  const Collection collection_;
  const MixedCorpus& corpus_;
  const Analyzer analyzer_;
  std::mt19937_64& random_;
  std::vector<std::string> frequent_, dense_;  // in the first block
};

}  // namespace incontro
