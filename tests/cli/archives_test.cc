#include "cli/process.h"
#include "cli/zip_file.h"

namespace incontro {
namespace {

class Archives : public testing::Test {
 protected:
  // vacancies-0001.zip and cvs-0001.zip, 20 files each.
  void generate() {
    run_well({"generate", "--vacancies", "20", "--cvs", "20", "--seed", "7", "--day", day,
              "--archives", made.string()});
  }
  std::string zip(const std::string& name, const ZipFile& file) const {
    file.write(directory / name);
    return directory / name;
  }
  std::int64_t total(const std::string& collection) const {
    return run_json({"search", collection, "--home", home, "--now", day}).at("total").as_int64();
  }

  const std::string day = "2026-11-23";
  const TempDir directory;
  const std::filesystem::path made = directory / "made";
  const std::string home = directory / "home";
  const std::string vacancies = made / "vacancies-0001.zip", cvs = made / "cvs-0001.zip";
};

TEST_F(Archives, GoodOnesPassTheFormalCheck) {
  generate();
  const Ran ran = run({"verify", vacancies, cvs});
  EXPECT_EQ(ran.exit, 0) << ran.out << ran.err;
  EXPECT_NE(ran.out.find(vacancies + ": 20 file, controllo formale superato"), std::string::npos);
  EXPECT_EQ(ran.err, "") << "no progress bar outside a terminal";
}

TEST_F(Archives, TheReportAsJsonTellsEachFile) {
  generate();
  const auto report = run_json({"verify", vacancies, cvs});
  ASSERT_EQ(report.at("archives").as_array().size(), 2U);
  for (const auto& archive : report.at("archives").as_array()) {
    EXPECT_TRUE(archive.at("formally_good").as_bool());
    EXPECT_TRUE(archive.at("all_good").as_bool());
    ASSERT_EQ(archive.at("files").as_array().size(), 20U);
    for (const auto& file : archive.at("files").as_array()) {
      EXPECT_EQ(file.at("fate").as_string(), "valid");
      EXPECT_EQ(file.at("code").as_string().size(), 25U);
      EXPECT_FALSE(file.at("title").as_string().empty());
      EXPECT_TRUE(file.at("findings").is_array());
    }
  }
}

TEST_F(Archives, AnImportedArchiveIsSearchableWhenTheProgramEnds) {
  generate();
  const auto report = run_json({"import", vacancies, cvs, "--home", home, "--now", day});
  for (const auto& archive : report.at("archives").as_array())
    for (const auto& file : archive.at("files").as_array())
      EXPECT_EQ(file.at("fate").as_string(), "published");
  EXPECT_EQ(total("vacancies"), 20);
  EXPECT_EQ(total("cvs"), 20);
  EXPECT_EQ(run({"check", "--home", home}).exit, 0);
}

TEST_F(Archives, ASecondImportChangesNothing) {
  generate();
  run_well({"import", vacancies, "--home", home});
  const auto report = run_json({"import", vacancies, "--home", home});
  for (const auto& file : report.at("archives").at(0).at("files").as_array())
    EXPECT_EQ(file.at("fate").as_string(), "unchanged");
  EXPECT_EQ(total("vacancies"), 20);
}

TEST_F(Archives, ABadFileIsNamedWithLineElementAndReason) {
  const std::string bad = zip("bad.zip", ZipFile().add("storta.xml", "<Candidatura>\n<a>\n"));
  const Ran ran = run({"verify", bad});
  EXPECT_EQ(ran.exit, 1);
  EXPECT_NE(ran.out.find(bad + ": RESPINTO, file con errori: 1 su 1"), std::string::npos)
      << ran.out;
  EXPECT_NE(ran.out.find("storta.xml"), std::string::npos);
  const auto file = run({"verify", bad, "--json"}).json().at("archives").at(0).at("files").at(0);
  EXPECT_EQ(file.at("fate").as_string(), "refused");
  const auto& finding = file.at("findings").at(0);
  EXPECT_EQ(finding.at("grade").as_string(), "blocking");
  EXPECT_GT(finding.at("line").as_int64(), 0);
  EXPECT_FALSE(finding.at("rule").as_string().empty());
  EXPECT_FALSE(finding.at("reason").as_string().empty());
}

TEST_F(Archives, OneRefusedArchiveDoesNotStopTheOthers) {
  generate();
  const std::string bad = zip("bad.zip", ZipFile().add("storta.xml", "<x/>"));
  EXPECT_EQ(run({"import", bad, vacancies, "--home", home}).exit, 1);
  EXPECT_EQ(total("vacancies"), 20);
}

TEST_F(Archives, AFileThatIsNoZipIsRefused) {
  const std::string text = directory / "text.zip";
  std::ofstream(text) << "this is not an archive";
  const Ran ran = run({"verify", text});
  EXPECT_EQ(ran.exit, 1) << ran.err;
  EXPECT_NE(ran.out.find("RESPINTO"), std::string::npos);
}

TEST_F(Archives, AnArchiveThatIsNotThereIsUnreadableAndTheOthersAreDone) {
  generate();
  const std::string absent = directory / "absent.zip";
  const Ran ran = run({"import", absent, cvs, "--home", home});
  EXPECT_EQ(ran.exit, 3);
  EXPECT_NE(ran.err.find(absent), std::string::npos) << ran.err;
  EXPECT_EQ(total("cvs"), 20);
  const auto report = run({"verify", absent, cvs, "--json"}).json();
  EXPECT_EQ(report.at("errors").at(0).at("archive").as_string(), absent);
  EXPECT_EQ(report.at("archives").as_array().size(), 1U);
}

TEST_F(Archives, AHostileNameCannotSteerTheTerminal) {
  const std::string bad = zip("bad.zip", ZipFile().add("a\x1b[2Jb\xE2\x80\xAElmx.xml", "<x/>"));
  const Ran ran = run({"verify", bad});
  EXPECT_EQ(ran.exit, 1);
  EXPECT_EQ(ran.out.find('\x1b'), std::string::npos);
  EXPECT_EQ(ran.out.find("\xE2\x80\xAE"), std::string::npos);
}

}  // namespace
}  // namespace incontro
