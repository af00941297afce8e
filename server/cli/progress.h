#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace incontro::cli {

// A line on stderr that is drawn over itself, at most ten times a second; nothing at all unless
// stderr is a terminal. One thread at a time.
class ProgressBar {
 public:
  ProgressBar();
  ~ProgressBar();  // wipes the line
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(std::string_view what, std::uint64_t done, std::uint64_t total);

 private:
  bool terminal_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point next_;
};

// 1234567 -> "1.234.567", as it is written in Italian.
std::string grouped(std::uint64_t number);
// 12.34 -> "12,3"
std::string decimal_it(double number);
std::string seconds_it(std::chrono::steady_clock::duration elapsed);

}  // namespace incontro::cli
