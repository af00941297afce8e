#include "harness/run.h"

#include "harness/give_up.h"

namespace incontro::bench {
namespace {

using Steady = std::chrono::steady_clock;

constexpr int differences_shown = 10;

Answer search(const Engine& engine, const BenchQuery& query) {
  auto answer = engine.search(query.query);
  if (!answer)
    give_up("the query '{}' of class {} fails: {}", query.query.text, query.name,
            answer.error().message);
  return std::move(*answer);
}

// Each class once, in the order of the queries.
std::vector<std::string> classes_of(std::span<const BenchQuery> queries) {
  std::vector<std::string> names;
  for (const BenchQuery& query : queries)
    if (names.empty() || names.back() != query.name) names.push_back(query.name);
  return names;
}

Row make_row(const std::string& engine, const std::string& name, std::size_t records,
             std::span<const Answered* const> answers) {
  std::vector<double> times;
  double hits = 0;
  for (const Answered* one : answers) {
    times.push_back(one->us);
    hits += static_cast<double>(one->total);
  }
  return {engine,
          name,
          records,
          answers.size(),
          hits / static_cast<double>(answers.size()),
          timing_of(std::move(times)),
          {},
          {},
          {},
          {},
          {}};
}

// What is older than all age buckets is in none of ours; peers count it as not stated.
FacetMap without_unstated_age(FacetMap facets) {
  for (const Field& field : fields_of(Collection::vacancies))
    if (field.kind == FieldKind::age)
      if (const auto found = facets.find(std::string(field.name)); found != facets.end())
        found->second.erase("-");
  return facets;
}

// Of a long list we show the most frequent values, peers all.
FacetMap as_far_as_shown(FacetMap theirs, const FacetMap& ours) {
  for (const Field& field : fields_of(Collection::vacancies))
    if (field.most_shown > 0)
      if (const auto found = theirs.find(std::string(field.name)); found != theirs.end())
        std::erase_if(found->second, [&](const auto& counted) {
          const auto mine = ours.find(found->first);
          return mine == ours.end() || !mine->second.contains(counted.first);
        });
  return theirs;
}

class Differences {
 public:
  template <class... Parts>
  void note(fmt::format_string<Parts...> text, Parts&&... parts) {
    if (shown_++ < differences_shown)
      fmt::print(stderr, "  {}\n", fmt::format(text, std::forward<Parts>(parts)...));
  }

 private:
  int shown_ = 0;
};

std::uint64_t count_in(const std::map<std::string, std::uint64_t>& counts,
                       const std::string& code) {
  const auto found = counts.find(code);
  return found == counts.end() ? 0 : found->second;
}

bool same_facets(const Answered& ours, const Answered& theirs, const std::string& peer,
                 Differences& differences) {
  const FacetMap mine = without_unstated_age(ours.facets);
  const FacetMap other = as_far_as_shown(without_unstated_age(theirs.facets), mine);
  bool same = true;
  for (const auto& [field, counts] : mine) {
    const auto found = other.find(field);
    const auto& their_counts =
        found == other.end() ? std::map<std::string, std::uint64_t>() : found->second;
    if (their_counts == counts) continue;
    same = false;
    auto all = counts;
    all.insert(their_counts.begin(), their_counts.end());
    for (const auto& [code, unused] : all)
      if (const auto a = count_in(counts, code), b = count_in(their_counts, code); a != b)
        differences.note("query {}: {} {} is {} here, {} with {}", ours.query, field, code, a, b,
                         peer);
  }
  return same;
}

bool has_scores(const ParsedQuery& read) {
  return !read.required.terms.empty() || std::ranges::any_of(read.any_of, [](const auto& group) {
    return std::ranges::any_of(group, has_scores);
  });
}

// Scores are each engine's own, the order by date is not.
bool same_best(const BenchQuery& query, const Answered& ours, const Answered& theirs) {
  const bool by_score = query.query.sort == Sort::relevance && has_scores(query.read);
  return by_score ? ours.best.size() == theirs.best.size() : ours.best == theirs.best;
}

void check_numbers(const std::string& peer, std::span<const Answered> answers,
                   std::size_t queries) {
  std::vector<bool> seen(queries);
  for (const Answered& one : answers) {
    if (one.query >= queries)
      give_up("{} answers query {}, but there are only {}", peer, one.query, queries);
    if (seen[one.query]) give_up("{} answers query {} twice", peer, one.query);
    seen[one.query] = true;
  }
}

}  // namespace

void warm_up(const Engine& engine, std::span<const BenchQuery> queries) {
  for (const BenchQuery& query : queries) search(engine, query);
}

std::vector<Answered> ask(const Engine& engine, std::span<const BenchQuery> queries) {
  std::vector<Answered> answers;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    const auto start = Steady::now();
    const Answer answer = search(engine, queries[i]);
    const std::chrono::duration<double, std::micro> time = Steady::now() - start;
    answers.push_back(answered(i, time.count(), answer));
  }
  return answers;
}

std::vector<Row> our_rows(std::span<const BenchQuery> queries, std::span<const Answered> ours,
                          std::size_t records) {
  std::vector<Row> rows;
  for (const std::string& name : classes_of(queries)) {
    std::vector<const Answered*> of_class;
    for (const Answered& one : ours)
      if (queries[one.query].name == name) of_class.push_back(&one);
    rows.push_back(make_row("incontro", name, records, of_class));
  }
  return rows;
}

std::vector<Row> peer_rows(const std::string& peer, std::span<const BenchQuery> queries,
                           std::span<const Answered> ours, std::span<const Answered> theirs,
                           std::size_t records) {
  std::vector<Row> rows;
  Differences differences;
  check_numbers(peer, theirs, queries.size());
  for (const std::string& name : classes_of(queries)) {
    std::vector<const Answered*> mine, other;
    bool totals = true, facets = true, best = true;
    for (const Answered& one : theirs) {
      if (queries[one.query].name != name) continue;
      const Answered& own = ours[one.query];
      other.push_back(&one);
      mine.push_back(&own);
      if (one.total != own.total) {
        totals = false;
        differences.note("query {}: {} hits here, {} with {}", one.query, own.total, one.total,
                         peer);
      }
      facets = same_facets(own, one, peer, differences) && facets;
      if (!same_best(queries[one.query], own, one)) {
        best = false;
        differences.note("query {}: other hits are shown with {}", one.query, peer);
      }
    }
    if (other.empty()) continue;
    Row& row = rows.emplace_back(make_row(peer, name, records, other));
    const Timing same_queries = make_row("incontro", name, records, mine).us;
    row.same_totals = totals;
    row.same_facets = facets;
    row.same_best = best;
    row.ratio_mean = row.us.mean / same_queries.mean;
    row.ratio_p50 = row.us.p50 / same_queries.p50;
  }
  return rows;
}

}  // namespace incontro::bench
