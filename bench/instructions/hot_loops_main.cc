// incontro_hot_loops: what queries do in one block, each kind once, for callgrind to count. Prints
// the compiler, because another one makes other instructions.

#include <incontro/lifecycle.h>
#include <valgrind/callgrind.h>

#include <cstdio>

#include "blocks/block_builder.h"
#include "blocks/word_builder.h"
#include "eval/count_facets.h"
#include "eval/match.h"
#include "eval/ranking.h"
#include "instructions/documents.h"

namespace incontro::bench {
namespace {

constexpr std::size_t documents = 12'000;
constexpr std::size_t common = 2, other_common = 3, rare = 1'500;  // words

struct Loop {
  const char* name;
  Clauses required;
  std::vector<Filter> filters;
  Sort sort = Sort::relevance;
};

std::string root_code(std::size_t field) {
  return std::string(fields_of(Collection::vacancies)[field].domain->code(0));
}

std::size_t first_of(FieldKind kind, bool multiple) {
  const auto fields = fields_of(Collection::vacancies);
  for (std::size_t f = 0; f < fields.size(); ++f)
    if (fields[f].kind == kind && fields[f].multiple == multiple) return f;
  return 0;
}

std::vector<Loop> loops() {
  const auto filter = [](std::size_t field) {
    return Filter{std::string(fields_of(Collection::vacancies)[field].name), {root_code(field)}};
  };
  const std::size_t flat = first_of(FieldKind::flat, false),
                    tree = first_of(FieldKind::tree, false);
  const std::string many = counted_word(common), others = counted_word(other_common);
  return {
      {"match_all", {}, {}},
      {"common_word", {{many}, {}, {}}, {}},
      {"rare_word", {{counted_word(rare)}, {}, {}}, {}},
      {"two_common_words", {{many, others}, {}, {}}, {}},
      {"common_and_rare_word", {{many, counted_word(rare)}, {}, {}}, {}},
      {"phrase", {{}, {{counted_word(0), counted_word(1)}}, {}}, {}},
      {"phrase_with_a_rare_word", {{}, {{counted_word(0), counted_word(rare)}}, {}}, {}},
      {"prefix", {{}, {}, {"w1"}}, {}},
      {"two_filters", {}, {filter(flat), filter(tree)}},
      {"word_and_filter", {{others}, {}, {}}, {filter(flat)}},
      {"by_date", {{many}, {}, {}}, {}, Sort::date},
  };
}

[[noreturn]] void give_up(const char* loop, const char* what) {
  std::fprintf(stderr, "error: %s: %s\n", loop, what);
  std::exit(1);
}

// As Engine::search does with each block.
void run(const Loop& loop, const CollectionSnapshot& snapshot) {
  const BlockView& view = snapshot.blocks.front();
  Query query;
  query.filters = loop.filters;
  query.sort = loop.sort;
  const Date today = Date{std::chrono::days(view.block->published[view.block->newest.front()])};
  const auto day = view.days->on(view, day_of(today), default_validity_days);
  std::uint64_t found = 0;
  volatile std::uint32_t counted = 0;  // so that nothing is left out as useless
  const auto evaluate = [&] {
    const auto plan =
        make_plan(query, ParsedQuery{loop.required, {}}, snapshot, today, default_validity_days);
    if (!plan) give_up(loop.name, plan.error().message.c_str());
    Ranking ranking(query, *plan);
    FacetCounts counts(*plan);
    Matcher matcher(*plan);
    Filtering filtering(*plan);
    Hits hits;
    matcher.match(view, *day, hits);
    filtering.filter(*view.block, *day, hits);
    ranking.offer(view, hits, matcher);
    if (matcher.all_live() && plan->filters.empty())
      counts.add_all(*view.block, *day);
    else
      counts.add(*view.block, *day, hits, filtering);
    counted = std::move(counts).finish()[0][0];
    found = hits.count;
  };
  evaluate();
  CALLGRIND_START_INSTRUMENTATION;
  CALLGRIND_ZERO_STATS;
  evaluate();
  CALLGRIND_DUMP_STATS_AT(loop.name);
  CALLGRIND_STOP_INSTRUMENTATION;
  if (found == 0) give_up(loop.name, "nothing is found");
}

}  // namespace
}  // namespace incontro::bench

int main() {
  using namespace incontro;
  const std::vector<Document> documents = bench::counted_documents(bench::documents);
  CollectionSnapshot snapshot;
  snapshot.blocks.push_back(
      view_of(std::make_shared<const Block>(build_block(Collection::vacancies, documents)),
              std::make_shared<const WordIndex>(build_words(documents))));
#ifdef __clang__
  std::printf("clang-%d\n", __clang_major__);
#else
  std::printf("gcc-%d\n", __GNUC__);
#endif
  for (const bench::Loop& loop : bench::loops()) bench::run(loop, snapshot);
}
