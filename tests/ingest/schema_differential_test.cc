#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <incontro/check.h>
#include <incontro/export.h>

#include <random>

#include "support/ingest_records.h"
#include "support/seed.h"
#include "xml/compiled_schema.h"
#include "xml/xsd_catalog.h"

namespace incontro {
namespace {

// Both schemas of a revision: ours and the official one.
struct Pair {
  std::unique_ptr<CompiledSchema> ours, official;
};

std::unique_ptr<CompiledSchema> compiled(const std::string& path) {
  auto schema = CompiledSchema::compile(test::read_file(path));
  return schema ? std::move(*schema) : nullptr;
}

Pair load(const std::string& ours, const std::string& official) {
  return {compiled(std::string(INCONTRO_SOURCE_DIR) + "/data/schemas/" + ours),
          compiled(std::string(INCONTRO_SHARED_DIR) + "/standard/xsd/" + official)};
}

// A span of one element in the text: from its "<" to past its ">".
struct Span {
  std::size_t begin, end, text_begin, text_end;
  std::string name;
  bool leaf;
};

// Elements of a well-formed document without attributes below the root, comments or CDATA.
std::vector<Span> elements_of(const std::string& xml) {
  std::vector<Span> out;
  std::vector<std::size_t> open;
  for (std::size_t at = xml.find('<'); at != std::string::npos; at = xml.find('<', at + 1)) {
    const std::size_t close = xml.find('>', at);
    if (xml[at + 1] == '?') continue;
    if (xml[at + 1] == '/') {
      Span& span = out[open.back()];
      span.text_end = at;
      span.end = close + 1;
      open.pop_back();
      if (!open.empty()) out[open.back()].leaf = false;
      continue;
    }
    const bool empty = xml[close - 1] == '/';
    const std::size_t name_end = xml.find_first_of(" />", at);
    out.push_back(
        {at, close + 1, close + 1, close + 1, xml.substr(at + 1, name_end - at - 1), true});
    if (empty) {
      if (!open.empty()) out[open.back()].leaf = false;
    } else {
      open.push_back(out.size() - 1);
    }
  }
  return out;
}

const std::vector<std::string>& ugly_values() {
  static const std::vector<std::string> values = {"",
                                                  " ",
                                                  "\n",
                                                  "\t x ",
                                                  "0",
                                                  "00",
                                                  "000",
                                                  "0000",
                                                  "00000",
                                                  "1",
                                                  "12",
                                                  "123",
                                                  "1234",
                                                  "12345",
                                                  "A",
                                                  "AA",
                                                  "AAA",
                                                  "WU",
                                                  "W U",
                                                  "a944",
                                                  "A944",
                                                  "A94",
                                                  "A9444",
                                                  "Z110",
                                                  "A01",
                                                  "A1",
                                                  "a01",
                                                  "SI",
                                                  "NO",
                                                  "si",
                                                  "Si",
                                                  " SI",
                                                  "SI ",
                                                  "S",
                                                  "M",
                                                  "F",
                                                  "O",
                                                  "G",
                                                  "T",
                                                  "N",
                                                  "X",
                                                  "01",
                                                  "02",
                                                  "03",
                                                  "04",
                                                  "1,2",
                                                  ",,,",
                                                  "A,",
                                                  "1.2",
                                                  "62.01.00",
                                                  "62.01",
                                                  "62.01.000",
                                                  "2.1.1.4.1.17",
                                                  "2.1.1.4.1",
                                                  "2.1.1.4.1.177",
                                                  "22.1.1.4.1.1",
                                                  "2.1.1.4.1.1.",
                                                  "B2",
                                                  "C3",
                                                  "D1",
                                                  "A0",
                                                  "0013",
                                                  "0113",
                                                  "09",
                                                  "10",
                                                  "2012-12-05",
                                                  "2012-02-30",
                                                  "2012-2-3",
                                                  "12-12-05",
                                                  "2012-12-05Z",
                                                  "2012-12-05+02:00",
                                                  "2012-12-05+15:00",
                                                  " 2012-12-05 ",
                                                  "-0044-03-15",
                                                  "12012-12-05",
                                                  "0000-01-01",
                                                  "2012-12-05T09:00:00",
                                                  "2012-12-05T24:00:00",
                                                  "2012-12-05T24:00:01",
                                                  "2012-12-05T09:00",
                                                  "2012-12-05T09:00:00.5",
                                                  "2012-12-05T09:00:00Z",
                                                  "2012-12-05 09:00:00",
                                                  "2012-02-29",
                                                  "2013-02-29",
                                                  "2012-12-31T23:59:60",
                                                  "a@b",
                                                  "a@b.c",
                                                  "a.b@c.d",
                                                  ".a@b",
                                                  "a.@b",
                                                  "a@b.",
                                                  "a@@b",
                                                  "a b@c",
                                                  "@",
                                                  "a@",
                                                  "@b",
                                                  "a@[1]",
                                                  "{a}@b",
                                                  "a|b@c",
                                                  "a~@b",
                                                  "a`@b",
                                                  "a$%&amp;'@b",
                                                  "\"a\"@b",
                                                  "a(b)@c",
                                                  "a,b@c",
                                                  "a;b@c",
                                                  "a@b_c",
                                                  "é@b",
                                                  "a@bà",
                                                  "RSSMRA80A01H501U",
                                                  "rssmra80a01h501u",
                                                  "RSSMRA8LA01H501U",
                                                  "RSSMRA80A0KH501U",
                                                  "01234567897",
                                                  "0123456789",
                                                  "012345678979",
                                                  "\u0661\u0662",
                                                  "\u0661",
                                                  "A\u0661\u0662\u0663",
                                                  "\u0661\u0662\u0663",
                                                  "1\u0662.01.00",
                                                  "0800012221000000000000001",
                                                  "080001222100000000000000A",
                                                  "0800012221 00000000000001"};
  return values;
}

class SchemaDifferential : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    xml_ = test::sample(GetParam());
    if (xml_.empty()) GTEST_SKIP() << "no reference material";
    const std::string prefix = "Rev.038_-_CL_-_Allegato_4_-_";
    if (GetParam().rfind("candidatura", 0) == 0)
      pair_ = load("candidatura-rev038.xsd", prefix + "Candidatura.xsd");
    else if (GetParam().rfind("messaggio", 0) == 0)
      pair_ = load("messaggio-rev038.xsd", prefix + "Messaggio.xsd");
    else if (GetParam().rfind("vacancy_rev038", 0) == 0)
      pair_ = load("vacancy-rev038.xsd", prefix + "Ricerca_personale.xsd");
    else
      pair_ = load("vacancy-rev064.xsd", "Rev.064_-_CL_-_Allegato_4_-_Ricerca_personale.xsd");
    ASSERT_TRUE(pair_.ours && pair_.official);
  }

