#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <incontro/export.h>
#include <incontro/import.h>

#include "archive/zip_reader.h"
#include "support/ingest_records.h"
#include "support/temp_dir.h"
#include "support/zip_builder.h"

namespace incontro {
namespace {

using test::ZipBuilder;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string& good() {
  static const std::string xml = to_xml(test::full_cv());
  return xml;
}

class Archive : public testing::Test {
 protected:
  ArchiveReport verify(unsigned threads = 2) {
    auto report = verify_archive(zip_.write(dir_ / "a.zip"), threads);
    EXPECT_TRUE(report) << report.error().message;
    return *report;
  }
  // The rules of the only file that has any.
  std::vector<std::string> rules_of_file() {
    const ArchiveReport report = verify();
    EXPECT_FALSE(report.formally_good());
    std::vector<std::string> rules;
    for (const FileReport& file : report.files) {
      for (const std::string& rule : test::rules_in(file.findings)) rules.push_back(rule);
      EXPECT_EQ(file.fate == FileReport::Fate::refused, !file.findings.empty());
    }
    return rules;
  }
  std::vector<std::string> rules_of_archive() {
    const ArchiveReport report = verify();
    EXPECT_FALSE(report.formally_good());
    return test::rules_in(report.findings);
  }

  TempDir dir_;
  ZipBuilder zip_;
};

TEST_F(Archive, AGoodOneIsReportedInItsOrder) {
  zip_.add("cartella/", "");
  zip_.add("cartella/b.XML", to_xml(test::full_vacancy(2)));
  zip_.add("a.xml", good());
  const ArchiveReport report = verify();
  EXPECT_TRUE(report.formally_good());
  ASSERT_EQ(report.files.size(), 2u);
  EXPECT_EQ(report.files[0].name, "cartella/b.XML");
  EXPECT_EQ(report.files[0].schema, "Ricerca personale Rev.064");
  EXPECT_EQ(report.files[0].title, "SVILUPPATORE SOFTWARE");
  EXPECT_EQ(report.files[1].code, (RecordCode{Collection::cvs, test::code_of_number(1)}));
  EXPECT_EQ(report.files[1].fate, FileReport::Fate::valid);
}

TEST_F(Archive, NamesThatPretendToBePathsAreRefused) {
  for (const char* name :
       {"../a.xml", "x/../a.xml", "/a.xml", "C:/a.xml", "..\\a.xml", "x\\..\\a.xml", "C:\\a.xml",
        "\\a.xml", "__MACOSX/../a.xml", "a\n.xml", "\u202Elmx.a.xml", "a\u200F.xml", "a\x7F.xml"}) {
    SCOPED_TRACE(name);
    zip_ = {};
    zip_.add(name, good());
    EXPECT_THAT(rules_of_file(), ElementsAre("archive.name"));
  }
  zip_ = {};
  zip_.add("a\x01.xml", good()).flags =
      0;  // not marked as UTF-8: an old code page has a face there
  EXPECT_THAT(rules_of_file(), ElementsAre("archive.name"));
}

TEST_F(Archive, NamesAreSafeToPrint) {
  zip_.add("a\u202Eb.xml", good());
  EXPECT_EQ(verify().files[0].name, "a\\u{202E}b.xml");
}

TEST_F(Archive, OtherFilesAndNestedArchivesAreRefused) {
  zip_.add("note.txt", "ciao");
  EXPECT_THAT(rules_of_file(), ElementsAre("archive.not-xml"));
  zip_ = {};
  zip_.add("dentro.zip", "ciao");
  EXPECT_THAT(rules_of_file(), ElementsAre("archive.nested"));
  ZipBuilder inner;
  inner.add("a.xml", good());
  zip_ = {};
  zip_.add("dentro.xml", inner.bytes());
  EXPECT_THAT(rules_of_file(), ElementsAre("archive.nested"));
}

TEST_F(Archive, LinksEncryptionAndUnknownMethodsAreRefused) {
  zip_.add("a.xml", "/etc/passwd").attributes = 0xA1FFu << 16;
  EXPECT_THAT(rules_of_file(), ElementsAre("archive.special"));
  zip_ = {};
  zip_.add("a.xml", good()).flags |= 1;
  EXPECT_THAT(rules_of_file(), ElementsAre("archive.encrypted"));
  zip_ = {};
  zip_.add("a.xml", good()).method = 12;
  EXPECT_THAT(rules_of_file(), ElementsAre("archive.method"));
}

TEST_F(Archive, TheSameNameTwiceIsRefused) {
  zip_.add("a.xml", good());
  zip_.add("a.xml", to_xml(test::full_cv(2)));
  EXPECT_THAT(rules_of_archive(), ElementsAre("archive.duplicate-name"));
}

TEST_F(Archive, LyingSizesAndWrongSumsAreRefused) {
  const std::string run = ZipBuilder::deflated_run('a', 10);
  const std::string plain(1 + 10 * ZipBuilder::run_length, 'a');
  for (const std::uint32_t declared : {10u, 100'000u}) {
    zip_ = {};
    auto& entry = zip_.add("a.xml", plain);
    entry.stored = run;
    entry.method = 8;
    entry.size = declared;
    EXPECT_THAT(rules_of_file(), ElementsAre("archive.damaged"));
  }
  zip_ = {};
  zip_.add("a.xml", good()).crc ^= 1;
  EXPECT_THAT(rules_of_file(), ElementsAre("archive.damaged"));
  zip_ = {};
  auto& entry = zip_.add("a.xml", plain);
  entry.stored = run;
  entry.method = 8;
  EXPECT_THAT(rules_of_file(), ElementsAre("xml.malformed"));  // honest, and read
}

TEST_F(Archive, BombsAreStoppedWhileTheyInflate) {
  const std::size_t runs = 8500;  // 2.2 MB in 14 kB
  const std::string plain(1 + runs * ZipBuilder::run_length, ' ');
  auto& entry = zip_.add("a.xml", plain);
  entry.stored = ZipBuilder::deflated_run(' ', runs);
  entry.method = 8;
  EXPECT_THAT(rules_of_file(), ElementsAre("xml.malformed"));  // within the ratio of 200
  ZipBuilder large;
  auto& big = large.add("a.xml", "");
  big.stored = ZipBuilder::deflated_run(' ', 20'000);  // 5.2 MB
  big.method = 8;
  zip_ = large;
  EXPECT_THAT(rules_of_file(), ElementsAre("archive.entry-size"));
}

TEST(Budget, StopsAtTheRatioAboveTheFloorAndAtTheTotal) {
  InflateBudget small(1000);
  EXPECT_TRUE(small.spend(1 << 20));  // up to the floor no ratio counts
  EXPECT_FALSE(small.spend(1));
  InflateBudget large(100ull << 20);
  EXPECT_TRUE(large.spend(512ull << 20));
  EXPECT_FALSE(large.spend(1));
}

TEST_F(Archive, OverlappingEntriesAreRefused) {
  zip_.add("a.xml", good());
  zip_.add("b.xml", good()).offset_of = 0;
  EXPECT_THAT(rules_of_archive(), ElementsAre("archive.damaged"));
}

TEST_F(Archive, TooManyEntriesAreRefused) {
  for (int i = 0; i < 20'001; ++i) zip_.add(std::to_string(i) + ".xml", "");
  EXPECT_THAT(rules_of_archive(), ElementsAre("archive.entries"));
}

TEST_F(Archive, WhatIsNoArchiveIsAFindingAndWhatIsNoFileAnError) {
  const auto rules = [&](const std::string& bytes) {
    std::ofstream(dir_ / "x.zip", std::ios::binary) << bytes;
    const auto report = verify_archive(dir_ / "x.zip", 1);
    EXPECT_TRUE(report && !report->formally_good());
    return test::rules_in(report->findings);
  };
  zip_.add("a.xml", good());
  const std::string whole = zip_.bytes();
  EXPECT_THAT(rules("ciao"), ElementsAre("archive.not-zip"));
  EXPECT_THAT(rules(""), testing::SizeIs(1));
  EXPECT_THAT(rules(whole.substr(0, whole.size() - 30)), ElementsAre("archive.not-zip"));
  EXPECT_THAT(rules(whole.substr(100)), testing::SizeIs(1));
  EXPECT_THAT(rules(ZipBuilder().bytes()), ElementsAre("archive.empty"));
  const auto missing = verify_archive(dir_ / "none.zip", 1);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, Code::not_found);
  EXPECT_FALSE(verify_archive(dir_.path(), 1));
}

TEST_F(Archive, EveryBadFileIsNamedInTheReport) {
  zip_.add("a.xml", good());
  zip_.add("b.xml", test::replaced(to_xml(test::full_cv(2)), "<sesso>F", "<sesso>X"));
  zip_.add("c.xml", "<b");
  zip_.add("d.xml", to_xml(test::full_cv(4)));
  const ArchiveReport report = verify();
  EXPECT_FALSE(report.formally_good());
  EXPECT_THAT(report.files[0].findings, IsEmpty());
  EXPECT_THAT(test::rules_in(report.files[1].findings), ElementsAre("schema.value"));
  EXPECT_THAT(test::rules_in(report.files[2].findings), ElementsAre("xml.malformed"));
  EXPECT_EQ(report.files[3].fate, FileReport::Fate::valid);
}

TEST_F(Archive, TheSameCodeTwiceRefusesBothButNotAcrossCollections) {
  zip_.add("a.xml", good());
  zip_.add("b.xml", good());
  zip_.add("c.xml", to_xml(test::full_vacancy(1)));
  const ArchiveReport report = verify();
  EXPECT_THAT(test::rules_in(report.files[0].findings), ElementsAre("archive.duplicate-code"));
  EXPECT_THAT(test::rules_in(report.files[1].findings), ElementsAre("archive.duplicate-code"));
  EXPECT_THAT(report.files[2].findings, IsEmpty());
}

TEST_F(Archive, CirclesOfPredecessorsAreRefused) {
  for (const auto& [code, before] : {std::pair{1, 2}, {2, 3}, {3, 1}, {4, 3}, {5, 99}}) {
    Cv cv = test::full_cv(static_cast<std::uint64_t>(code));
    cv.system.predecessor = test::code_of_number(static_cast<std::uint64_t>(before));
    zip_.add(std::to_string(code) + ".xml", to_xml(cv));
  }
  const ArchiveReport report = verify();
  for (std::size_t i = 0; i < 4; ++i)
    EXPECT_THAT(test::rules_in(report.files[i].findings), ElementsAre("archive.circle"));
  EXPECT_THAT(report.files[4].findings, IsEmpty());
}

TEST_F(Archive, AnyNumberOfThreadsGivesTheSameReport) {
  for (std::uint64_t i = 0; i < 300; ++i)
    zip_.add(std::to_string(i) + ".xml", i % 7 == 0 ? "<b/>" : to_xml(test::full_vacancy(i)));
  std::size_t last = 0;
  const auto one = verify_archive(zip_.write(dir_ / "a.zip"), 1);
  const auto four =
      verify_archive(dir_ / "a.zip", 4, [&](Phase phase, std::size_t done, std::size_t) {
        EXPECT_EQ(phase, Phase::checking);
        last = done;
      });
  ASSERT_TRUE(one && four);
  EXPECT_EQ(last, 300u);
  for (std::size_t i = 0; i < 300; ++i) {
    EXPECT_EQ(one->files[i].name, four->files[i].name);
    EXPECT_EQ(one->files[i].fate, four->files[i].fate);
    EXPECT_EQ(one->files[i].code, four->files[i].code);
  }
}

}  // namespace
}  // namespace incontro
