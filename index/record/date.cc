#include <fmt/format.h>
#include <incontro/date.h>

#include <algorithm>

#include "record/rome_time.h"

namespace incontro {
namespace {

using namespace std::chrono;

// Takes exactly `count` digits from the front.
std::optional<int> take_number(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int number = 0;
  for (const char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  text.remove_prefix(count);
  return number;
}

bool take(std::string_view& text, char wanted) {
  if (text.empty() || text.front() != wanted) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Date> take_date(std::string_view& text) {
  const auto year_number = take_number(text, 4);
  if (!year_number || *year_number == 0 || !take(text, '-')) return std::nullopt;
  const auto month_number = take_number(text, 2);
  if (!month_number || !take(text, '-')) return std::nullopt;
  const auto day_number = take_number(text, 2);
  if (!day_number) return std::nullopt;
  const year_month_day date{year{*year_number}, month{static_cast<unsigned>(*month_number)},
                            day{static_cast<unsigned>(*day_number)}};
  if (!date.ok()) return std::nullopt;
  return sys_days(date);
}

// How far the clocks of a zone are ahead of UTC; where none is written, `local` is Rome's time.
struct Zone {
  bool written = false;
  minutes ahead{0};

  Timestamp to_rome(Timestamp local) const { return written ? rome_time(local - ahead) : local; }
};

// Z or +hh:mm, at most 14 hours, to the end of the text.
std::optional<Zone> take_zone(std::string_view text) {
  if (text.empty()) return Zone{};
  if (text == "Z") return Zone{true, minutes(0)};
  const bool west = text.front() == '-';
  if (!take(text, '+') && !take(text, '-')) return std::nullopt;
  const auto hours_number = take_number(text, 2);
  if (!hours_number || !take(text, ':')) return std::nullopt;
  const auto minutes_number = take_number(text, 2);
  if (!minutes_number || *minutes_number > 59 || !text.empty()) return std::nullopt;
  const minutes ahead = hours(*hours_number) + minutes(*minutes_number);
  if (ahead > hours(14)) return std::nullopt;
  return Zone{true, west ? -ahead : ahead};
}

// Years are written with four digits.
bool has_four_digits(Timestamp stamp) {
  const year y = year_month_day(date_of(stamp)).year();
  return y >= year(1) && y <= year(9999);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  const auto date = take_date(text);
  const auto zone = take_zone(text);
  if (!date || !zone) return std::nullopt;
  const Timestamp noon = zone->to_rome(Timestamp(*date) + hours(12));
  return has_four_digits(noon) ? std::optional(date_of(noon)) : std::nullopt;
}

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  const auto date = take_date(text);
  if (!date || !take(text, 'T')) return std::nullopt;
  const auto hours_number = take_number(text, 2);
  if (!hours_number || !take(text, ':')) return std::nullopt;
  const auto minutes_number = take_number(text, 2);
  if (!minutes_number || !take(text, ':')) return std::nullopt;
  const auto seconds_number = take_number(text, 2);
  if (!seconds_number) return std::nullopt;
  bool fraction = false;
  if (take(text, '.')) {
    if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
    while (const auto digit = take_number(text, 1)) fraction |= *digit != 0;
  }
  const auto zone = take_zone(text);
  if (!zone) return std::nullopt;
  const bool midnight =
      *hours_number == 24 && *minutes_number == 0 && *seconds_number == 0 && !fraction;
  if ((*hours_number > 23 && !midnight) || *minutes_number > 59 || *seconds_number > 59)
    return std::nullopt;
  const Timestamp stamp = zone->to_rome(Timestamp(*date) + hours(*hours_number) +
                                        minutes(*minutes_number) + seconds(*seconds_number));
  return has_four_digits(stamp) ? std::optional(stamp) : std::nullopt;
}

std::string format_date(Date date) {
  const year_month_day d(date);
  return fmt::format("{:04}-{:02}-{:02}", int{d.year()}, unsigned{d.month()}, unsigned{d.day()});
}

std::string format_timestamp(Timestamp stamp) {
  const hh_mm_ss time(stamp - floor<days>(stamp));
  return fmt::format("{}T{:02}:{:02}:{:02}", format_date(date_of(stamp)), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

std::string format_date_it(Date date) {
  const year_month_day d(date);
  return fmt::format("{:02}/{:02}/{:04}", unsigned{d.day()}, unsigned{d.month()}, int{d.year()});
}

Day day_of(Date date) {
  const auto days = date.time_since_epoch().count();
  return static_cast<Day>(std::clamp<decltype(days)>(days, 0, no_day - 1));
}

}  // namespace incontro
