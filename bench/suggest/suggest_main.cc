// incontro_suggest: what suggestions, corrections and relaxations take on one thread, one after the
// other; and how long their list takes to make.

#include <CLI/CLI.hpp>
#include <fstream>

#include "corpus.h"
#include "harness/give_up.h"
#include "harness/home.h"
#include "harness/processor_time.h"
#include "harness/rows.h"
#include "suggest/typed_texts.h"

namespace incontro::bench {
namespace {

namespace json = boost::json;
using Steady = std::chrono::steady_clock;

struct Options {
  std::size_t records = 100'000, per_class = 1'000;
  std::filesystem::path home, json_file;
};

double seconds_since(Steady::time_point start) {
  return std::chrono::duration<double>(Steady::now() - start).count();
}

// What a call gave: how many it offered, and whether their counts are those of searches.
struct Given {
  std::size_t offered = 0;
  bool exact = true;
};

bool counts_agree(const Engine& engine, const Query& query, std::uint64_t count) {
  const auto answer = engine.search(query);
  return answer && answer->total == count;
}

template <class T>
const T& good(const Result<T>& result) {
  if (!result) give_up("{}", result.error().message);
  return *result;
}

class Measure {
 public:
  Measure(const Engine& engine, const Options& options) : engine_(engine), options_(options) {}

  // One class: `call` is timed, `given` looks at what it returned.
  template <class Next, class Call, class Look>
  void measure(const std::string& name, Next&& next, Call&& call, Look&& look) {
    constexpr std::size_t warm_up = 50;
    std::vector<double> times, processor_times;
    std::size_t answered = 0, offered = 0;
    for (std::size_t i = 0; i < warm_up + options_.per_class; ++i) {
      const auto typed = next();
      const auto start = Steady::now();
      const double processor_start = processor_us();
      const auto result = call(typed);
      const double processor = processor_us() - processor_start;
      const double us = seconds_since(start) * 1e6;
      const Given given = look(typed, good(result));
      if (!given.exact) give_up("{}: a count is not what its search finds", name);
      if (i < warm_up) continue;
      times.push_back(us);
      processor_times.push_back(processor);
      answered += given.offered > 0;
      offered += given.offered;
    }
    const auto asked = static_cast<double>(times.size());
    const Timing timing = timing_of(std::move(times));
    const Timing processor = timing_of(std::move(processor_times));
    fmt::print(
        "{:<14} {:>8.1f} mean {:>8.1f} p50 {:>8.1f} p95 {:>8.1f} p99 {:>8.1f} max us; "
        "processor {:.1f} p50 {:.1f} p99; {:.0f} % answered, {:.1f} offered\n",
        name, timing.mean, timing.p50, timing.p95, timing.p99, timing.max, processor.p50,
        processor.p99, 100 * static_cast<double>(answered) / asked,
        static_cast<double>(offered) / asked);
    rows_.push_back(json::object{{"name", name},
                                 {"records", options_.records},
                                 {"asked", options_.per_class},
                                 {"answered", static_cast<double>(answered) / asked},
                                 {"mean_us", timing.mean},
                                 {"p50_us", timing.p50},
                                 {"p95_us", timing.p95},
                                 {"p99_us", timing.p99},
                                 {"max_us", timing.max},
                                 {"processor_p50_us", processor.p50},
                                 {"processor_p99_us", processor.p99}});
  }

  void suggestions(const std::string& name, SuggestionBox box, TypedTexts& texts) {
    measure(
        name,
        [&] {
          return SuggestRequest{.box = box,
                                .text = box == SuggestionBox::what ? texts.what() : texts.where()};
        },
        [&](const SuggestRequest& request) { return engine_.suggest(request); },
        [&](const SuggestRequest& request, const std::vector<Suggestion>& suggestions) {
          Given given{suggestions.size()};
          for (const Suggestion& one : suggestions)
            given.exact =
                given.exact && counts_agree(engine_, chosen(one, request.collection), one.count);
          return given;
        });
  }

  void corrections(TypedTexts& texts) {
    measure(
        "correct", [&] { return texts.misspelt(); },
        [&](const Query& query) { return engine_.correct(query); },
        [&](Query query, const std::optional<Correction>& correction) {
          if (!correction) return Given{};
          query.text = correction->text;
          return Given{1, counts_agree(engine_, query, correction->count)};
        });
  }

  void relaxations(TypedTexts& texts) {
    measure(
        "relax", [&] { return texts.too_much(); },
        [&](const Query& query) { return engine_.relax(query); },
        [&](const Query&, const std::vector<Relaxation>& relaxations) {
          Given given{relaxations.size()};
          for (const Relaxation& one : relaxations)
            given.exact = given.exact && counts_agree(engine_, one.query, one.count);
          return given;
        });
  }

  const json::array& rows() const { return rows_; }

 private:
  const Engine& engine_;
  const Options& options_;
  json::array rows_;
};

void run(const Options& options) {
  make_home(options.home, options.records);
  const std::unique_ptr<Engine> engine = open_home(options.home, Access::shared);
  for (const char* what : {"first", "next"}) {
    const auto start = Steady::now();
    engine->refresh_suggestions();
    fmt::print("{} list made in {:.0f} ms\n", what, seconds_since(start) * 1e3);
  }
  TypedTexts texts(options.records);
  Measure measure(*engine, options);
  measure.suggestions("suggest what", SuggestionBox::what, texts);
  measure.suggestions("suggest where", SuggestionBox::where, texts);
  measure.corrections(texts);
  measure.relaxations(texts);
  if (options.json_file.empty()) return;
  std::ofstream out(options.json_file);
  out << json::object{{"suggest", measure.rows()}} << '\n';
  out.close();
  if (!out) give_up("{} cannot be written", options.json_file.string());
}

}  // namespace
}  // namespace incontro::bench

int main(int argc, char** argv) {
  CLI::App app("Suggestions, corrections, relaxations");
  incontro::bench::Options options;
  app.add_option("--records", options.records, "vacancies in the home")
      ->check(CLI::Range(1'000, 100'000'000))
      ->capture_default_str();
  app.add_option("--home", options.home, "a home of that size; made when it is not there")
      ->required();
  app.add_option("--per-class", options.per_class, "texts a class")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  app.add_option("--json", options.json_file, "write the result");
  CLI11_PARSE(app, argc, argv);
  incontro::bench::run(options);
}
