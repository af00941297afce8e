#include <gmock/gmock.h>
#include <sys/stat.h>

#include <array>
#include <cstdio>

#include "cli/process.h"

namespace incontro {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

// What a command prints; nothing where it cannot be run.
std::string output_of(const std::string& command) {
  FILE* const pipe = popen((command + " 2>/dev/null").c_str(), "r");
  if (!pipe) return {};
  std::string text;
  std::array<char, 4096> bytes;
  while (const std::size_t n = fread(bytes.data(), 1, bytes.size(), pipe))
    text.append(bytes.data(), n);
  return pclose(pipe) == 0 ? text : std::string();
}

// The program as the linker left it.
class Hardening : public ::testing::Test {
 protected:
  void SetUp() override {
    headers_ = output_of(
        "readelf --wide --file-header --program-headers --dynamic --notes " INCONTRO_PROGRAM);
    symbols_ = output_of("readelf --wide --dyn-syms " INCONTRO_PROGRAM);
    if (headers_.empty() || symbols_.empty()) GTEST_SKIP() << "no readelf";
  }
  std::string headers_, symbols_;
};

TEST_F(Hardening, ItsPlaceInMemoryIsDrawnByLot) {
  EXPECT_THAT(headers_, HasSubstr("Position-Independent Executable"));
}

TEST_F(Hardening, WhatTheLinkerFillsInCannotBeWrittenLater) {
  EXPECT_THAT(headers_, HasSubstr("GNU_RELRO"));
  EXPECT_THAT(headers_, HasSubstr("BIND_NOW"));
}

TEST_F(Hardening, ItsStackHoldsNoCodeAndIsWatched) {
  const std::size_t stack = headers_.find("GNU_STACK");
  ASSERT_NE(stack, std::string::npos);
  EXPECT_THAT(headers_.substr(stack, headers_.find('\n', stack) - stack), Not(HasSubstr("RWE")));
  EXPECT_THAT(symbols_, HasSubstr("__stack_chk_fail"));
}

#if defined(__x86_64__)
TEST_F(Hardening, JumpsAreMarked) { EXPECT_THAT(headers_, HasSubstr("IBT, SHSTK")); }
#endif

#if defined(__OPTIMIZE__) && defined(NDEBUG)
TEST_F(Hardening, CopiesAreMeasured) { EXPECT_THAT(symbols_, HasSubstr("_chk@GLIBC")); }

// No assertion of a library can end it.
TEST_F(Hardening, LibrariesHaveNoAssertions) {
  EXPECT_THAT(symbols_, Not(HasSubstr("__assert_fail")));
}
#endif

// Under the usual umask, by which all may read what others make.
TEST(Modes, OnlyItsOwnerReadsAHome) {
  const TempDir directory;
  const fs::path home = directory / "home";
  const mode_t before = umask(022);
  run_well({"generate", "--vacancies", "5", "--cvs", "5", "--seed", "1", "--archives",
            directory / "archives"});
  run_well({"import", directory / "archives" / "cvs-0001.zip", "--home", home});
  run_well({"alerts", "add", "vacancies", "cuoco", "--owner", "anna", "--home", home});
  run_well({"rebuild", "--home", home});
  umask(before);
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(home)) {
    ++files;
    EXPECT_EQ(entry.status().permissions(),
              entry.is_directory() ? fs::perms::owner_all : fs::perms(0600))
        << entry.path();
  }
  EXPECT_GT(files, 10u);
  EXPECT_EQ(fs::status(home).permissions(), fs::perms::owner_all);
}

}  // namespace
}  // namespace incontro
