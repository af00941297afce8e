#include <algorithm>
#include <map>

#include "cli/process.h"

namespace incontro {
namespace {

using boost::json::value;

// One home for all tests of this process: 40 vacancies and 400 CVs.
class MatchVerb : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory = new TempDir;
    run_well({"generate", "--vacancies", "40", "--cvs", "400", "--seed", "5", "--day", day,
              "--home", home()});
  }
  static void TearDownTestSuite() { delete directory; }

  static std::string home() { return *directory / "home"; }
  static Ran match(std::vector<std::string> rest) {
    rest.insert(rest.begin(), {"match", "--home", home(), "--now", day});
    return run_well(std::move(rest));
  }
  static std::vector<std::string> codes(const std::string& collection, std::size_t most = 10) {
    std::vector<std::string> all;
    const value answer = run_json(
        {"search", collection, "--home", home(), "--now", day, "--limit", std::to_string(most)});
    for (const value& hit : answer.at("hits").as_array())
      all.emplace_back(hit.at("code").as_string());
    return all;
  }

  inline static TempDir* directory = nullptr;
  inline static const std::string day = "2026-11-23";
};

// The digits of all numbers of that name in the text, as whole numbers of millionths.
std::vector<long> millionths(const std::string& text, const std::string& key) {
  std::vector<long> all;
  const std::string name = "\"" + key + "\":";
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    std::string digits = text.substr(at + name.size(), 8);
    EXPECT_EQ(digits[1], '.') << digits;
    all.push_back(std::stol(digits.erase(1, 1)));
  }
  return all;
}

TEST_F(MatchVerb, AnswersWithTheAgreedShapeInBothDirections) {
  std::size_t results = 0;
  for (const auto& [option, collection] : {std::pair{"--vacancy", "vacancies"}, {"--cv", "cvs"}})
    for (const std::string& code : codes(collection)) {
      const value answer = match({option, code, "--json", "--limit", "3"}).json();
      const auto& list = answer.at("results").as_array();
      EXPECT_EQ(list.size(), std::min<std::size_t>(3, answer.at("total").to_number<std::size_t>()));
      for (const value& result : list) {
        EXPECT_EQ(result.at("code").as_string().size(), 25U);
        EXPECT_LE(result.at("score").to_number<double>(), 1);
        EXPECT_TRUE(result.at("reciprocal").is_number());
        for (const value& criterion : result.at("criteria").as_array()) {
          const std::string kind(criterion.at("kind").as_string());
          EXPECT_TRUE(kind == "must" || kind == "preferred") << kind;
          EXPECT_GE(criterion.at("weight").as_int64(), 0);
          for (const char* text : {"name", "evidence", "missing", "text"})
            EXPECT_TRUE(criterion.at(text).is_string()) << text;
        }
        ++results;
      }
      for (const value& relaxation : answer.at("relax").as_array()) {
        EXPECT_FALSE(relaxation.at("dropped").as_array().empty());
        EXPECT_GT(relaxation.at("gained").as_int64(), 0);
      }
    }
  EXPECT_GT(results, 20U);
}

TEST_F(MatchVerb, TheContributionsAddUpToTheScoreDigitForDigit) {
  int compared = 0;
  for (const std::string& code : codes("vacancies")) {
    std::string out = match({"--vacancy", code, "--json", "--limit", "1", "--prefer", "profession",
                             "--weight", "skill=101"})
                          .out;
    if (out.find("\"reciprocal\"") == std::string::npos) continue;
    const long score = millionths(out, "score").front();
    long sum = 0;
    for (const long part : millionths(out, "contribution")) sum += part;
    EXPECT_EQ(sum, score) << out;
    ++compared;
  }
  EXPECT_GT(compared, 5);
}

TEST_F(MatchVerb, WhatIsToldToFallGivesExactlyThatManyMore) {
  int compared = 0;
  for (const std::string& code : codes("vacancies")) {
    if (compared > 8) break;
    const value answer = match({"--vacancy", code, "--json", "--limit", "0"}).json();
    for (const value& relaxation : answer.at("relax").as_array()) {
      std::vector<std::string> arguments = {"--vacancy", code, "--json", "--limit", "0"};
      for (const value& name : relaxation.at("dropped").as_array())
        arguments.insert(arguments.end(), {"--prefer", std::string(name.as_string())});
      EXPECT_EQ(match(arguments).json().at("total").as_int64(),
                answer.at("total").as_int64() + relaxation.at("gained").as_int64());
      ++compared;
    }
  }
  EXPECT_GT(compared, 5);
}

// The number before " km da " of a reason; -1 where it says none.
long km_in(const std::string& reason) {
  const std::size_t end = reason.find(" km da ");
  if (end == std::string::npos) return -1;
  return std::stol(reason.substr(reason.rfind(' ', end - 1) + 1));
}

TEST_F(MatchVerb, NobodyIsFartherAwayThanTheKilometresOfAMust) {
  std::size_t told = 0;
  for (const char* km : {"5", "30", "150"})
    for (const auto& [option, collection] : {std::pair{"--vacancy", "vacancies"}, {"--cv", "cvs"}})
      for (const std::string& code : codes(collection)) {
        const value answer = match({option, code, "--json", "--limit", "100", "--prefer",
                                    "profession", "--must", "territory", "--km", km})
                                 .json();
        for (const value& result : answer.at("results").as_array())
          for (const value& criterion : result.at("criteria").as_array()) {
            if (criterion.at("name").as_string() != "territory") continue;
            const long away = km_in(std::string(criterion.at("text").as_string()));
            EXPECT_LE(away, std::stol(km)) << code << criterion.at("text");
            told += away > 0;
          }
      }
  EXPECT_GT(told, 20U);
}

