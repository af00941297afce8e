// Archives as people's systems make them: litter, backslashes, entries written without going back.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <incontro/export.h>
#include <incontro/import.h>

#include "support/ingest_records.h"
#include "support/temp_dir.h"
#include "support/zip_builder.h"

namespace incontro {
namespace {

using test::ZipBuilder;
using testing::ElementsAre;
using Fate = FileReport::Fate;

class PeopleArchives : public testing::Test {
 protected:
  ArchiveReport verify(const std::string& bytes) {
    std::ofstream(dir_ / "a.zip", std::ios::binary) << bytes;
    const auto report = verify_archive(dir_ / "a.zip", 2);
    EXPECT_TRUE(report);
    return *report;
  }
  static const std::string& xml() {
    static const std::string text = to_xml(test::full_cv());
    return text;
  }
  TempDir dir_;
};

TEST_F(PeopleArchives, LitterIsListedAndNotRead) {
  ZipBuilder zip;
  zip.add("offerte/", "");
  zip.add("offerte/a.xml", xml());
  const std::vector<std::string> litter = {"offerte/.DS_Store",   "__MACOSX/offerte/._a.xml",
                                           "__MACOSX/._offerte",  "Thumbs.db",
                                           "offerte/THUMBS.DB",   "desktop.ini",
                                           "ehthumbs.db",         "$RECYCLE.BIN/x.xml",
                                           "offerte/~$nota.docx", "offerte/a.xml~",
                                           "offerte/.a.xml.swp",  ".directory",
                                           ".git/config",         ".gitignore"};
  for (const std::string& name : litter) zip.add(name, "PK\3\4 non si legge");
  const ArchiveReport report = verify(zip.bytes());
  EXPECT_TRUE(report.all_good());
  ASSERT_EQ(report.files.size(), litter.size() + 1);
  EXPECT_EQ(report.files[0].fate, Fate::valid);
  for (std::size_t i = 0; i < litter.size(); ++i) {
    EXPECT_EQ(report.files[i + 1].fate, Fate::ignored) << litter[i];
    EXPECT_EQ(report.files[i + 1].name, litter[i]);
  }
}

TEST_F(PeopleArchives, LitterAloneIsNoFileAndWhatOnlyLooksLikeItIsRefused) {
  ZipBuilder zip;
  zip.add(".DS_Store", "x");
  EXPECT_THAT(test::rules_in(verify(zip.bytes()).findings), ElementsAre("archive.empty"));
  for (const char* name : {"Thumbs.db.exe", "MACOSX/a.txt", "nota.txt", "_a.doc"}) {
    ZipBuilder other;
    other.add("a.xml", xml());
    other.add(name, "x");
    EXPECT_FALSE(verify(other.bytes()).formally_good()) << name;
  }
}

TEST_F(PeopleArchives, BackslashesAreSlashesAndTwoNamesOfOnePlaceAreOneFile) {
  ZipBuilder zip;
  zip.add("offerte\\a.xml", xml());
  const ArchiveReport report = verify(zip.bytes());
  EXPECT_TRUE(report.all_good());
  EXPECT_EQ(report.files[0].name, "offerte/a.xml");
  for (const char* same :
       {"offerte/a.xml", "./offerte/a.xml", "offerte//a.xml", "Offerte\\A.XML"}) {
    ZipBuilder twice = zip;
    twice.add(same, to_xml(test::full_cv(2)));
    EXPECT_THAT(test::rules_in(verify(twice.bytes()).findings),
                ElementsAre("archive.duplicate-name"))
        << same;
  }
}

void put(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
}

struct Stream {
  bool signature = true;    // before the data descriptor
  bool wide = false;        // ZIP64: eight-byte sizes
  bool size_known = false;  // Info-ZIP knows the size of a file beforehand, and writes it
  std::uint32_t wrong_crc = 0;
};

// One entry with its sizes after the data, as is written to a pipe.
std::string streamed(const std::string& data, const Stream& how) {
  const std::uint32_t crc = ZipBuilder::crc32(data);
  const std::string name = "a.xml";
  const auto size = static_cast<std::uint32_t>(data.size());
  std::string out = "PK\3\4";
  put(out, how.wide ? 45 : 20, 2);
  put(out, 8, 2);
  put(out, 0, 2);
  put(out, 0x41850000, 4);
  put(out, how.wrong_crc, 4);
  put(out, how.wide ? 0xFFFFFFFF : 0, 4);
  put(out, how.wide ? 0xFFFFFFFF : how.size_known ? size : 0, 4);
  put(out, name.size(), 2);
  put(out, how.wide ? 20 : 0, 2);
  out += name;
  if (how.wide) {
    put(out, 1, 2);
    put(out, 16, 2);
    put(out, 0, 16);
  }
  out += data;
  if (how.signature) out += "PK\7\x08";
  put(out, crc, 4);
  put(out, size, how.wide ? 8 : 4);
  put(out, size, how.wide ? 8 : 4);
  const std::size_t directory = out.size();
  out += "PK\1\2";
  put(out, 20, 2);
  put(out, how.wide ? 45 : 20, 2);
  put(out, 8, 2);
  put(out, 0, 2);
  put(out, 0x41850000, 4);
  put(out, crc, 4);
  put(out, size, 4);
  put(out, size, 4);
  put(out, name.size(), 2);
  put(out, 0, 16);
  out += name;
  const std::size_t end = out.size();
  out += "PK\5\6";
  put(out, 0, 4);
  put(out, 1, 2);
  put(out, 1, 2);
  put(out, end - directory, 4);
  put(out, directory, 4);
  put(out, 0, 2);
  return out;
}

TEST_F(PeopleArchives, StreamedEntriesAreRead) {
  for (const bool signature : {true, false})
    for (const bool wide : {true, false})
      for (const bool known : {true, false})
        EXPECT_TRUE(verify(streamed(xml(), {signature, wide, known})).all_good())
            << signature << wide << known;
}

TEST_F(PeopleArchives, LocalHeadersThatContradictTheDirectoryAreRefused) {
  EXPECT_THAT(test::rules_in(verify(streamed(xml(), {true, false, false, 7})).findings),
              ElementsAre("archive.damaged"));
  const std::string good = streamed(xml(), {});
  for (const auto& [at, letter] : {std::pair{30, 'b'}, {8, '\x08'}, {6, '\x09'}}) {
    std::string bad = good;
    bad[static_cast<std::size_t>(at)] = letter;
    EXPECT_THAT(test::rules_in(verify(bad).findings), ElementsAre("archive.damaged")) << at;
  }
}

TEST_F(PeopleArchives, CommentsAndWhatFollowsArePassedOverAndProgramsBeforeAreNot) {
  std::string zip = streamed(xml(), {});
  EXPECT_TRUE(verify(zip + "\n\n").all_good());
  const std::string before = "#!/bin/sh\nexit\n";
  EXPECT_THAT(test::rules_in(verify(before + zip).findings), ElementsAre("archive.not-zip"));
  zip[zip.size() - 2] = 4;
  EXPECT_TRUE(verify(zip + "ciao").all_good());
}

TEST_F(PeopleArchives, TheReportIsBoundedWhateverIsWrongAndCountsAll) {
  std::string bad = "<c:Candidatura xmlns:c=\"http://servizi.lavoro.gov.it/candidatura\">";
  for (int i = 0; i < 120; ++i) bad += "<x" + std::to_string(i) + "/>";
  bad += "</c:Candidatura>";
  ZipBuilder zip;
  for (int i = 0; i < 300; ++i) zip.add(std::to_string(i) + ".xml", bad);
  const ArchiveReport report = verify(zip.bytes());
  std::size_t listed = 0;
  for (const FileReport& file : report.files) {
    EXPECT_EQ(file.fate, Fate::refused);
    EXPECT_EQ(file.kind, FileKind::cv);
    EXPECT_EQ(file.findings.size() + file.more, 101u);
    ASSERT_FALSE(file.findings.empty());
    listed += file.findings.size();
  }
  EXPECT_LE(listed, 5'000u + 300);
}

}  // namespace
}  // namespace incontro
