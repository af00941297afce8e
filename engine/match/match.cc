// The main path of matching: a question against one snapshot, block by block.
//
//   record -> make_question -> for each block: filters -> scan
//          -> records of the page -> score_pair -> reasons; and which musts to drop

#include "eval/match.h"

#include <incontro/assert.h>
#include <incontro/deadline.h>
#include <incontro/impact.h>

#include "engine_impl.h"
#include "eval/filter.h"
#include "match/criteria.h"
#include "match/must_pairs.h"
#include "match/profession_score.h"
#include "match/question.h"
#include "match/reason_texts.h"
#include "match/scan.h"

namespace incontro {
namespace {

constexpr std::size_t limit_bound = 1'000, offset_bound = 100'000;

// Calls visit(block, those of it that may be results) for each block. busy: deadline.h
template <class F>
Done for_each_allowed(const Plan& plan, const CollectionSnapshot& snapshot, F&& visit) {
  Matcher matcher(plan);
  Filtering filtering(plan);
  Hits hits;
  for (const BlockView& view : snapshot.blocks) {
    if (const Done done = in_time(); !done) return done;
    const auto day = view.days->on(view, plan.today, plan.validity_days);
    matcher.match(view, *day, hits);
    filtering.filter(*view.block, *day, hits);
    visit(*view.block, hits);
  }
  return ok;
}

Result<std::vector<MatchRelaxation>> relaxations(const MatchScan& scan, const Question& question,
                                                 const Plan& plan,
                                                 const CollectionSnapshot& snapshot) {
  std::vector<MatchRelaxation> single;
  for (std::size_t i = 0; i < criterion_count; ++i)
    if (scan.gained()[i] > 0) single.push_back({{static_cast<Criterion>(i)}, scan.gained()[i]});
  keep_best(single);
  if (!single.empty()) return single;
  MustPairs pairs(question, plan.today);
  const Done done = for_each_allowed(
      plan, snapshot, [&](const Block& block, const Hits& allowed) { pairs.add(block, allowed); });
  if (!done) return done.error();
  return pairs.relaxations();
}

const BlockView& block_of(const CollectionSnapshot& snapshot, DocumentNumber number) {
  return *std::ranges::lower_bound(snapshot.blocks, number, {},
                                   [](const BlockView& view) { return view.block->end() - 1; });
}

// The words of the question that a document has.
struct CommonWords {
  Units units = 0;
  std::vector<std::string> written;
};

CommonWords common_words(const KeyWords& words, const Block& block, std::uint16_t offset) {
  CommonWords common;
  std::uint64_t sum = 0;
  const std::vector<PostingList> lists = words.lists_in(block);
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const PostingList& list = lists[i];
    const KeyWord& word = words.words()[i];
    if (!list.documents.contains(offset)) continue;
    sum += word.weight * impact_of(list.weights[list.place_of(offset)], block.lengths[offset]);
    common.written.push_back(word.written);
  }
  common.units = words.units(sum);
  return common;
}

std::optional<MatchResult::PastWork> past_work_of(const Profile& vacancy, const Profile& cv,
                                                  const PairScore& scored) {
  if (!scored.parts[static_cast<std::size_t>(Criterion::profession)].present) return std::nullopt;
  const CodeIndex done = fitting_past_work(cv.availabilities[scored.availability].profession,
                                           cv.jobs, offered_job(vacancy).profession);
  if (done == no_code) return std::nullopt;
  const auto told = [&](Tongue tongue) {
    return say(tongue, reasons::past_work, label_of(Table::profession, done));
  };
  return MatchResult::PastWork{{std::string(code_table(Table::profession).row(done).code)},
                               told(Tongue::italian),
                               told(Tongue::english)};
}

void explain(const Question& question, const Block& block, Day today, MatchResult& result) {
  const auto offset = static_cast<std::uint16_t>(result.number - block.first);
  const Profile found = profile_of(block, offset);
  const bool by_vacancy = question.found == Collection::cvs;
  const Profile& vacancy = by_vacancy ? question.profile : found;
  const Profile& cv = by_vacancy ? found : question.profile;
  const CommonWords common = common_words(question.words, block, offset);
  const PairScore scored =
      score_pair(vacancy, cv, question.terms, common.units, today - block.published[offset]);
  INCONTRO_ASSERT(scored.score == result.score && scored.passes &&
                  "the scan scores as the definition does");
  result.reciprocal = scored.reciprocal;
  result.availability = scored.availability;
  result.past_work = past_work_of(vacancy, cv, scored);
  result.criteria = explain_pair(vacancy, cv, question.terms, scored, common.written);
}

// Of hiring this person for this job; they are shown, and no score knows them.
std::vector<Incentive> incentives_of_pair(const Record& a, const Record& b, Date today) {
  const Cv* const cv = std::get_if<Cv>(&a);
  return incentives_of(cv ? *cv : std::get<Cv>(b), std::get<Vacancy>(cv ? b : a), today);
}

// A choice by incentive would be one by age or sex.
Done check_filters(const std::vector<Filter>& filters) {
  for (const Filter& filter : filters)
    if (filter.field == "incentive")
      return Error{Code::invalid,
                   "field 'incentive': incentives are shown, nobody is chosen by them"};
  return ok;
}

}  // namespace

