#include <gtest/gtest.h>

#include "relevance/collection.h"

namespace incontro::bench {
namespace {

// What the figures are on these machines, less what the last digit of a logarithm may do. Below
// them something has become worse: look at `script/bench relevance`.
double wanted(std::string_view name) {
  if (name == "melo_ita_it") return 0.575;
  if (name == "squad_it") return 0.855;
  return 0.322;
}

TEST(JudgedCollections, AreRankedAsWellAsBefore) {
  const std::filesystem::path data =
      std::filesystem::path(INCONTRO_SHARED_DIR) / "data" / "relevance";
  if (!std::filesystem::exists(data)) GTEST_SKIP() << data << " is not there";
  for (const CollectionFiles& files : judged_collections()) {
    SCOPED_TRACE(files.title);
    const RankingFormula formula = files.titles ? title_formula() : prose_formula();
    EXPECT_GE(mean_of(measure(load(files, data), formula)).*files.measure, wanted(files.name));
  }
}

}  // namespace
}  // namespace incontro::bench
