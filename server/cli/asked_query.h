#pragma once

#include <incontro/query.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace incontro::cli {

// What a search asks on the command line, apart from how its answer is shown.
struct AskedQuery {
  std::string collection, near, sort = "relevance", state = "active";
  std::optional<std::size_t> km;
  std::vector<std::string> words, where;
  bool synonyms = true;
};

// Declares its options; gives the one of the collection, which is not required by itself.
CLI::Option* add_asked(CLI::App& app, AskedQuery& asked);
// "" when all could be read into the query; else what is wrong.
std::string read_asked(const AskedQuery& asked, Query& query);

}  // namespace incontro::cli
