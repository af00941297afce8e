// incontro_percolate: what it takes to run a new record against all saved searches: the processor's
// time for its analysis and its percolation, and the time that passed during the latter. What they
// find is first compared with what every one of them finds by itself.

#include <CLI/CLI.hpp>
#include <fstream>

#include "blocks/block_builder.h"
#include "blocks/word_builder.h"
#include "corpus.h"
#include "eval/filter.h"
#include "eval/match.h"
#include "eval/plan.h"
#include "harness/give_up.h"
#include "harness/process_memory.h"
#include "harness/processor_time.h"
#include "harness/rows.h"
#include "match/question.h"
#include "percolate/saved_index.h"
#include "percolate/saved_questions.h"
#include "query/expansion.h"

namespace incontro::bench {
namespace {

namespace json = boost::json;
using Steady = std::chrono::steady_clock;

constexpr std::uint64_t first_cv = 1'000'000'000;  // numbers of saved matches begin here

struct Options {
  std::size_t records = 50'000, searches = 100'000, cvs = 20'000, arrivals = 2'000, checked = 3;
  std::filesystem::path json_file;
};

double us_since(Steady::time_point start) {
  return std::chrono::duration<double, std::micro>(Steady::now() - start).count();
}

Asker cv_that_asks(const Analyzer& analyzer, std::size_t n) {
  const Cv cv = bench_generator().cv(n);
  const auto document = static_cast<DocumentNumber>(n);
  return {document, make_document(analyzer, cv, document).profile,
          validity_of(cv.system, default_validity_days)};
}

class Measure {
 public:
  explicit Measure(const Options& options) : options_(options) {
    snapshot_.collections[0].blocks = {bench_block(options.records)};
  }

  void fill() {
    const auto start = Steady::now();
    SavedQuestions questions(options_.records);
    for (std::size_t i = 0; i < options_.searches; ++i) {
      searches_.push_back(questions.next());
      index_.add(i + 1, 0, searches_.back(), snapshot_);
    }
    for (std::size_t n = 0; n < options_.cvs; ++n) {
      askers_.push_back(cv_that_asks(analyzer_, n));
      if (const Done done = index_.add(first_cv + n, 0, match_, askers_.back(), snapshot_); !done)
        give_up("{}", done.error().message);
    }
    fmt::print("{} searches ({} different) and {} CVs in {:.1f} s\n", options_.searches,
               index_.distinct_queries(), options_.cvs, us_since(start) / 1e6);
  }

  // Against every search and every CV by itself.
  void check() {
    std::vector<Arrival> arrivals;
    std::vector<BlockView> alone;
    std::vector<std::vector<std::uint64_t>> right(options_.checked);
    for (std::size_t i = 0; i < options_.checked; ++i) {
      Document document = arrivals.emplace_back(arrival(options_.arrivals + i)).document;
      document.number = 0;
      alone.push_back(
          view_of(std::make_shared<const Block>(build_block(Collection::vacancies, {&document, 1})),
                  std::make_shared<const WordIndex>(build_words({&document, 1}))));
    }
    for (std::size_t s = 0; s < searches_.size(); ++s)
      for (std::size_t i = 0; i < alone.size(); ++i)
        if (finds(searches_[s], alone[i], arrivals[i].document)) right[i].push_back(s + 1);
    MatchTerms terms = *terms_of(request_of(match_));
    terms.skill_weights = skill_weights(Collection::vacancies, snapshot_.of(Collection::vacancies));
    for (std::size_t i = 0; i < arrivals.size(); ++i) {
      for (std::size_t n = 0; n < askers_.size(); ++n) {
        const PairScore scored =
            score_pair(arrivals[i].document.profile, askers_[n].profile, terms, 0, 0);
        if (scored.passes && scored.score >= match_.least &&
            state_on(askers_[n].validity, bench_day) == State::active)
          right[i].push_back(first_cv + n);
      }
      std::vector<std::uint64_t> found;
      for (const auto& one : percolated(arrivals[i])) found.push_back(one.number);
      if (found != right[i])
        give_up("record {}: {} found, {} are right", i, found.size(), right[i].size());
    }
    fmt::print("{} records checked against each search by itself\n", options_.checked);
  }

