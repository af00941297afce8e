#include <gtest/gtest.h>

#include <mutex>

#include "http/client.h"
#include "http/rate_limiter.h"
#include "running_server.h"

namespace incontro::server {
namespace {

using namespace std::chrono_literals;
namespace ip = boost::asio::ip;

std::string name_of(const char* address) { return client_of(ip::make_address(address)).name; }

std::string from(const std::string& client) { return "X-Forwarded-For: " + client + "\r\n"; }

TEST(Client, IsAnAddressOrANetworkOf64Bits) {
  EXPECT_EQ(name_of("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(name_of("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(name_of("2001:db8:1:2:3:4:5:6"), name_of("2001:db8:1:2::1"));
  EXPECT_NE(name_of("2001:db8:1:2::1"), name_of("2001:db8:1:3::1"));
  EXPECT_TRUE(client_of(ip::make_address("127.0.0.9")).local);
  EXPECT_TRUE(client_of(ip::make_address("::1")).local);
  EXPECT_TRUE(client_of(ip::make_address("::ffff:127.0.0.1")).local);
  EXPECT_FALSE(client_of(ip::make_address("10.0.0.1")).local);
}

TEST(TrustedProxies, TakeTheWordOfThoseThatAreTrustedAlone) {
  const auto trusted = TrustedProxies::parse({"10.0.0.0/8", "192.0.2.1", "2001:db8::/32"});
  ASSERT_TRUE(trusted);
  const auto origin = [&](const char* peer, const char* forwarded) {
    return trusted->origin(ip::make_address(peer), forwarded).to_string();
  };
  EXPECT_EQ(origin("10.1.2.3", "198.51.100.7"), "198.51.100.7");
  EXPECT_EQ(origin("127.0.0.1", "198.51.100.7"), "198.51.100.7");
  EXPECT_EQ(origin("2001:db8::9", "[2a00::7]:443"), "2a00::7");
  EXPECT_EQ(origin("192.0.2.1", "198.51.100.7:4711"), "198.51.100.7");
  EXPECT_EQ(origin("192.0.2.2", "198.51.100.7"), "192.0.2.2") << "not a proxy of ours";
  EXPECT_EQ(origin("10.1.2.3", "198.51.100.7, 10.9.9.9"), "198.51.100.7") << "through two of ours";
  EXPECT_EQ(origin("10.1.2.3", "203.0.113.5, 198.51.100.7"), "198.51.100.7")
      << "what stands further left anybody can write";
  EXPECT_EQ(origin("10.1.2.3", ""), "10.1.2.3");
  for (const char* nonsense : {"unknown", "1.2.3", "a, b", ",", "[::1", "999.1.1.1"})
    EXPECT_EQ(origin("10.1.2.3", nonsense), "10.1.2.3") << nonsense;
}

TEST(TrustedProxies, AMistakeIsNamed) {
  for (const char* wrong : {"proxy.example.org", "10.0.0.0/33", "10.0.0/8", "", "::1/129"}) {
    const auto trusted = TrustedProxies::parse({"10.0.0.0/8", wrong});
    ASSERT_FALSE(trusted) << wrong;
    EXPECT_EQ(trusted.error().code, Code::invalid);
    EXPECT_NE(trusted.error().message.find(wrong), std::string::npos);
  }
}

TEST(RateLimiter, GivesABurstAndThenOneAtATime) {
  RateLimiter limiter({3, 10s});
  const RateLimiter::Time begin{};
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(limiter.take("a", begin));
  EXPECT_EQ(limiter.take("a", begin), 10s);
  EXPECT_FALSE(limiter.take("b", begin)) << "another's bucket";
  EXPECT_EQ(limiter.take("a", begin + 9s), 1s);
  EXPECT_FALSE(limiter.take("a", begin + 10s));
  EXPECT_EQ(limiter.take("a", begin + 10s), 10s);
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(limiter.take("a", begin + 1h)) << "full again";
  EXPECT_TRUE(limiter.take("a", begin + 1h));
}

TEST(RateLimiter, KeepsThoseThatWereSeenLast) {
  RateLimiter limiter({1, 1h});
  const RateLimiter::Time now{};
  EXPECT_FALSE(limiter.take("busy", now));
  for (std::size_t i = 0; i < 2 * RateLimiter::most_clients; ++i) {
    EXPECT_FALSE(limiter.take("c" + std::to_string(i), now));
    if (i % 1'000 == 0) {
      EXPECT_TRUE(limiter.take("busy", now)) << i;
    }
  }
}

TEST(FairShares, AnIdleConnectionGivesWay) {
  for (const auto& [all, each] : {std::pair<std::size_t, std::size_t>{2, 100}, {100, 2}}) {
    ServerOptions options;
    options.connections = all;
    options.connections_per_address = each;
    RunningServer server(options);
    RawClient one(server.port()), two(server.port());
    EXPECT_EQ(status_of(one.ask(get("/"))), 200);
    std::this_thread::sleep_for(5ms);
    EXPECT_EQ(status_of(two.ask(get("/"))), 200);
    RawClient three(server.port());
    EXPECT_EQ(status_of(three.ask(get("/"))), 200);
    if (all == 2) {
      EXPECT_TRUE(one.closed()) << "the longest idle";
    }
    EXPECT_EQ(status_of(two.ask(get("/"))), 200);
  }
}

TEST(FairShares, WhereAllAreAtWorkTheNextIsToldSo) {
  ServerOptions options;
  options.connections = 2;
  RunningServer server(options);
  RawClient one(server.port()), two(server.port());
  one.send(get("/slow"));
  two.send(get("/slow"));
  server.wait_for_slow(2);
  RawClient three(server.port());
  EXPECT_EQ(status_of(three.response()), 503);
  server.let_go();
  EXPECT_EQ(status_of(one.response()), 200);
  EXPECT_EQ(status_of(two.response()), 200);
}

TEST(FairShares, ARequestThatIsSlowToComeGivesWayToo) {
  ServerOptions options;
  options.connections = 1;
  RunningServer server(options);
  RawClient drip(server.port());
  drip.send("GET / HTTP/1.1\r\nHost: ");
  std::this_thread::sleep_for(1'100ms);
  RawClient next(server.port());
  EXPECT_EQ(status_of(next.ask(get("/"))), 200);
  EXPECT_TRUE(drip.closed());
}

TEST(FairShares, OneClientCannotFillTheQueue) {
  ServerOptions options;
  options.workers = 1;
  options.waiting_requests = 7;  // eight in all, two of one client
  RunningServer server(options);
  std::vector<std::unique_ptr<RawClient>> greedy;
  for (int i = 0; i < 2; ++i) {
    greedy.push_back(std::make_unique<RawClient>(server.port()));
    greedy.back()->send(get("/slow", from("198.51.100.7")));
  }
  server.wait_for_slow(1);
  RawClient third(server.port()), other(server.port());
  std::string refused;
  for (int i = 0; i < 100 && status_of(refused) != 503; ++i) {
    RawClient more(server.port());  // the second may not have been read yet
    std::this_thread::sleep_for(5ms);
    more.send(get("/slow", from("198.51.100.7")));
    refused = third.ask(get("/quick", from("198.51.100.7")));
  }
  EXPECT_EQ(status_of(refused), 503);
  other.send(get("/quick", from("203.0.113.5")));
  server.let_go();
  EXPECT_EQ(status_of(other.response()), 200) << "another's place";
}

TEST(FairShares, RequestsOfAClientAreBoundedAndFreeOnesAreNot) {
  ServerOptions options;
  options.rate = {3, 1h};
  RunningServer server(options);
  RawClient client(server.port());
  for (int i = 0; i < 3; ++i) EXPECT_EQ(status_of(client.ask(get("/", from("198.51.100.7")))), 200);
  const std::string refused = client.ask(get("/", from("198.51.100.7")));
  EXPECT_EQ(status_of(refused), 429);
  EXPECT_NE(refused.find("Retry-After: 3600"), std::string::npos);
  EXPECT_EQ(status_of(client.ask(get("/free", from("198.51.100.7")))), 200);
  EXPECT_EQ(status_of(client.ask(get("/", from("203.0.113.5")))), 200);
  EXPECT_EQ(status_of(client.ask(get("/", from("2001:db8::1")))), 200);
  EXPECT_EQ(body_of(client.ask(get("/client", from("2001:db8::2")))), "2001:db8::/64");
  for (int i = 0; i < 10; ++i)
    EXPECT_EQ(status_of(client.ask(get("/"))), 200) << "the machine itself, or a silent proxy";
}

TEST(FairShares, TheLogNamesWhoeverARequestCountsFor) {
  ServerOptions options;
  options.connections = 1;
  std::mutex mutex;
  std::vector<std::string> named;
  options.log_name = [&](const Client& client) {
    const std::lock_guard lock(mutex);
    named.push_back(client.name);
    return std::string("name");
  };
  RunningServer server(options);
  {
    RawClient client(server.port());
    client.ask(get("/", from("198.51.100.7")));
    client.ask(get("/", from("2001:db8::1")));
    client.send(get("/slow"));
    server.wait_for_slow(1);
    RawClient turned_away(server.port());
    EXPECT_EQ(status_of(turned_away.response()), 503);
    server.let_go();
    client.response();
    client.ask("nonsense\r\n\r\n");
  }
  server.stop();
  EXPECT_EQ(named, (std::vector<std::string>{"198.51.100.7", "2001:db8::/64", "127.0.0.1",
                                             "127.0.0.1", "127.0.0.1"}));
}

}  // namespace
}  // namespace incontro::server
