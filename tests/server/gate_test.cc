#include "http/gate.h"

#include <gtest/gtest.h>

namespace incontro::server {
namespace {

using Fields = std::vector<std::pair<std::string_view, std::string_view>>;

struct Case {
  const char* name;
  const char* method;
  std::string target;
  Fields fields;
  unsigned version = 11;
};

// The status; 0: it passes.
unsigned refused(const Case& c) {
  const auto refusal = refuse({c.version, c.method, c.target, c.fields});
  return refusal ? refusal->status : 0;
}

const std::pair<std::string_view, std::string_view> host = {"Host", "lavoro.example.org"};

TEST(Gate, PassesHonestRequests) {
  const Case cases[] = {
      {"plain", "GET", "/", {host}},
      {"head", "HEAD", "/offerte?q=C%2B%2B", {host}},
      {"port", "GET", "/", {{"Host", "127.0.0.1:8080"}}},
      {"v6", "GET", "/", {{"Host", "[::1]:8080"}}},
      {"v6 without port", "GET", "/", {{"host", "[2001:db8::1]"}}},
      {"lower case", "GET", "/", {{"host", "localhost"}}},
      {"form", "POST", "/contatti", {host, {"Content-Length", "12"}}},
      {"empty form", "POST", "/contatti", {host, {"Content-Length", "0"}}},
      {"expects to go on", "POST", "/contatti", {host, {"Expect", "100-Continue"}}},
      {"old version without a host", "GET", "/healthz", {}, 10},
      {"empty host", "GET", "/", {{"Host", ""}}},
      {"absolute form", "GET", "http://lavoro.example.org/a?b", {host}},
      {"absolute form, https and a port", "GET", "HTTPS://[::1]:8443", {host}},
      {"star", "OPTIONS", "*", {host}},
      {"fragment", "GET", "/a#b", {host}},
      {"old version", "GET", "/", {host}, 10},
      {"old version with a length", "POST", "/", {host, {"Content-Length", "3"}}, 10},
      {"tab in a value", "GET", "/", {host, {"X", "a\tb"}}},
      {"bytes above ASCII in a value", "GET", "/", {host, {"X", "\xC3\xA8"}}},
      {"method that no route has", "DELETE", "/", {host}},
      {"longest target", "GET", "/" + std::string(8'191, 'a'), {host}},
      {"100 fields", "GET", "/", Fields(99, {"X", "1"})},
  };
  for (Case c : cases) {
    if (c.fields.size() == 99) c.fields.push_back(host);
    EXPECT_EQ(refused(c), 0u) << c.name;
  }
}

TEST(Gate, RefusesWhatTwoReadersCouldCutDifferently) {
  const std::pair<std::string_view, std::string_view> chunked = {"Transfer-Encoding", "chunked"};
  const std::pair<std::string_view, std::string_view> five = {"Content-Length", "5"};
  const Case cases[] = {
      {"TE with length", "POST", "/", {host, chunked, five}},
      {"length with TE", "POST", "/", {host, five, chunked}},
      {"two lengths, same", "POST", "/", {host, five, five}},
      {"two lengths, different", "POST", "/", {host, five, {"content-length", "6"}}},
      {"two TE", "POST", "/", {host, chunked, chunked}},
      {"TE identity", "POST", "/", {host, {"Transfer-Encoding", "identity"}}},
      {"TE chunked, identity", "POST", "/", {host, {"Transfer-Encoding", "chunked, identity"}}},
      {"TE identity, chunked", "POST", "/", {host, {"Transfer-Encoding", "identity, chunked"}}},
      {"TE gzip, chunked", "POST", "/", {host, {"Transfer-Encoding", "gzip, chunked"}}},
      {"TE chunked twice", "POST", "/", {host, {"Transfer-Encoding", "chunked, chunked"}}},
      {"TE xchunked", "POST", "/", {host, {"Transfer-Encoding", "xchunked"}}},
      {"TE quoted", "POST", "/", {host, {"Transfer-Encoding", "\"chunked\""}}},
      {"TE with vertical tab",
       "POST",
       "/",
       {host,
        {"Transfer-Encoding",
         "\x0B"
         "chunked"}}},
      {"TE with tab before", "POST", "/", {host, {"Transfer-Encoding", "\tchunked"}}},
      {"TE empty", "POST", "/", {host, {"Transfer-Encoding", ""}}},
      {"TE on 1.0", "POST", "/", {host, chunked}, 10},
      {"length signed", "POST", "/", {host, {"Content-Length", "+5"}}},
      {"length negative", "POST", "/", {host, {"Content-Length", "-5"}}},
      {"length in hexadecimal", "POST", "/", {host, {"Content-Length", "0x5"}}},
      {"length list", "POST", "/", {host, {"Content-Length", "5, 5"}}},
      {"length empty", "POST", "/", {host, {"Content-Length", ""}}},
      {"length with blank", "POST", "/", {host, {"Content-Length", "5 "}}},
      {"length with a dot", "POST", "/", {host, {"Content-Length", "5.0"}}},
      {"length of 30 digits",
       "POST",
       "/",
       {host, {"Content-Length", std::string_view("999999999999999999999999999999")}}},
      {"no host", "GET", "/", {}},
      {"two hosts", "GET", "/", {host, host}},
      {"two hosts, other case", "GET", "/", {host, {"HOST", "evil.example"}}},
      {"host with path", "GET", "/", {{"Host", "a.example/b"}}},
      {"host with user", "GET", "/", {{"Host", "u@a.example"}}},
      {"host list", "GET", "/", {{"Host", "a.example, b.example"}}},
      {"host with blank", "GET", "/", {{"Host", "a example"}}},
      {"host with empty port", "GET", "/", {{"Host", "a.example:"}}},
      {"host with word as port", "GET", "/", {{"Host", "a.example:http"}}},
      {"host with long port", "GET", "/", {{"Host", "a.example:808080"}}},
      {"host in markup", "GET", "/", {{"Host", "<script>"}}},
      {"open bracket", "GET", "/", {{"Host", "[::1"}}},
      {"brackets around a name", "GET", "/", {{"Host", "[name]"}}},
      {"brackets around nothing", "GET", "/", {{"Host", "[]"}}},
      {"after the bracket", "GET", "/", {{"Host", "[::1]x"}}},
  };
  for (const Case& c : cases) EXPECT_NE(refused(c), 0u) << c.name;
}

TEST(Gate, RefusesTargetsMethodsAndFieldsThatAreNone) {
  const Case cases[] = {
      {"empty target", "GET", "", {host}},
      {"no slash", "GET", "offerte", {host}},
      {"star without OPTIONS", "GET", "*", {host}},
      {"absolute form of another scheme", "GET", "ftp://lavoro.example.org/", {host}},
      {"absolute form with a user", "GET", "http://u@lavoro.example.org/", {host}},
      {"absolute form without a host", "GET", "http:///a", {host}},
      {"blank", "GET", "/a b", {host}},
      {"line end", "GET", "/a\r\nX: 1", {host}},
      {"NUL", "GET", std::string("/a\0b", 4), {host}},
      {"DEL", "GET", "/\x7F", {host}},
      {"above ASCII", "GET", "/\xC3\xA8", {host}},
      {"too long", "GET", "/" + std::string(8'192, 'a'), {host}},
      {"connect", "CONNECT", "/", {host}},
      {"trace", "TRACE", "/", {host}},
      {"lower-case method", "get", "/", {host}},
      {"method with blank", "GET ", "/", {host}},
      {"no method", "", "/", {host}},
      {"invented method", "PURGE", "/", {host}},
      {"version 0.9", "GET", "/", {host}, 9},
      {"version 2.0", "GET", "/", {host}, 20},
      {"blank before the colon", "GET", "/", {host, {"Content-Length ", "5"}}},
      {"blank in a name", "GET", "/", {host, {"X Y", "1"}}},
      {"empty name", "GET", "/", {host, {"", "1"}}},
      {"name with a line end", "GET", "/", {host, {"X\n", "1"}}},
      {"name with colon", "GET", "/", {host, {"X:", "1"}}},
      {"value with carriage return", "GET", "/", {host, {"X", "1\r"}}},
      {"value with line feed", "GET", "/", {host, {"X", "1\nTransfer-Encoding: chunked"}}},
      {"value with NUL", "GET", "/", {host, {"X", std::string_view("a\0b", 3)}}},
  };
  for (const Case& c : cases) EXPECT_NE(refused(c), 0u) << c.name;
  Case many{"101 fields", "GET", "/", Fields(100, {"X", "1"})};
  many.fields.push_back(host);
  EXPECT_EQ(refused(many), 431u);
}

TEST(Gate, TellsWhatIsWrongWhereAStatusCan) {
  const std::pair<std::string_view, std::string_view> chunked = {"Transfer-Encoding", "chunked"};
  EXPECT_EQ(refused({"chunked", "POST", "/", {host, chunked}}), 411u);
  EXPECT_EQ(refused({"chunked, shouted", "POST", "/", {host, {"transfer-encoding", "CHUNKED"}}}),
            411u);
  EXPECT_EQ(refused({"chunked on 1.0", "POST", "/", {host, chunked}, 10}), 400u);
  EXPECT_EQ(refused({"too long", "GET", "/" + std::string(8'192, 'a'), {host}}), 414u);
  EXPECT_EQ(refused({"expectation", "POST", "/", {host, {"Expect", "a-miracle"}}}), 417u);
  EXPECT_EQ(refused({"invented", "PURGE", "/", {host}}), 501u);
  EXPECT_EQ(refused({"trace", "TRACE", "/", {host}}), 501u);
  EXPECT_EQ(refused({"not a method", "GE T", "/", {host}}), 400u);
  EXPECT_EQ(refused({"version 2.0", "GET", "/", {host}, 20}), 505u);
}

TEST(Gate, AnAbsoluteTargetNamesHostAndPath) {
  const auto host_and_path = [](std::string_view text) {
    const Target target = split_target(text);
    return std::string(target.host) + " " + target.path_and_query;
  };
  EXPECT_EQ(host_and_path("/a?b=http://c/"), " /a?b=http://c/");
  EXPECT_EQ(host_and_path("http://x/a?b"), "x /a?b");
  EXPECT_EQ(host_and_path("https://x:8443"), "x:8443 /");
  EXPECT_EQ(host_and_path("http://x?b"), "x /?b");
  EXPECT_EQ(host_and_path("http://x/a#b"), "x /a");
  EXPECT_EQ(host_and_path("/sprites.svg#it-search"), " /sprites.svg");
}

}  // namespace
}  // namespace incontro::server
