// How well matching finds who was meant: ours beside the public baseline, on records with known
// truth. The figures are in Markdown on stdout.

#include <incontro/engine.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>

#include "corpus.h"
#include "harness/give_up.h"
#include "harness/home.h"
#include "matching/outcome.h"
#include "matching/promises.h"
#include "matching/rankings.h"

namespace incontro::bench {
namespace {

constexpr std::size_t page = 10, batch = 1'000, named_misses = 20;

struct Options {
  TruthSize size{1'000, 10'000, 100'000};
  std::size_t reciprocity = 200;
  std::filesystem::path home;
};

void store(Engine& engine, const Truth& truth) {
  Sequence last = 0;
  std::vector<Record> records;
  const auto flush = [&] {
    for (const auto& applied : engine.store().apply(records)) {
      if (!applied) give_up("the store refuses a record: {}", applied.error().message);
      last = applied->sequence;
    }
    records.clear();
  };
  const auto put = [&](Record record) {
    records.push_back(std::move(record));
    if (records.size() == batch) flush();
  };
  for (const ReferenceVacancy& vacancy : truth.vacancies) put(vacancy.vacancy);
  for (const ReferenceCv& cv : truth.cvs) put(cv.cv);
  flush();
  if (const Done done = engine.wait_for(last, std::chrono::hours(2)); !done)
    give_up("the index does not follow: {}", done.error().message);
}

Ranking or_give_up(Result<Ranking> ranking) {
  if (!ranking) give_up("matching fails: {}", ranking.error().message);
  return std::move(*ranking);
}

struct Outcomes {
  explicit Outcomes(const Truth& truth) : ours(truth), exact(truth), weighted(truth) {}
  Outcome ours, exact, weighted;
};

Outcomes rank_all(const Engine& engine, const Truth& truth) {
  Outcomes outcomes(truth);
  std::size_t named = 0;
  for (std::size_t n = 0; n < truth.intended.size(); ++n) {
    const Vacancy& vacancy = truth.vacancies[n].vacancy;
    const Judge judge(vacancy);
    const Ranking ours = or_give_up(
        ranked_by_engine(engine, {Collection::vacancies, vacancy.system.code}, Outcome::depth));
    outcomes.ours.add(n, judge, ours);
    const auto place = std::ranges::find(ours, truth.intended[n]) - ours.begin();
    if (place >= 3 && named++ < named_misses)
      fmt::print(stderr, "vacancy {}: CV {} at place {}\n", vacancy.system.code,
                 truth.cvs[truth.intended[n]].cv.system.code, place + 1);
    const ReferenceRankings reference = cvs_by_reference(truth, n, Outcome::depth);
    outcomes.exact.add(n, judge, reference.exact);
    outcomes.weighted.add(n, judge, reference.weighted);
  }
  return outcomes;
}

// The share of the first ten CVs of some vacancies that have the vacancy among their own first ten.
struct Reciprocity {
  std::size_t pairs = 0, mutual = 0;
  void add(const Ranking& back, std::size_t vacancy) {
    ++pairs;
    if (std::ranges::find(back, vacancy) != back.end()) ++mutual;
  }
  double share() const {
    return pairs == 0 ? 0 : static_cast<double>(mutual) / static_cast<double>(pairs);
  }
};

struct Reciprocities {
  Reciprocity ours, weighted;
};

Reciprocities ask_back(const Engine& engine, const Truth& truth, std::size_t vacancies) {
  Reciprocities all;
  for (std::size_t n = 0; n < vacancies; ++n) {
    const std::string& code = truth.vacancies[n].vacancy.system.code;
    for (const DocumentNumber cv :
         or_give_up(ranked_by_engine(engine, {Collection::vacancies, code}, page)))
      all.ours.add(or_give_up(ranked_by_engine(
                       engine, {Collection::cvs, truth.cvs[cv].cv.system.code}, page)),
                   n);
    for (const DocumentNumber cv : cvs_by_reference(truth, n, page).weighted)
      all.weighted.add(vacancies_by_reference(truth, cv, page).weighted, n);
  }
  return all;
}

void print_row(const char* name, const Outcome& outcome, const Reciprocity* reciprocity) {
  const Outcome::Figures f = outcome.figures();
  fmt::print("| {} | {:.1f} | {:.1f} | {:.1f} | {:.3f} | {:.3f} | {:.1f} | {} of {} | ", name,
             100 * f.top_1, 100 * f.top_3, 100 * f.top_10, f.reciprocal_rank, f.ndcg_10,
             100 * f.recall_100, f.misfits, f.shown);
  if (reciprocity)
    fmt::print("{:.1f} |\n", 100 * reciprocity->share());
  else
    fmt::print("- |\n");
}

void print_plain(const char* name, const Outcome& outcome) {
  const Outcome::Figures f = outcome.figures();
  fmt::print("| {} | {:.1f} | {:.1f} | {:.1f} |\n", name, 100 * f.plain_3, 100 * f.plain_10,
             100 * f.plain_100);
}

void print(const Truth& truth, const Outcomes& outcomes, const Reciprocities& reciprocities) {
  fmt::print(
      "For each of {} vacancies one CV was tailored: it meets all that the vacancy states and "
      "names the skills that the vacancy names, in sentences of its own; and from it one CV for "
      "each requirement that is not met. They stand among {} CVs that were written for nobody, "
      "{} in all; the other direction is asked among {} vacancies.\n\n"
      "| method | intended first, % | among 3, % | among 10, % | MRR | nDCG@10 | recall@100, % | "
      "miss a must, of the first ten | rank back, % |\n"
      "|---|---:|---:|---:|---:|---:|---:|---:|---:|\n",
      truth.intended.size(),
      static_cast<std::size_t>(
          std::ranges::count_if(truth.written, [](const auto& w) { return !w; })) -
          truth.plain.size(),
      truth.cvs.size(), truth.vacancies.size());
  print_row("incontro", outcomes.ours, &reciprocities.ours);
  print_row("reference, weighted", outcomes.weighted, &reciprocities.weighted);
  print_row("reference, exact", outcomes.exact, nullptr);
  fmt::print(
      "\nA second CV for each vacancy meets all that its fields ask too, but its texts are those "
      "of anybody of the trade: nothing says that it should come before others who fit as well. "
      "Its place, without those above:\n\n"
      "| method | among 3, % | among 10, % | among {}, % |\n|---|---:|---:|---:|\n",
      Outcome::depth);
  print_plain("incontro", outcomes.ours);
  print_plain("reference, weighted", outcomes.weighted);
  print_plain("reference, exact", outcomes.exact);
  fmt::print(
      "\nCVs with one requirement not met: how many there are, how many of them are among the "
      "first {}, and how many of those are before the CV that meets it.\n\n"
      "| requirement | by default | CVs | incontro | reference, weighted | reference, exact |\n"
      "|---|---|---:|---:|---:|---:|\n",
      Outcome::depth);
  const auto ours = outcomes.ours.figures(), exact = outcomes.exact.figures(),
             weighted = outcomes.weighted.figures();
  for (std::size_t i = 0; i < requirement_count; ++i) {
    const auto row = static_cast<std::size_t>(criterion_of(static_cast<Requirement>(i)));
    const CriterionInfo& info = criteria()[row];
    fmt::print("| {} | {} | {} |", info.name,
               info.kind == CriterionKind::must ? "must" : "preferred", ours.broken[i].made);
    for (const auto* figures : {&ours, &weighted, &exact})
      fmt::print(" {}, {} before |", figures->broken[i].shown, figures->broken[i].above);
    fmt::print("\n");
  }
}

void print(const Promises& promises) {
  fmt::print(
      "\nWhat is promised, and of how many results it is not so: the first {} want, or offer, a "
      "profession of the class that is asked; with the place as a must, all live within {} km of "
      "the work.\n\n"
      "| who asks | another profession | beyond the radius | of those, accept trips |\n"
      "|---|---:|---:|---:|\n",
      Promises::first, Promises::radius_km);
  for (const auto& [name, asked] : {std::pair{"vacancies", &promises.by_vacancies},
                                    {"the CVs tailored to them", &promises.by_cvs}})
    fmt::print("| {} | {} of {} | {} of {} | {} |\n", name, asked->profession.broken,
               asked->profession.shown, asked->radius.broken, asked->radius.shown, asked->trips);
}

void run(const Options& options) {
  const Truth truth = make_truth(bench_generator(), options.size);
  const std::unique_ptr<Engine> engine = open_home(options.home);
  store(*engine, truth);
  const Outcomes outcomes = rank_all(*engine, truth);
  print(truth, outcomes,
        ask_back(*engine, truth, std::min(options.reciprocity, options.size.asked)));
  const auto promises = promises_of(*engine, truth);
  if (!promises) give_up("matching fails: {}", promises.error().message);
  print(*promises);
}

}  // namespace
}  // namespace incontro::bench

int main(int argc, char** argv) {
  CLI::App app("How well matching finds who was meant.");
  incontro::bench::Options options;
  app.add_option("--asked", options.size.asked, "vacancies with CVs written for them")
      ->check(CLI::Range(1, 100'000))
      ->capture_default_str();
  app.add_option("--vacancies", options.size.vacancies, "vacancies in all")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  app.add_option("--records", options.size.background, "CVs that are written for nobody")
      ->check(CLI::Range(1, 10'000'000))
      ->capture_default_str();
  app.add_option("--reciprocity", options.reciprocity, "vacancies whose CVs are asked back")
      ->capture_default_str();
  app.add_option("--home", options.home, "where the records go: a folder that is not there")
      ->required()
      ->check(CLI::NonexistentPath);
  CLI11_PARSE(app, argc, argv);
  if (options.size.vacancies < options.size.asked) options.size.vacancies = options.size.asked;
  incontro::bench::run(options);
}
