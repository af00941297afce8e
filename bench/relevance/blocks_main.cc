// How well blocks rank judged collections, with and without what documents gain for words as they
// were typed. Of a query any word will do, as the judged queries are whole sentences.

#include <fmt/core.h>
#include <incontro/snapshot.h>

#include <CLI/CLI.hpp>

#include "blocks/block_builder.h"
#include "blocks/word_builder.h"
#include "eval/match.h"
#include "eval/ranking.h"
#include "query/query_parser.h"
#include "relevance/collection.h"

namespace incontro::bench {
namespace {

constexpr Date today = Date{std::chrono::days(20'780)};
constexpr std::uint32_t title_weight = 5;  // as of records
constexpr std::uint32_t gap = 100;

Document document_of(const Analyzer& analyzer, const RankerText& text, DocumentNumber number) {
  Document document = placeholder(incontro::Collection::vacancies, number);
  document.published = today;
  std::map<std::string, std::uint32_t> terms;
  std::map<std::string, std::vector<std::uint32_t>> words;
  std::uint32_t position = 0;
  for (const auto& [part, weight] : {std::pair(text.title, title_weight), {text.text, 1u}}) {
    std::vector<Token> tokens;
    position = analyzer.analyze(part, position, tokens) + gap;
    for (const Token& token : tokens) {
      words[token.word].push_back(token.position);
      if (token.stop) continue;
      terms[token.term] += weight;
      document.length += weight;
    }
  }
  for (const auto& [term, weight] : terms) document.terms.push_back({term, weight});
  for (const auto& [word, positions] : words) document.words.push_back({word, positions});
  return document;
}

CollectionSnapshot snapshot_of(const Analyzer& analyzer, const Collection& collection) {
  std::vector<Document> documents;
  for (const RankerText& text : collection.texts())
    documents.push_back(document_of(analyzer, text, documents.size()));
  CollectionSnapshot snapshot;
  snapshot.blocks.push_back(view_of(
      std::make_shared<const Block>(build_block(incontro::Collection::vacancies, documents)),
      std::make_shared<const WordIndex>(build_words(documents))));
  return snapshot;
}

std::vector<Scored> ranked(const Analyzer& analyzer, const CollectionSnapshot& snapshot,
                           const Collection& collection, std::string_view text, bool typed) {
  Query query;
  query.limit = 100;
  ParsedQuery parsed;
  for (const Token& token : analyzer.analyze(text)) {
    Clauses& clauses = parsed.required;
    if (token.stop) continue;
    if (typed) clauses.typed.push_back({token.term, token.word});
    if (std::ranges::find(clauses.terms, token.term) != clauses.terms.end()) continue;
    clauses.terms.push_back(token.term);
    clauses.implied.push_back(token.term);  // scored, not asked for
  }
  const auto plan = make_plan(query, parsed, snapshot, today, 365);
  Matcher matcher(*plan);
  Ranking ranking(query, *plan);
  Hits hits;
  for (const BlockView& view : snapshot.blocks) {
    matcher.match(view, *view.days->on(view, plan->today, plan->validity_days), hits);
    ranking.offer(view, hits, matcher);
  }
  std::vector<Scored> run;
  for (const RankedHit& hit : std::move(ranking).page())
    if (hit.score > 0)
      run.push_back({collection.docs[hit.number].id, static_cast<float>(hit.score)});
  sort_as_trec_eval(run);
  return run;
}

Measures measured(const Analyzer& analyzer, const CollectionSnapshot& snapshot,
                  const Collection& collection, bool typed) {
  TrecRun run;
  for (const TextRow& query : collection.queries)
    run[query.id] = ranked(analyzer, snapshot, collection, query.text, typed);
  const std::vector<Measures> rows = measures_of(collection.judgments, run);
  return mean_of(rows);
}

void report(const std::filesystem::path& data) {
  const Analyzer analyzer;
  fmt::print("| collection | typed words | MAP | nDCG@10 | first |\n|---|---|---:|---:|---:|\n");
  for (const CollectionFiles& files : judged_collections()) {
    const Collection collection = load(files, data);
    const CollectionSnapshot snapshot = snapshot_of(analyzer, collection);
    for (const bool typed : {false, true}) {
      const Measures m = measured(analyzer, snapshot, collection, typed);
      fmt::print("| {} | {} | {:.4f} | {:.4f} | {:.4f} |\n", files.title, typed ? "yes" : "no",
                 m.average_precision, m.ndcg_10, m.success_1);
    }
  }
}

}  // namespace
}  // namespace incontro::bench

int main(int argc, char** argv) {
  CLI::App app("How well blocks rank judged collections.");
  std::filesystem::path data;
  app.add_option("--data", data, "Folder of the judged collections")->required();
  CLI11_PARSE(app, argc, argv);
  incontro::bench::report(data);
  return 0;
}
