// Framings and addresses as they come from careless and from hostile clients, in the pieces in
// which a network may bring them: the verdict must not depend on the pieces, and the server must go
// on.

#include <gtest/gtest.h>

#include "running_server.h"

namespace incontro::server {
namespace {

struct Framing {
  const char* name;
  std::string bytes;
  int status;
  bool closes = true;
};

const std::string inner = "GET /inner HTTP/1.1\r\nHost: x\r\n\r\n";
const std::string post = "POST / HTTP/1.1\r\nHost: x\r\n";

const std::vector<Framing>& framings() {
  static const std::vector<Framing> table = {
      // What is right.
      {"plain", "GET / HTTP/1.1\r\nHost: x\r\n\r\n", 200, false},
      {"1.0 without a host", "GET / HTTP/1.0\r\n\r\n", 200},
      {"1.0 with keep-alive", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", 200, false},
      {"empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 200, false},
      {"absolute target", "GET http://y/a?b HTTP/1.1\r\nHost: x\r\n\r\n", 200, false},
      {"empty lines before", "\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", 200, false},
      {"blanks around a value", "GET / HTTP/1.1\r\nHost: \t x \t\r\n\r\n", 200, false},
      {"no blank after the colon", "GET / HTTP/1.1\r\nHost:x\r\n\r\n", 200, false},
      {"an empty field", "GET / HTTP/1.1\r\nHost: x\r\nX:\r\n\r\n", 200, false},
      {"body", post + "Content-Length: 3\r\n\r\nabc", 200, false},
      {"body of line ends", post + "Content-Length: 4\r\n\r\n\r\n\r\n", 200, false},
      {"length with zeros", post + "Content-Length: 003\r\n\r\nabc", 200, false},
      {"GET with a body", "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc", 200, false},
      {"options of all", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", 200, false},
      {"close", "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 200},
      {"fragment", "GET /a#b HTTP/1.1\r\nHost: x\r\n\r\n", 200, false},
      // Transfer-Encoding: nothing of ours needs one.
      {"chunked", post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 411},
      {"last chunk in two pieces", post + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r", 411},
      {"chunked without chunks", post + "Transfer-Encoding: chunked\r\n\r\n", 411},
      {"chunked and a length",
       post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + inner, 400},
      {"identity", post + "Transfer-Encoding: identity\r\n\r\n" + inner, 400},
      {"chunked, identity", post + "Transfer-Encoding: chunked, identity\r\n\r\n" + inner, 400},
      {"chunked twice",
       post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"xchunked", post + "Transfer-Encoding: xchunked\r\n\r\n" + inner, 400},
      {"chunked on 1.0",
       "POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + inner, 400},
      {"chunked behind a vertical tab",
       post +
           "Transfer-Encoding: \x0B"
           "chunked\r\n\r\n0\r\n\r\n" +
           inner,
       400},
      // Lengths.
      {"two lengths", post + "Content-Length: 0\r\nContent-Length: 44\r\n\r\n" + inner, 400},
      {"same length twice", post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400},
      {"signed length", post + "Content-Length: +0\r\n\r\n" + inner, 400},
      {"negative length", post + "Content-Length: -1\r\n\r\n" + inner, 400},
      {"length list", post + "Content-Length: 3, 3\r\n\r\nabc", 400},
      {"hexadecimal length", post + "Content-Length: 0x3\r\n\r\nabc", 400},
      {"length that overflows", post + "Content-Length: 18446744073709551619\r\n\r\nabc", 400},
      {"empty length", post + "Content-Length:\r\n\r\n" + inner, 400},
      {"too long a body", post + "Content-Length: 65537\r\n\r\n", 413},
      {"unknown expectation", post + "Expect: a-miracle\r\nContent-Length: 3\r\n\r\nabc", 417},
      // Lines and signs.
      {"bare line feeds", "GET / HTTP/1.1\nHost: x\n\n" + inner, 400},
      {"bare line feed in the middle", "GET / HTTP/1.1\r\nHost: x\nX: 1\r\n\r\n" + inner, 400},
      {"bare carriage return", "GET / HTTP/1.1\r\nHost: x\r\nX: 1\rY: 2\r\n\r\n" + inner, 400},
      {"two carriage returns", "GET / HTTP/1.1\r\nHost: x\r\r\n\r\n" + inner, 400},
      {"folded line", "GET / HTTP/1.1\r\nHost: x\r\nX: 1\r\n 2\r\n\r\n" + inner, 400},
      {"line folded with a tab", post + "X: 1\r\n\tContent-Length: 3\r\n\r\nabc", 400},
      {"blank before the first field", "GET / HTTP/1.1\r\n Host: x\r\n\r\n" + inner, 400},
      {"blank before the request", " GET / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"too many empty lines", "\r\n\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"NUL", std::string("GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n", 38), 400},
      {"blank before the colon", post + "Content-Length : 0\r\n\r\n" + inner, 400},
      {"no colon", "GET / HTTP/1.1\r\nHost: x\r\nnonsense\r\n\r\n" + inner, 400},
      {"no name", "GET / HTTP/1.1\r\nHost: x\r\n: 1\r\n\r\n" + inner, 400},
      {"name in brackets", "GET / HTTP/1.1\r\nHost: x\r\n(X): 1\r\n\r\n" + inner, 400},
      {"two blanks in the request line", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n" + inner, 400},
      {"tab in the request line", "GET\t/ HTTP/1.1\r\nHost: x\r\n\r\n" + inner, 400},
      {"TLS", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) + "\r\n\r\n", 400},
      {"nothing but a version", "HTTP/1.1\r\n\r\n", 400},
      // Whom and what.
      {"no host", "GET / HTTP/1.1\r\n\r\n" + inner, 400},
      {"two hosts", "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n" + inner, 400},
      {"two hosts on 1.0", "GET / HTTP/1.0\r\nHost: x\r\nHost: y\r\n\r\n" + inner, 400},
      {"host with a user", "GET / HTTP/1.1\r\nHost: u@x\r\n\r\n" + inner, 400},
      {"absolute target with a user", "GET http://u@x/ HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"absolute target without a host", "GET http:///a HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"star without OPTIONS", "GET * HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"no slash", "GET offerte HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"bytes above ASCII in the target", "GET /\xC3\xA8 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"too long a target", "GET /" + std::string(9'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n",
       414},
      {"unknown method", "PURGE / HTTP/1.1\r\nHost: x\r\n\r\n", 501},
      {"small method", "get / HTTP/1.1\r\nHost: x\r\n\r\n", 501},
      {"connect", "CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n", 501},
      {"version 2.0", "GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505},
      {"version 1.2", "GET / HTTP/1.2\r\nHost: x\r\n\r\n", 505},
      {"small version", "GET / http/1.1\r\nHost: x\r\n\r\n", 505},
      {"long version", "GET / HTTP/1.11\r\nHost: x\r\n\r\n", 505},
  };
  return table;
}

// What came before the connection was closed, or one answer of a connection that stays open.
void expect_verdict(RunningServer& server, const Framing& framing,
                    const std::vector<std::string_view>& pieces, const std::string& how) {
  RawClient client(server.port());
  ASSERT_TRUE(client.open()) << framing.name << how;
  for (const std::string_view piece : pieces) client.send(piece);
  EXPECT_EQ(status_of(client.response()), framing.status) << framing.name << how;
  if (framing.closes)
    EXPECT_TRUE(client.closed()) << framing.name << how;
  else
    EXPECT_EQ(status_of(client.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n")), 200)
        << framing.name << how;
}

TEST(Framing, AtOnce) {
  RunningServer server;
  for (const Framing& framing : framings())
    expect_verdict(server, framing, {framing.bytes}, ", at once");
}

TEST(Framing, ByteByByte) {
  RunningServer server;
  for (const Framing& framing : framings()) {
    if (framing.bytes.size() > 1'000) continue;
    std::vector<std::string_view> pieces;
    for (std::size_t i = 0; i < framing.bytes.size(); ++i)
      pieces.push_back(std::string_view(framing.bytes).substr(i, 1));
    expect_verdict(server, framing, pieces, ", byte by byte");
  }
}

TEST(Framing, InTwoPiecesAtEveryCut) {
  RunningServer server;
  for (const Framing& framing : framings()) {
    if (framing.bytes.size() > 1'000) continue;
    const std::string_view bytes = framing.bytes;
    for (std::size_t cut = 1; cut < bytes.size(); ++cut)
      expect_verdict(server, framing, {bytes.substr(0, cut), bytes.substr(cut)},
                     ", cut at " + std::to_string(cut));
  }
}

TEST(Framing, TheBodyIsWhatTheLengthSays) {
  RunningServer server;
  RawClient client(server.port());
  const std::string answer =
      client.ask("POST /f HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab\r\nc" + inner);
  EXPECT_EQ(body_of(answer), "/f||ab\r\nc");
  EXPECT_EQ(body_of(client.response()), "/inner||");
}

TEST(Framing, AnAbsoluteTargetReplacesTheHost) {
  RunningServer server;
  RawClient client(server.port());
  EXPECT_EQ(body_of(client.ask("GET http://y:81/host HTTP/1.1\r\nHost: x\r\n\r\n")), "y:81");
  EXPECT_EQ(body_of(client.ask("GET /host HTTP/1.1\r\nHost: x\r\n\r\n")), "x");
}

}  // namespace
}  // namespace incontro::server
