#pragma once

#include <incontro/query.h>

#include <string>
#include <vector>

namespace CLI {
class App;
}

// The options that search and match share.
namespace incontro::cli {

// Declares an option that may be repeated: FIELD=CODE.
void add_filters(CLI::App& app, const char* name, std::vector<std::string>& values,
                 const char* text);
// "" when all could be read into `filters`, those of one field together; else what is wrong, with
// the fields or codes that there are.
std::string read_filters(const std::vector<std::string>& values, Collection collection,
                         std::vector<Filter>& filters);

// Declares --limit and --offset, which may be at most so much.
void add_page(CLI::App& app, std::size_t& limit, std::size_t& offset, std::uint64_t most_offset);

}  // namespace incontro::cli
