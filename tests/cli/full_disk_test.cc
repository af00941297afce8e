// No room for what is to be written: the program says so in words, and what it has told of as saved
// is there. Files that may not grow stand for the full disk.

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <regex>

#include "cli/process.h"
#include "support/seed.h"

namespace incontro {
namespace {

namespace fs = std::filesystem;

const std::string day = "2026-11-20";

struct Limited {
  int exit = -1;  // 128 and more: by a signal
  std::string out;
};

// The program while no file may grow beyond so many halves of a KiB. What it prints comes by a
// pipe, which has no such bound.
Limited run_limited(std::size_t half_kib, const std::vector<std::string>& arguments) {
  std::string command = "trap '' XFSZ; (ulimit -c 0; ulimit -f " + std::to_string(half_kib) +
                        "; exec " INCONTRO_PROGRAM;
  for (const std::string& argument : arguments) command += " '" + argument + "'";
  command += ") 2>&1; exit $?";
  FILE* const pipe = popen(command.c_str(), "r");
  if (!pipe) return {};
  Limited ran;
  std::array<char, 4096> bytes;
  while (const std::size_t n = fread(bytes.data(), 1, bytes.size(), pipe))
    ran.out.append(bytes.data(), n);
  const int status = pclose(pipe);
  ran.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return ran;
}

std::vector<std::string> codes_told_as_saved(const std::string& report) {
  static const std::regex saved(
      "\"code\":\"([0-9]+)\",\"title\":\"[^\"]*\",\"fate\":\"(published|replaced|closed)\"");
  std::vector<std::string> codes;
  for (std::sregex_iterator file(report.begin(), report.end(), saved), end; file != end; ++file)
    codes.push_back((*file)[1]);
  return codes;
}

// INCONTRO_FULL_DISKS: how many sizes are tried; 20 take two minutes.
std::size_t sizes() {
  const char* given = std::getenv("INCONTRO_FULL_DISKS");
  return given ? std::strtoull(given, nullptr, 10) : 6;
}

class FullDisk : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* seed : {"1", "2"})
      run_well({"generate", "--vacancies", "60", "--cvs", "60", "--seed", seed, "--day", day,
                "--archives", archives(seed)});
    run_well(importing("1", whole()));
  }

  fs::path whole() const { return directory_ / "whole"; }
  fs::path archives(const std::string& seed) const { return directory_ / ("archives" + seed); }
  std::vector<std::string> importing(const std::string& seed, const fs::path& home) const {
    return {"import",
            archives(seed) / "cvs-0001.zip",
            archives(seed) / "vacancies-0001.zip",
            "--home",
            home,
            "--now",
            day,
            "--json"};
  }

  // The records of a home whose indexes agree with it, made again where they had no room.
  static std::int64_t records_of(const fs::path& home) {
    if (run({"check", "--home", home}).exit != 0) run_well({"rebuild", "--home", home});
    const auto check = run_json({"check", "--home", home});
    EXPECT_TRUE(check.at("agree").as_bool());
    EXPECT_TRUE(check.at("lost").as_array().empty());
    const auto& records = check.at("documents").as_object();
    return records.at("vacancies").to_number<std::int64_t>() +
           records.at("cvs").to_number<std::int64_t>();
  }

  TempDir directory_;
};

TEST_F(FullDisk, AtAnySizeLosesNothingThatWasToldAsSaved) {
  std::mt19937_64 random(test_seed(15));
  std::size_t refused = 0;
  for (std::size_t round = 0; round < sizes(); ++round) {
    const std::size_t half_kib = std::size_t{1} << (3 + round * 10 / sizes());
    const std::size_t limit = half_kib + random() % half_kib;
    SCOPED_TRACE(limit);
    const fs::path home = directory_ / "home";
    fs::remove_all(home);
    fs::copy(whole(), home, fs::copy_options::recursive);

    const Limited ran = run_limited(limit, importing("2", home));
    EXPECT_LT(ran.exit, 128) << ran.out;
    EXPECT_TRUE(ran.exit == 0 || ran.exit == 1 || ran.exit == 3) << ran.exit << ran.out;
    refused += ran.exit != 0;
    for (const char* verb : {"check", "contacts"}) {
      const Limited read = run_limited(limit, {verb, "--home", home});
      EXPECT_TRUE(read.exit == 0 || read.exit == 1 || read.exit == 3)
          << verb << read.exit << read.out;
    }

    const auto told = codes_told_as_saved(ran.out);
    EXPECT_TRUE(ran.exit != 0 || told.size() == 120) << told.size();
    for (std::size_t i = 0; i < told.size(); i += 20)
      EXPECT_EQ(run({"show", told[i], "--home", home}).exit, 0);
    EXPECT_GE(records_of(home), 120 + static_cast<std::int64_t>(told.size()));
    run_well(importing("2", home));
    EXPECT_EQ(records_of(home), 240);
  }
  std::cout << refused << " of " << sizes() << " had no room\n";
  EXPECT_GT(refused, 0u);
}

}  // namespace
}  // namespace incontro
