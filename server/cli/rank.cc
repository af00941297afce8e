#include <fmt/core.h>
#include <incontro/ranker.h>
#include <incontro/text_table.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <fstream>
#include <iterator>

#include "cli/printable.h"
#include "cli/progress.h"
#include "cli/texts_it.h"
#include "cli/validators.h"
#include "cli/verb.h"

namespace incontro::cli {
namespace {

namespace fs = std::filesystem;
using Steady = std::chrono::steady_clock;

constexpr std::size_t most_ranked = 100;  // of a query: what TREC's measures look at

struct Options {
  fs::path docs, queries, run;
  std::string language = "it";
  bool fields = false;

  bool to_stdout() const { return run == "-"; }
};

struct Tables {
  TextTable docs, queries;
};

Exit read(const fs::path& file, FirstLine first_line, TextTable& table) {
  Result<TextTable> read = read_text_table(file, first_line);
  if (!read) {
    fmt::print(stderr, texts::failure,
               read.error().code == Code::not_found
                   ? fmt::format(texts::table_absent, file.string())
                   : fmt::format(texts::table_failed, file.string()));
    return exit_unreadable;
  }
  table = *std::move(read);
  for (const Finding& finding : table.findings)
    fmt::print(
        stderr, texts::failure,
        fmt::format(texts::table_refused, file.string(), finding.line, printable(finding.reason)));
  return table.findings.empty() ? exit_good : exit_refused;
}

// Of equal documents the Ranker prefers the later one, and TREC the greater id.
Ranker index(std::vector<TextRow>& docs, const std::string& language) {
  std::ranges::sort(docs, {}, &TextRow::id);
  std::vector<RankerText> given;
  for (const TextRow& doc : docs) given.push_back({doc.text, doc.title});
  return {given, language == "en" ? Language::english : Language::italian};
}

std::string run_of(const Ranker& ranker, const Tables& tables) {
  std::string run;
  for (const TextRow& query : tables.queries.rows) {
    std::size_t rank = 0;
    for (const RankedText& found : ranker.rank(query.title + ' ' + query.text, most_ranked))
      fmt::format_to(std::back_inserter(run), "{} Q0 {} {} {:.5f} incontro\n", query.id,
                     tables.docs.rows[found.text].id, ++rank, found.score);
  }
  return run;
}

bool write(const Options& options, const std::string& run) {
  if (options.to_stdout()) return std::fwrite(run.data(), 1, run.size(), stdout) == run.size();
  std::ofstream out(options.run, std::ios::binary);
  out << run;
  out.close();
  return static_cast<bool>(out);
}

void report(const Options& options, const Common& common, const Tables& tables,
            Steady::duration indexing, Steady::duration ranking) {
  std::FILE* const where = options.to_stdout() ? stderr : stdout;
  const auto seconds = [](Steady::duration d) { return std::chrono::duration<double>(d).count(); };
  const std::size_t docs = tables.docs.rows.size(), queries = tables.queries.rows.size();
  const auto rate =
      static_cast<std::uint64_t>(static_cast<double>(queries) / std::max(seconds(ranking), 1e-9));
  if (common.json) {
    const boost::json::value all{{"docs", docs},
                                 {"queries", queries},
                                 {"indexing_seconds", seconds(indexing)},
                                 {"ranking_seconds", seconds(ranking)},
                                 {"queries_per_second", rate}};
    fmt::print(where, "{}\n", boost::json::serialize(all));
  } else {
    fmt::print(where, texts::ranked, grouped(queries), grouped(docs), seconds_it(indexing),
               seconds_it(ranking), grouped(rate));
  }
}

int rank(const Options& options, const Common& common) {
  Tables tables;
  const Exit docs =
      read(options.docs, options.fields ? FirstLine::names : FirstLine::perhaps_names, tables.docs);
  const Exit queries = read(options.queries, FirstLine::perhaps_names, tables.queries);
  if (docs != exit_good || queries != exit_good) return std::max(docs, queries);
  const auto start = Steady::now();
  const Ranker ranker = index(tables.docs.rows, options.language);
  const auto indexed = Steady::now();
  const std::string run = run_of(ranker, tables);
  const auto ranked = Steady::now();
  if (!write(options, run)) {
    fmt::print(stderr, texts::failure, fmt::format(texts::run_failed, options.run.string()));
    return exit_unreadable;
  }
  report(options, common, tables, indexed - start, ranked - indexed);
  return exit_good;
}

}  // namespace

Action declare_rank(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto file = [&](const char* name, fs::path& path, const char* text) {
    app.add_option(name, path, text)->required()->type_name(texts::file_type);
  };
  file("--docs", options->docs, texts::rank_docs);
  file("--queries", options->queries, texts::rank_queries);
  app.add_option("--lang", options->language, texts::rank_language)
      ->check(one_of({"it", "en"}))
      ->type_name("");
  file("--run", options->run, texts::rank_run);
  app.add_flag("--fields", options->fields, texts::rank_fields);
  return [options](const Common& common) { return rank(*options, common); };
}

}  // namespace incontro::cli
