#include "rules/repetitions.h"

#include <fmt/format.h>
#include <incontro/assert.h>

#include <charconv>
#include <map>
#include <string>
#include <utility>

#include "ingest_limits.h"
#include "synth/vocabulary.h"

namespace incontro {
namespace {

using Limits = std::map<std::pair<std::string, std::string>, std::size_t>;

Limits read_limits() {
  Limits limits;
  bool header = true;
  for (const std::string& line : split(ingest_limits("repetitions.tsv"), '\n')) {
    if (std::exchange(header, false) || line.empty()) continue;
    const std::vector<std::string> cells = split(line, '\t');
    INCONTRO_ASSERT(cells.size() == 4 && "a line of repetitions.tsv has no four cells");
    std::size_t most = 0;
    std::from_chars(cells[2].data(), cells[2].data() + cells[2].size(), most);
    INCONTRO_ASSERT(most > 0 && "a limit of repetitions.tsv is not a number");
    limits[{cells[0], cells[1]}] = most;
  }
  return limits;
}

void check(const Element& element, std::string& path, Findings& findings) {
  const std::size_t length = path.size();
  path.append(path.empty() ? "" : "/").append(element.name);
  std::map<std::string_view, std::pair<std::size_t, std::size_t>> seen;  // how many, and where
  for (const Element& child : element.children) {
    auto& [count, line] = seen[child.name];
    const auto most = most_repetitions(element.name, child.name);
    if (++count == most.value_or(0) + 1 && most) line = child.line;
    if (!most || count <= *most) check(child, path, findings);
  }
  for (const auto& [name, counted] : seen) {
    const auto most = most_repetitions(element.name, name);
    if (!most || counted.first <= *most) continue;
    findings.push_back(
        {Grade::blocking, "schema.too-many", counted.second, path + "/" + std::string(name),
         fmt::format("Compare {} volte: se ne ammettono al massimo {}. Tenere le più importanti.",
                     counted.first, *most)});
  }
  path.resize(length);
}

}  // namespace

std::optional<std::size_t> most_repetitions(std::string_view parent, std::string_view element) {
  static const Limits limits = read_limits();
  const auto found = limits.find({std::string(parent), std::string(element)});
  return found == limits.end() ? std::nullopt : std::optional(found->second);
}

void check_repetitions(const Element& root, Findings& findings) {
  std::string path;
  check(root, path, findings);
}

}  // namespace incontro
