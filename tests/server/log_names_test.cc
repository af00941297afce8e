#include "http/log_names.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <set>

#include "support/records.h"
#include "support/temp_dir.h"

namespace incontro::server {
namespace {

const Date monday = day(2026, 11, 23);

std::string client_of(const std::string& name, const std::filesystem::path& file) {
  const auto keys = read_log_keys(file);
  EXPECT_TRUE(keys);
  const auto traced = client_of_log_name(name, *keys);
  return traced ? traced->client : "";
}

TEST(LogNames, SayWhoItWasAndShowNothing) {
  const TempDir directory;
  LogNames names(directory / "keys");
  std::set<std::string> all;
  for (const std::string client : {"192.0.2.7", "0.0.0.0", "255.255.255.255", "127.0.0.1",
                                   "2001:db8:0:1::/64", "2a00:1450:4009:81f::/64", "::/64"}) {
    const std::string name = names.name_of(client, monday);
    EXPECT_EQ(name.size(), 32U);
    EXPECT_EQ(name, names.name_of(client, monday)) << "the same all day";
    EXPECT_TRUE(all.insert(name).second) << client;
    EXPECT_EQ(client_of(name, directory / "keys"), client);
  }
  EXPECT_EQ(names.name_of("nobody", monday), "-");
}

TEST(LogNames, TellNobodyOfOtherDaysOrServers) {
  const TempDir directory;
  LogNames names(directory / "keys"), others("");
  const std::string name = names.name_of("192.0.2.7", monday);
  EXPECT_NE(name, names.name_of("192.0.2.7", monday + std::chrono::days(1)));
  EXPECT_NE(name, others.name_of("192.0.2.7", monday));
  EXPECT_EQ(client_of(others.name_of("192.0.2.7", monday), directory / "keys"), "");
}

TEST(LogNames, TheKeyOfADayIsGoneAfterSevenDays) {
  const TempDir directory;
  const std::string name = LogNames(directory / "keys").name_of("192.0.2.7", monday);
  LogNames names(directory / "keys");  // after the server was started anew
  names.name_of("192.0.2.8", monday + std::chrono::days(6));
  EXPECT_EQ(client_of(name, directory / "keys"), "192.0.2.7");
  names.name_of("192.0.2.8", monday + std::chrono::days(7));
  EXPECT_EQ(client_of(name, directory / "keys"), "");
  EXPECT_EQ(read_log_keys(directory / "keys")->size(), 2U);
}

TEST(LogNames, AClockThatWasWrongLeavesNoKeyForEver) {
  const TempDir directory;
  LogNames(directory / "keys").name_of("192.0.2.7", day(2099, 1, 1));
  LogNames(directory / "keys").name_of("192.0.2.7", monday);
  EXPECT_EQ(read_log_keys(directory / "keys")->size(), 1U);
}

TEST(LogNames, KeysAreTheOwnersAlone) {
  const TempDir directory;
  const mode_t before = umask(0);
  LogNames(directory / "keys").name_of("192.0.2.7", monday);
  umask(before);
  struct stat status {};
  ASSERT_EQ(stat((directory / "keys").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
}

TEST(LogNames, WithoutAFileClientsHaveNamesAllTheSame) {
  const TempDir directory;
  LogNames names(directory / "absent" / "keys");
  const std::string name = names.name_of("192.0.2.7", monday);
  EXPECT_EQ(name.size(), 32U);
  EXPECT_EQ(name, names.name_of("192.0.2.7", monday));
}

TEST(LogNames, NonsenseIsNobodysNameAndNoKeys) {
  const TempDir directory;
  LogNames names(directory / "keys");
  const std::string name = names.name_of("192.0.2.7", monday);
  std::string other = name;
  other.back() = other.back() == '0' ? '1' : '0';
  for (const std::string& text :
       {std::string(), std::string("-"), name + "0", name.substr(1), std::string(32, 'z'), other})
    EXPECT_EQ(client_of(text, directory / "keys"), "") << text;
  for (const char* line : {"2026-11-23", "2026-11-23 00", "monday 00", " "}) {
    std::ofstream(directory / "keys") << line << '\n';
    const auto keys = read_log_keys(directory / "keys");
    ASSERT_FALSE(keys) << line;
    EXPECT_EQ(keys.error().code, Code::corrupt);
  }
  EXPECT_TRUE(read_log_keys(directory / "absent")->empty());
}

}  // namespace
}  // namespace incontro::server
