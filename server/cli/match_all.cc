#include "cli/match_all.h"

#include <fmt/core.h>
#include <incontro/decimal.h>
#include <incontro/lifecycle.h>

#include <algorithm>
#include <atomic>
#include <boost/json.hpp>
#include <chrono>
#include <thread>

#include "cli/printable.h"
#include "cli/progress.h"
#include "cli/texts_it.h"

namespace incontro::cli {
namespace {

using Steady = std::chrono::steady_clock;
using Lines = std::vector<std::string>;

constexpr std::size_t together = 256;  // vacancies whose lines wait in memory for those before them

struct Codes {
  std::vector<std::string> by_number;
  std::vector<std::string> active;
};

Result<Codes> codes_of(Engine& engine, Collection collection) {
  Codes codes;
  const DocumentNumber documents = engine.store().documents(collection);
  for (DocumentNumber number = 0; number < documents; ++number) {
    const auto stored = engine.store().document(collection, number);
    if (!stored) return stored.error();
    const SystemData& system = system_of(stored->record);
    codes.by_number.push_back(system.code);
    const Validity validity = validity_of(system, engine.validity_days());
    if (stored->state.status == Status::published &&
        state_on(validity, engine.today()) == State::active)
      codes.active.push_back(system.code);
  }
  return codes;
}

std::string line_of(const std::string& vacancy, const std::string& cv, Millionths score,
                    bool json) {
  const std::string decimals = decimal(score, full_score);
  if (!json) return fmt::format("{}\t{}\t{}", printable(vacancy), printable(cv), decimals);
  return fmt::format("{{\"vacancy\":{},\"cv\":{},\"score\":{}}}",
                     boost::json::serialize(boost::json::value(vacancy)),
                     boost::json::serialize(boost::json::value(cv)), decimals);
}

Result<Lines> best_of(const Engine& engine, MatchRequest request, const std::string& vacancy,
                      const Codes& cvs, bool json) {
  request.question = RecordCode{Collection::vacancies, vacancy};
  request.records = false;
  const auto answer = engine.match(request);
  if (!answer) return answer.error();
  Lines lines;
  for (const MatchResult& result : answer->results)
    lines.push_back(line_of(vacancy, cvs.by_number[result.number], result.score, json));
  return lines;
}

// Calls work(0) ... work(count - 1), each once, on so many threads.
template <class Work>
void on_threads(std::size_t threads, std::size_t count, Work&& work) {
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (std::size_t i; (i = next++) < count;) work(i);
  };
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back(run);
  run();
  for (std::thread& other : others) other.join();
}

}  // namespace

Done match_all(Engine& engine, const MatchRequest& request, std::size_t threads, bool json) {
  const auto vacancies = codes_of(engine, Collection::vacancies);
  if (!vacancies) return vacancies.error();
  const auto cvs = codes_of(engine, Collection::cvs);
  if (!cvs) return cvs.error();

  const std::vector<std::string>& asking = vacancies->active;
  const char* const opening = json ? "{\"results\":[" : "";
  const char* between = opening;
  const auto begin = Steady::now();
  for (std::size_t first = 0; first < asking.size(); first += together) {
    std::vector<Result<Lines>> found(std::min(together, asking.size() - first), Lines());
    on_threads(threads, found.size(), [&](std::size_t i) {
      found[i] = best_of(engine, request, asking[first + i], *cvs, json);
    });
    const auto failed =
        std::ranges::find_if(found, [](const Result<Lines>& lines) { return !lines; });
    if (failed != found.end()) {
      // Whoever reads what was printed so far reads a whole document.
      if (between != opening)
        fmt::print(
            "{}",
            json ? fmt::format("],\"error\":{}}}\n",
                               boost::json::serialize(boost::json::value(failed->error().message)))
                 : "\n");
      return failed->error();
    }
    for (const auto& lines : found)
      for (const std::string& line : *lines) {
        fmt::print("{}{}", between, line);
        between = json ? ",\n" : "\n";
      }
  }
  const double seconds = std::chrono::duration<double>(Steady::now() - begin).count();
  const std::uint64_t pairs = std::uint64_t{asking.size()} * cvs->active.size();
  const auto rate =
      static_cast<std::uint64_t>(static_cast<double>(pairs) / std::max(seconds, 1e-9));
  if (json && between == opening) fmt::print("{}", opening);
  if (json)
    fmt::print("],\"vacancies\":{},\"cvs\":{},\"pairs\":{},\"pairs_per_second\":{}}}\n",
               asking.size(), cvs->active.size(), pairs, rate);
  else
    fmt::print("{}", between);
  fmt::print(stderr, texts::matched_all, grouped(asking.size()), grouped(cvs->active.size()),
             decimal_it(seconds), grouped(rate));
  return ok;
}

}  // namespace incontro::cli
