#include <chrono>
#include <csignal>
#include <thread>

#include "cli/process.h"
#include "server/http_client.h"

namespace incontro {
namespace {

const std::string day = "2026-11-23";

class BesideAServer : public testing::Test {
 protected:
  void SetUp() override {
    run_well({"generate", "--vacancies", "10", "--cvs", "10", "--seed", "3", "--day", day, "--home",
              home});
    server = std::make_unique<Child>(
        std::vector<std::string>{"serve", "--home", home, "--listen", "127.0.0.1:0", "--now", day});
    // The line that says that it listens comes when the home is open.
    for (int i = 0; i < 200 && server->out().empty(); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    ASSERT_NE(server->out().find("http://127.0.0.1:"), std::string::npos)
        << server->out() << server->err();
  }

  // One request, whose answer nobody needs.
  void ask_for(const std::string& target) const {
    const std::string out = server->out();
    const auto port = static_cast<std::uint16_t>(
        std::stoul(out.substr(out.find("127.0.0.1:") + std::string("127.0.0.1:").size())));
    server::RawClient(port).ask("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  const TempDir directory;
  const std::string home = directory / "home";
  std::unique_ptr<Child> server;
};

TEST_F(BesideAServer, WhatReadsWorks) {
  const auto answer = run_json({"search", "cvs", "--home", home, "--now", day});
  EXPECT_EQ(answer.at("total").as_int64(), 10);
  const std::string code(answer.at("hits").at(0).at("code").as_string());
  EXPECT_EQ(run({"show", code, "--home", home}).exit, 0);
  EXPECT_EQ(run({"check", "--home", home}).exit, 0);
  EXPECT_EQ(run({"contacts", "--home", home}).exit, 0);
}

// The log has names in the place of addresses, and the keys to them stand in the home.
TEST_F(BesideAServer, ANameOfTheLogLeadsToAnAddressAndBack) {
  const Ran none = run({"trace", "192.0.2.7", "--home", home});
  EXPECT_EQ(none.exit, 1) << "nobody has come yet";
  EXPECT_NE(none.err.find("192.0.2.7"), std::string::npos);
  ask_for("/healthz");
  for (int i = 0; i < 100 && server->err().find("/healthz 200") == std::string::npos; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  const auto names = run_json({"trace", "127.0.0.1", "--home", home});
  ASSERT_EQ(names.as_array().size(), 1U);
  EXPECT_EQ(names.at(0).at("day").as_string(), day);
  const std::string name(names.at(0).at("name").as_string());
  EXPECT_NE(server->err().find(name), std::string::npos) << server->err();
  const auto back = run_json({"trace", name, "--home", home});
  EXPECT_EQ(back.at(0).at("address").as_string(), "127.0.0.1");
  EXPECT_EQ(run({"trace", "pippo", "--home", home}).exit, 1);
}

TEST_F(BesideAServer, WhatWritesIsToldWhy) {
  const Ran rebuild = run({"rebuild", "--home", home});
  EXPECT_EQ(rebuild.exit, 3);
  EXPECT_NE(rebuild.err.find("in uso da un altro programma"), std::string::npos) << rebuild.err;
  EXPECT_EQ(run({"serve", "--home", home, "--listen", "127.0.0.1:0"}).exit, 3);
  EXPECT_EQ(run({"generate", "--vacancies", "1", "--cvs", "0", "--seed", "9", "--home", home}).exit,
            3);
}

TEST_F(BesideAServer, TheServerEndsWellWhenAskedTo) {
  server->signal(SIGTERM);
  EXPECT_EQ(server->wait(), 0) << server->err();
  EXPECT_EQ(run({"rebuild", "--home", home}).exit, 0);
}

}  // namespace
}  // namespace incontro
