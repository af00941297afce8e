#include "handlers/match_model.h"

#include <fmt/format.h>
#include <incontro/match_heading.h>

#include <algorithm>
#include <array>

#include "handlers/labels.h"
#include "handlers/pager.h"
#include "handlers/search_state.h"

namespace incontro::server {
namespace {

constexpr std::size_t cards_open = 3;  // whose reasons are shown without being asked for

std::string label_of(Criterion criterion, const Texts& texts) {
  return texts.get("criterion." + std::string(info_of(criterion).name));
}

// Whole hundredths, never more than there are: only what is perfect is 100.
std::string hundredths(std::uint32_t part, std::uint32_t whole) {
  return std::to_string(std::uint64_t{part} * 100 / whole);
}

// What a criterion adds to a score of 100: "12,4 punti".
std::string points_of(Millionths contribution, const Texts& texts) {
  const std::uint32_t tenths = contribution / (full_score / 1'000);
  const std::string number = std::to_string(tenths / 10) + "," + std::to_string(tenths % 10);
  return texts.format("match.points", {{"points", number}});
}

const Cv& cv_of(const View& question, const MatchResult& result) {
  const auto* const asking = std::get_if<Cv>(&question.record);
  return asking != nullptr ? *asking : std::get<Cv>(result.view.record);
}

// Which of a person's wanted jobs matched, where there are several; or that past work did.
std::string matched_by(const View& question, const MatchResult& result, const Texts& texts) {
  if (result.past_work)
    return texts.format("match.by_past_work", {{"name", result.past_work->profession.label()}});
  const std::vector<WantedJob>& wanted = cv_of(question, result).wanted;
  if (wanted.size() <= 1 || result.availability >= wanted.size()) return {};
  return texts.format("match.wanted", {{"name", wanted[result.availability].profession.label()}});
}

void head_by_match(const MatchResult& result, Card& card) {
  if (const std::string heading = heading_of(result, ReasonLanguage::italian); !heading.empty())
    card.title = {{heading}};
  if (const WantedJob* const wanted = matched_job(result))
    card.profession = wanted->profession.label();
}

MatchCard make_card(const View& question, const MatchResult& result, const Texts& texts,
                    Date today) {
  MatchCard match;
  match.card = card_of(result.view, result.code, texts, today);
  match.score = hundredths(result.score, full_score);
  match.reciprocal =
      texts.format("match.reciprocal", {{"share", hundredths(result.reciprocal, full_score)}});
  head_by_match(result, match.card);
  match.matched_by = matched_by(question, result, texts);
  std::vector<std::string> missing;
  for (const CriterionScore& score : result.criteria) {
    const CriterionScore::Reason& reason = score.italian;
    const bool told = reason.text.find(reason.missing) != std::string::npos;
    match.reasons.push_back({label_of(score.criterion, texts), score.kind == CriterionKind::must,
                             hundredths(score.score, full_units),
                             points_of(score.contribution, texts), reason.text,
                             told ? std::string() : reason.missing});
    if (!reason.missing.empty())
      missing.push_back(texts.format(
          "match.lacks", {{"criterion", match.reasons.back().name}, {"what", reason.missing}}));
  }
  match.missing = fmt::format("{}", fmt::join(missing, "; "));
  return match;
}

CriterionField make_field(const MatchState& state, const CriterionInfo& info, const Texts& texts) {
  const CriterionKind chosen = state.settings.kind(info.criterion);
  CriterionField field{std::string(info.name),
                       label_of(info.criterion, texts),
                       std::to_string(state.settings.weight(info.criterion)),
                       {}};
  const auto offer = [&](const char* value, const char* text, CriterionKind kind) {
    field.kinds.push_back({value, texts.get(text), kind == chosen});
  };
  if (info.may_be_must) offer("must", "match.kind_must", CriterionKind::must);
  offer("preferred", "match.kind_preferred", CriterionKind::preferred);
  offer("ignored", "match.kind_ignored", CriterionKind::ignored);
  return field;
}

// In front those that the results were scored by, and those that a visitor set.
MatchForm make_form(const MatchState& state, const MatchAnswer& answer, const Texts& texts) {
  std::array<bool, criterion_count> counts{};
  for (const MatchResult& result : answer.results)
    for (const CriterionScore& score : result.criteria)
      counts[static_cast<std::size_t>(score.criterion)] = true;
  for (const CriterionSetting& setting : state.settings.settings())
    counts[static_cast<std::size_t>(setting.criterion)] = true;
  MatchForm form;
  form.action = path_of_matches(state.question);
  for (const CriterionInfo& info : criteria()) {
    const bool front = answer.results.empty() || counts[static_cast<std::size_t>(info.criterion)];
    (front ? form.first : form.more).push_back(make_field(state, info, texts));
  }
  form.km = std::to_string(state.km);
  form.past_work = {{"0", texts.get("match.wish_only"), !state.past_work},
                    {"1", texts.get("match.wish_or_past_work"), state.past_work}};
  form.has_salary = state.question.collection == Collection::cvs;
  if (state.salary > 0) form.salary = std::to_string(state.salary);
  for (const Filter& filter : state.filters)
    for (const std::string& code : filter.codes) form.kept.emplace_back(filter.field, code);
  const std::string defaults = address_of(with_defaults(state));
  if (defaults != address_of(with_page(state, 1))) form.defaults_href = defaults;
  return form;
}

CountedLink make_relaxation(const MatchState& state, const MatchRelaxation& relaxation,
                            const Texts& texts) {
  MatchState relaxed = state;
  for (const Criterion criterion : relaxation.dropped)
    relaxed = with_kind(std::move(relaxed), criterion, CriterionKind::preferred);
  const std::string first = label_of(relaxation.dropped.front(), texts);
  const std::string text =
      relaxation.dropped.size() == 1
          ? texts.format("match.relax_one", {{"first", first}})
          : texts.format(
                "match.relax_two",
                {{"first", first}, {"second", label_of(relaxation.dropped.back(), texts)}});
  const auto gained = static_cast<std::int64_t>(relaxation.gained);
  return {text, texts.format("match.gained", {{"count", gained}}), address_of(relaxed)};
}

std::string notice_of(const View& question, bool candidates, const Texts& texts) {
  if (question.state != State::expired) return {};
  return texts.format(candidates ? "match.vacancy_expired" : "match.cv_expired",
                      {{"date", format_date_it(question.validity.last)}});
}

}  // namespace

MatchPage make_match_page(const MatchState& state, const View& question, const MatchAnswer& answer,
                          const Places& places, const Texts& texts, Date today) {
  const Collection asks = state.question.collection;
  MatchPage page;
  page.candidates = asks == Collection::vacancies;
  page.heading = texts.get(page.candidates ? "match.candidates" : "match.vacancies");
  page.total = texts.format(page.candidates ? "match.candidates_total" : "match.vacancies_total",
                            {{"count", static_cast<std::int64_t>(answer.total)}});
  page.question_lead = texts.get(page.candidates ? "match.for_vacancy" : "match.for_cv");
  const std::string title = title_of(question.record);
  page.question = {title.empty() ? state.question.value : title,
                   record_path(asks, state.question.value)};
  page.back = {texts.get(page.candidates ? "vacancies.title" : "cvs.title"), path_of(asks)};
  page.notice = notice_of(question, page.candidates, texts);
  for (const Filter& filter : state.filters)
    for (const std::string& code : filter.codes)
      page.chips.push_back({filter_text(other(asks), filter.field, code, places, texts),
                            address_of(without_code(state, filter.field, code))});
  page.form = make_form(state, answer, texts);
  page.few = answer.total < hits_per_page;
  page.relax_heading = texts.get(page.few ? "match.few" : "match.more");
  for (const MatchRelaxation& relaxation : answer.relax)
    page.relaxations.push_back(make_relaxation(state, relaxation, texts));
  for (const MatchResult& result : answer.results)
    page.cards.push_back(make_card(question, result, texts, today));
  for (std::size_t i = 0; i < std::min(cards_open, page.cards.size()); ++i)
    page.cards[i].open = true;
  page.pager = make_pager(state.page, answer.total, last_match_page, texts,
                          [&](std::size_t number) { return address_of(with_page(state, number)); });
  return page;
}

}  // namespace incontro::server
