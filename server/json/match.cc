#include <incontro/decimal.h>
#include <incontro/json.h>
#include <incontro/match_heading.h>
#include <incontro/match_settings.h>

#include "json/card.h"
#include "json/object_text.h"

namespace incontro {
namespace {

using namespace json;

constexpr const char* name_of(CriterionKind kind) {
  switch (kind) {
    case CriterionKind::must:
      return "must";
    case CriterionKind::preferred:
      return "preferred";
    case CriterionKind::ignored:
      return "ignored";
  }
  return "";
}

std::string text_of_criterion(const CriterionScore& score, ReasonLanguage language) {
  const CriterionScore::Reason& reason =
      language == ReasonLanguage::english ? score.english : score.italian;
  return ObjectText()
      .add("name", text_of(info_of(score.criterion).name))
      .add("kind", name_of(score.kind))
      .add("weight", score.weight)
      .add_json("score", decimal(score.score, full_units))
      .add_json("contribution", decimal(score.contribution, full_score))
      .add("evidence", text_of(reason.evidence))
      .add("missing", text_of(reason.missing))
      .add("text", text_of(reason.text))
      .text();
}

std::string text_of_result(const MatchResult& result, ReasonLanguage language) {
  object card;
  put_card(card, result.view, result.availability);
  card["title"] = heading_of(result, language);
  ObjectText out;
  out.add("code", text_of(result.code))
      .add_json("score", decimal(result.score, full_score))
      .add_json("reciprocal", decimal(result.reciprocal, full_score));
  for (const auto& [key, part] : card) out.add(std::string_view(key.data(), key.size()), part);
  const auto criterion = [&](const CriterionScore& c) { return text_of_criterion(c, language); };
  out.add("availability", result.availability);
  if (result.past_work) {
    object past_work;
    put(past_work, "past_work", result.past_work->profession);
    out.add("past_work", past_work.at("past_work"));
  }
  return out.add_json("criteria", array_text(result.criteria, criterion)).text();
}

std::string text_of_relaxation(const MatchRelaxation& relaxation) {
  array dropped;
  for (const Criterion criterion : relaxation.dropped)
    dropped.push_back(value(text_of(info_of(criterion).name)));
  return ObjectText().add("dropped", std::move(dropped)).add("gained", relaxation.gained).text();
}

}  // namespace

std::string to_json(const MatchAnswer& answer, ReasonLanguage language) {
  const auto result = [&](const MatchResult& r) { return text_of_result(r, language); };
  return ObjectText()
      .add("total", answer.total)
      .add_json("results", array_text(answer.results, result))
      .add_json("relax", array_text(answer.relax, text_of_relaxation))
      .add("microseconds", answer.microseconds)
      .add("sequence", answer.sequence)
      .text();
}

}  // namespace incontro
