#include "cli/print_match.h"

#include <fmt/core.h>
#include <incontro/match_heading.h>
#include <incontro/match_settings.h>
#include <incontro/places.h>

#include <algorithm>

#include "cli/print_record.h"
#include "cli/printable.h"
#include "cli/progress.h"
#include "cli/texts_it.h"

namespace incontro::cli {
namespace {

std::string name_of(Criterion criterion, ReasonLanguage language) {
  if (language == ReasonLanguage::english) return std::string(info_of(criterion).name);
  return texts::criteria[static_cast<std::size_t>(criterion)];
}

std::string place_of(const Record& record) {
  const auto* const vacancy = std::get_if<Vacancy>(&record);
  const PlaceCode& place = vacancy ? vacancy->workplace : std::get<Cv>(record).person.home;
  return place.empty() ? std::string() : place_label(place.value) + "  ";
}

// Tenths of hundredths, cut and not rounded: only what is perfect is 100.
std::string percent(std::uint32_t part, std::uint32_t whole) {
  const std::uint64_t tenths = std::uint64_t{part} * 1'000 / whole;
  return fmt::format("{},{}", tenths / 10, tenths % 10);
}

void print_result(const MatchResult& result, ReasonLanguage language) {
  const std::string title = heading_of(result, language);
  fmt::print(texts::match_result, percent(result.score, full_score),
             printable(title.empty() ? result.code : title), result.code,
             place_of(result.view.record), state_label(result.view.state),
             format_date_it(result.view.validity.first), percent(result.reciprocal, full_score));
  for (const CriterionScore& score : result.criteria) {
    const auto& reason = language == ReasonLanguage::english ? score.english : score.italian;
    fmt::print(texts::match_reason, percent(score.contribution, full_score),
               percent(score.score, full_units), name_of(score.criterion, language),
               score.kind == CriterionKind::must ? texts::match_must : "", printable(reason.text));
  }
}

void print_relaxation(const MatchRelaxation& relaxation, ReasonLanguage language) {
  std::string dropped = name_of(relaxation.dropped.front(), language);
  if (relaxation.dropped.size() > 1)
    dropped =
        fmt::format(texts::relaxed_both, dropped, name_of(relaxation.dropped.back(), language));
  fmt::print(texts::match_relaxation, dropped, grouped(relaxation.gained));
}

}  // namespace

void print_match(const MatchAnswer& answer, std::size_t offset, ReasonLanguage language) {
  if (answer.total == 0)
    fmt::print(texts::found_none);
  else
    fmt::print(texts::found, grouped(answer.total),
               offset + std::min<std::size_t>(1, answer.results.size()),
               offset + answer.results.size(),
               decimal_it(static_cast<double>(answer.microseconds) / 1000));
  for (const MatchResult& result : answer.results) print_result(result, language);
  if (!answer.relax.empty()) fmt::print(texts::match_relax);
  for (const MatchRelaxation& relaxation : answer.relax) print_relaxation(relaxation, language);
}

}  // namespace incontro::cli
