#include "cli/process.h"

namespace incontro {
namespace {

using boost::json::value;

class SuggestVerb : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory = new TempDir;
    run_well({"generate", "--vacancies", "60", "--cvs", "20", "--seed", "11", "--day", day,
              "--home", home()});
  }
  static void TearDownTestSuite() { delete directory; }

  static std::string home() { return *directory / "home"; }
  static std::vector<std::string> at_home(std::string verb, std::vector<std::string> rest) {
    rest.insert(rest.begin(), {std::move(verb), "--home", home(), "--now", day});
    return rest;
  }

  inline static TempDir* directory = nullptr;
  inline static const std::string day = "2026-11-23";
};

TEST_F(SuggestVerb, EachCountIsTheTotalOfTheSearchThatItStandsFor) {
  int compared = 0;
  for (const char* box : {"what", "where"})
    for (const char* typed : {"a", "op", "ve", "ro"}) {
      const value answer =
          run_well(at_home("suggest", {"vacancies", typed, "--json", "--box", box})).json();
      for (const value& one : answer.at("suggestions").as_array()) {
        std::vector<std::string> query = {"vacancies", "--json", "--limit", "0"};
        if (const auto* code = one.as_object().if_contains("code"))
          query.insert(query.end(), {"--where", std::string(one.at("field").as_string()) + "=" +
                                                    std::string(code->as_string())});
        else
          query.insert(query.begin() + 1, std::string(one.at("words").as_string()));
        EXPECT_EQ(run_well(at_home("search", query)).json().at("total"), one.at("count"))
            << boost::json::serialize(one);
        ++compared;
      }
    }
  EXPECT_GT(compared, 20);
}

TEST_F(SuggestVerb, SaysSoWhenThereIsNothingAndRefusesNonsense) {
  EXPECT_EQ(run_well(at_home("suggest", {"cvs", "wxyzwxyz"})).out, "Nessun suggerimento.\n");
  EXPECT_EQ(run(at_home("suggest", {"cvs", "a", "--limit", "21"})).exit, 2);
  EXPECT_EQ(run(at_home("suggest", {"cvs", "a", "--box", "wer"})).exit, 2);
  EXPECT_EQ(run(at_home("suggest", {"cvs"})).exit, 2);
}

TEST_F(SuggestVerb, ASearchWithoutAnswerSaysWhatWasMeantOrWhatToDrop) {
  const std::string out = run_well(at_home("search", {"vacancies", "esperienzza"})).out;
  EXPECT_NE(out.find("Forse cercavi: esperienza"), std::string::npos) << out;
  const std::string dropped =
      run_well(at_home("search", {"vacancies", "esperienza", "wxyzwxyz"})).out;
  EXPECT_NE(dropped.find("togliendo «wxyzwxyz»"), std::string::npos) << dropped;
}

}  // namespace
}  // namespace incontro
