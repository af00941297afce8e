// What hiding takes from texts that tell of nobody: at most one word in a thousand.

#include <gtest/gtest.h>
#include <incontro/privacy.h>
#include <incontro/synth.h>

#include <fstream>
#include <sstream>

namespace incontro {
namespace {

constexpr Date day = std::chrono::sys_days(std::chrono::days(20'780));

struct Words {
  std::size_t all = 0, hidden = 0;

  void add(const std::string& before, const std::string& after) {
    const std::size_t words = count(before), kept = count(after);
    all += words;
    hidden += words - std::min(words, kept);
  }

  static std::size_t count(const std::string& text) {
    std::istringstream in(text);
    std::size_t n = 0;
    for (std::string word; in >> word;) n += word.find(redaction_mark) == std::string::npos;
    return n;
  }

  void expect_few() const {
    EXPECT_GT(all, 1'000u);
    EXPECT_LE(hidden * 1'000, all) << hidden << " of " << all;
  }
};

TEST(RedactedTexts, OfGeneratedCvsLoseNextToNothing) {
  const Generator generator(2012, day);
  Words words;
  for (std::uint64_t n = 0; n < 500; ++n) {
    Cv cv = generator.cv(n);
    cv.system.contacts_visible = false;
    const Cv view = public_view(cv);
    for (std::size_t i = 0; i < cv.wanted.size(); ++i) {
      words.add(cv.wanted[i].title, view.wanted[i].title);
      words.add(cv.wanted[i].description, view.wanted[i].description);
      words.add(cv.wanted[i].experience, view.wanted[i].experience);
    }
    for (std::size_t i = 0; i < cv.jobs.size(); ++i) {
      words.add(cv.jobs[i].title, view.jobs[i].title);
      words.add(cv.jobs[i].duties, view.jobs[i].duties);
    }
    words.add(cv.it_details, view.it_details);
  }
  words.expect_few();
}

// What an ad says of the job, without the fields of codes beside it; a line of a table as it is.
std::string prose_of(const std::string& line) {
  const auto begin = line.find("\"profile\": \"");
  if (begin == std::string::npos) return line;
  return line.substr(begin + 12, line.find("\"education_type\"") - begin - 12);
}

TEST(RedactedTexts, OfRealAdsLoseNextToNothing) {
  const Generator generator(2012, day);
  for (const char* const file : {"cpi_roma_it.jsonl", "unimi_seed_it.tsv"}) {
    std::ifstream in(std::string(INCONTRO_SHARED_DIR) + "/data/ads/" + file);
    if (!in) GTEST_SKIP() << "no reference material";
    SCOPED_TRACE(file);
    Words words;
    std::string line;
    for (std::uint64_t n = 0; std::getline(in, line); ++n) {
      Cv cv;
      cv.person = generator.cv(n).person;
      const std::string prose = prose_of(line);
      cv.wanted.emplace_back().description = prose;
      words.add(prose, public_view(cv).wanted[0].description);
    }
    words.expect_few();
  }
}

}  // namespace
}  // namespace incontro
