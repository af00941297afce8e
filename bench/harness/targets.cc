#include "harness/targets.h"

#include <algorithm>
#include <fstream>

#include "corpus.h"
#include "harness/give_up.h"
#include "synth/random.h"

namespace incontro::bench {
namespace {

constexpr std::uint64_t shuffle_stream = 1'000;

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-')
      out.push_back(c);
    else
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

// What both fronts read alike.
std::string common_part(const std::string& path, const Query& query) {
  std::string target = path + "?q=" + percent_encoded(query.text);
  for (const Filter& filter : query.filters)
    for (const std::string& code : filter.codes)
      target += "&" + filter.field + "=" + percent_encoded(code);
  if (query.sort == Sort::date) target += "&sort=date";
  return target;
}

std::string api_target(const Query& query) {
  return common_part("/api/v1/vacancies", query) + "&facets=1";
}

std::string page_target(const Query& query) { return common_part("/offerte", query); }

void write(const std::filesystem::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out) give_up("{} cannot be written", file.string());
}

std::string lines(std::span<const Query> queries, std::string (*target)(const Query&)) {
  std::string text;
  for (const Query& query : queries) text += target(query) + "\n";
  return text;
}

}  // namespace

void write_targets(std::span<const BenchQuery> queries, const std::filesystem::path& directory) {
  std::vector<Query> mixed;
  // A page beyond the last is answered with the way to the last one: no deep pages.
  for (const BenchQuery& query : queries)
    if (query.query.offset == 0) mixed.push_back(query.query);
  Random random(bench_seed, shuffle_stream);
  for (std::size_t i = mixed.size(); i > 1; --i)
    std::swap(mixed[i - 1], mixed[random.below(static_cast<std::uint32_t>(i))]);
  std::filesystem::create_directories(directory);
  write(directory / "api.txt", lines(mixed, api_target));
  write(directory / "pages.txt", lines(mixed, page_target));
  write(directory / "day.txt", format_date(bench_day) + "\n");
}

}  // namespace incontro::bench
