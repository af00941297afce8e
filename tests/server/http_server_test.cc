#include "http/http_server.h"

#include <gtest/gtest.h>

#include "running_server.h"

namespace incontro::server {
namespace {

using namespace std::chrono_literals;

TEST(HttpServer, AnswersOneRequestAfterAnotherOnAConnection) {
  RunningServer server;
  RawClient client(server.port());
  for (int i = 0; i < 3; ++i) {
    const std::string n = std::to_string(i);
    const std::string response = client.ask(get("/a?n=" + n));
    EXPECT_EQ(status_of(response), 200);
    EXPECT_EQ(body_of(response), "/a|n=" + n + "|");
  }
  for (const char* header :
       {"Content-Security-Policy: default-src 'self'", "X-Content-Type-Options: nosniff",
        "frame-ancestors 'none'",
        "Referrer-Policy: ", "\r\nDate: ", "Cross-Origin-Resource-Policy: same-origin"})
    EXPECT_NE(client.ask(get("/")).find(header), std::string::npos) << header;
}

// A browser told so by plain http would be led to a port that does not answer.
TEST(HttpServer, BrowsersAreHeldToHttpsWhereVisitorsComeByIt) {
  ServerOptions options;
  options.https = true;
  RunningServer safe(options), plain;
  const std::string header = "\r\nStrict-Transport-Security: max-age=";
  for (const char* path : {"/", "/throw"}) {
    EXPECT_NE(RawClient(safe.port()).ask(get(path)).find(header), std::string::npos) << path;
    EXPECT_EQ(RawClient(plain.port()).ask(get(path)).find(header), std::string::npos) << path;
  }
}

TEST(HttpServer, PipelinedRequestsAreAnsweredInOrder) {
  RunningServer server;
  RawClient client(server.port());
  client.send(get("/1") + "POST /2 HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc" +
              get("/3"));
  EXPECT_EQ(body_of(client.response()), "/1||");
  EXPECT_EQ(body_of(client.response()), "/2||abc");
  EXPECT_EQ(body_of(client.response()), "/3||");
}

TEST(HttpServer, HeadTellsTheLengthAndSendsNoBody) {
  RunningServer server;
  RawClient client(server.port());
  client.send("HEAD /abc HTTP/1.1\r\nHost: x\r\n\r\n" + get("/next"));
  EXPECT_NE(client.response(true).find("Content-Length: 6"), std::string::npos);
  EXPECT_EQ(body_of(client.response()), "/next||") << "nothing stood between the two answers";
}

TEST(HttpServer, CloseIsHonouredAndVersion10Closes) {
  RunningServer server;
  RawClient one(server.port()), two(server.port());
  EXPECT_EQ(status_of(one.ask(get("/", "Connection: close\r\n"))), 200);
  EXPECT_TRUE(one.closed());
  EXPECT_EQ(status_of(two.ask("GET / HTTP/1.0\r\nHost: x\r\n\r\n")), 200);
  EXPECT_TRUE(two.closed());
}

TEST(HttpServer, TooLargeHeadersAndBodiesAreToldSo) {
  RunningServer server;
  RawClient header(server.port());
  EXPECT_EQ(status_of(header.ask(get("/", "X: " + std::string(20'000, 'a') + "\r\n"))), 431);
  RawClient length(server.port());
  EXPECT_EQ(status_of(length.ask("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 65537\r\n\r\n" +
                                 std::string(65'537, 'a'))),
            413);
  RawClient line(server.port());
  EXPECT_EQ(status_of(line.ask(get("/" + std::string(20'000, 'a')))), 414);
  RawClient fits(server.port());
  EXPECT_EQ(status_of(fits.ask("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 65536\r\n\r\n" +
                               std::string(65'536, 'a'))),
            200);
}

TEST(HttpServer, WhoeverDawdlesIsCutOff) {
  ServerOptions options;
  options.limits.idle = 150ms;
  options.limits.header = 150ms;
  options.limits.body = 150ms;
  options.limits.body_bytes_per_second = 1'000'000;
  RunningServer server(options);
  for (const char* begun : {"", "GET / HTTP/1.1\r\nHost: x\r\n",
                            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab"}) {
    RawClient client(server.port());
    client.send(begun);
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_TRUE(client.closed()) << begun;
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s) << begun;
  }
  // A byte now and then does not buy time.
  RawClient drip(server.port());
  for (int i = 0; i < 10; ++i) {
    drip.send(i == 0 ? "GET / HTTP/1.1\r\n" : "X: 1\r\n");
    std::this_thread::sleep_for(50ms);
  }
  EXPECT_EQ(drip.ask("Host: x\r\n\r\n"), "");
}

TEST(HttpServer, OverloadIsToldAtOnceAndPasses) {
  ServerOptions options;
  options.workers = 1;
  options.waiting_requests = 1;
  RunningServer server(options);
  RawClient first(server.port()), second(server.port()), third(server.port());
  first.send(get("/slow"));
  server.wait_for_slow(1);
  second.send(get("/slow"));
  std::string refused;
  for (int i = 0; i < 200 && status_of(refused) != 503; ++i) {
    RawClient client(server.port());  // the second may not have been read yet
    client.send(get("/slow"));
    std::this_thread::sleep_for(5ms);
    refused = third.ask(get("/quick"));
  }
  EXPECT_EQ(status_of(refused), 503);
  EXPECT_NE(refused.find("Retry-After: "), std::string::npos);
  server.let_go();
  EXPECT_EQ(status_of(first.response()), 200);
  EXPECT_NE(status_of(second.response()), 0);
  EXPECT_EQ(status_of(third.ask(get("/quick"))), 200);
}

TEST(HttpServer, AHandlerThatThrowsIsA500AndTheConnectionGoesOn) {
  RunningServer server;
  RawClient client(server.port());
  EXPECT_EQ(status_of(client.ask(get("/throw"))), 500);
  EXPECT_EQ(status_of(client.ask(get("/"))), 200);
}

TEST(HttpServer, StoppingFinishesWhatIsRunning) {
  RunningServer server;
  RawClient busy(server.port()), idle(server.port());
  EXPECT_EQ(status_of(idle.ask(get("/"))), 200);
  busy.send(get("/slow"));
  server.wait_for_slow(1);
  std::thread later([&] {
    std::this_thread::sleep_for(100ms);
    server.let_go();
  });
  EXPECT_TRUE(server.end());
  later.join();
  const std::string response = busy.response();
  EXPECT_EQ(status_of(response), 200);
  EXPECT_NE(response.find("Connection: close"), std::string::npos);
  EXPECT_TRUE(idle.closed());
}

TEST(HttpServer, ATakenPortAndAStrangeAddressAreErrors) {
  RunningServer server;
  ServerOptions options;
  options.port = server.port();
  const auto again = HttpServer::open(options, {}, {});
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, Code::busy);
  options.address = "localhost";
  EXPECT_EQ(HttpServer::open(options, {}, {}).error().code, Code::invalid);
}

}  // namespace
}  // namespace incontro::server
