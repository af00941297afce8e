#include "pages/texts.h"

#include <gtest/gtest.h>
#include <incontro/fields.h>
#include <incontro/match.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

namespace incontro::server {
namespace {

std::string all_sources(const char* extension) {
  std::string all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           std::filesystem::path(INCONTRO_SOURCE_DIR) / "server")) {
    const std::string path = entry.path().string();
    if (entry.path().extension() != extension || path.find("node_modules") != std::string::npos)
      continue;
    std::ifstream in(entry.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(in), {});
  }
  return all;
}

std::set<std::string> names_in_templates() {
  std::set<std::string> names;
  const std::string text = all_sources(".mustache");
  const std::regex use(R"(\{\{t\.([a-z0-9_.-]+)\}\})");
  for (std::sregex_iterator it(text.begin(), text.end(), use), end; it != end; ++it)
    names.insert((*it)[1]);
  return names;
}

// Names that the code puts together from parts.
std::set<std::string> composed_names() {
  std::set<std::string> names;
  for (const Collection collection : collections)
    for (const Field& field : fields_of(collection))
      names.insert("field." + std::string(field.name));
  for (const CriterionInfo& info : criteria()) names.insert("criterion." + std::string(info.name));
  for (const char* office : {"clic4help", "redazione", "albo-informatico"}) {
    names.insert(std::string("office.") + office);
    names.insert(std::string("office.") + office + ".hint");
  }
  for (const char* field : {"name", "email", "subject", "message"}) {
    names.insert(std::string("contact.") + field);
    names.insert(std::string("contact.missing_") + field);
  }
  for (const char* error :
       {"invalid", "denied", "not_found", "method", "gone", "conflict", "too_large",
        "header_too_large", "busy", "failure", "address_too_long", "length_required", "expectation",
        "too_many", "not_implemented", "version"})
    for (const char* part : {".title", ".text"}) names.insert(std::string("error.") + error + part);
  return names;
}

TEST(Texts, EveryNameInTheTemplatesAndEveryComposedOneHasAText) {
  const auto texts = Texts::open("it");
  ASSERT_TRUE(texts) << texts.error().message;
  for (const auto& names : {names_in_templates(), composed_names()})
    for (const std::string& name : names) EXPECT_TRUE(texts->all().count(name)) << name;
}

TEST(Texts, NoTextIsUnused) {
  const auto texts = Texts::open("it");
  ASSERT_TRUE(texts);
  const auto templates = names_in_templates(), composed = composed_names();
  const std::string code = all_sources(".cc");
  for (const auto& [name, text] : texts->all())
    EXPECT_TRUE(templates.count(name) || composed.count(name) ||
                code.find("\"" + name + "\"") != std::string::npos)
        << name;
}

TEST(Texts, EveryLabelNamedInTheCodeHasAText) {
  const auto texts = Texts::open("it");
  ASSERT_TRUE(texts);
  const std::string code = all_sources(".cc");
  const std::regex use(
      R"re("((label|section|record|search|badge|language|gone|api|match)\.[a-z0-9_]+)")re");
  for (std::sregex_iterator it(code.begin(), code.end(), use), end; it != end; ++it)
    EXPECT_TRUE(texts->all().count((*it)[1])) << (*it)[1];
}

TEST(Texts, PluralsAndNumbersFollowTheLanguage) {
  const auto texts = Texts::open("it");
  ASSERT_TRUE(texts);
  const auto total = [&](std::int64_t n) {
    return texts->format("vacancies.total", {{"count", n}});
  };
  EXPECT_EQ(total(0), "Nessuna offerta");
  EXPECT_EQ(total(1), "1 offerta di lavoro");
  EXPECT_EQ(total(12'345), "12.345 offerte di lavoro");
  EXPECT_EQ(texts->number(1'234'567), "1.234.567");
  EXPECT_EQ(texts->format("record.salary", {{"amount", "1'000"}}), "1'000 euro lordi l’anno");
}

TEST(Texts, AnotherLanguageIsAnotherFileAndMistakesAreNamed) {
  EXPECT_EQ(Texts::open("xx").error().code, Code::not_found);
  EXPECT_TRUE(Texts::read("en", "# comment\n\na\tone\nb\ttwo"));
  EXPECT_EQ(Texts::read("en", "a\tone\nb two\n").error().message, "texts: line 2");
  EXPECT_EQ(Texts::read("en", "a\tone\na\ttwo\n").error().message, "texts: line 2");
  EXPECT_EQ(Texts::read("en", "a\t\n").error().message, "texts: line 1");
}

}  // namespace
}  // namespace incontro::server
