#include <gmock/gmock.h>
#include <incontro/text_table.h>

#include <fstream>

#include "support/temp_dir.h"

namespace incontro {
namespace {

class TextTables : public ::testing::Test {
 protected:
  TextTable read(const std::string& bytes, FirstLine first_line = FirstLine::perhaps_names) {
    std::ofstream(directory_ / "table.tsv", std::ios::binary) << bytes;
    const auto table = read_text_table(directory_ / "table.tsv", first_line);
    EXPECT_TRUE(table);
    return *table;
  }
  // As line:id:title:text of each row, or line:rule of each finding.
  std::vector<std::string> seen(const std::string& bytes,
                                FirstLine first_line = FirstLine::perhaps_names) {
    const TextTable table = read(bytes, first_line);
    std::vector<std::string> all;
    for (const TextRow& row : table.rows) all.push_back(row.id + ":" + row.title + ":" + row.text);
    for (const Finding& finding : table.findings) {
      EXPECT_EQ(finding.grade, Grade::blocking);
      EXPECT_FALSE(finding.reason.empty());
      all.push_back(std::to_string(finding.line) + " " + finding.rule);
    }
    return all;
  }

  TempDir directory_;
};

using ::testing::ElementsAre;

TEST_F(TextTables, AreReadWithAndWithoutNamesOfTheColumns) {
  EXPECT_THAT(seen("7\tCuoco\n8\tOste\n"), ElementsAre("7::Cuoco", "8::Oste"));
  EXPECT_THAT(seen("id\ttext\n7\tCuoco\n"), ElementsAre("7::Cuoco"));
  EXPECT_THAT(seen("id\ttitle\ttext\n7\tA\tb c\n"), ElementsAre("7:A:b c"));
  EXPECT_THAT(seen("id\tname\tnote\ttitle\n7\tA\tb\tc\n"), ElementsAre("7:c:A b"));
  EXPECT_THAT(seen("docno\ttitle\tbody\n7\tA\tb\n", FirstLine::names), ElementsAre("7:A:b"));
}

TEST_F(TextTables, ForgiveWhatEditorsLeave) {
  EXPECT_THAT(seen("\xEF\xBB\xBFid\ttext\r\n7\tCuoco\r\n\r\n\n8\tPerché no"),
              ElementsAre("7::Cuoco", "8::Perché no"));
  EXPECT_THAT(seen("7\ta\tb\n8\t\n"), ElementsAre("7::a\tb", "8::"));
}

TEST_F(TextTables, AreRefusedWithTheLine) {
  EXPECT_THAT(seen("7\tCuoco\n8 Oste\n"), ElementsAre("2 table.cells"));
  EXPECT_THAT(seen("id\ttitle\ttext\n7\tA\n8\tA\tb\tc\n"),
              ElementsAre("2 table.cells", "3 table.cells"));
  EXPECT_THAT(seen("7\tCuoco\n\n7\tOste\n"), ElementsAre("3 table.duplicate-id"));
  EXPECT_THAT(seen("\tCuoco\n7 a\tOste\n"), ElementsAre("1 table.id", "2 table.id"));
  EXPECT_THAT(seen("7\tCuoco\xFF\n8\tOste\n"), ElementsAre("1 table.encoding"));
  EXPECT_THAT(seen("docno\n7\n", FirstLine::names), ElementsAre("1 table.cells", "2 table.cells"));
}

TEST_F(TextTables, SayWhereADuplicateWasFirst) {
  const TextTable table = read("7\ta\n8\tb\n7\tc\n");
  ASSERT_EQ(table.findings.size(), 1U);
  EXPECT_THAT(table.findings[0].reason, ::testing::HasSubstr("«7» è già alla riga 1"));
}

TEST_F(TextTables, WithoutRowsAreRefused) {
  for (const char* bytes : {"", "\n\n", "\xEF\xBB\xBF", "id\ttext\n"})
    EXPECT_THAT(seen(bytes), ElementsAre("1 table.empty")) << bytes;
}

TEST_F(TextTables, ReportAPageOfFindingsAtMost) {
  std::string bytes;
  for (int i = 0; i < 1'000; ++i) bytes += "no tab\n";
  EXPECT_EQ(read(bytes).findings.size(), 20U);
}

TEST_F(TextTables, ThatCannotBeReadAreErrors) {
  const auto absent = read_text_table(directory_ / "absent.tsv", FirstLine::perhaps_names);
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().code, Code::not_found);
  const auto folder = read_text_table(directory_.path(), FirstLine::perhaps_names);
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code, Code::io);
}

}  // namespace
}  // namespace incontro
