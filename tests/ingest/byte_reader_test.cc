// What the guard has read is what the parser reads, whatever bytes come.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <incontro/export.h>

#include <cstdlib>
#include <random>

#include "support/ingest_records.h"
#include "support/seed.h"
#include "xml/encoding.h"
#include "xml/xml_guard.h"
#include "xml/xml_reader.h"

namespace incontro {
namespace {

using test::replaced;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string mark = "\xEF\xBB\xBF";

std::vector<std::string> rules(const std::string& bytes) {
  return test::rules_in(check_file(bytes).findings);
}

std::string good() { return to_xml(test::full_cv()); }
std::string good_body() { return good().substr(good().find("<Cand")); }

TEST(ByteReader, AMarkIsOnlyAtTheBeginningAndOnlyOnce) {
  EXPECT_THAT(rules(mark + good()), IsEmpty());
  EXPECT_THAT(rules(mark + mark + good()), ElementsAre("xml.encoding"));
  EXPECT_THAT(rules(mark + mark + "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-a/+AD4-"),
              ElementsAre("xml.encoding"));
  EXPECT_THAT(rules(" " + mark + good_body()), ElementsAre("xml.encoding"));
  EXPECT_THAT(rules(replaced(good(), "Laura", "La" + mark + "ura")), ElementsAre("xml.encoding"));
  EXPECT_THAT(rules(good() + mark), ElementsAre("xml.encoding"));
  EXPECT_THAT(rules("\xFF\xFE\xFF\xFE<\0a\0/\0>\0"), ElementsAre("xml.encoding"));
}

TEST(ByteReader, CharactersThatXmlForbidsAreRefusedOnTheirLine) {
  for (const char* bad : {"\x01", "\x08", "\x0B", "\x0C", "\x1F", "\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    const CheckedFile file = check_file(replaced(good(), "Laura", std::string("La") + bad));
    ASSERT_THAT(test::rules_in(file.findings), ElementsAre("xml.malformed"));
    EXPECT_GT(file.findings[0].line, 3u);
  }
  const std::string zero(1, '\0');
  EXPECT_THAT(rules(replaced(good(), "Laura", "La" + zero + "ura")), ElementsAre("xml.encoding"));
  EXPECT_THAT(rules(mark + std::string("<\0a\0/\0>\0", 8)), ElementsAre("xml.encoding"));
}

TEST(ByteReader, ADeclarationSaysOneThingOnceAndFirst) {
  const auto declared = [](const std::string& declaration) { return declaration + good_body(); };
  for (const char* bad :
       {"<?xml version=\"1.1\" encoding=\"UTF-8\"?>", "<?xml version=\"2.0\"?>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" encoding=\"UTF-7\"?>",
        "<?xml encoding=\"UTF-8\" version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=UTF-8?>"})
    EXPECT_THAT(rules(declared(bad)), ElementsAre("xml.declaration")) << bad;
  for (const char* late : {"<!-- prima --><?xml version=\"1.0\"?>", "\n<?xml version=\"1.0\"?>",
                           "<?xml version=\"1.0\"?><?xml version=\"1.0\" encoding=\"UTF-7\"?>"})
    EXPECT_THAT(rules(declared(late)), ElementsAre("xml.malformed")) << late;
  for (const char* name : {"UTF-7", "UTF-32", "UTF-16", "UTF-16LE", "IBM037", "GB18030"})
    EXPECT_THAT(rules(replaced(good(), "UTF-8", name)), ElementsAre("xml.encoding")) << name;
}

TEST(ByteReader, DeclaredLatin1WithBytesOfWindowsIsReadAndSaid) {
  const std::string euro = replaced(replaced(good(), "UTF-8", "ISO-8859-1"), "Laura",
                                    "L\x92"
                                    "Aura\x80");
  const CheckedFile file = check_file(euro);
  EXPECT_THAT(test::rules_in(file.findings), ElementsAre("xml.windows-bytes"));
  ASSERT_TRUE(file.accepted());
  EXPECT_EQ(std::get<Cv>(file.content).person.name, "L’Aura€");
  EXPECT_THAT(rules(replaced(euro, "\x92", "\x81")),
              ElementsAre("xml.windows-bytes", "xml.encoding"));
}

TEST(ByteReader, WhatKindADamagedFileWasIsStillTold) {
  const auto kind = [](const std::string& bytes) { return check_file(bytes).kind; };
  const std::string vacancy = to_xml(test::full_vacancy());
  EXPECT_EQ(kind(good().substr(0, good().size() / 2)), FileKind::cv);
  EXPECT_EQ(kind(replaced(good(), "Laura", "La\xFFra")), FileKind::cv);
  EXPECT_EQ(kind(replaced(good(), "<nome>", "<nome>&x;")), FileKind::cv);
  EXPECT_EQ(kind("<!-- - --><v:Vacancy xmlns:v='altro'/>"), FileKind::vacancy);
  EXPECT_EQ(kind(vacancy.substr(0, 200)), FileKind::vacancy);
  EXPECT_EQ(kind("<html/>"), FileKind::unknown);
  EXPECT_EQ(kind("<"), FileKind::unknown);
}

// Pieces that guards and parsers have disagreed about, and what makes them large.
std::string random_document(std::mt19937_64& random) {
  static const std::vector<std::string> pieces = {"<a>",
                                                  "</a>",
                                                  "<a/>",
                                                  "<!--",
                                                  "-->",
                                                  "<![CDATA[",
                                                  "]]>",
                                                  "<?p ",
                                                  "?>",
                                                  "\"",
                                                  "'",
                                                  "=",
                                                  ">",
                                                  "<",
                                                  "&amp;",
                                                  "&#60;",
                                                  "&x;",
                                                  "<!DOCTYPE a>",
                                                  " b='<'",
                                                  " xmlns:n='u'",
                                                  " c=\">\"",
                                                  "\n",
                                                  "<?xml version='1.0'?>",
                                                  "<?xml version='1.0' encoding='UTF-7'?>",
                                                  "+ADw-",
                                                  mark,
                                                  "\xFE\xFF",
                                                  "\xFF\xFE",
                                                  std::string(1, '\0'),
                                                  "<\0",
                                                  "\xC0\xBC",
                                                  "x",
                                                  "/",
                                                  "--",
                                                  "]",
                                                  "\x1B$B"};
  std::string text = random() % 3 == 0 ? "<a>" : "";
  for (std::size_t i = 0, n = random() % 24; i < n; ++i) {
    if (random() % 8 == 0) {
      const std::size_t times = random() % 90;
      for (std::size_t k = 0; k < times; ++k)
        text += random() % 2 ? " d" + std::to_string(k) + "='v'" : "<d>";
    }
    text += pieces[below(random, pieces.size())];
  }
  if (random() % 4 == 0) {
    std::string wide = random() % 2 ? "\xFF\xFE" : "";
    for (const char c : text) wide += {c, '\0'};
    return wide;
  }
  return text;
}

TEST(ByteReader, TheParserNeverSeesMoreThanTheGuardHasLetPass) {
  const char* given = std::getenv("INCONTRO_FUZZ_ROUNDS");
  const long rounds = given ? std::atol(given) : 20'000;
  std::mt19937_64 random(test_seed(11));
  long parsed = 0;
  for (long round = 0; round < rounds; ++round) {
    Findings before;
    const auto text = decode_to_utf8(random_document(random), before);
    if (!text || !passes_guard(*text, before)) continue;
    ++parsed;
    Findings findings;
    parse_guarded(*text, findings);
    for (const Finding& finding : findings)
      ASSERT_EQ(finding.rule, "xml.malformed") << *text;  // no limit, no DOCTYPE
  }
  EXPECT_GT(parsed, rounds / 20);
}

}  // namespace
}  // namespace incontro
