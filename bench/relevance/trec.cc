#include "relevance/trec.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "harness/give_up.h"

namespace incontro::bench {
namespace {

// Calls `take` with each line as a stream; it says whether the line could be read.
template <class Take>
void each_line(const std::filesystem::path& file, const char* form, const Take& take) {
  std::ifstream in(file, std::ios::binary);
  if (!in) give_up("{} cannot be read", file.string());
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    std::istringstream cells(line);
    if (!take(cells)) give_up("{}, line {}: wanted '{}'", file.string(), number, form);
  }
}

}  // namespace

Judgments read_judgments(const std::filesystem::path& file) {
  Judgments judgments;
  each_line(file, "QUERY 0 DOCUMENT GRADE", [&](std::istringstream& cells) {
    std::string query, iteration, document;
    int grade = 0;
    if (!(cells >> query >> iteration >> document >> grade)) return false;
    judgments[query][document] = grade;
    return true;
  });
  return judgments;
}

TrecRun read_run(const std::filesystem::path& file) {
  TrecRun run;
  each_line(file, "QUERY Q0 DOCUMENT RANK SCORE NAME", [&](std::istringstream& cells) {
    std::string query, literal, document, rank, name;
    float score = 0;
    if (!(cells >> query >> literal >> document >> rank >> score >> name)) return false;
    run[query].push_back({std::move(document), score});
    return true;
  });
  for (auto& [query, ranked] : run) sort_as_trec_eval(ranked);
  return run;
}

void sort_as_trec_eval(std::vector<Scored>& ranked) {
  std::ranges::sort(ranked, [](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : a.document > b.document;
  });
}

}  // namespace incontro::bench
