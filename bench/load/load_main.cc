// incontro_load: how many records a second are acknowledged, how many become searchable, and how
// many Xapian alone indexes of the same documents, analysed beforehand.

#include <incontro/text.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fstream>

#include "corpus.h"
#include "harness/give_up.h"
#include "harness/home.h"
#include "harness/parallel.h"
#include "harness/process_memory.h"

namespace incontro::bench {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using Steady = std::chrono::steady_clock;

constexpr std::size_t store_batch = 1'000, piece = 1'000;
constexpr std::size_t commit_batch = 4'000;  // as the indexer, and faster than Xapian's own 10,000

struct Options {
  std::size_t records = 100'000;
  fs::path directory, json_file;
};

struct Rates {
  double acknowledged = 0, searchable = 0, xapian = 0;  // records a second
  ProcessMemory most;                                   // after loading, before the home is closed
};

double seconds_since(Steady::time_point start) {
  return std::chrono::duration<double>(Steady::now() - start).count();
}

void load(const Options& options, Rates& rates) {
  const std::unique_ptr<Engine> engine = open_home(options.directory / "home");
  const auto start = Steady::now();
  Sequence last = 0;
  for (std::size_t n = 0; n < options.records;) {
    std::vector<Record> made;
    for (; made.size() < store_batch && n < options.records; ++n)
      made.emplace_back(bench_generator().vacancy(n));
    for (const auto& applied : engine->store().apply(made)) {
      if (!applied) give_up("the store refuses a record: {}", applied.error().message);
      last = applied->sequence;
    }
  }
  const auto records = static_cast<double>(options.records);
  rates.acknowledged = records / seconds_since(start);
  if (const Done done = engine->wait_for(last, std::chrono::hours(10)); !done)
    give_up("the index does not follow: {}", done.error().message);
  rates.searchable = records / seconds_since(start);
  rates.most = process_memory();
}

void index_with_xapian(const Options& options, Rates& rates) {
  const fs::path directory = options.directory / "xapian";
  fs::create_directories(directory);
  auto writer = TextWriter::open(directory, 1);
  if (!writer) give_up("{}", writer.error().message);
  const Analyzer analyzer;
  double seconds = 0;
  std::size_t written = 0;
  const auto timed = [&](const auto& work) {
    const auto start = Steady::now();
    if (const Done done = work(); !done) give_up("{}", done.error().message);
    seconds += seconds_since(start);
  };
  in_order(
      options.records, piece,
      [&](std::size_t begin, std::size_t end) {
        std::vector<Document> documents;
        for (std::size_t n = begin; n < end; ++n)
          documents.push_back(make_document(analyzer, bench_generator().vacancy(n),
                                            static_cast<DocumentNumber>(n)));
        return documents;
      },
      [&](const std::vector<Document>& documents) {
        timed([&]() -> Done {
          for (const Document& document : documents)
            if (const Done put = (*writer)->put(document); !put) return put;
          return ok;
        });
        written += documents.size();
        if (written % commit_batch == 0 || written == options.records)
          timed([&] { return (*writer)->commit(written); });
      });
  rates.xapian = static_cast<double>(options.records) / seconds;
}

void run(const Options& options) {
  if (fs::exists(options.directory)) give_up("{} is there already", options.directory.string());
  Rates rates;
  load(options, rates);
  index_with_xapian(options, rates);
  fs::remove_all(options.directory);
  const double ratio = rates.searchable / rates.xapian;
  fmt::print(
      "{} records: {:.0f} a second acknowledged, {:.0f} searchable, {:.0f} with Xapian alone "
      "(x{:.2f}); {:.0f} MB of memory\n",
      options.records, rates.acknowledged, rates.searchable, rates.xapian, ratio,
      static_cast<double>(rates.most.anonymous) / 1e6);
  if (options.json_file.empty()) return;
  std::ofstream out(options.json_file);
  const json::object row = {{"records", options.records},
                            {"acknowledged_per_second", rates.acknowledged},
                            {"searchable_per_second", rates.searchable},
                            {"xapian_per_second", rates.xapian},
                            {"ratio", ratio},
                            {"memory", rates.most.anonymous}};
  out << json::object{{"load", row}} << '\n';
  out.close();
  if (!out) give_up("{} cannot be written", options.json_file.string());
}

}  // namespace
}  // namespace incontro::bench

int main(int argc, char** argv) {
  CLI::App app("Loading, beside Xapian alone");
  incontro::bench::Options options;
  app.add_option("--records", options.records, "vacancies")
      ->check(CLI::Range(1'000, 100'000'000))
      ->capture_default_str();
  app.add_option("--directory", options.directory, "made, and removed in the end")->required();
  app.add_option("--json", options.json_file, "write the result");
  CLI11_PARSE(app, argc, argv);
  incontro::bench::run(options);
}
