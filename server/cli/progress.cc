#include "cli/progress.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>

namespace incontro::cli {
namespace {

using Steady = std::chrono::steady_clock;
constexpr std::uint64_t bar_width = 30;

}  // namespace

ProgressBar::ProgressBar() : terminal_(isatty(STDERR_FILENO) == 1), next_(Steady::now()) {}

ProgressBar::~ProgressBar() {
  if (drawn_) fmt::print(stderr, "\r\033[K");
}

void ProgressBar::show(std::string_view what, std::uint64_t done, std::uint64_t total) {
  if (!terminal_ || total == 0 || (Steady::now() < next_ && done != total)) return;
  next_ = Steady::now() + std::chrono::milliseconds(100);
  const auto filled = static_cast<std::size_t>(std::min(done, total) * bar_width / total);
  fmt::print(stderr, "\r\033[K{} [{:<{}}] {}/{}", what, std::string(filled, '#'), bar_width,
             grouped(done), grouped(total));
  std::fflush(stderr);
  drawn_ = true;
}

std::string grouped(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += '.';
    text += digits[i];
  }
  return text;
}

std::string decimal_it(double number) {
  std::string text = fmt::format("{:.1f}", number);
  std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string seconds_it(Steady::duration elapsed) {
  return decimal_it(std::chrono::duration<double>(elapsed).count());
}

}  // namespace incontro::cli
