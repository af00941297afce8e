#include <gtest/gtest.h>
#include <incontro/clock.h>

#include <cstdio>
#include <cstdlib>

#include "record/rome_time.h"
#include "support/records.h"

namespace incontro {
namespace {

using std::chrono::days;

TEST(Date, IsReadStrictly) {
  EXPECT_EQ(parse_date("2012-12-05"), day(2012, 12, 5));
  EXPECT_EQ(parse_date("2012-02-29"), day(2012, 2, 29));
  EXPECT_EQ(parse_date("2012-12-05Z"), day(2012, 12, 5));
  EXPECT_EQ(parse_date("2012-12-05-14:00"), day(2012, 12, 5));
  for (const char* bad :
       {"", "2013-02-29", "2012-13-01", "2012-00-10", "2012-1-05", "12-12-05", "0000-01-01",
        "2012-12-05 ", " 2012-12-05", "2012/12/05", "2012-12-05+14:01", "2012-12-05+1:00",
        "2012-12-05T00:00:00", "2012-12-0x", "-2012-12-05"})
    EXPECT_FALSE(parse_date(bad)) << bad;
}

TEST(Timestamp, IsReadWithItsFractionAndZoneDropped) {
  using namespace std::chrono_literals;
  const Timestamp nine = Timestamp(day(2012, 12, 5)) + 9h;
  for (const char* good : {"2012-12-05T09:00:00", "2012-12-05T09:00:00.25", "2012-12-05T09:00:00Z",
                           "2012-12-05T09:00:00.0+01:00"})
    EXPECT_EQ(parse_timestamp(good), nine) << good;
  EXPECT_EQ(parse_timestamp("2012-12-05T24:00:00"), Timestamp(day(2012, 12, 6)));
  for (const char* bad :
       {"2012-12-05", "2012-12-05T24:00:01", "2012-12-05T24:00:00.5", "2012-12-05T09:60:00",
        "2012-12-05T09:00:60", "2012-12-05T09:00", "2012-12-05T09:00:00.", "2012-12-05t09:00:00",
        "2012-12-05T9:00:00", "2012-12-05T09:00:00+15:00"})
    EXPECT_FALSE(parse_timestamp(bad)) << bad;
}

TEST(Date, IsWrittenAsItIsRead) {
  for (Date d = day(1899, 12, 25); d < day(1900, 3, 5); d += days(1))
    EXPECT_EQ(parse_date(format_date(d)), d);
  EXPECT_EQ(format_date_it(day(2012, 2, 9)), "09/02/2012");
  EXPECT_EQ(format_timestamp(Timestamp(day(2012, 12, 5)) + std::chrono::seconds(3'661)),
            "2012-12-05T01:01:01");
}

TEST(Clock, OfRomeGoesForwardAndBackOnTheLastSundaysOfMarchAndOctober) {
  using namespace std::chrono_literals;
  const struct {
    Timestamp utc;
    std::chrono::hours ahead;
  } cases[] = {
      {Timestamp(day(2012, 1, 1)), 1h},
      {Timestamp(day(2012, 3, 25)) + 1h - 1s, 1h},
      {Timestamp(day(2012, 3, 25)) + 1h, 2h},
      {Timestamp(day(2012, 7, 15)), 2h},
      {Timestamp(day(2012, 10, 28)) + 1h - 1s, 2h},
      {Timestamp(day(2012, 10, 28)) + 1h, 1h},
      {Timestamp(day(2026, 3, 29)) + 1h, 2h},
      {Timestamp(day(2026, 10, 25)) + 1h, 1h},
      {Timestamp(day(2024, 3, 31)) + 1h - 1s, 1h},  // a change on the last day of its month
      {Timestamp(day(2024, 3, 31)) + 1h, 2h},
      {Timestamp(day(2012, 12, 31)) + 23h, 1h},
  };
  for (const auto& [utc, ahead] : cases)
    EXPECT_EQ(rome_time(utc) - utc, ahead) << format_timestamp(utc);
}

TEST(Clock, OfTheMachineIsOneOrTwoHoursAheadOfUniversalTime) {
  const auto ahead = SystemClock().now() -
                     std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  EXPECT_GE(ahead, std::chrono::hours(1));
  EXPECT_LE(ahead, std::chrono::hours(2) + std::chrono::seconds(1));
}

TEST(Zones, TheSameInstantHasTheSameTimeInRome) {
  using namespace std::chrono;
  const Timestamp midnight = day(2014, 1, 15);
  for (const char* text :
       {"2014-01-15T00:00:00", "2014-01-14T23:00:00Z", "2014-01-15T00:00:00+01:00",
        "2014-01-14T18:00:00-05:00", "2014-01-15T04:30:00+05:30"})
    EXPECT_EQ(parse_timestamp(text), midnight) << text;
  EXPECT_EQ(parse_timestamp("2014-07-01T22:30:00Z"), Timestamp(day(2014, 7, 2)) + minutes(30));
  // Around both changes of 2014: a second before, and the second itself.
  EXPECT_EQ(parse_timestamp("2014-03-30T00:59:59Z"),
            Timestamp(day(2014, 3, 30)) + hours(2) - seconds(1));
  EXPECT_EQ(parse_timestamp("2014-03-30T01:00:00Z"), Timestamp(day(2014, 3, 30)) + hours(3));
  EXPECT_EQ(parse_timestamp("2014-10-26T00:59:59Z"),
            Timestamp(day(2014, 10, 26)) + hours(3) - seconds(1));
  EXPECT_EQ(parse_timestamp("2014-10-26T01:00:00Z"), Timestamp(day(2014, 10, 26)) + hours(2));
  EXPECT_FALSE(parse_timestamp("0001-01-01T00:00:00+14:00"));
  EXPECT_FALSE(parse_timestamp("9999-12-31T23:30:00Z"));
}

TEST(Zones, ADayElsewhereIsTheDayThatRomeHasAtItsNoon) {
  for (const char* text : {"2014-01-15", "2014-01-15Z", "2014-01-15+01:00", "2014-01-15+02:00",
                           "2014-01-15-05:00", "2014-01-15-10:00", "2014-01-15+12:00"})
    EXPECT_EQ(parse_date(text), day(2014, 1, 15)) << text;
  EXPECT_EQ(parse_date("2014-01-15+14:00"), day(2014, 1, 14));
}

TEST(Zones, ForEveryOffsetTheInstantDecides) {
  using namespace std::chrono;
  for (int quarter = -14 * 4; quarter <= 14 * 4; ++quarter)
    for (const auto start : {day(2014, 3, 30), day(2014, 10, 26), day(2014, 12, 31)})
      for (int hour = -3; hour <= 3; ++hour) {
        const Timestamp utc = Timestamp(start) + hours(hour);
        const minutes ahead(15 * quarter);
        char zone[8];
        std::snprintf(zone, sizeof zone, "%c%02d:%02d", quarter < 0 ? '-' : '+',
                      static_cast<int>(std::abs(ahead.count()) / 60),
                      static_cast<int>(std::abs(ahead.count()) % 60));
        EXPECT_EQ(parse_timestamp(format_timestamp(utc + ahead) + zone),
                  parse_timestamp(format_timestamp(utc) + "Z"))
            << zone;
      }
}

}  // namespace
}  // namespace incontro