  void measure() {
    constexpr std::size_t warm_up = 100;
    std::vector<double> analysis, percolation, elapsed;
    std::size_t hits = 0, most = 0;
    for (std::size_t i = 0; i < options_.arrivals; ++i) {
      const double start = processor_us();
      const Arrival made = arrival(i);
      const double ready = processor_us();
      const auto ready_at = Steady::now();
      const std::size_t found = percolated(made).size();
      const double wall = us_since(ready_at), run = processor_us() - ready;
      if (i < warm_up) continue;
      analysis.push_back(ready - start);
      percolation.push_back(run);
      elapsed.push_back(wall);
      hits += found;
      most = std::max(most, found);
    }
    row("analysis", timing_of(std::move(analysis)));
    row("percolation", timing_of(std::move(percolation)));
    row("elapsed", timing_of(std::move(elapsed)));
    const double mean =
        static_cast<double>(hits) / static_cast<double>(options_.arrivals - warm_up);
    fmt::print("{:.1f} hits a record, {} at most; {} MiB in memory\n", mean, most,
               process_memory().resident >> 20);
    rows_.push_back(json::object{{"name", "hits"}, {"mean", mean}, {"max", most}});
  }

  void write(const std::filesystem::path& file) const {
    std::ofstream out(file);
    out << json::object{{"percolate", rows_}} << '\n';
    out.close();
    if (!out) give_up("{} cannot be written", file.string());
  }

 private:
  // Of records that are not in the snapshot.
  Arrival arrival(std::size_t n) const {
    const Vacancy vacancy = bench_generator().vacancy(options_.records + n);
    return {make_document(analyzer_, vacancy, static_cast<DocumentNumber>(n)),
            validity_of(vacancy.system, default_validity_days)};
  }

  std::vector<SavedIndex::Found> percolated(const Arrival& arrival) {
    return index_.percolate(Collection::vacancies, arrival, nullptr, 1, bench_day);
  }

  bool finds(const Query& query, const BlockView& alone, const Document& document) const {
    ParsedQuery parsed = parse_query(analyzer_, query.text);
    expand(parsed, analyzer_, acronyms_);
    const auto plan = make_plan(query, parsed, snapshot_.of(Collection::vacancies),
                                document.published, default_validity_days);
    if (!plan) give_up("{}", plan.error().message);
    const auto day = alone.days->on(alone, plan->today, plan->validity_days);
    Hits hits;
    Matcher(*plan).match(alone, *day, hits);
    Filtering(*plan).filter(*alone.block, *day, hits);
    return hits.count > 0;
  }

  void row(const std::string& name, const Timing& us) {
    fmt::print("{:<12} {:>8.1f} mean {:>8.1f} p50 {:>8.1f} p95 {:>8.1f} p99 {:>8.1f} max us\n",
               name, us.mean, us.p50, us.p95, us.p99, us.max);
    rows_.push_back(json::object{{"name", name},
                                 {"searches", options_.searches},
                                 {"cvs", options_.cvs},
                                 {"mean_us", us.mean},
                                 {"p50_us", us.p50},
                                 {"p95_us", us.p95},
                                 {"p99_us", us.p99},
                                 {"max_us", us.max}});
  }

  const Options& options_;
  const Analyzer analyzer_;
  const Acronyms acronyms_{analyzer_};
  const SavedMatch match_{{Collection::cvs, "asks"}, {}};
  Snapshot snapshot_;
  SavedIndex index_{analyzer_, acronyms_};
  std::vector<Query> searches_;
  std::vector<Asker> askers_;
  json::array rows_;
};

void run(const Options& options) {
  Measure measure(options);
  measure.fill();
  measure.check();
  measure.measure();
  if (!options.json_file.empty()) measure.write(options.json_file);
}

}  // namespace
}  // namespace incontro::bench

int main(int argc, char** argv) {
  CLI::App app("New records against saved searches");
  incontro::bench::Options options;
  const auto count = [&](const char* name, std::size_t& value, const char* text, double least,
                         double most) {
    app.add_option(name, value, text)->check(CLI::Range(least, most))->capture_default_str();
  };
  count("--records", options.records, "vacancies that tell what is rare", 1'000, 65'536);
  count("--searches", options.searches, "saved searches", 0, 10'000'000);
  count("--cvs", options.cvs, "CVs that wait for vacancies", 0, 1'000'000);
  count("--arrivals", options.arrivals, "new records", 200, 1'000'000);
  count("--checked", options.checked, "records compared with each search by itself", 0, 1'000);
  app.add_option("--json", options.json_file, "write the result");
  CLI11_PARSE(app, argc, argv);
  incontro::bench::run(options);
}
