#include <incontro/decimal.h>

namespace incontro {

std::string decimal(std::uint32_t number, std::uint32_t one) {
  std::string text = std::to_string(number / one) + ".";
  const std::string digits = std::to_string(one + number % one);  // its noughts stay in front
  return text.append(digits, 1);
}

}  // namespace incontro
