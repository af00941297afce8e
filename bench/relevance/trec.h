#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace incontro::bench {

// TREC's files, as trec_eval 9 reads them.

// What judges said, by query and document: 1 or more is relevant, 0 and less is not.
using Grades = std::map<std::string, int>;
using Judgments = std::map<std::string, Grades>;
// Lines `query 0 document grade`.
Judgments read_judgments(const std::filesystem::path& file);

struct Scored {
  std::string document;
  float score;  // trec_eval's precision: what differs less is a tie
};
// By query, each in the order of trec_eval: by score, and of equal ones the greater document id
// first. The rank column of a file means nothing.
using TrecRun = std::map<std::string, std::vector<Scored>>;
// Lines `query Q0 document rank score name`.
TrecRun read_run(const std::filesystem::path& file);
void sort_as_trec_eval(std::vector<Scored>& ranked);

}  // namespace incontro::bench