  void compare(const std::string& xml, const std::string& what) {
    Findings findings;
    const auto document = read_xml(xml, findings);
    if (!document) return;
    const bool official = pair_.official->valid(*document);
    ++(official ? valid_ : invalid_);
    ASSERT_EQ(pair_.ours->valid(*document), official) << what << "\n" << xml;
    // What the validator refuses, the diagnosis explains.
    const SchemaRevision* revision = revision_of(*document, findings);
    const bool later = GetParam().rfind("vacancy_rev064", 0) == 0;
    if (revision == nullptr || official) return;
    if (revision->kind == DocumentKind::vacancy && later != (revision->title.back() == '4')) return;
    // The one thing that libxml2 refuses wrongly: blanks around a date.
    if (check_schema(*document, *revision, findings)) {
      EXPECT_THAT(what, testing::ContainsRegex("data.*= 2012")) << what;
      return;
    }
    EXPECT_THAT(test::rules_in(findings), testing::Not(testing::Contains("schema.invalid")))
        << what << "\n"
        << test::told(findings);
    EXPECT_FALSE(findings.empty());
  }

  std::string with(const Span& span, const std::string& text) const {
    return xml_.substr(0, span.text_begin) + text + xml_.substr(span.text_end);
  }

  std::string xml_;
  Pair pair_;
  std::size_t valid_ = 0, invalid_ = 0;
};

