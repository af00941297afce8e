#include <gtest/gtest.h>
#include <incontro/decimal.h>

namespace incontro {
namespace {

TEST(Decimal, IsTheWholeNumberDigitForDigit) {
  EXPECT_EQ(decimal(0, 10'000), "0.0000");
  EXPECT_EQ(decimal(7, 10'000), "0.0007");
  EXPECT_EQ(decimal(8'312, 10'000), "0.8312");
  EXPECT_EQ(decimal(10'000, 10'000), "1.0000");
  EXPECT_EQ(decimal(831'250, 1'000'000), "0.831250");
  EXPECT_EQ(decimal(1'000'001, 1'000'000), "1.000001");
  for (std::uint32_t number = 0; number <= 1'000'000; number += 37) {
    std::string digits = decimal(number, 1'000'000);
    ASSERT_EQ(digits.size(), 8U) << digits;
    EXPECT_EQ(std::stoul(digits.erase(1, 1)), number);
  }
}

}  // namespace
}  // namespace incontro
