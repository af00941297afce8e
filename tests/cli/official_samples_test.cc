// The official messages of 2012 and 2014, as they are; skipped where they are absent.
#include "cli/process.h"
#include "cli/zip_file.h"

namespace incontro {
namespace {

class OfficialSamples : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(samples))
      GTEST_SKIP() << "the official samples are not at " << samples;
  }
  std::string zip(const std::vector<std::string>& names) const {
    ZipFile file;
    for (const std::string& name : names)
      file.add(name + ".xml", file_text(samples / (name + ".xml")));
    const std::string path = directory / (names.front() + ".zip");
    file.write(path);
    return path;
  }
  std::int64_t total(const std::string& collection, const std::vector<std::string>& more) const {
    std::vector<std::string> arguments = {"search", collection, "--home", home};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_json(arguments).at("total").as_int64();
  }
  static std::vector<std::string> fates(const boost::json::value& report) {
    std::vector<std::string> list;
    for (const auto& file : report.at("archives").at(0).at("files").as_array())
      list.emplace_back(file.at("fate").as_string());
    return list;
  }

  const std::filesystem::path samples =
      std::filesystem::path(INCONTRO_SHARED_DIR) / "standard" / "samples";
  const TempDir directory;
  const std::string home = directory / "home";
};

TEST_F(OfficialSamples, AreAcceptedAsTheyAre) {
  for (const char* name : {"candidatura_minima", "candidatura_completa", "candidatura_chiusura",
                           "vacancy_rev038_minima", "vacancy_rev064_minima",
                           "vacancy_rev064_completa", "messaggio_contatto", "messaggio_risposta"}) {
    const Ran ran = run({"verify", zip({name}), "--json"});
    EXPECT_EQ(ran.exit, 0) << name << ": " << ran.out;
  }
}

TEST_F(OfficialSamples, AreStoredAsExpiredAndFoundOnTheirDays) {
  const auto report = run_json({"import",
                                zip({"candidatura_minima", "candidatura_completa",
                                     "vacancy_rev038_minima", "vacancy_rev064_completa"}),
                                "--home", home});
  EXPECT_EQ(fates(report), std::vector<std::string>(4, "published"));
  const std::string long_after = "2026-11-23";
  for (const char* collection : {"cvs", "vacancies"}) {
    EXPECT_EQ(total(collection, {"--now", long_after}), 0);
    EXPECT_EQ(total(collection, {"--now", long_after, "--state", "expired"}), 2);
    EXPECT_EQ(total(collection, {"--now", long_after, "--state", "all"}), 2);
  }
  EXPECT_EQ(total("cvs", {"--now", "2012-12-10"}), 2);
  EXPECT_EQ(total("vacancies", {"--now", "2012-12-10"}), 1) << "the other is of 2014";
  EXPECT_EQ(total("vacancies", {"--now", "2014-01-15"}), 1);
  EXPECT_EQ(total("vacancies", {"sviluppatori", "--now", "2012-12-10"}), 1);
  EXPECT_EQ(total("cvs", {"--now", "2013-02-03"}), 2) << "60 days after 5 December 2012";
  EXPECT_EQ(total("cvs", {"--now", "2013-02-04"}), 0);
}

TEST_F(OfficialSamples, TheSecondRevisionOfAVacancyIsStoredAlone) {
  const auto report = run_json({"import", zip({"vacancy_rev064_minima"}), "--home", home});
  EXPECT_EQ(fates(report), std::vector<std::string>{"published"});
  EXPECT_EQ(total("vacancies", {"--now", "2012-12-10"}), 1);
  // Its code is that of the Rev.038 sample: another record may not take it.
  const Ran ran = run({"import", zip({"vacancy_rev038_minima"}), "--home", home, "--json"});
  EXPECT_EQ(ran.exit, 1);
  EXPECT_EQ(fates(ran.json()), std::vector<std::string>{"refused"});
}

TEST_F(OfficialSamples, AClosureWithdrawsItsCv) {
  run_well({"import", zip({"candidatura_completa"}), "--home", home});
  EXPECT_EQ(total("cvs", {"--now", "2012-12-10"}), 1);
  const auto report = run_json({"import", zip({"candidatura_chiusura"}), "--home", home});
  EXPECT_EQ(fates(report), std::vector<std::string>{"closed"});
  EXPECT_EQ(total("cvs", {"--now", "2012-12-10", "--state", "all"}), 0);
  EXPECT_EQ(run({"show", "0800012221000000000000002", "--home", home}).exit, 0);
}

TEST_F(OfficialSamples, MessagesAreValidAndReportedAsNotHandled) {
  const std::string archive = zip({"messaggio_contatto", "messaggio_risposta"});
  const auto report = run_json({"import", archive, "--home", home});
  EXPECT_EQ(fates(report), std::vector<std::string>(2, "not_handled"));
  EXPECT_NE(run({"import", archive, "--home", home}).out.find("messaggi non ancora gestiti: 2"),
            std::string::npos);
}

TEST_F(OfficialSamples, WhatACvHidesIsNotShown) {
  run_well({"import", zip({"candidatura_completa"}), "--home", home});
  const Ran ran = run_well({"show", "0800012221000000000000002", "--home", home});
  for (const char* hidden : {"Verdi", "VRDLRA85M41F205S", "3330000000", "esempio@example.org"})
    EXPECT_EQ(ran.out.find(hidden), std::string::npos) << hidden;
}

}  // namespace
}  // namespace incontro