Result<MatchAnswer> Engine::match(const MatchRequest& request) const {
  const auto begin = std::chrono::steady_clock::now();
  if (request.limit > limit_bound) return Error{Code::invalid, "limit: at most 1000"};
  if (request.offset > offset_bound) return Error{Code::invalid, "offset: at most 100000"};
  if (const Done done = check_filters(request.filters); !done) return done.error();
  auto terms = terms_of(request);
  if (!terms) return terms.error();
  std::optional<StoredRecord> stored;
  if (const RecordCode* const code = std::get_if<RecordCode>(&request.question)) {
    auto found = impl_->store->record(*code);
    if (!found) return found.error();
    stored = std::move(*found);
  }
  const Record& record = stored ? stored->record : std::get<Record>(request.question);

  const std::shared_ptr<const Snapshot> snapshot = impl_->indexer->snapshot();
  const Question question = make_question(record, std::move(*terms), impl_->analyzer, *snapshot);
  const CollectionSnapshot& found = snapshot->of(question.found);
  Query of_filters;
  of_filters.collection = question.found;
  of_filters.filters = request.filters;
  const auto plan = impl_->plan_of(of_filters, *snapshot);
  if (!plan) return plan.error();

  MatchScan scan(question, plan->today, request.limit == 0 ? 0 : request.offset + request.limit);
  const Done scanned = for_each_allowed(
      *plan, found, [&](const Block& block, const Hits& allowed) { scan.add(block, allowed); });
  if (!scanned) return scanned.error();
  auto relax = relaxations(scan, question, *plan, found);
  if (!relax) return relax.error();
  MatchAnswer answer{.total = scan.total(),
                     .results = {},
                     .relax = std::move(*relax),
                     .microseconds = 0,
                     .sequence = snapshot->sequence};

  for (const RankedMatch& ranked : std::move(scan).best_first(request.offset)) {
    MatchResult& result = answer.results.emplace_back();
    result.number = ranked.number;
    result.score = ranked.score;
    if (!request.records) continue;
    if (const Done done = in_time(); !done) return done.error();
    explain(question, *block_of(found, ranked.number).block, plan->today, result);
    const auto of_result = impl_->store->document(question.found, ranked.number);
    if (!of_result) return of_result.error();
    result.code = system_of(of_result->record).code;
    result.view = impl_->view_of(*of_result, Extent::listed);
    result.view.incentives =
        incentives_of_pair(record, of_result->record, impl_->options.clock->today());
  }
  answer.microseconds =
      static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(
                                     std::chrono::steady_clock::now() - begin)
                                     .count());
  return answer;
}

}  // namespace incontro
