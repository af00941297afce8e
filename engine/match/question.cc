#include "match/question.h"

#include <incontro/impact.h>
#include <incontro/privacy.h>

#include <algorithm>
#include <cmath>

#include "match/criteria.h"

namespace incontro {
namespace {

// One step of a skill's weight is 1/64 of idf.
constexpr double skill_weight_scale = 64;

Error cannot_be(const CriterionInfo& criterion, std::string_view what) {
  return {Code::invalid, "criterion '" + std::string(criterion.name) + "': " + std::string(what)};
}

}  // namespace

std::vector<std::uint32_t> skill_weights(Collection collection,
                                         const CollectionSnapshot& snapshot) {
  const std::size_t field = *find_field(collection, "skill");
  std::vector<std::uint64_t> holding(code_table(Table::skill).rows().size() + 1, 0);
  for (const BlockView& view : snapshot.blocks) {
    const ValueDocuments& skills = view.block->shown[field];
    for (std::size_t i = 0; i < skills.values.size(); ++i)
      holding[skills.values[i]] += skills.count[i];
  }
  std::vector<std::uint32_t> weights;
  for (const std::uint64_t documents : holding)
    weights.push_back(
        std::max(1u, static_cast<std::uint32_t>(
                         std::round(idf(snapshot.documents(), documents) * skill_weight_scale))));
  return weights;
}

Result<MatchTerms> terms_of(const MatchRequest& request) {
  if (request.radius_km < 1 || request.radius_km > Near::most_km)
    return Error{Code::invalid, "radius: 1 to 500 km"};
  MatchTerms terms = default_terms();
  terms.radius_km = request.radius_km;
  terms.past_work = request.past_work;
  terms.lowest_salary = request.lowest_salary;
  for (const CriterionSetting& setting : request.settings) {
    const auto place = static_cast<std::size_t>(setting.criterion);
    const CriterionInfo& criterion = criteria()[place];
    if (setting.kind == CriterionKind::must && !criterion.may_be_must)
      return cannot_be(criterion, "cannot be a must");
    if (setting.weight && *setting.weight > most_weight)
      return cannot_be(criterion, "weight: at most 1000");
    if (setting.kind) terms.settings[place].kind = *setting.kind;
    if (setting.weight) terms.settings[place].weight = *setting.weight;
  }
  return terms;
}

Question make_question(const Record& record, MatchTerms terms, const Analyzer& analyzer,
                       const Snapshot& snapshot) {
  const Collection found = other(collection_of(record));
  const Record view = public_view(record);
  QuestionText read = read_text(analyzer, view);
  Question question{.found = found,
                    .profile = profile_of(view, std::move(read.skills)),
                    .terms = std::move(terms),
                    .words = {}};
  question.terms.skill_weights = skill_weights(found, snapshot.of(found));
  const auto& text = question.terms.settings[static_cast<std::size_t>(Criterion::text)];
  if (text.kind != CriterionKind::ignored && text.weight > 0)
    question.words = KeyWords(std::move(read.words), snapshot.of(found));
  question.terms.has_text = !question.words.words().empty();
  return question;
}

}  // namespace incontro
