#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <incontro/check.h>
#include <incontro/export.h>

#include "rules/fiscal_code.h"
#include "support/ingest_records.h"

namespace incontro {
namespace {

using testing::ElementsAre;

template <class T>
struct Case {
  const char* rule;
  Grade grade;
  const char* element;  // below the root
  void (*spoil)(T&);
};

// Each rule fires on a good record spoiled in one way, and fires alone.
template <class T>
void expect_alone(const Case<T>& c, T record) {
  SCOPED_TRACE(c.rule);
  c.spoil(record);
  const CheckedFile file = check_file(to_xml(record));
  ASSERT_THAT(test::rules_in(file.findings), ElementsAre(c.rule)) << test::told(file.findings);
  EXPECT_EQ(file.findings[0].grade, c.grade);
  EXPECT_EQ(file.accepted(), c.grade == Grade::warning);
  EXPECT_EQ(file.findings[0].element.substr(file.findings[0].element.find('/') + 1), c.element);
  EXPECT_GT(file.findings[0].line, 2u);
}

const Case<Cv> cv_cases[] = {
    {"cv.expiry-order", Grade::blocking, "DatiSistema/datascadenza",
     [](Cv& cv) { cv.system.expires = test::day(2012, 12, 4); }},
    {"cv.job-dates", Grade::blocking, "DatiCurriculari/EsperienzeLavorative/datafine",
     [](Cv& cv) { cv.jobs[0].to = test::day(2008, 2, 29); }},
    {"cv.birth-date", Grade::blocking, "Lavoratore/DatiAnagrafici/datanascita",
     [](Cv& cv) {
       cv.person.fiscal_code = "00000000000";
       cv.person.born = test::day(2012, 12, 6);
     }},
    {"cv.closing-reason", Grade::blocking, "DatiSistema/motivochiusura",
     [](Cv& cv) {
       cv.system.kind = Kind::close;
       cv.system.predecessor = test::code_of_number(99);
     }},
    {"cv.closing-predecessor", Grade::blocking, "DatiSistema/codicecandidaturaprecedente",
     [](Cv& cv) {
       cv.system.kind = Kind::close;
       cv.system.closing_reason = "03";
     }},
    {"cv.own-predecessor", Grade::blocking, "DatiSistema/codicecandidaturaprecedente",
     [](Cv& cv) { cv.system.predecessor = cv.system.code; }},
    {"cv.stray-closing-reason", Grade::warning, "DatiSistema/motivochiusura",
     [](Cv& cv) { cv.system.closing_reason = "03"; }},
    {"cv.age", Grade::warning, "Lavoratore/DatiAnagrafici/datanascita",
     [](Cv& cv) {
       cv.person.fiscal_code = "00000000000";
       cv.person.born = test::day(1997, 12, 6);
     }},
    {"cv.fiscal-code-check", Grade::warning, "Lavoratore/DatiAnagrafici/codicefiscale",
     [](Cv& cv) { cv.person.fiscal_code = "VRDLRA85M41F205A"; }},
    {"cv.fiscal-code-identity", Grade::warning, "Lavoratore/DatiAnagrafici/codicefiscale",
     [](Cv& cv) { cv.person.sex = "M"; }},
    {"cv.job-in-future", Grade::warning, "DatiCurriculari/EsperienzeLavorative/datainizio",
     [](Cv& cv) {
       cv.jobs[0].from = test::day(2013, 1, 1);
       cv.jobs[0].to.reset();
     }},
    {"cv.training-duration", Grade::warning, "DatiCurriculari/Formazione",
     [](Cv& cv) { cv.training[0].unit = {}; }},
    {"cv.language-levels", Grade::warning, "DatiCurriculari/Lingue",
     [](Cv& cv) { cv.languages[0].spoken = {}; }},
    {"cv.experience-text", Grade::warning,
     "DatiCurriculari/ProfessioneDesiderataDisponibilita/descrizioneesperienza",
     [](Cv& cv) { cv.wanted[0].experienced = false; }},
    {"cv.profession-title", Grade::warning,
     "DatiCurriculari/ProfessioneDesiderataDisponibilita/descrprofessione",
     [](Cv& cv) {
       cv.wanted[0].profession = {"2.1.1.4.1.17"};
       cv.wanted[0].title = "CUOCA";
     }},
    {"cv.hidden-contacts", Grade::warning, "DatiSistema/visibilita",
     [](Cv& cv) {
       cv.system.intermediary = {};
       cv.system.contacts_visible = false;
     }},
    {"cv.intermediary-place", Grade::warning, "DatiSistema/idcomune",
     [](Cv& cv) { cv.system.intermediary.place = {}; }},
    {"cv.intermediary-visibility", Grade::warning, "DatiSistema/visibilita",
     [](Cv& cv) { cv.system.contacts_visible.reset(); }},
};

const Case<Vacancy> vacancy_cases[] = {
    {"vacancy.positions", Grade::blocking, "Richiesta/ProfiloRichiesto/numerolavoratori",
     [](Vacancy& v) { v.positions = 0; }},
    {"vacancy.expiry-order", Grade::blocking, "Richiesta/DurataRichiesta/datascadenza",
     [](Vacancy& v) { v.system.expires = test::day(2012, 12, 4); }},
    {"vacancy.hidden-employer", Grade::blocking, "DatiSistema/visibilita",
     [](Vacancy& v) { v.system.intermediary = {}; }},
    {"vacancy.closing-reason", Grade::blocking, "DatiSistema/motivochiusura",
     [](Vacancy& v) {
       v.system.kind = Kind::close;
       v.system.predecessor = test::code_of_number(99);
     }},
    {"vacancy.closing-predecessor", Grade::blocking, "DatiSistema/codiceoffertaprecedente",
     [](Vacancy& v) {
       v.system.kind = Kind::close;
       v.system.closing_reason = "03";
     }},
    {"vacancy.own-predecessor", Grade::blocking, "DatiSistema/codiceoffertaprecedente",
     [](Vacancy& v) { v.system.predecessor = v.system.code; }},
    {"vacancy.stray-closing-reason", Grade::warning, "DatiSistema/motivochiusura",
     [](Vacancy& v) { v.system.closing_reason = "03"; }},
    {"vacancy.fiscal-code-check", Grade::warning, "DatoreLavoro/DatiAnagrafici/codicefiscale",
     [](Vacancy& v) { v.employer.fiscal_code = "01234567890"; }},
    {"vacancy.duration-expected", Grade::warning, "Richiesta/CondizioniOfferte/durata",
     [](Vacancy& v) { v.duration.clear(); }},
    {"vacancy.experience-text", Grade::warning, "Richiesta/ProfiloRichiesto/descrizioneesperienza",
     [](Vacancy& v) { v.experience_required = false; }},
    {"vacancy.profession-title", Grade::warning, "Richiesta/ProfiloRichiesto/descrprofessione",
     [](Vacancy& v) { v.title = "Cercasi infermiera (M/F)"; }},
    {"vacancy.language-levels", Grade::warning, "Richiesta/IstruzioneFormazione/Lingua",
     [](Vacancy& v) { v.languages[0].read = {}; }},
    {"vacancy.intermediary-place", Grade::warning, "DatiSistema/idcomune",
     [](Vacancy& v) { v.system.intermediary.place = {}; }},
    {"vacancy.intermediary-visibility", Grade::warning, "DatiSistema/visibilita",
     [](Vacancy& v) { v.system.contacts_visible.reset(); }},
};

TEST(Rules, EachRuleOfCvsFiresAlone) {
  for (const auto& c : cv_cases) expect_alone(c, test::full_cv());
}

TEST(Rules, EachRuleOfVacanciesFiresAlone) {
  for (const auto& c : vacancy_cases) expect_alone(c, test::full_vacancy());
}

std::string message(const std::string& body, const std::string& system) {
  return "<Messaggio xmlns=\"http://servizi.lavoro.gov.it/messaggio\"><Mittente><tiposoggetto>1"
         "</tiposoggetto><Interlocutore/></Mittente><Destinatario><Interlocutore/></Destinatario>"
         "<Corpo>" +
         body + "</Corpo><DatiSistema>" + system + "</DatiSistema></Messaggio>";
}

TEST(Rules, EachRuleOfMessagesFiresAlone) {
  const std::string code = "<codicemessaggio>0800012233000000000000001</codicemessaggio>";
  const std::string sent = "<data>2012-12-06T10:00:00</data>";
  const std::string contact = "<tipocomunicazione>03</tipocomunicazione>" + sent + code;
  const std::string text = "<testomessaggio>Buongiorno</testomessaggio>";
  const auto rules = [](const std::string& xml) {
    return test::rules_in(check_file(xml).findings);
  };
  EXPECT_THAT(rules(message(text, contact)), ElementsAre());
  EXPECT_THAT(rules(message("<testomessaggio/>", contact)), ElementsAre("message.empty-text"));
  EXPECT_THAT(rules(message(text + "<contattopositivo>SI</contattopositivo>", contact)),
              ElementsAre("message.stray-answer"));
  EXPECT_THAT(rules(message(text, "<tipocomunicazione>04</tipocomunicazione>" + sent + code)),
              ElementsAre("message.answer-predecessor"));
  EXPECT_THAT(rules(message(text, contact + "<codicemessaggioprecedente>0800012233000000000000001"
                                            "</codicemessaggioprecedente>")),
              ElementsAre("message.own-predecessor"));
  EXPECT_THAT(rules(test::replaced(message(text, contact), "<Interlocutore/>",
                                   "<Interlocutore><codiceintermediario>A1</codiceintermediario>"
                                   "<denominazione>X</denominazione></Interlocutore>")),
              ElementsAre("message.personal-data"));
}

TEST(Rules, ATitleOfAnotherProfessionNamesTheCodeThatFits) {
  Vacancy vacancy = test::full_vacancy();
  vacancy.title = "Infermiere";
  const CheckedFile file = check_file(to_xml(vacancy));
  ASSERT_EQ(file.findings.size(), 1u);
  EXPECT_THAT(file.findings[0].reason,
              testing::AllOf(testing::HasSubstr(vacancy.profession.value),
                             testing::HasSubstr("3.2.1.1.1.1 (Infermiere)")));
  for (const char* agrees : {"Analista programmatrice (M/F)", "Figura tecnica", "Stage", "IT"}) {
    vacancy.title = agrees;
    EXPECT_THAT(test::rules_in(check_file(to_xml(vacancy)).findings), ElementsAre()) << agrees;
  }
}

TEST(Rules, TheSecondOfSeveralIsFoundOnItsOwnLine) {
  Cv cv = test::full_cv();
  cv.jobs[1].from = test::day(2010, 1, 1);
  cv.jobs[1].to = test::day(2009, 1, 1);
  const std::string xml = to_xml(cv);
  const auto file = check_file(xml);
  ASSERT_EQ(file.findings.size(), 1u);
  const auto at = static_cast<std::ptrdiff_t>(xml.find("2009-01-01"));
  EXPECT_EQ(file.findings[0].line,
            static_cast<std::size_t>(1 + std::count(xml.begin(), xml.begin() + at, '\n')));
}

TEST(FiscalCode, CheckCharactersOfPeopleAndCompanies) {
  EXPECT_TRUE(fiscal_code_checks("RSSMRA80A01H501U"));
  EXPECT_TRUE(fiscal_code_checks("VRDLRA85M41F205S"));
  EXPECT_FALSE(fiscal_code_checks("RSSMRA80A01H501T"));
  EXPECT_TRUE(fiscal_code_checks("01234567897"));
  EXPECT_FALSE(fiscal_code_checks("01234567890"));
  EXPECT_FALSE(fiscal_code_checks("short"));
}

TEST(FiscalCode, ReplacedDigitsTellTheSamePerson) {
  const auto plain = fiscal_identity("VRDLRA85M41F205S");
  const auto replaced = fiscal_identity("VRDLRA8RM41F20RS");
  ASSERT_TRUE(plain && replaced);
  for (const auto& who : {*plain, *replaced}) {
    EXPECT_EQ(who.sex, 'F');
    EXPECT_EQ(who.year_of_century, 85);
    EXPECT_EQ(who.month, 8u);
    EXPECT_EQ(who.day, 1u);
    EXPECT_EQ(who.birthplace, "F205");
  }
  EXPECT_FALSE(fiscal_identity("01234567897"));
}

}  // namespace
}  // namespace incontro