TEST_P(SchemaDifferential, EveryMutationIsJudgedAlike) {
  compare(xml_, "as it is");
  const auto elements = elements_of(xml_);
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const Span& e = elements[i];
    const std::string whole = xml_.substr(e.begin, e.end - e.begin);
    if (i > 0) {
      compare(std::string(xml_).erase(e.begin, e.end - e.begin), "without " + e.name);
      compare(std::string(xml_).insert(e.end, whole), "twice " + e.name);
      compare(std::string(xml_).insert(e.begin, "<x/>"), "unknown before " + e.name);
      compare(std::string(xml_).insert(e.begin, "stray"), "text before " + e.name);
      compare(std::string(xml_).insert(e.begin, "<![CDATA[ ]]>"), "blank CDATA before " + e.name);
    }
    compare(std::string(xml_).insert(e.text_begin - 1, " a=\"1\""), "attribute on " + e.name);
    compare(with(e, ""), "empty " + e.name);
    compare(with(e, "<x xmlns=\"urn:x\">1</x>"), "foreign child in " + e.name);
    if (e.leaf && i > 0) {
      for (const std::string& value : ugly_values()) compare(with(e, value), e.name + "=" + value);
      for (const std::size_t limit :
           {1, 2, 4, 9, 11, 15, 16, 25, 30, 50, 100, 200, 250, 256, 300, 500, 1000, 2000, 5000})
        for (const std::size_t length : {limit - 1, limit, limit + 1})
          for (const char* letter : {"x", "7", "\u00E0"}) {
            std::string value;
            for (std::size_t k = 0; k < length; ++k) value += letter;
            compare(with(e, value), e.name + " of " + std::to_string(length));
          }
      for (const std::size_t local : {245, 250, 251, 252, 253}) {
        compare(with(e, std::string(local, 'a') + "@b.it"), e.name + " mail");
      }
    }
  }
  EXPECT_GT(invalid_, 500u);
  EXPECT_GT(valid_, 10u);
}

TEST_P(SchemaDifferential, SwapsMovesAndRandomPairsAreJudgedAlike) {
  std::mt19937_64 random(test_seed(20121205));
  const auto elements = elements_of(xml_);
  const auto any = [&] { return elements[1 + random() % (elements.size() - 1)]; };
  for (int round = 0; round < 400; ++round) {
    const Span a = any(), b = any();
    const std::string copy = xml_.substr(a.begin, a.end - a.begin);
    std::string moved = xml_;
    if (b.begin >= a.end) {  // a goes after b
      moved.insert(b.end, copy);
      moved.erase(a.begin, a.end - a.begin);
    } else if (b.end <= a.begin) {  // a goes before b
      moved.erase(a.begin, a.end - a.begin);
      moved.insert(b.begin, copy);
    } else {  // one within the other: its name changes case
      moved = test::replaced(xml_, a.name + ">", a.name + "X>");
    }
    compare(moved, a.name + " moved to " + b.name);
    if (a.leaf && b.leaf && a.end <= b.begin) {
      std::string both = xml_.substr(0, a.text_begin) +
                         ugly_values()[random() % ugly_values().size()] +
                         xml_.substr(a.text_end, b.text_begin - a.text_end) +
                         ugly_values()[random() % ugly_values().size()] + xml_.substr(b.text_end);
      compare(both, "two values");
    }
  }
  EXPECT_GT(invalid_, 50u);
}

TEST_P(SchemaDifferential, NamespacesAreJudgedAlike) {
  const std::string space = "http://servizi.lavoro.gov.it/";
  compare(test::replaced(xml_, space, "http://servizi.lavoro.gov.it/x"), "other namespace");
  compare(test::replaced(xml_, space, "HTTP://servizi.lavoro.gov.it/"), "case of the namespace");
  const auto elements = elements_of(xml_);
  for (std::size_t i = 1; i < elements.size(); ++i) {
    const Span& e = elements[i];
    std::string bare = xml_;
    const std::string plain = e.name.substr(2);
    bare.replace(e.end - e.name.size() - 1, e.name.size(), plain);
    bare.replace(e.begin + 1, e.name.size(), plain);
    compare(bare, "unqualified " + plain);
  }
}

INSTANTIATE_TEST_SUITE_P(Samples, SchemaDifferential, testing::ValuesIn(test::sample_names()),
                         [](const auto& test) { return test.param; });

}  // namespace
}  // namespace incontro
