// Addresses as people and programs write them, and the links that pages make.

#include <set>

#include "http/limits.h"
#include "portal_fixture.h"

namespace incontro::server {
namespace {

TEST(Addresses, ASlashAtTheEndLeadsToThePage) {
  Portal portal;
  for (const char* path : {"/offerte", "/curricula", "/contatti", "/healthz", "/api/v1/vacancies",
                           "/api/v1/suggest", "/offerte/X", "/curricula/X/offerte"}) {
    const Response moved = portal.get(std::string(path) + "/?q=C%2B%2B&x=1");
    EXPECT_EQ(moved.status, 308) << path;
    EXPECT_EQ(header(moved, "Location"), std::string(path) + "?q=C%2B%2B&x=1");
    EXPECT_EQ(header(portal.get(std::string(path) + "//"), "Location"), path);
  }
  for (const char* path : {"//", "//offerte/", "/nulla/", "//evil.example/", "///"})
    EXPECT_EQ(portal.get(path).status, 404) << path;
}

TEST(Addresses, OptionsTellTheMethods) {
  Portal portal;
  const auto ask = [&](const char* path) { return portal.ask(Portal::to(Method::options, path)); };
  EXPECT_EQ(header(ask("*"), "Allow"), "GET, HEAD, POST, OPTIONS");
  EXPECT_EQ(ask("/contatti").status, 204);
  EXPECT_EQ(header(ask("/contatti"), "Allow"), "GET, HEAD, POST, OPTIONS");
  EXPECT_EQ(header(ask("/offerte"), "Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(ask("/nulla").status, 404);
}

// Whatever was typed, no link of the page is longer than what is taken, and each is answered.
void expect_links_work(Portal& portal, const std::string& address) {
  const Response page = portal.get(address);
  ASSERT_EQ(page.status, 200) << address.substr(0, 80);
  std::set<std::string> seen;
  for (const std::string& link : links_in(page.body)) {
    if (!link.starts_with('/') || !seen.insert(link).second) continue;
    EXPECT_LE(link.size(), most_target_bytes) << link.substr(0, 80);
    const unsigned status = portal.get(link).status;
    EXPECT_TRUE(status == 200 || status == 303) << status << " " << link.substr(0, 80);
  }
  EXPECT_GT(seen.size(), 5u);
}

TEST(Addresses, LinksWorkWhateverWasTyped) {
  Portal portal;
  for (int i = 0; i < 30; ++i) portal.home().apply(Record(vacancy_of(i)));
  for (const std::string& typed :
       {std::string("C++ C# R&D A+ 100% «x» <b> perché \"a b\" l'una;=?/\\"),
        std::string(1'300, 'x'), std::string(900, '\''), std::string("-esclusa pref* (a OR b)")})
    for (const char* path : {"/offerte?q=", "/curricula?q=", "/offerte?dove="})
      expect_links_work(portal, path + percent_encode(typed));
}

TEST(Addresses, ATextThatIsTooLongIsToldOf) {
  Portal portal;
  for (const std::string& typed : {std::string(4'200, 'x'), std::string(2'000, '+')}) {
    const Response page = portal.get("/offerte?q=" + percent_encode(typed));
    EXPECT_EQ(page.status, 414);
    EXPECT_TRUE(contains(page.body, "troppo lungo"));
  }
}

}  // namespace
}  // namespace incontro::server
