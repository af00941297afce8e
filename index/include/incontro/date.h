#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace incontro {

// A calendar day (proleptic Gregorian) and a second, both of Italian civil time and counted from
// 1970-01-01. What is written without a zone is Rome's; what has one is converted.
using Date = std::chrono::sys_days;
using Timestamp = std::chrono::sys_seconds;

inline Date date_of(Timestamp t) { return std::chrono::floor<std::chrono::days>(t); }

// xs:date: "2012-12-05", with a zone or not: a day elsewhere is the day that Rome has at its noon,
// so that only zones 11 hours and more away change it. Empty when it is not a real day of the years
// 0001 to 9999.
std::optional<Date> parse_date(std::string_view text);
// "2012-12-05T09:00:00" with optional fraction, dropped, and zone, converted to Rome's time;
// 24:00:00 is the next midnight. Empty as above.
std::optional<Timestamp> parse_timestamp(std::string_view text);

std::string format_date(Date date);             // 2012-12-05
std::string format_timestamp(Timestamp stamp);  // 2012-12-05T09:00:00
std::string format_date_it(Date date);          // 05/12/2012

// Days since 1970-01-01, clamped to 0..65,534 (the year 2149); no_day: never, or without end.
using Day = std::uint16_t;
inline constexpr Day no_day = 0xFFFF;
Day day_of(Date date);

}  // namespace incontro
