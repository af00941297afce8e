// How well titles find their codes; the figures are in Markdown on stdout.

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <chrono>

#include "relevance/profession_accuracy.h"

namespace incontro::bench {
namespace {

void print(const char* name, const Accuracy& a) {
  fmt::print("| {} | {} |", name, a.texts);
  for (const auto& level : a.shares)
    fmt::print(" {:.1f} {:.1f} {:.1f} |", 100 * level[0], 100 * level[1], 100 * level[2]);
  fmt::print(" {:.0f} |\n", a.microseconds);
}

// How often clearly_elsewhere speaks: of right codes, and of codes that belong to the text `away`
// places further on.
std::size_t warnings(const std::vector<CodedText>& texts, std::size_t away) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < texts.size(); ++i)
    count += clearly_elsewhere(texts[i].text, texts[(i + away) % texts.size()].rows[0]).has_value();
  return count;
}

void print_warnings(const char* name, const std::vector<CodedText>& texts) {
  fmt::print("| {} | {} | {} | {} |\n", name, texts.size(), warnings(texts, 0),
             warnings(texts, 37));
}

int run(const std::filesystem::path& ads_file) {
  const auto start = std::chrono::steady_clock::now();
  const ProfessionLinker linker(profession_titles());
  const std::chrono::duration<double, std::milli> made = std::chrono::steady_clock::now() - start;
  fmt::print("Linker of {} titles made in {:.0f} ms.\n\n", profession_titles().size(),
             made.count());
  fmt::print(
      "Right among the first 1, 5 and 10 codes, per cent, when the first k parts count.\n\n"
      "| texts | number | k = 1 | k = 2 | k = 3 | k = 4 | k = 5 | k = 6 | µs a text |\n"
      "|---|---:|---|---|---|---|---|---|---:|\n");
  if (!ads_file.empty()) {
    const Advertisements ads = read_advertisements(ads_file);
    print("advertisements: titles", accuracy(linker, ads.titles));
    print("advertisements: first line of the profile", accuracy(linker, ads.profiles));
  }
  HeldOut held = hold_out();
  const ProfessionLinker others(std::move(held.others));
  print("labels of CP2011, held out", accuracy(others, held.labels));
  print("Italian names of ESCO, held out", accuracy(others, held.esco));
  if (ads_file.empty()) return 0;
  fmt::print(
      "\nWarnings that title and code disagree.\n\n"
      "| texts | number | on their own codes | on each other's codes |\n|---|---:|---:|---:|\n");
  const Advertisements ads = read_advertisements(ads_file);
  print_warnings("advertisements: titles", ads.titles);
  print_warnings("advertisements: first line of the profile", ads.profiles);
  return 0;
}

}  // namespace
}  // namespace incontro::bench

int main(int argc, char** argv) {
  CLI::App app("How well titles find their codes.");
  std::filesystem::path ads;
  app.add_option("--ads", ads, "Advertisements with codes, JSON lines")->check(CLI::ExistingFile);
  CLI11_PARSE(app, argc, argv);
  return incontro::bench::run(ads);
}
