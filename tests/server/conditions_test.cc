#include "http/conditions.h"

#include <gtest/gtest.h>

#include "http/date.h"

namespace incontro::server {
namespace {

TEST(Conditions, ATagIsNamedByListsWeakTagsAndTheStar) {
  for (const char* field : {"\"abc\"", "W/\"abc\"", "\"x\", \"abc\"", "\"x\",W/\"abc\"", " * ",
                            "\"a,b\", \"abc\"", "\"abc\",\"x\"", "*"})
    EXPECT_TRUE(names_tag(field, "\"abc\"")) << field;
  for (const char* field : {"", "abc", "\"ABC\"", "\"abcd\"", "\"abc", "w/\"abc\"", "\"x, abc\"",
                            "\"x\" * ", "W/ \"abc\""})
    EXPECT_FALSE(names_tag(field, "\"abc\"")) << field;
}

TEST(Conditions, ACodingIsTakenByItsQuality) {
  for (const char* field : {"gzip", "GZIP", "deflate, gzip", "gzip;q=1", "gzip;q=0.001",
                            "gzip ; q=0.5", "*", "deflate;q=0, *;q=0.1", "br, gzip; q=1.000"})
    EXPECT_TRUE(takes_coding(field, "gzip")) << field;
  for (const char* field : {"", "identity", "gzip;q=0", "gzip; q=0.0", "gzip;Q=0.000", "*;q=0",
                            "gzip;q=0, *", "xgzip", "gzipped", "deflate"})
    EXPECT_FALSE(takes_coding(field, "gzip")) << field;
}

TEST(HttpDate, IsAsTheStandardWritesIt) {
  const auto moment = std::chrono::sys_days(std::chrono::year(1994) / 11 / 6) +
                      std::chrono::hours(8) + std::chrono::minutes(49) + std::chrono::seconds(37);
  EXPECT_EQ(http_date(moment), "Sun, 06 Nov 1994 08:49:37 GMT");
}

}  // namespace
}  // namespace incontro::server
