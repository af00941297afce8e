#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "documents.h"

namespace peer {

struct Filter {
  std::string field;
  std::vector<std::string> codes;
};

// What words are asked for.
struct Clauses {
  std::vector<std::string> stems;
  std::vector<std::vector<std::string>> phrases;
  std::vector<std::string> prefixes;

  bool stems_only() const { return phrases.empty() && prefixes.empty(); }
  bool empty() const { return stems.empty() && stems_only(); }
};
using Alternatives = std::vector<Clauses>;

// A line of queries.jsonl.
struct Query {
  Clauses required, excluded;
  std::vector<Alternatives> any_of;
  std::vector<Filter> filters;
  bool by_date = false;  // wanted so, or nothing gives scores
  std::size_t offset = 0, limit = 0;

  // The filter on a field, or null.
  const Filter* filter_on(const std::string& field) const;
  bool has_text() const { return !required.empty() || !any_of.empty(); }
};

// Whether stems alone are asked for.
bool stems_only(const Alternatives& group);

using Counts = std::map<std::string, std::uint64_t>;

struct Answer {
  std::uint64_t total = 0;
  std::vector<std::uint32_t> best;
  std::map<std::string, Counts> facets;
};

// Whether a cell, codes separated by blanks, holds one of the filter's codes.
bool accepts(const Filter& filter, std::string_view cell);
// The numbers of those cells, between commas.
std::string accepted(const Filter& filter, const std::vector<std::string>& cells);

// Adds the count of a whole cell, codes separated by blanks, to each of its codes.
void add_codes(std::string_view codes, std::uint64_t count, Counts& counts);

// An engine under comparison. Failures are exceptions; they end the program with their message.
class Engine {
 public:
  virtual ~Engine() = default;
  virtual std::string version() const = 0;
  virtual void build(Documents& documents, const std::filesystem::path& index) = 0;
  virtual void open(const std::filesystem::path& index, const std::vector<std::string>& fields) = 0;
  virtual Answer ask(const Query& query) = 0;
};

// The command line of every peer (bench/peers/README.md).
int run(Engine& engine, int argc, char** argv);

}  // namespace peer
