#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <incontro/check.h>
#include <incontro/export.h>

#include "support/ingest_records.h"

namespace incontro {
namespace {

using test::replaced;
using testing::HasSubstr;
using testing::Not;

std::size_t line_of(const std::string& xml, const std::string& what) {
  const auto at = static_cast<std::ptrdiff_t>(xml.find(what));
  return static_cast<std::size_t>(1 + std::count(xml.begin(), xml.begin() + at, '\n'));
}

struct Case {
  const char* rule;
  const char* from;
  const char* to;
  const char* mark;  // where the finding's line is
  const char* element;
  const char* reason;  // part of it
};

const Case cases[] = {
    {"schema.missing", "      <cognome>Verdi</cognome>\n", "", "<DatiAnagrafici>",
     "Candidatura/Lavoratore/DatiAnagrafici/cognome", "Manca l'elemento obbligatorio cognome"},
    {"schema.unexpected", "<nome>", "<soprannome/><nome>", "<soprannome/>",
     "Candidatura/Lavoratore/DatiAnagrafici/soprannome", "codicefiscale, cognome, nome"},
    {"schema.unexpected", "<nome>", "<Nome/><nome>", "<Nome/>",
     "Candidatura/Lavoratore/DatiAnagrafici/Nome", "Non è previsto"},
    {"schema.order", "      <cognome>Verdi</cognome>\n      <nome>Laura</nome>\n",
     "      <nome>Laura</nome>\n      <cognome>Verdi</cognome>\n", "<nome>",
     "Candidatura/Lavoratore/DatiAnagrafici/nome", "fuori posto"},
    {"schema.repeated", "<sesso>F</sesso>", "<sesso>F</sesso>\n<sesso>M</sesso>", "<sesso>M",
     "Candidatura/Lavoratore/DatiAnagrafici/sesso", "una volta sola"},
    {"schema.namespace", "<sesso>", "<sesso xmlns=\"urn:x\">", "<sesso ",
     "Candidatura/Lavoratore/DatiAnagrafici/sesso", "namespace"},
    {"schema.attribute", "<sesso>", "<sesso id=\"1\">", "<sesso ",
     "Candidatura/Lavoratore/DatiAnagrafici/sesso", "attributo"},
    {"schema.text", "<DatiAnagrafici>", "<DatiAnagrafici>qui", "<DatiAnagrafici>",
     "Candidatura/Lavoratore/DatiAnagrafici", "testo"},
    {"schema.children", "<sesso>F", "<sesso><b/>", "<sesso>",
     "Candidatura/Lavoratore/DatiAnagrafici/sesso", "solo testo"},
    {"schema.pattern", ">VRDLRA85M41F205S<", ">VRDLRA85M41F20S<", "VRDLRA",
     "Candidatura/Lavoratore/DatiAnagrafici/codicefiscale", "un codice fiscale"},
    {"schema.too-long", "<votazione>92/100", "<votazione>1234567890123456789012345678901",
     "<votazione>", "Candidatura/DatiCurriculari/Istruzione/votazione", "al massimo 30 caratteri"},
    {"schema.too-short", ">Laura<", "><", "<nome>", "Candidatura/Lavoratore/DatiAnagrafici/nome",
     "da 1 a 50 caratteri"},
    {"schema.length", ">0800012221000000000000001<", ">080001222<", "<codicecandidatura>",
     "Candidatura/DatiSistema/codicecandidatura", "esattamente 25 caratteri"},
    {"schema.value", "<sesso>F<", "<sesso>f<", "<sesso>",
     "Candidatura/Lavoratore/DatiAnagrafici/sesso", "M oppure F"},
    {"schema.date", ">1985-08-01<", ">1985-02-30<", "<datanascita>",
     "Candidatura/Lavoratore/DatiAnagrafici/datanascita", "AAAA-MM-GG"},
    {"schema.date", ">2012-12-05T09:00:00<", ">2012-12-05<", "<datainserimento>",
     "Candidatura/DatiSistema/datainserimento", "AAAA-MM-GGThh:mm:ss"},
};

TEST(SchemaErrors, EachHasItsRuleLineElementAndReason) {
  for (const Case& c : cases) {
    SCOPED_TRACE(std::string(c.rule) + " " + c.to);
    const std::string good = to_xml(test::full_cv());
    const std::string xml = replaced(good, c.from, c.to);
    ASSERT_NE(xml, good);
    const CheckedFile file = check_file(xml);
    EXPECT_FALSE(file.accepted());
    ASSERT_EQ(file.findings.size(), 1u) << test::told(file.findings);
    EXPECT_EQ(file.findings[0].rule, c.rule);
    EXPECT_EQ(file.findings[0].line, line_of(xml, c.mark));
    EXPECT_EQ(file.findings[0].element, c.element);
    EXPECT_THAT(file.findings[0].reason, HasSubstr(c.reason));
  }
}

TEST(SchemaErrors, AllBadElementsAreToldInTheOrderOfLines) {
  std::string xml = to_xml(test::full_cv());
  xml = replaced(xml, "      <cognome>Verdi</cognome>\n", "");  // missing
  xml = replaced(xml, "<sesso>F<", "<sesso>X<");                // after it
  xml = replaced(xml, "<cap>40121<", "<boh/><cap>4012<");       // in another group
  xml = replaced(xml, "<titolostudio>40<", "<titolostudio>4<");
  xml = replaced(xml, "  <DatiSistema>\n", "  <DatiSistema>\n<percettore>FORSE</percettore>\n");
  xml = replaced(xml, "<tipocandidatura>01<", "<tipocandidatura>1<");
  const CheckedFile file = check_file(xml);
  EXPECT_THAT(test::rules_in(file.findings),
              testing::ElementsAre("schema.missing", "schema.value", "schema.unexpected",
                                   "schema.pattern", "schema.pattern", "schema.order",
                                   "schema.value", "schema.value", "schema.repeated"))
      << test::told(file.findings);
  for (std::size_t i = 1; i < file.findings.size(); ++i)
    EXPECT_LE(file.findings[i - 1].line, file.findings[i].line);
}

TEST(SchemaErrors, NoReasonRepeatsAPersonalValue) {
  for (const char* value : {"VRDLRA85M41F20S", "Segreto Segretissimo", "X@@Y"}) {
    std::string xml = to_xml(test::full_cv());
    for (const char* element : {"codicefiscale", "sesso", "datanascita", "email", "cap"}) {
      const std::size_t at =
          xml.find("<" + std::string(element) + ">") + std::string(element).size() + 2;
      xml.replace(at, xml.find('<', at) - at, value);
    }
    const CheckedFile file = check_file(xml);
    EXPECT_GE(file.findings.size(), 4u);
    for (const Finding& f : file.findings) EXPECT_THAT(f.reason, Not(HasSubstr(value)));
  }
}

TEST(SchemaErrors, TheRootTellsWhatIsWrong) {
  const auto rules = [](const std::string& xml) {
    return test::rules_in(check_file(xml).findings);
  };
  using testing::ElementsAre;
  EXPECT_THAT(rules("<html/>"), ElementsAre("schema.root"));
  EXPECT_THAT(rules("<Candidatura/>"), ElementsAre("schema.root"));
  EXPECT_THAT(rules("<Candidatura xmlns='http://servizi.lavoro.gov.it/vacancy'/>"),
              ElementsAre("schema.root"));
  EXPECT_THAT(rules("<Lavoratore xmlns='http://servizi.lavoro.gov.it/candidatura'/>"),
              ElementsAre("schema.root"));
  EXPECT_THAT(rules("<Candidatura xmlns='http://servizi.lavoro.gov.it/candidatura'/>"),
              ElementsAre("schema.missing", "schema.missing", "schema.missing"));
}

TEST(SchemaErrors, SchemaLocationIsHarmlessAndTypeOverridesAreRefused) {
  const std::string instance = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
  std::string xml = replaced(to_xml(test::full_cv()), "<Candidatura ",
                             "<Candidatura" + instance +
                                 " xsi:schemaLocation=\"http://servizi.lavoro.gov.it/candidatura "
                                 "file:///etc/passwd\" ");
  EXPECT_TRUE(check_file(xml).accepted());
  xml = replaced(xml, "<DatiSistema>", "<DatiSistema xsi:type=\"Sistema\">");
  EXPECT_FALSE(check_file(xml).accepted());
}

TEST(SchemaErrors, AHundredAreEnough) {
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "<boh/>\n";
  const CheckedFile file =
      check_file(replaced(to_xml(test::full_cv()), "<Domicilio>", many + "<Domicilio>"));
  ASSERT_EQ(file.findings.size(), 101u);
  EXPECT_EQ(file.findings.back().rule, "schema.more");
}

}  // namespace
}  // namespace incontro
