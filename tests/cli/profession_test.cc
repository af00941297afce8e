#include "cli/process.h"

namespace incontro {
namespace {

TEST(ProfessionVerb, ListsCodesForWordsBestFirst) {
  const Ran ran = run_well({"profession", "aiuto", "cuoca", "di ristorante", "--limit", "3"});
  EXPECT_EQ(ran.out.rfind("1.00  5.2.2.1.0.1", 0), 0U) << ran.out;
  EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 3);
  EXPECT_NE(ran.out.find("Aiuto cuoco di ristorante"), std::string::npos) << ran.out;
}

TEST(ProfessionVerb, GivesTheSameAsJson) {
  const boost::json::value answer = run_well({"profession", "truck driver", "--json"}).json();
  const auto& professions = answer.at("professions").as_array();
  ASSERT_EQ(professions.size(), 10U);
  EXPECT_EQ(professions[0].at("code").as_string(), "7.4.2.3.0.0");
  EXPECT_EQ(professions[0].at("label").as_string(), "Conduttori di mezzi pesanti e camion");
  EXPECT_EQ(professions[0].at("title").as_string(), "truck driver");
  EXPECT_TRUE(professions[0].at("exact").as_bool());
  EXPECT_EQ(professions[0].at("score").to_number<double>(), 1);
}

TEST(ProfessionVerb, SaysThatNothingFits) {
  EXPECT_NE(run_well({"profession", "qzxw"}).out.find("Nessuna professione"), std::string::npos);
  EXPECT_TRUE(run_well({"profession", "", "--json"}).json().at("professions").as_array().empty());
}

}  // namespace
}  // namespace incontro
