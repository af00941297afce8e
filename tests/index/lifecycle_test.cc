#include <gtest/gtest.h>
#include <incontro/lifecycle.h>

#include "support/records.h"

namespace incontro {
namespace {

using std::chrono::days;

SystemData inserted(Date first, std::optional<Date> expires = {}) {
  SystemData system;
  system.inserted = Timestamp(first) + std::chrono::hours(23);
  system.expires = expires;
  return system;
}

TEST(Lifecycle, PublicUntilTheEarlierOfExpiryAndSixtyDays) {
  const Date first = day(2012, 12, 5);
  EXPECT_EQ(validity_of(inserted(first), default_validity_days).last, day(2013, 2, 3));
  EXPECT_EQ(validity_of(inserted(first, day(2012, 12, 10)), 60).last, day(2012, 12, 10));
  EXPECT_EQ(validity_of(inserted(first, day(2013, 2, 3)), 60).last, day(2013, 2, 3));
  EXPECT_EQ(validity_of(inserted(first, day(2014, 1, 1)), 60).last, day(2013, 2, 3));
  EXPECT_EQ(validity_of(inserted(first, day(2014, 1, 1)), 180).last, first + days(180));
}

TEST(Lifecycle, BothEndsOfTheValidityAreActive) {
  const Validity validity = validity_of(inserted(day(2012, 12, 5)), 60);
  EXPECT_EQ(state_on(validity, day(2012, 12, 4)), State::scheduled);
  EXPECT_EQ(state_on(validity, day(2012, 12, 5)), State::active);
  EXPECT_EQ(state_on(validity, day(2013, 2, 3)), State::active);
  EXPECT_EQ(state_on(validity, day(2013, 2, 4)), State::expired);
}

TEST(Lifecycle, ARecordThatExpiredBeforeItsInsertionIsNeverActive) {
  const Validity validity = validity_of(inserted(day(2012, 12, 5), day(2012, 12, 1)), 60);
  EXPECT_EQ(state_on(validity, day(2012, 12, 4)), State::scheduled);
  EXPECT_EQ(state_on(validity, day(2012, 12, 5)), State::expired);
}

}  // namespace
}  // namespace incontro
