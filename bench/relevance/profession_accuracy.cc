#include "relevance/profession_accuracy.h"

#include <incontro/analyzer.h>

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <fstream>
#include <functional>

namespace incontro::bench {
namespace {

const CodeTable& table() { return code_table(Table::profession); }

// Whether the first `parts` parts are there and the same.
bool agree(CodeIndex a, CodeIndex b, std::size_t parts) {
  const auto at_level = [parts](CodeIndex row) {
    while (row != no_code && table().row(row).level + 1u > parts) row = table().row(row).parent;
    return row != no_code && table().row(row).level + 1u == parts ? row : no_code;
  };
  return at_level(a) != no_code && at_level(a) == at_level(b);
}

// The place of the first code that agrees with one of `rows`, from 0.
std::size_t first_right(const std::vector<ProfessionHit>& hits, const std::vector<CodeIndex>& rows,
                        std::size_t parts) {
  std::size_t place = 0;
  for (; place < hits.size(); ++place)
    for (const CodeIndex row : rows)
      if (agree(hits[place].row, row, parts)) return place;
  return accuracy_depths.back();
}

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

}  // namespace

Accuracy accuracy(const ProfessionLinker& linker, const std::vector<CodedText>& texts) {
  Accuracy result;
  result.texts = texts.size();
  std::chrono::duration<double, std::micro> spent{};
  for (const CodedText& text : texts) {
    const auto start = std::chrono::steady_clock::now();
    const auto hits = linker.rank(text.text, accuracy_depths.back());
    spent += std::chrono::steady_clock::now() - start;
    for (std::size_t level = 0; level < profession_levels; ++level) {
      const std::size_t place = first_right(hits, text.rows, level + 1);
      for (std::size_t d = 0; d < accuracy_depths.size(); ++d)
        result.shares[level][d] += place < accuracy_depths[d];
    }
  }
  const double count = static_cast<double>(std::max<std::size_t>(texts.size(), 1));
  for (auto& level : result.shares)
    for (double& share : level) share /= count;
  result.microseconds = spent.count() / count;
  return result;
}

Advertisements read_advertisements(const std::filesystem::path& file) {
  Advertisements ads;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const auto ad = boost::json::parse(line).as_object();
    const auto text = [&](const char* name) {
      const auto* value = ad.if_contains(name);
      return value != nullptr && value->is_string() ? std::string(value->as_string()) : "";
    };
    const auto row = table().find(text("cp2011_code"));
    if (!row) continue;
    if (!text("title").empty()) ads.titles.push_back({text("title"), {*row}});
    if (!text("profile").empty()) ads.profiles.push_back({first_line(text("profile")), {*row}});
  }
  return ads;
}

HeldOut hold_out() {
  HeldOut held;
  const Analyzer analyzer;
  for (ProfessionTitle& title : profession_titles()) {
    std::string words;  // their stems: gender and number gone
    for (const Token& token : analyzer.analyze(title.text))
      if (!token.stop) words += token.term + ' ';
    if (std::hash<std::string>{}(words) % 10 != 0) {
      held.others.push_back(std::move(title));
    } else if (title.italian) {
      auto& texts = title.origin == TitleOrigin::cp2011 ? held.labels : held.esco;
      texts.push_back({std::string(title.text), title.rows});
    }
  }
  return held;
}

}  // namespace incontro::bench
