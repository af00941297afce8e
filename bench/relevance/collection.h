#pragma once

#include <incontro/ranker.h>
#include <incontro/text_table.h>

#include <filesystem>
#include <string>
#include <vector>

#include "relevance/measures.h"
#include "relevance/trec.h"

namespace incontro::bench {

// A judged collection, as it lies in a folder of the reference data.
struct CollectionFiles {
  const char* name;  // of the folder, and of the program's run
  const char* title;
  Language language;
  bool titles;  // short labels; else prose
  const char *docs, *queries, *judgments;
  Measure measure;  // the one that is published
  const char* measure_name;
};
std::vector<CollectionFiles> judged_collections();

struct Collection {
  CollectionFiles files;
  std::vector<TextRow> docs;  // ascending ids, as trec_eval's ties want it
  std::vector<TextRow> queries;
  Judgments judgments;

  std::vector<RankerText> texts() const;  // views into docs
};
Collection load(const CollectionFiles& files, const std::filesystem::path& data);

// A row a judged query: the best hundred by `formula`.
std::vector<Measures> measure(const Collection& collection, const RankingFormula& formula);

}  // namespace incontro::bench