TEST_F(MatchVerb, ResultsAreHeadedByTheWantedJobThatMatchedOrByPastWorkThatDid) {
  std::size_t by_wish = 0, by_past_work = 0;
  std::map<std::string, value> shown;  // by code of the CV
  for (const std::string& code : codes("vacancies", 12))
    for (const bool past_work : {false, true}) {
      std::vector<std::string> arguments = {"--vacancy", code, "--limit", "6"};
      for (const char* criterion : {"contract", "mode", "language", "licence"})
        arguments.insert(arguments.end(), {"--prefer", criterion});
      if (past_work) arguments.emplace_back("--past-work");
      const std::string text = match(arguments).out;
      arguments.emplace_back("--json");
      const value answer = match(arguments).json();
      for (const value& result : answer.at("results").as_array()) {
        const std::string title(result.at("title").as_string());
        value& cv = shown[std::string(result.at("code").as_string())];
        if (cv.is_null())
          cv = run_json(
              {"show", std::string(result.at("code").as_string()), "--home", home(), "--now", day});
        if (const value* const past = result.as_object().if_contains("past_work")) {
          EXPECT_TRUE(past_work) << code;
          EXPECT_EQ(title, "Esperienza come: " + std::string(past->at("label").as_string()));
          ++by_past_work;
        } else {
          const auto place = result.at("availability").to_number<std::size_t>();
          EXPECT_EQ(title, std::string(cv.at("wanted").at(place).at("title").as_string()));
          ++by_wish;
        }
        EXPECT_NE(text.find("%  " + title + "\n"), std::string::npos) << title << text;
      }
    }
  EXPECT_GT(by_wish, 10U);
  EXPECT_GT(by_past_work, 3U);
}

TEST_F(MatchVerb, AllVacanciesAtOnceHaveTheBestOfEach) {
  const Ran all = match({"--all", "--limit", "2", "--prefer", "profession"});
  EXPECT_NE(all.err.find("40 offerte per 400 curriculum in "), std::string::npos) << all.err;
  EXPECT_NE(all.err.find(" coppie al secondo"), std::string::npos) << all.err;
  std::map<std::string, std::string> lines;  // of each vacancy
  std::istringstream out(all.out);
  std::size_t pairs = 0;
  for (std::string line; std::getline(out, line); ++pairs)
    lines[line.substr(0, line.find('\t'))] += line + "\n";
  for (const std::string& code : codes("vacancies")) {
    const std::string one =
        match({"--vacancy", code, "--json", "--limit", "2", "--prefer", "profession"}).out;
    std::string same;
    const value answer = boost::json::parse(one);
    for (const value& result : answer.at("results").as_array()) {
      const std::string cv(result.at("code").as_string());
      const std::size_t at = one.find("\"score\":", one.find("{\"code\":\"" + cv));
      same += code + "\t" + cv + "\t" + one.substr(at + 8, 8) + "\n";
    }
    EXPECT_EQ(lines[code], same);
  }
  EXPECT_GT(pairs, 40U);
  EXPECT_EQ(match({"--all", "--limit", "2", "--prefer", "profession", "--threads", "3"}).out,
            all.out);
  const Ran json = match({"--all", "--limit", "2", "--prefer", "profession", "--json"});
  const value answer = json.json();
  EXPECT_EQ(answer.at("results").as_array().size(), pairs);
  EXPECT_EQ(answer.at("pairs").as_int64(), 40 * 400);
}

TEST_F(MatchVerb, AllVacanciesAtOnceWriteWholeDocuments) {
  const Ran wrong = run({"match", "--home", home(), "--now", day, "--all", "--json", "--where",
                         "incentive=percettore"});
  EXPECT_NE(wrong.exit, 0);
  EXPECT_EQ(wrong.out, "");
  EXPECT_NE(wrong.err.find("incentive"), std::string::npos) << wrong.err;
  EXPECT_EQ(match({"--all", "--json", "--limit", "0"}).json().at("results").as_array().size(), 0U);
}

TEST_F(MatchVerb, TheTextForPeopleGivesReasonsInItalianOrEnglish) {
  for (const std::string& code : codes("vacancies")) {
    const std::string italian = match({"--vacancy", code, "--limit", "1"}).out;
    if (italian.find('%') == std::string::npos) continue;
    EXPECT_EQ(italian.find("Risultati: "), 0U) << italian;
    for (const char* part : {" punti ", "professione (indispensabile): ", "interesse reciproco"})
      EXPECT_NE(italian.find(part), std::string::npos) << part << italian;
    const std::string english = match({"--vacancy", code, "--limit", "1", "--lang", "en"}).out;
    EXPECT_NE(english.find("profession (indispensabile): "), std::string::npos) << english;
    return;
  }
  FAIL() << "no vacancy has a candidate";
}

TEST_F(MatchVerb, AnUnknownCodeIsAnAnswerAndATooLargeOffsetIsNot) {
  const Ran none = run({"match", "--cv", "x", "--home", home(), "--now", day});
  EXPECT_EQ(none.exit, 1);
  EXPECT_NE(none.err.find("nessun record ha il codice «x»"), std::string::npos) << none.err;
  const Ran far = run({"match", "--cv", codes("cvs").front(), "--home", home(), "--now", day,
                       "--offset", "100001"});
  EXPECT_EQ(far.exit, 2);
}

}  // namespace
}  // namespace incontro
