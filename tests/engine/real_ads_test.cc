// Real advertisements of an employment office against generated CVs: the best five of each with
// their reasons, as they were looked through and found right (golden/real_ads.tsv). Ranking or
// reasons that change show here; INCONTRO_UPDATE_GOLDEN=1 writes the file anew, to be read before
// it is kept. Nothing of the advertisements' text is in the file.

#include <gtest/gtest.h>
#include <incontro/places.h>
#include <incontro/synth.h>

#include <boost/json.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "support/home.h"
#include "support/records.h"

namespace incontro {
namespace {

const Date today = day(2013, 2, 28);
constexpr std::size_t ad_count = 10, best_count = 5;
constexpr std::uint64_t cv_count = 10'000;

// Only the letters, as capitals: accents, apostrophes and spaces are written in several ways.
std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') letters += c;
    if (c >= 'a' && c <= 'z') letters += static_cast<char>(c - 32);
  }
  return letters;
}

// An advertisement as a record that is not stored; what it says of age and sex has no field.
class Ad {
 public:
  explicit Ad(const std::string& line) : json_(boost::json::parse(line).as_object()) {}

  std::string id() const { return field("id"); }
  std::string profession() const { return field("cp2011_code"); }

  Vacancy vacancy() const {
    Vacancy v = small_vacancy(1, today);
    v.profession = {profession()};
    v.title = field("title");
    v.description = field("profile");
    v.other_requirements = field("notes");
    v.contract = {};
    v.workplace = {comune(field("city"))};
    v.education.clear();
    if (const std::string level = education_level(); !level.empty())
      v.education.push_back({{level}, "", ""});
    v.experience = field("experience");
    v.experience_required = !v.experience.empty();
    if (field("own_vehicle") == "SI") v.own_transport = true;
    return v;
  }

 private:
  std::string field(std::string_view name) const {
    const auto* value = json_.if_contains(name);
    return value ? std::string(value->as_string()) : std::string();
  }

  static std::string comune(std::string_view name) {
    static const Places gazetteer;
    const auto found = gazetteer.find(name).places;
    return found.empty() ? std::string()
                         : std::string(code_table(Table::territory).row(found[0]).code);
  }

  // Its description of the level is the table's label.
  std::string education_level() const {
    const std::string described = letters_of(field("education_desc"));
    for (const CodeRow& row : code_table(Table::education).rows())
      if (described.starts_with(letters_of(row.label))) return std::string(row.code);
    return {};
  }

  boost::json::object json_;
};

// Ad, profession, place in the list, CV, score; the criteria with their scores; the reasons.
std::string row(const Ad& ad, std::size_t rank, const MatchResult& result) {
  std::ostringstream out;
  out << ad.id() << '\t' << ad.profession() << '\t' << rank << '\t' << result.code << '\t'
      << result.score << '\t';
  const char* separator = "";
  for (const CriterionScore& part : result.criteria) {
    out << separator << criteria()[static_cast<std::size_t>(part.criterion)].name << ':'
        << part.score;
    separator = " ";
  }
  out << '\t';
  separator = "";
  for (const CriterionScore& part : result.criteria) {
    if (part.criterion == Criterion::text) continue;  // it quotes words of the advertisement
    out << separator << part.italian.text;
    separator = " ";
  }
  out << '\n';
  return out.str();
}

TEST(RealAds, FindTheCvsThatWereFoundRight) {
  std::ifstream ads(std::string(INCONTRO_SHARED_DIR) + "/data/ads/cpi_roma_it.jsonl");
  if (!ads) GTEST_SKIP() << "the advertisements are not here";
  TestHome home(today);
  const Generator generator(2012, today);
  std::vector<Record> cvs;
  for (std::uint64_t n = 0; n < cv_count; ++n) cvs.emplace_back(generator.cv(n));
  home.apply(cvs);

  std::string found = "ad\tprofession\tplace\tcv\tscore\tcriteria\treasons\n";
  std::string line;
  for (std::size_t n = 0; n < ad_count && std::getline(ads, line); ++n) {
    const Ad ad(line);
    MatchRequest request;
    request.question = Record(ad.vacancy());
    request.limit = best_count;
    const auto answer = home.engine().match(request);
    ASSERT_TRUE(answer) << answer.error().message;
    for (std::size_t i = 0; i < answer->results.size(); ++i)
      found += row(ad, i + 1, answer->results[i]);
  }

  const std::string path = std::string(INCONTRO_SOURCE_DIR) + "/tests/engine/golden/real_ads.tsv";
  if (std::getenv("INCONTRO_UPDATE_GOLDEN")) std::ofstream(path) << found;
  std::ifstream file(path);
  const std::string golden{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(found, golden) << "INCONTRO_UPDATE_GOLDEN=1 writes it anew";
}

}  // namespace
}  // namespace incontro
