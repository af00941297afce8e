#include <gmock/gmock.h>
#include <incontro/codes.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include "support/records.h"

namespace incontro {
namespace {

std::vector<Table> all_tables() {
  std::vector<Table> tables;
  for (std::size_t i = 0; i < table_count; ++i) tables.push_back(static_cast<Table>(i));
  return tables;
}

TEST(CodeTables, AreInTreeOrderWithDescendantsRightBehindTheirNode) {
  for (const Table table : all_tables()) {
    const auto rows = code_table(table).rows();
    ASSERT_FALSE(rows.empty());
    ASSERT_LT(rows.size(), no_code);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const CodeRow& row = rows[i];
      EXPECT_FALSE(row.code.empty());
      EXPECT_FALSE(row.label.empty()) << row.code;
      EXPECT_EQ(code_table(table).find(row.code), static_cast<CodeIndex>(i));
      // A node's range holds exactly the rows whose chain of parents meets it.
      ASSERT_LE(i, row.last);
      if (row.last + 1u < rows.size()) {
        EXPECT_LE(rows[row.last + 1u].level, row.level);
      }
      if (row.parent == no_code) {
        EXPECT_EQ(row.level, 0);
        continue;
      }
      EXPECT_LT(row.parent, i);
      EXPECT_GE(rows[row.parent].last, row.last) << row.code << " is not behind its parent";
      EXPECT_EQ(rows[row.parent].level + 1, row.level);
    }
  }
}

TEST(CodeTables, HaveCodesOfTheShapeThatMessagesDemand) {
  const struct {
    Table table;
    const char* shape;
    bool leaves_only;
  } shapes[] = {
      {Table::profession, R"(([0-9]\.){5}[0-9]{1,2})", true},
      {Table::language, "[0-9]{3}|[A-Z]{3}|WU", false},
      {Table::language_level, "[A-C][1-2]", false},
      {Table::education, "[0-9]{2}", false},
      {Table::contract, "[A-Z][0-9]{2}", false},
      {Table::working_mode, "[A-Z]{2}", false},
      {Table::licence, "[0-9]{2}", false},
      {Table::certificate, "[0-9]{2}", false},
      {Table::professional_register, "00[0-9]{2}", false},
      {Table::sector, R"(\d{2}\.\d{2}\.\d{2})", true},
      {Table::citizenship, R"(\d{3})", false},
      {Table::employer_size, "0[0-9]", false},
      {Table::agreement, "[0-9,A-Z]{3}|[A-Z]{2}", false},
      {Table::contract_level, "[0-9]", false},
      {Table::attestation, "[NFQSCT]", false},
      {Table::duration_unit, "[OGMA]", false},
      {Table::diffusion, R"(\d{2})", false},
  };
  for (const auto& [table, shape, leaves_only] : shapes) {
    const std::regex pattern(shape);
    const auto rows = code_table(table).rows();
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (!leaves_only || rows[i].last == i) {
        EXPECT_TRUE(std::regex_match(std::string(rows[i].code), pattern)) << rows[i].code;
      }
  }
}

TEST(CodeTables, HoldTheWholeOfCp2011) {
  std::size_t counts[6] = {};
  for (const CodeRow& row : code_table(Table::profession).rows()) ++counts[row.level];
  EXPECT_THAT(counts, ::testing::ElementsAre(9, 37, 129, 511, 800, 7'517));
}

TEST(CodeTables, HoldTodaysComuniWithTheirCoordinates) {
  const CodeTable& territory = code_table(Table::territory);
  std::size_t regions = 0, provinces = 0, comuni = 0;
  const auto rows = territory.rows();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto kind = territory.extra(static_cast<CodeIndex>(i), "kind");
    regions += kind == "region";
    provinces += kind == "province";
    if (kind != "comune" || rows[i].to) continue;
    ++comuni;
    EXPECT_EQ(rows[i].level, 2) << rows[i].code;
    EXPECT_FALSE(territory.extra(static_cast<CodeIndex>(i), "lat").empty()) << rows[i].label;
  }
  EXPECT_EQ(regions, 20u);
  EXPECT_EQ(provinces, 107u);
  EXPECT_EQ(comuni, 7'896u);
  const auto bologna = territory.find("A944");
  ASSERT_TRUE(bologna);
  EXPECT_EQ(territory.row(*bologna).label, "Bologna");
  EXPECT_EQ(territory.row(territory.row(*bologna).parent).code, "BO");
  EXPECT_EQ(territory.label("Z110"), "Francia");
  EXPECT_EQ(territory.extra(*territory.find("BZ"), "name_other"), "Bozen");
  EXPECT_EQ(territory.extra(*bologna, "no such column"), "");
}

TEST(CodeTables, KnowUntilWhenACodeHeld) {
  const CodeTable& territory = code_table(Table::territory);
  const CodeRow& closed = territory.row(*territory.find("A002"));
  ASSERT_TRUE(closed.to);
  EXPECT_TRUE(territory.valid_on("A002", *closed.to));
  EXPECT_FALSE(territory.valid_on("A002", *closed.to + std::chrono::days(1)));
  EXPECT_TRUE(territory.valid_on("A944", day(1900, 1, 1)));
  EXPECT_FALSE(territory.valid_on("none", day(2012, 1, 1)));
  EXPECT_EQ(territory.label("none"), "none");
  EXPECT_FALSE(territory.find(""));
}

TEST(CodeTables, HaveAFingerprintThatStays) {
  EXPECT_EQ(code_tables_fingerprint(), code_tables_fingerprint());
  EXPECT_NE(code_tables_fingerprint(), 0u);
}

TEST(CodeTables, AreInSentenceCaseWithoutLeftoversOfTheirSources) {
  for (const Table table : all_tables())
    for (const CodeRow& row : code_table(table).rows()) {
      const std::string label(row.label);
      const bool proper_name = table == Table::skill;  // ISO 9001
      const bool clean =
          !label.starts_with(' ') && !label.ends_with(' ') &&
          label.find("  ") == std::string::npos && label.find("\u00A0") == std::string::npos &&
          label.find("...") == std::string::npos && label.find_first_of("*=_") == std::string::npos;
      EXPECT_TRUE(clean) << row.code << " " << label;
      EXPECT_TRUE(std::ranges::any_of(label, [](char c) { return c >= 'a' && c <= 'z'; }) ||
                  label.size() < 6 || proper_name)  // UE, AVIS
          << row.code << " shouts: " << label;
    }
}

TEST(CodeTables, RankEducationFromNothingToADoctorate) {
  const CodeTable& education = code_table(Table::education);
  const auto rank = [&](std::string_view code) {
    return education.extra(*education.find(code), "rank");
  };
  std::string_view before = "0";
  for (const CodeRow& row : education.rows()) {
    EXPECT_LE(before, rank(row.code)) << row.code;
    before = rank(row.code);
    if (row.parent != no_code) {
      EXPECT_EQ(education.row(row.parent).code, "70") << row.code;
    }
  }
  EXPECT_EQ(rank("00"), "0");
  EXPECT_EQ(rank("40"), "4");
  EXPECT_EQ(rank("72"), rank("70"));
  EXPECT_EQ(rank("90"), "9");
}

TEST(CodeTables, LeadFromEveryCitizenshipToAStateOfTheTerritory) {
  const CodeTable& citizenships = code_table(Table::citizenship);
  const CodeTable& territory = code_table(Table::territory);
  for (std::size_t i = 0; i < citizenships.rows().size(); ++i) {
    const auto row = static_cast<CodeIndex>(i);
    const auto state = citizenships.extra(row, "state");
    const auto code = citizenships.row(row).code;
    if (code == "000" || code == "999") {  // Italian, stateless
      EXPECT_EQ(state, "") << code;
      continue;
    }
    const auto place = territory.find(state);
    ASSERT_TRUE(place) << code;
    EXPECT_EQ(territory.extra(*place, "kind"), "state") << code;
  }
  EXPECT_EQ(citizenships.extra(*citizenships.find("215"), "eu"), "SI");
  EXPECT_EQ(citizenships.extra(*citizenships.find("241"), "eu"), "NO");
}

TEST(Sources, NameEveryFileOfTablesAndTextsWithItsRows) {
  const std::filesystem::path data = std::filesystem::path(INCONTRO_SOURCE_DIR) / "data";
  std::ifstream in(data / "SOURCES.md");
  std::stringstream sources;
  sources << in.rdbuf();
  for (const char* folder : {"privacy", "professions", "skills", "tables", "territory", "text"})
    for (const auto& entry : std::filesystem::directory_iterator(data / folder)) {
      std::ifstream file(entry.path());
      auto rows = std::count(std::istreambuf_iterator<char>(file), {}, '\n');
      rows -= entry.path().extension() == ".tsv";  // the header
      std::string count = std::to_string(rows);
      if (rows >= 1'000) count.insert(count.size() - 3, ",");
      const std::string name = std::string(folder) + "/" + entry.path().filename().string();
      EXPECT_TRUE(std::regex_search(sources.str(),
                                    std::regex("\\| `" + name + "` \\|[^\n]* " + count + " \\| `")))
          << name << " with its " << count << " rows";
    }
}

}  // namespace
}  // namespace incontro
