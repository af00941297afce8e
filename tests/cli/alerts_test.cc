#include "cli/process.h"

namespace incontro {
namespace {

const std::string day = "2026-11-23";

class Alerts : public ::testing::Test {
 protected:
  Alerts() {
    run_well({"generate", "--vacancies", "60", "--cvs", "60", "--seed", "5", "--day", day,
              "--archives", directory_ / "made"});
    import("cvs-0001.zip");
  }
  void import(const std::string& archive) {
    run_well({"import", directory_ / ("made/" + archive), "--home", home(), "--now", day});
  }
  std::string home() const { return directory_ / "home"; }
  std::vector<std::string> alerts(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "alerts");
    arguments.insert(arguments.end(), {"--home", home(), "--now", day});
    return arguments;
  }

  TempDir directory_;
};

TEST_F(Alerts, ASearchIsSavedListedToldOfDeliveredAndRemoved) {
  EXPECT_EQ(run_json(alerts({"add", "vacancies", "--owner", "anna", "--name", "tutto"}))
                .at("number")
                .as_int64(),
            1);
  const std::vector<std::string> narrow = {
      "vacancies", "di", "-cuoco", "--where", "contract=A00", "--near", "Bologna", "--km", "300"};
  std::vector<std::string> adding = {"add", "--owner", "bruno"};
  adding.insert(adding.end(), narrow.begin(), narrow.end());
  run_well(alerts(adding));
  const auto list = run_json(alerts({"list", "--owner", "bruno"})).at("searches").as_array();
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0].at("query").at("near").at("place").as_string(), "A944");
  EXPECT_EQ(list[0].at("query").at("where").at("contract").at(0).as_string(), "A00");

  import("vacancies-0001.zip");
  const auto notices = run_json(alerts({"outbox", "--limit", "1000"})).at("notices").as_array();
  std::int64_t to_anna = 0, to_bruno = 0;
  for (const auto& notice : notices) ++(notice.at("search").as_int64() == 1 ? to_anna : to_bruno);
  const auto total = [&](std::vector<std::string> search) {
    search.insert(search.begin(), "search");
    search.insert(search.end(), {"--state", "all", "--home", home(), "--now", day});
    return run_json(search).at("total").as_int64();
  };
  EXPECT_EQ(to_anna, total({"vacancies"}));
  EXPECT_EQ(to_bruno, total(narrow));
  EXPECT_GT(to_bruno, 0);

  run_well(alerts({"delivered", "1"}));
  EXPECT_EQ(run(alerts({"delivered", "1"})).exit, 1);
  run_well(alerts({"remove", "1"}));
  EXPECT_EQ(run_json(alerts({"outbox"})).at("notices").as_array().size(),
            static_cast<std::size_t>(to_bruno));
  EXPECT_EQ(run(alerts({"remove", "1"})).exit, 1);
}

TEST_F(Alerts, ACvWaitsForVacancies) {
  const auto cvs = run_json({"search", "cvs", "--limit", "50", "--home", home(), "--now", day});
  for (const auto& hit : cvs.at("hits").as_array())
    run_well(alerts({"add", "--cv", std::string(hit.at("code").as_string()), "--least", "0.3",
                     "--owner", "anna"}));
  import("vacancies-0001.zip");
  const auto notices = run_json(alerts({"outbox", "--limit", "1000"})).at("notices").as_array();
  EXPECT_FALSE(notices.empty());
  for (const auto& notice : notices) EXPECT_GE(notice.at("score").to_number<double>(), 0.3);
}

TEST_F(Alerts, WhatCannotBeSavedIsSaidInItalian) {
  EXPECT_EQ(run({"alerts"}).exit, 2);
  EXPECT_EQ(run(alerts({"add", "--owner", "anna"})).exit, 2);
  EXPECT_EQ(run(alerts({"add", "vacancies"})).exit, 2);
  EXPECT_EQ(run(alerts({"add", "vacancies", "--cv", "X", "--owner", "anna"})).exit, 2);
  EXPECT_EQ(run(alerts({"add", "vacancies", "--where", "x=y", "--owner", "anna"})).exit, 2);
  for (const std::string least : {"0", "1.5", "nan", "0,7"})
    EXPECT_EQ(run(alerts({"add", "--cv", "X", "--least", least, "--owner", "anna"})).exit, 2);
  EXPECT_EQ(run(alerts({"add", "--cv", "X", "--owner", "anna"})).exit, 1);
  for (const std::vector<std::string>& of_a_search :
       std::vector<std::vector<std::string>>{{"--where", "contract=A00"},
                                             {"--near", "Bologna"},
                                             {"--km", "10"},
                                             {"--sort", "date"},
                                             {"--state", "all"},
                                             {"--no-synonyms"}}) {
    std::vector<std::string> adding = {"add", "--cv", "X", "--owner", "anna"};
    adding.insert(adding.end(), of_a_search.begin(), of_a_search.end());
    const auto refused = run(alerts(adding));
    EXPECT_EQ(refused.exit, 2) << of_a_search.front();
    EXPECT_NE(refused.err.find("solo per una ricerca"), std::string::npos) << refused.err;
  }
  EXPECT_NE(run(alerts({"list", "--owner", "anna"})).out.find("Nessuna"), std::string::npos);
}

}  // namespace
}  // namespace incontro
