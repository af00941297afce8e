#include "harness/targets.h"

#include <algorithm>
#include <fstream>

#include "corpus.h"
#include "harness/give_up.h"
#include "synth/random.h"

namespace incontro::bench {
namespace {

constexpr std::size_t hits_per_page = 10;  // of the portal's pages
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
  return fmt::format("{}&offset={}&facets=1", common_part("/api/v1/vacancies", query),
                     query.offset);
}

std::string page_target(const Query& query) {
  return fmt::format("{}&page={}", common_part("/offerte", query),
                     query.offset / hits_per_page + 1);
}

void write(const std::filesystem::path& file, std::span<const Query> queries,
           std::string (*target)(const Query&)) {
  std::ofstream out(file, std::ios::binary);
  for (const Query& query : queries) out << target(query) << '\n';
  out.close();
  if (!out) give_up("{} cannot be written", file.string());
}

}  // namespace

void write_targets(std::span<const BenchQuery> queries, const std::filesystem::path& directory) {
  std::vector<Query> mixed;
  for (const BenchQuery& query : queries) mixed.push_back(query.query);
  Random random(bench_seed, shuffle_stream);
  for (std::size_t i = mixed.size(); i > 1; --i)
    std::swap(mixed[i - 1], mixed[random.below(static_cast<std::uint32_t>(i))]);
  std::filesystem::create_directories(directory);
  write(directory / "api.txt", mixed, api_target);
  write(directory / "pages.txt", mixed, page_target);
}

}  // namespace incontro::bench
