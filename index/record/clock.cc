#include <incontro/clock.h>

#include "record/rome_time.h"

namespace incontro {
namespace {

using namespace std::chrono;

// Directive 2000/84/EC: summer time runs from the last Sunday of March to the last Sunday of
// October, both at 01:00 UTC.
bool is_summer_time(sys_seconds utc) {
  const year y = year_month_day(floor<days>(utc)).year();
  const auto change = [y](month m) {
    return sys_seconds(sys_days(y / m / Sunday[last])) + hours(1);
  };
  return utc >= change(March) && utc < change(October);
}

}  // namespace

Timestamp rome_time(sys_seconds utc) { return utc + hours(is_summer_time(utc) ? 2 : 1); }

Timestamp SystemClock::now() const { return rome_time(floor<seconds>(system_clock::now())); }

}  // namespace incontro
