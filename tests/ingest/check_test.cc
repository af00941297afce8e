#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <incontro/check.h>
#include <incontro/export.h>

#include "support/ingest_records.h"

namespace incontro {
namespace {

using test::full_cv;
using test::full_vacancy;
using test::sample;
using testing::ElementsAre;
using testing::IsEmpty;

template <class T>
T accepted(const std::string& xml) {
  CheckedFile file = check_file(xml);
  EXPECT_TRUE(file.accepted()) << test::told(file.findings);
  if (!std::holds_alternative<T>(file.content)) return {};
  return std::get<T>(std::move(file.content));
}

TEST(Samples, AllEightAreAcceptedWithWarningsAtMost) {
  if (sample("candidatura_minima").empty()) GTEST_SKIP() << "no reference material";
  for (const std::string& name : test::sample_names()) {
    SCOPED_TRACE(name);
    const CheckedFile file = check_file(sample(name));
    EXPECT_TRUE(file.accepted()) << test::told(file.findings);
  }
}

TEST(Samples, TheCompleteCvIsReadFieldByField) {
  if (sample("candidatura_completa").empty()) GTEST_SKIP() << "no reference material";
  const Cv cv = accepted<Cv>(sample("candidatura_completa"));
  EXPECT_EQ(cv.person.surname, "Verdi");
  EXPECT_EQ(cv.person.sex, "F");
  EXPECT_EQ(cv.person.born, test::day(1985, 8, 1));
  EXPECT_EQ(cv.person.birthplace.value, "F205");
  EXPECT_EQ(cv.person.home.value, "A944");
  EXPECT_EQ(cv.person.contacts.mobile, "3330000000");
  ASSERT_EQ(cv.jobs.size(), 1u);
  EXPECT_EQ(cv.jobs[0].title, "Addetta alla contabilità");
  EXPECT_EQ(cv.jobs[0].to, test::day(2010, 9, 30));
  EXPECT_EQ(cv.education[0].mark, "92/100");
  EXPECT_EQ(cv.training[0].duration, "120");
  EXPECT_EQ(cv.languages[0].read.value, "B2");
  EXPECT_EQ(cv.it_details, "ECDL");
  EXPECT_EQ(cv.certificates[0].value, "20");
  ASSERT_EQ(cv.wanted.size(), 1u);
  EXPECT_EQ(cv.wanted[0].modes.size(), 2u);
  EXPECT_EQ(cv.wanted[0].transfers, false);
  EXPECT_EQ(cv.wanted[0].own_transport, true);
  EXPECT_EQ(cv.system.contacts_visible, false);
  EXPECT_EQ(cv.system.intermediary.name, "Centro per l'impiego di prova");
  EXPECT_EQ(cv.system.inserted, test::day(2012, 12, 5) + std::chrono::hours(9));
  EXPECT_EQ(cv.system.expires, test::day(2013, 2, 3));
  EXPECT_EQ(cv.receives_benefits, true);
}

TEST(Samples, ThePlainAndTheLaterVacancyAreToldApart) {
  if (sample("vacancy_rev064_completa").empty()) GTEST_SKIP() << "no reference material";
  EXPECT_EQ(check_file(sample("vacancy_rev038_minima")).schema, "Ricerca personale Rev.038");
  EXPECT_EQ(check_file(sample("vacancy_rev064_minima")).schema, "Ricerca personale Rev.064");
  const Vacancy vacancy = accepted<Vacancy>(sample("vacancy_rev064_completa"));
  EXPECT_EQ(vacancy.positions, 2);
  EXPECT_EQ(vacancy.open_to_non_eu, false);
  EXPECT_EQ(vacancy.agreement.value, "042");
  EXPECT_EQ(vacancy.gross_salary, "30000");
  EXPECT_EQ(vacancy.intermediary_reference, "123_2014");
}

TEST(Samples, AClosureAndAnAnswerKeepTheirPredecessors) {
  if (sample("candidatura_chiusura").empty()) GTEST_SKIP() << "no reference material";
  const Cv closure = accepted<Cv>(sample("candidatura_chiusura"));
  EXPECT_EQ(closure.system.kind, Kind::close);
  EXPECT_EQ(closure.system.closing_reason, "03");
  EXPECT_EQ(closure.system.predecessor, "0800012221000000000000002");
  const Message answer = accepted<Message>(sample("messaggio_risposta"));
  EXPECT_EQ(answer.kind, "04");
  EXPECT_EQ(answer.positive, true);
  EXPECT_EQ(answer.predecessor, "0800012233000000000000001");
  EXPECT_EQ(answer.sender.intermediary_code, "A944C000001");
}

TEST(RoundTrip, RecordsWithEveryFieldComeBackTheSame) {
  EXPECT_EQ(accepted<Cv>(to_xml(full_cv())), full_cv());
  EXPECT_EQ(accepted<Vacancy>(to_xml(full_vacancy())), full_vacancy());
  Vacancy plain = full_vacancy();
  plain.open_to_non_eu.reset();
  EXPECT_EQ(accepted<Vacancy>(to_xml(plain)), plain);
  EXPECT_EQ(check_file(to_xml(plain)).schema, "Ricerca personale Rev.038");
}

TEST(Text, AnEmptyOptionalElementIsAbsentAndBlanksAreKept) {
  Cv cv = full_cv();
  cv.person.contacts.address = "  due  spazi ";
  cv.person.contacts.fax.clear();
  std::string xml = to_xml(cv);
  xml = test::replaced(xml, "</cellulare>", "</cellulare><fax/>");
  EXPECT_EQ(accepted<Cv>(xml), cv);
}

TEST(Text, CdataAndCommentsAreRead) {
  const std::string xml =
      test::replaced(to_xml(full_cv()), "<cognome>Verdi", "<cognome>Ver<!-- & < --><![CDATA[di]]>");
  EXPECT_EQ(accepted<Cv>(xml), full_cv());
}

TEST(Dates, ZonesAreConvertedAndFractionsAndBlanksAroundAreDropped) {
  std::string xml = to_xml(full_cv());
  xml = test::replaced(xml, ">1985-08-01<", ">1985-08-01+01:00<");
  xml = test::replaced(xml, ">2012-12-05T09:00:00<", ">2012-12-05T08:00:00.250Z<");
  xml = test::replaced(xml, ">2013-02-03<", "> 2013-02-03\n<");
  EXPECT_EQ(accepted<Cv>(xml), full_cv());
}

TEST(Dates, AYearThatARecordCannotHoldIsRefused) {
  const auto file = check_file(test::replaced(to_xml(full_cv()), ">2013-02-03<", ">12013-02-03<"));
  EXPECT_THAT(test::rules_in(file.findings), ElementsAre("schema.date-range"));
  EXPECT_FALSE(file.accepted());
}

TEST(Digits, OtherScriptsDigitsAreRefused) {
  const auto file = check_file(
      test::replaced(to_xml(full_vacancy()), "<numerolavoratori>2<", "<numerolavoratori>\u0663<"));
  EXPECT_THAT(test::rules_in(file.findings), ElementsAre("schema.digits"));
}

TEST(Codes, AnUnknownCodeIsBlockingOnItsLineAndElement) {
  const std::string xml =
      test::replaced(to_xml(full_cv()), "<titolostudio>40<", "<titolostudio>99<");
  const auto file = check_file(xml);
  ASSERT_THAT(test::rules_in(file.findings), ElementsAre("code.unknown"));
  EXPECT_EQ(file.findings[0].element, "Candidatura/DatiCurriculari/Istruzione/titolostudio");
  const auto line =
      1 +
      std::count(xml.begin(), xml.begin() + static_cast<std::ptrdiff_t>(xml.find(">99<")), '\n');
  EXPECT_EQ(file.findings[0].line, static_cast<std::size_t>(line));
  EXPECT_FALSE(file.accepted());
}

TEST(Codes, EducationOfDegreeKindsAnyWorkingModeLettersAndNoPlace) {
  Cv cv = full_cv();
  for (const char* level : {"71", "72", "73", "74"}) cv.education.push_back({{level}, "", ""});
  cv.training[0].place = {"0000"};
  EXPECT_EQ(accepted<Cv>(to_xml(cv)), cv);
  cv.wanted[0].modes = {{"ZZ"}};
  EXPECT_THAT(test::rules_in(check_file(to_xml(cv)).findings), ElementsAre("code.unknown"));
  cv.wanted[0].modes = {{"Q1"}};
  EXPECT_THAT(test::rules_in(check_file(to_xml(cv)).findings), ElementsAre("schema.pattern"));
}

TEST(Codes, ForeignStatesArePlacesAndClosedOnesServeOnlyForBirths) {
  const CodeTable& places = code_table(Table::territory);
  std::string closed;
  for (const CodeRow& row : places.rows())
    if (row.code.size() == 4 && row.to && *row.to < test::day(2010, 1, 1)) closed = row.code;
  Cv cv = full_cv();
  cv.person.home = {"Z110"};
  EXPECT_TRUE(check_file(to_xml(cv)).accepted());
  if (closed.empty()) GTEST_SKIP() << "the table has no closed place";
  cv.person.birthplace = {closed};
  EXPECT_TRUE(check_file(to_xml(cv)).accepted());
  cv.person.home = {closed};
  EXPECT_THAT(test::rules_in(check_file(to_xml(cv)).findings), ElementsAre("code.expired"));
}

TEST(Findings, FullRecordsHaveNone) {
  EXPECT_THAT(check_file(to_xml(full_cv())).findings, IsEmpty());
  EXPECT_THAT(check_file(to_xml(full_vacancy())).findings, IsEmpty());
}

}  // namespace
}  // namespace incontro
