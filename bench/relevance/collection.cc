#include "relevance/collection.h"

#include <algorithm>

#include "harness/give_up.h"

namespace incontro::bench {
namespace {

constexpr std::size_t depth = 100;  // as `incontro rank`

std::vector<TextRow> rows_of(const std::filesystem::path& file) {
  auto table = read_text_table(file, FirstLine::perhaps_names);
  if (!table) give_up("{}", table.error().message);
  if (!table->findings.empty())
    give_up("{}, line {}: {}", file.string(), table->findings[0].line, table->findings[0].reason);
  return std::move(table->rows);
}

}  // namespace

std::vector<CollectionFiles> judged_collections() {
  return {
      {"melo_ita_it", "MELO, Italian: official titles to ESCO labels", Language::italian, true,
       "corpus_elements.tsv", "queries.tsv", "annotations.tsv", &Measures::reciprocal_rank, "MRR"},
      {"squad_it", "SQuAD-it: questions to paragraphs", Language::italian, false, "docs.tsv",
       "queries.tsv", "qrels.tsv", &Measures::ndcg_10, "nDCG@10"},
      {"cranfield", "Cranfield: questions to abstracts, English", Language::english, false,
       "docs.tsv", "queries.tsv", "qrels.tsv", &Measures::average_precision, "MAP"}};
}

std::vector<RankerText> Collection::texts() const {
  std::vector<RankerText> given;
  for (const TextRow& doc : docs) given.push_back({doc.text, doc.title});
  return given;
}

Collection load(const CollectionFiles& files, const std::filesystem::path& data) {
  const std::filesystem::path folder = data / files.name;
  Collection collection{files, rows_of(folder / files.docs), rows_of(folder / files.queries),
                        read_judgments(folder / files.judgments)};
  std::ranges::sort(collection.docs, {}, &TextRow::id);
  return collection;
}

std::vector<Measures> measure(const Collection& collection, const RankingFormula& formula) {
  const Ranker ranker(collection.texts(), collection.files.language, formula);
  TrecRun run;
  for (const TextRow& query : collection.queries) {
    if (!collection.judgments.contains(query.id)) continue;
    std::vector<Scored>& ranked = run[query.id];
    for (const RankedText& found : ranker.rank(query.text, depth))
      ranked.push_back({collection.docs[found.text].id, static_cast<float>(found.score)});
    sort_as_trec_eval(ranked);
  }
  return measures_of(collection.judgments, run);
}

}  // namespace incontro::bench
