#include "text/fold.h"

#include <gmock/gmock.h>
#include <incontro/analyzer.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <random>

#include "support/random_unicode.h"
#include "text/letters.h"

namespace incontro {
namespace {

std::string utf8(UChar32 c) {
  std::string out;
  return icu::UnicodeString(c).toUTF8String(out);
}

struct Folded {
  std::string_view written, plain;
};

TEST(Fold, WritesLettersThatUnicodeDoesNotDecomposeWithoutTheirMark) {
  for (const auto& [written, plain] : {Folded{"Wałęsa", "walesa"},
                                       {"Đorđević", "dordevic"},
                                       {"JØRGENSEN", "jorgensen"},
                                       {"Işık", "isik"},
                                       {"İnönü", "inonu"},
                                       {"Œuvre", "oeuvre"},
                                       {"Ægir", "aegir"},
                                       {"Þór Sigurðsson", "thor sigurdsson"},
                                       {"Ħal Għaxaq", "hal ghaxaq"},
                                       {"Sámi Ŧuoŋŋu", "sami tuonnu"},
                                       {"Straße", "strasse"},
                                       {"GROẞ", "gross"},
                                       {"Kalaallit ĸ", "kalaallit q"},
                                       {"Ɓala Ɗan Ƙofa", "bala dan kofa"},
                                       {"Ǆukić Ǉubica Ǌegoš", "dzukic ljubica njegos"},
                                       {"Əliyev", "eliyev"},
                                       {"Ŋata", "nata"},
                                       {"Ŀluís", "lluis"},
                                       {"Nguyễn Đức", "nguyen duc"},
                                       {"Șerban Țîrle", "serban tirle"},
                                       {"Ƶako ɍ Ⱥ", "zako r a"}})
    EXPECT_EQ(fold_text(written), plain) << written;
}

TEST(Fold, MakesNoLettersOfSignsThatAreGluedToWords) {
  for (const auto& [written, plain] : {Folded{"Excel™", "excel "},
                                       {"Word®", "word "},
                                       {"SAP℠", "sap "},
                                       {"Java©", "java "},
                                       {"1º", "1 "},
                                       {"2ª", "2 "},
                                       {"N.º", "n. "},
                                       {"tel℡", "tel tel "}})
    EXPECT_EQ(fold_text(written), plain) << written;
  EXPECT_EQ(fold_text("m²"), "m2");
  EXPECT_EQ(fold_text("cm³"), "cm3");
  EXPECT_EQ(fold_text("CO₂"), "co2");
  EXPECT_EQ(fold_text("50㎡"), "50 m2 ");
}

TEST(Fold, WritesDigitsOfEveryScriptInAscii) {
  for (const std::string_view written : {"٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "০১২৩৪৫৬৭৮৯",
                                         "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "๐๑๒๓๔๕๖๗๘๙"})
    EXPECT_EQ(fold_text(written), "0123456789") << written;
}

TEST(Fold, OverlooksWhatIsNotSeen) {
  for (const std::string_view written :
       {"la\u00ADvo\u00ADro", "la\u200Dvo\u200Cro", "\uFEFFlavoro", "lavoro\uFE0F", "l\u20DDavoro",
        "ｌａｖｏｒｏ", "𝐥𝐚𝐯𝐨𝐫𝐨", "ʟᴀᴠᴏʀᴏ"})
    EXPECT_EQ(fold_text(written), "lavoro") << written;
  EXPECT_EQ(fold_text("ﬁnanza e ﬂotta"), "finanza e flotta");
}

TEST(Fold, TakesAllApostrophesForOne) {
  for (const std::string_view sign : {"'", "’", "‘", "‛", "ʼ", "ʻ", "ʹ", "′", "´", "＇", "ꞌ"})
    EXPECT_EQ(fold_text(plain_apostrophes("D" + std::string(sign) + "Angelo")), "d'angelo") << sign;
  EXPECT_EQ(fold_text("DʼAngelo"), "d angelo");
}

// Every letter that Unicode calls another one with a mark is that other one; those of phonetic
// writing that stand on their heads are letters of their own.
TEST(Fold, LeavesNoLatinLetterWithAMarkAsItIs) {
  for (UChar32 c = 0x80; c <= 0x10FFFF; ++c) {
    UErrorCode error = U_ZERO_ERROR;
    if (!u_isalpha(c) || uscript_getScript(c, &error) != USCRIPT_LATIN) continue;
    char name[256];
    u_charName(c, U_UNICODE_CHAR_NAME, name, sizeof name, &error);
    const std::string_view title = name;
    const auto with = title.find(" WITH ");
    bool plain_base = with != title.npos && title[with - 2] == ' ';
    for (const char* const turned : {"TURNED", "REVERSED", "SIDEWAYS", "STRETCHED"})
      plain_base = plain_base && title.find(turned) == title.npos;
    if (!plain_base) continue;
    EXPECT_TRUE(is_ascii(fold_text(utf8(c)))) << name;
  }
}

// The quick way and the whole one give the same for every character, alone and beside others.
TEST(Fold, IsTheSameByTheQuickWay) {
  const std::string slow = "ж";
  for (UChar32 c = 1; c <= 0x10FFFF; ++c) {
    if (U_IS_SURROGATE(c)) continue;
    const std::string one = utf8(c);
    const std::string folded = fold_text(one);
    ASSERT_EQ(fold_text(folded), folded) << std::hex << c;
    if (c >= 0x3000) continue;  // none of these has a quick way
    ASSERT_EQ(fold_text("a" + one + "9"), "a" + folded + "9") << std::hex << c;
    ASSERT_EQ(fold_text(one + "a" + slow), folded + "a" + slow) << std::hex << c;
  }
}

TEST(Fold, OfAnyTextIsItsOwnFolding) {
  std::mt19937_64 random(test_seed(71));
  const RandomUnicode unicode;
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = unicode.text(random, 12);
    const std::string folded = fold_text(text);
    ASSERT_EQ(fold_text(folded), folded) << testing::PrintToString(text);
  }
}

TEST(Fold, MeetsInTextsWhatIsTypedWithoutMarks) {
  const Analyzer analyzer;
  const auto words = [&](std::string_view text) {
    std::vector<std::string> found;
    for (const Token& token : analyzer.analyze(text)) found.push_back(token.word);
    return found;
  };
  using testing::ElementsAre;
  EXPECT_THAT(words("ditta Jørgensen"), ElementsAre("ditta", "jorgensen"));
  EXPECT_THAT(words("Excel™, Word® e SAP℠."), ElementsAre("excel", "word", "e", "sap"));
  EXPECT_THAT(words("٣ anni, ５ giorni"), ElementsAre("3", "anni", "5", "giorni"));
  EXPECT_THAT(words("80 m² a Łódź"), ElementsAre("80", "m2", "a", "lodz"));
}

}  // namespace
}  // namespace incontro
