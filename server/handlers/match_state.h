#pragma once

#include <incontro/match.h>
#include <incontro/match_settings.h>
#include <incontro/result.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/url.h"

namespace incontro::server {

inline constexpr std::size_t last_match_page = 10'000;    // the engine passes over 100,000
inline constexpr std::uint32_t most_salary = 10'000'000;  // euro a year

// What a page of matches shows, as its address says it:
//   /offerte/0100.../candidati?must=licence&ignore=text&weight.skill=40&km=30&territory=08&page=2
//   /curricula/0100.../offerte?prefer=contract&past_work=1&salary=24000
// Only what differs from the defaults stands in an address of ours. Fields are filters on what is
// found, as in the search.
struct MatchState {
  RecordCode question;
  MatchSettings settings;
  unsigned km = MatchRequest{}.radius_km;
  bool past_work = false;
  std::uint32_t salary = 0;
  std::vector<Filter> filters;  // in the order of fields_of()
  std::size_t page = 1;
};

// must=, prefer= and ignore= with a criterion's name, weight.NAME= with a number; nullopt: it is
// another parameter. The fault is about criterion_of().
std::optional<MatchSettings::Fault> read_setting(std::string_view name, std::string_view value,
                                                 MatchSettings& settings);
std::string_view criterion_of(std::string_view name, std::string_view value);

// The form sets each criterion by a field of its own, kind.NAME=must|preferred|ignored, and sends
// what was left as it is: an address that is not worth keeping.
bool is_from_form(const Parameters& parameters);
// Unknown names are passed over, as by the search. invalid: unknown criteria, codes, numbers.
Result<MatchState> read_match_state(RecordCode question, const Parameters& parameters);
std::string path_of_matches(const RecordCode& question);
std::string address_of(const MatchState& state);
MatchRequest request_of(const MatchState& state);

// The state one click away; all begin at the first page.
MatchState with_page(MatchState state, std::size_t page);
MatchState with_kind(MatchState state, Criterion criterion, CriterionKind kind);
MatchState without_code(MatchState state, std::string_view field, std::string_view code);
// The criteria, the radius and the salary as they are by default.
MatchState with_defaults(MatchState state);

}  // namespace incontro::server
