#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>
#include <thread>

#include "cli/process.h"

namespace incontro {
namespace {

using Steady = std::chrono::steady_clock;
constexpr int rounds = 6;  // a few seconds
const std::string day = "2026-11-23";

std::uint64_t seed() {
  const char* given = std::getenv("INCONTRO_SEED");
  const std::uint64_t value = given ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  std::cout << "INCONTRO_SEED=" << value << "\n";
  return value;
}

std::int64_t total(const std::string& collection, const std::string& home) {
  return run_json({"search", collection, "--home", home, "--now", day}).at("total").as_int64();
}

// An import is killed at a random moment. What was acknowledged before stays; what was not may be
// there or not, but the indexes agree with the store, and repeating the import completes it.
TEST(Crash, AKilledImportLosesNothingAndCanBeRepeated) {
  const TempDir directory;
  run_well({"generate", "--vacancies", "300", "--cvs", "300", "--seed", "5", "--day", day,
            "--archives", directory / "made"});
  const std::string acknowledged = directory / "made/cvs-0001.zip";
  const std::string cut = directory / "made/vacancies-0001.zip";

  const auto start = Steady::now();
  run_well({"import", cut, "--home", directory / "whole"});
  const std::chrono::duration<double> whole = Steady::now() - start;

  std::mt19937_64 random(seed());
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE(round);
    const std::string home = directory / ("home" + std::to_string(round));
    run_well({"import", acknowledged, "--home", home});
    {
      Child child({"import", cut, "--home", home});
      std::this_thread::sleep_for(whole * std::uniform_real_distribution<>(0, 1)(random));
      child.signal(SIGKILL);
      child.wait();
    }
    const Ran check = run({"check", "--home", home});
    EXPECT_EQ(check.exit, 0) << check.out << check.err;
    EXPECT_EQ(total("cvs", home), 300);
    const std::int64_t stored = total("vacancies", home);
    const auto report = run_json({"import", cut, "--home", home});
    std::int64_t unchanged = 0;
    for (const auto& file : report.at("archives").at(0).at("files").as_array())
      if (file.at("fate").as_string() == "unchanged") ++unchanged;
    EXPECT_EQ(unchanged, stored) << "what is found is what is stored";
    EXPECT_EQ(total("vacancies", home), 300);
    EXPECT_EQ(run({"check", "--home", home}).exit, 0);
  }
}

}  // namespace
}  // namespace incontro
