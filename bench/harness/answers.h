#pragma once

#include <incontro/answer.h>

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace incontro::bench {

// By field and code. Only counts above zero, and of a tree only its roots.
using FacetMap = std::map<std::string, std::map<std::string, std::uint64_t>>;

// What an engine answered to one query: a line of the peers' ANSWERS.
struct Answered {
  std::size_t query = 0;  // its place in the query set
  double us = 0;
  std::uint64_t total = 0;
  std::vector<DocumentNumber> best;
  FacetMap facets;
};

// What a peer is able to count, of our answer.
Answered answered(std::size_t query, double us, const Answer& answer);

void write_answers(std::span<const Answered> answers, const std::filesystem::path& file);
std::vector<Answered> read_answers(const std::filesystem::path& file);

}  // namespace incontro::bench
