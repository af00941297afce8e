#include "http/http_server.h"

#include <gtest/gtest.h>

#include <atomic>

#include "http_client.h"

namespace incontro::server {
namespace {

using namespace std::chrono_literals;

// A server that says what it was asked; /slow waits until it is let go.
class Running {
 public:
  explicit Running(ServerOptions options = {}) {
    auto opened = HttpServer::open(
        options, [this](const Request& request) { return answer(request); },
        [](unsigned status, std::string_view) {
          Response response;
          response.status = status;
          response.body = "refused";
          if (status == 503) response.headers.emplace_back("Retry-After", "1");
          return response;
        });
    if (!opened) return;
    server_ = std::move(*opened);
    thread_ = std::thread([this] { done_ = static_cast<bool>(server_->run(false)); });
  }
  ~Running() { stop(); }

  unsigned short port() const { return server_->port(); }
  void let_go() { go_ = true; }
  void wait_for_slow(int n) const {
    while (slow_ < n) std::this_thread::sleep_for(1ms);
  }
  bool stop() {
    go_ = true;
    return end();
  }
  bool end() {
    if (!thread_.joinable()) return done_;
    server_->stop();
    thread_.join();
    return done_;
  }

 private:
  Response answer(const Request& request) {
    if (request.path == "/throw") throw std::runtime_error("on purpose");
    if (request.path == "/slow") {
      ++slow_;
      while (!go_) std::this_thread::sleep_for(1ms);
    }
    Response response;
    response.body = request.path + "|" + request.query + "|" + request.body;
    return response;
  }

  std::unique_ptr<HttpServer> server_;
  std::thread thread_;
  std::atomic<bool> go_ = false, done_ = false;
  std::atomic<int> slow_ = 0;
};

std::string get(const std::string& target, const std::string& more = "") {
  return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
}

std::string body_of(const std::string& response) {
  return response.substr(std::min(response.size(), response.find("\r\n\r\n") + 4));
}

TEST(HttpServer, AnswersOneRequestAfterAnotherOnAConnection) {
  Running server;
  RawClient client(server.port());
  for (int i = 0; i < 3; ++i) {
    const std::string n = std::to_string(i);
    const std::string response = client.ask(get("/a?n=" + n));
    EXPECT_EQ(status_of(response), 200);
    EXPECT_EQ(body_of(response), "/a|n=" + n + "|");
  }
  for (const char* header :
       {"Content-Security-Policy: default-src 'self'", "X-Content-Type-Options: nosniff",
        "frame-ancestors 'none'", "Referrer-Policy: "})
    EXPECT_NE(client.ask(get("/")).find(header), std::string::npos) << header;
}

TEST(HttpServer, PipelinedRequestsAreAnsweredInOrder) {
  Running server;
  RawClient client(server.port());
  client.send(get("/1") + "POST /2 HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc" +
              get("/3"));
  EXPECT_EQ(body_of(client.response()), "/1||");
  EXPECT_EQ(body_of(client.response()), "/2||abc");
  EXPECT_EQ(body_of(client.response()), "/3||");
}

TEST(HttpServer, HeadTellsTheLengthAndSendsNoBody) {
  Running server;
  RawClient client(server.port());
  client.send("HEAD /abc HTTP/1.1\r\nHost: x\r\n\r\n" + get("/next"));
  EXPECT_NE(client.response(true).find("Content-Length: 6"), std::string::npos);
  EXPECT_EQ(body_of(client.response()), "/next||") << "nothing stood between the two answers";
}

TEST(HttpServer, CloseIsHonouredAndVersion10Closes) {
  Running server;
  RawClient one(server.port()), two(server.port());
  EXPECT_EQ(status_of(one.ask(get("/", "Connection: close\r\n"))), 200);
  EXPECT_TRUE(one.closed());
  EXPECT_EQ(status_of(two.ask("GET / HTTP/1.0\r\nHost: x\r\n\r\n")), 200);
  EXPECT_TRUE(two.closed());
}

TEST(HttpServer, SmuggledFramingsAreRefusedAndTheConnectionEnds) {
  Running server;
  const std::string inner = "GET /admin HTTP/1.1\r\nHost: x\r\n\r\n";
  for (const std::string& request : {
           "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: "
           "chunked\r\n\r\n0\r\n\r\n" +
               inner,
           "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: identity\r\n\r\n" + inner,
           "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n" + inner,
           "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 44\r\n\r\n" + inner,
           "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +0\r\n\r\n" + inner,
           "POST / HTTP/1.1\r\nHost: x\r\nContent-Length : 0\r\n\r\n" + inner,
           "POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + inner,
           "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n" + inner,
           "GET / HTTP/1.1\r\n\r\n" + inner,
           "GET http://y/ HTTP/1.1\r\nHost: x\r\n\r\n" + inner,
           "GET / HTTP/1.1\nHost: x\n\n" + inner,
           "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n" + inner,
           std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) + "\r\n\r\n",
       }) {
    RawClient client(server.port());
    const std::string response = client.ask(request);
    EXPECT_EQ(status_of(response), 400) << request;
    EXPECT_TRUE(client.closed()) << request;
  }
}

TEST(HttpServer, ChunkedBodiesAreRead) {
  Running server;
  RawClient client(server.port());
  EXPECT_EQ(body_of(client.ask("POST /f HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                               "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")),
            "/f||abcde");
}

TEST(HttpServer, TooLargeHeadersAndBodiesAreToldSo) {
  Running server;
  RawClient header(server.port());
  EXPECT_EQ(status_of(header.ask(get("/", "X: " + std::string(20'000, 'a') + "\r\n"))), 431);
  RawClient length(server.port());
  EXPECT_EQ(status_of(length.ask("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 65537\r\n\r\n" +
                                 std::string(65'537, 'a'))),
            413);
  RawClient chunks(server.port());
  std::string body;
  for (int i = 0; i < 20; ++i) body += "1000\r\n" + std::string(4'096, 'a') + "\r\n";
  EXPECT_EQ(status_of(chunks.ask(
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + body)),
            413);
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
  Running server(options);
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
  Running server(options);
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

TEST(HttpServer, ConnectionsAreCappedInAllAndPerAddress) {
  for (const auto& [all, each] : {std::pair<std::size_t, std::size_t>{2, 100}, {100, 2}}) {
    ServerOptions options;
    options.connections = all;
    options.connections_per_address = each;
    Running server(options);
    RawClient one(server.port()), two(server.port());
    EXPECT_EQ(status_of(one.ask(get("/"))), 200);
    EXPECT_EQ(status_of(two.ask(get("/"))), 200);
    {
      RawClient three(server.port());
      EXPECT_EQ(status_of(three.response()), 503);
    }
    EXPECT_EQ(status_of(two.ask(get("/"))), 200);
  }
}

TEST(HttpServer, AHandlerThatThrowsIsA500AndTheConnectionGoesOn) {
  Running server;
  RawClient client(server.port());
  EXPECT_EQ(status_of(client.ask(get("/throw"))), 500);
  EXPECT_EQ(status_of(client.ask(get("/"))), 200);
}

TEST(HttpServer, StoppingFinishesWhatIsRunning) {
  Running server;
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
  Running server;
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
