#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <incontro/check.h>
#include <incontro/export.h>

#include <chrono>
#include <random>

#include "support/ingest_records.h"
#include "support/seed.h"

namespace incontro {
namespace {

using test::replaced;
using testing::ElementsAre;

std::vector<std::string> rules(const std::string& xml) {
  return test::rules_in(check_file(xml).findings);
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// A hundred times the time that it takes; a machine under load must not fail the test.
void expect_quick_refusal(const std::string& xml, const char* rule, int milliseconds = 100) {
  const auto start = std::chrono::steady_clock::now();
  EXPECT_THAT(rules(xml), ElementsAre(rule));
  const auto took = std::chrono::steady_clock::now() - start;
  EXPECT_LT(std::chrono::duration_cast<std::chrono::milliseconds>(took).count(), milliseconds);
}

TEST(HostileXml, IsRefusedBeforeParsing) {
  rules(to_xml(test::full_cv()));  // schemas and tables are made at first use
  const std::string bomb = "<!DOCTYPE b [<!ENTITY a \"" + std::string(125'000, 'a') + "\">]><b>" +
                           repeated("&a;", 40'000) + "</b>";
  expect_quick_refusal(bomb, "xml.doctype");
  expect_quick_refusal("<!DOCTYPE b [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><b>&x;</b>",
                       "xml.doctype");
  expect_quick_refusal("<!-- first --><!DOCTYPE b><b/>", "xml.doctype");
  std::string attributes = "<b";
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i) + "=''";
  expect_quick_refusal(attributes + "/>", "xml.attributes");
  std::string quoted = "<b b1='>'";
  for (int i = 0; i < 100'000; ++i) quoted += " a" + std::to_string(i) + "='>'";
  expect_quick_refusal(quoted + "/>", "xml.attributes");
  expect_quick_refusal("<b>" + repeated("<b/>", 1'000'000) + "</b>", "xml.elements");
  expect_quick_refusal("<b>" + repeated("<b/>", 5'000'000) + "</b>", "xml.size");
  expect_quick_refusal(repeated("<b>", 100'000), "xml.depth");
  expect_quick_refusal("<b a='" + std::string(70'000, 'x') + "'/>", "xml.start-tag");
  expect_quick_refusal("<b>&x;</b>", "xml.entity");
  expect_quick_refusal("<b a='&x;'/>", "xml.entity");
  expect_quick_refusal("<b>R&D</b>", "xml.entity");
}

TEST(HostileXml, TheGuardIsNotFooledByWhereThingsStand) {
  const auto accepted = [](const std::string& xml) { return check_file(xml).accepted(); };
  const std::string good = to_xml(test::full_cv());
  EXPECT_TRUE(accepted(replaced(good, "<nome>", "<!-- <!DOCTYPE x> &x; <b --><nome>")));
  EXPECT_TRUE(accepted(replaced(good, "<nome>Laura", "<nome><![CDATA[<!DOCTYPE x> &x;]]>")));
  EXPECT_TRUE(accepted(replaced(good, "<nome>", "<?note <!DOCTYPE x> &x; ?><nome>")));
  EXPECT_TRUE(accepted(good + "<!-- end -->\n"));
  EXPECT_THAT(rules(replaced(good, "<nome>", "<!-- --><!DOCTYPE x><nome>")),
              ElementsAre("xml.doctype"));
}

TEST(HostileXml, MalformedFilesAreRefusedWithTheLine) {
  const std::string good = to_xml(test::full_cv());
  const CheckedFile mismatch = check_file(replaced(good, "</cognome>", "</nome>"));
  ASSERT_THAT(test::rules_in(mismatch.findings), ElementsAre("xml.malformed"));
  EXPECT_EQ(mismatch.findings[0].line, 6u);
  EXPECT_THAT(rules(good.substr(0, good.size() / 2)), ElementsAre("xml.malformed"));
  EXPECT_THAT(rules(good + "<b/>"), ElementsAre("xml.malformed"));
  EXPECT_THAT(rules(replaced(good, "Laura", std::string("La\x01ra"))),
              ElementsAre("xml.malformed"));
  EXPECT_THAT(rules(replaced(good, "<nome>", "<x:nome>")), ElementsAre("xml.malformed"));
  EXPECT_THAT(rules(" " + good), ElementsAre("xml.malformed"));
  EXPECT_THAT(rules(""), ElementsAre("xml.empty"));
  EXPECT_THAT(rules("ciao"), ElementsAre("xml.malformed"));
  EXPECT_THAT(rules(std::string("<\0b", 3)), ElementsAre("xml.encoding"));
}

std::string utf16(const std::string& ascii_and_latin, bool big) {
  std::string out = big ? "\xFE\xFF" : "\xFF\xFE";
  for (std::size_t i = 0; i < ascii_and_latin.size(); ++i) {
    auto c = static_cast<unsigned char>(ascii_and_latin[i]);
    if (c == 0xC3) c = static_cast<unsigned char>(ascii_and_latin[++i] + 0x40);
    out += big ? '\0' : static_cast<char>(c);
    out += big ? static_cast<char>(c) : '\0';
  }
  return out;
}

TEST(Encodings, TheUsualOnesAreRead) {
  Cv cv = test::full_cv();
  cv.wanted[0].description = "Contabilità";
  const std::string utf8 = to_xml(cv);
  const auto same = [&](const std::string& bytes) {
    const CheckedFile file = check_file(bytes);
    const Cv* read = std::get_if<Cv>(&file.content);
    EXPECT_NE(read, nullptr) << test::told(file.findings);
    return read != nullptr && *read == cv;
  };
  EXPECT_TRUE(same("\xEF\xBB\xBF" + utf8));
  EXPECT_TRUE(same(utf8.substr(utf8.find("<Cand"))));  // no declaration
  EXPECT_TRUE(same(utf16(utf8.substr(utf8.find("<Cand")), true)));
  EXPECT_TRUE(same(utf16(replaced(utf8, "UTF-8", "UTF-16"), false)));
  std::string latin = utf8;
  for (std::size_t at; (at = latin.find('\xC3')) != std::string::npos;) {
    latin[at + 1] = static_cast<char>(latin[at + 1] + 0x40);
    latin.erase(at, 1);
  }
  for (const char* name : {"ISO-8859-1", "iso-8859-15", "windows-1252"})
    EXPECT_TRUE(same(replaced(latin, "UTF-8", name))) << name;
  cv.person.contacts.address = "50 \u20AC";
  EXPECT_TRUE(same(replaced(replaced(latin, "UTF-8", "windows-1252"),
                            "Via di prova 1 &lt;interno&gt; &amp; \"scala\"", "50 \x80")));
  EXPECT_TRUE(same(replaced(replaced(latin, "UTF-8", "ISO-8859-15"),
                            "Via di prova 1 &lt;interno&gt; &amp; \"scala\"", "50 \xA4")));
}

TEST(Encodings, OthersAndWrongBytesAreRefused) {
  const std::string utf8 = to_xml(test::full_cv());
  for (const char* name : {"UTF-7", "EBCDIC-CP-IT", "UTF-32", "Shift_JIS", "UTF-16", "x"})
    EXPECT_THAT(rules(replaced(utf8, "UTF-8", name)), ElementsAre("xml.encoding")) << name;
  EXPECT_THAT(rules(replaced(utf8, "UTF-8", "US-ASCII")), ElementsAre("xml.encoding"));
  EXPECT_THAT(rules(replaced(utf8, "Laura", "La\xFFra")), ElementsAre("xml.encoding"));
  EXPECT_THAT(rules(replaced(utf8, "Laura", "La\xC0\xAFra")), ElementsAre("xml.encoding"));
  EXPECT_THAT(rules(replaced(utf8, "Laura", "La\xED\xA0\x80ra")), ElementsAre("xml.encoding"));
  EXPECT_THAT(rules("\x4C\x6F\xA7\x94\x93"), ElementsAre("xml.encoding"));
  EXPECT_THAT(rules(std::string("\xFF\xFE\0\0<\0\0\0", 8)), ElementsAre("xml.encoding"));
  EXPECT_THAT(rules(std::string("\xFF\xFE<", 3)), ElementsAre("xml.encoding"));
  EXPECT_THAT(rules("\xEF\xBB\xBF" + replaced(utf8, "UTF-8", "ISO-8859-1")),
              ElementsAre("xml.encoding"));
  EXPECT_THAT(rules(replaced(utf8, "<?xml version=\"1.0\"", "<?xml versione=\"1.0\"")),
              ElementsAre("xml.declaration"));
}

TEST(HostileXml, RandomDamageNeverBreaksTheProgram) {
  std::mt19937_64 random(test_seed(7));
  const std::string good = to_xml(test::full_vacancy());
  for (int round = 0; round < 1500; ++round) {
    std::string xml = good;
    for (unsigned k = 0; k <= random() % 4; ++k) {
      const std::size_t at = random() % xml.size();
      switch (random() % 4) {
        case 0:
          xml[at] = static_cast<char>(random());
          break;
        case 1:
          xml.erase(at, random() % 40);
          break;
        case 2:
          xml.insert(at, xml.substr(random() % xml.size(), random() % 60));
          break;
        default:
          xml[at] = "<>&'\"/=! "[random() % 9];
      }
    }
    const CheckedFile file = check_file(xml);
    EXPECT_EQ(file.accepted(), !blocks(file.findings)) << xml;
  }
}

}  // namespace
}  // namespace incontro
