// Work is bounded by rules: how often an element may come; and what is mandatory says something.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <incontro/export.h>

#include "rules/repetitions.h"
#include "support/extreme_records.h"
#include "support/ingest_records.h"
#include "xml/schema_model.h"

namespace incontro {
namespace {

using test::replaced;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> rules(const std::string& xml) {
  return test::rules_in(check_file(xml).findings);
}

std::string schema(const std::string& file) {
  std::ifstream in(INCONTRO_SOURCE_DIR "/data/schemas/" + file);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Repetitions, EveryElementThatASchemaLetsComeWithoutEndHasALimit) {
  const std::map<std::string, std::string, std::less<>> parents = {
      {"Curriculum", "DatiCurriculari"},
      {"Abilitazioni", "AbilitazioniPatenti"},
      {"Desiderio", "ProfessioneDesiderataDisponibilita"},
      {"Requisiti", "IstruzioneFormazione"}};
  for (const char* file : {"candidatura-rev038.xsd", "vacancy-rev038.xsd", "vacancy-rev064.xsd",
                           "messaggio-rev038.xsd"})
    for (const auto& [name, group] : read_schema_model(schema(file)).groups)
      for (const Particle& particle : group.particles)
        if (particle.max == Particle::unbounded) {
          ASSERT_EQ(parents.count(name), 1u) << name;
          EXPECT_TRUE(most_repetitions(parents.at(name), particle.name)) << particle.name;
        }
}

template <class T>
void expect_limit(std::vector<T> Cv::*list, const char* element) {
  Cv cv = test::full_cv();
  const std::size_t most = *most_repetitions("DatiCurriculari", element);
  const T one = (cv.*list).front();
  (cv.*list).assign(most, one);
  EXPECT_THAT(test::rules_in(check_file(to_xml(cv)).findings),
              testing::Not(testing::Contains("schema.too-many")));
  (cv.*list).push_back(one);
  const CheckedFile file = check_file(to_xml(cv));
  ASSERT_THAT(test::rules_in(file.findings), testing::Contains("schema.too-many")) << element;
  EXPECT_FALSE(file.accepted());
  const auto finding = std::find_if(file.findings.begin(), file.findings.end(),
                                    [](const Finding& f) { return f.rule == "schema.too-many"; });
  EXPECT_EQ(finding->element, std::string("Candidatura/DatiCurriculari/") + element);
  EXPECT_THAT(finding->reason, testing::HasSubstr(std::to_string(most + 1)));
  EXPECT_THAT(finding->reason, testing::HasSubstr(std::to_string(most) + "."));
  EXPECT_GT(finding->line, most);
}

TEST(Repetitions, OneTooManyIsRefusedAndTheLimitIsNot) {
  expect_limit(&Cv::jobs, "EsperienzeLavorative");
  expect_limit(&Cv::education, "Istruzione");
  expect_limit(&Cv::training, "Formazione");
  expect_limit(&Cv::languages, "Lingue");
  expect_limit(&Cv::wanted, "ProfessioneDesiderataDisponibilita");
}

TEST(Repetitions, ThoseOfAVacancyToo) {
  Vacancy vacancy = test::full_vacancy();
  vacancy.licences.assign(21, {"02"});
  vacancy.education.assign(31, vacancy.education.front());
  EXPECT_THAT(rules(to_xml(vacancy)), ElementsAre("schema.too-many", "schema.too-many"));
}

TEST(ExtremeRecords, AreValidAndCannotGrow) {
  for (const test::Filling filling : test::fillings) {
    const Date day = test::day(2012, 12, 5);
    const Cv cv = test::extreme_cv(1, day, filling);
    const Vacancy vacancy = test::extreme_vacancy(1, day, filling);
    const CheckedFile cv_file = check_file(to_xml(cv));
    EXPECT_TRUE(cv_file.accepted()) << test::told(cv_file.findings);
    const CheckedFile vacancy_file = check_file(to_xml(vacancy));
    EXPECT_TRUE(vacancy_file.accepted()) << test::told(vacancy_file.findings);
    for (std::string Job::*text : {&Job::title, &Job::duties, &Job::employer}) {
      Cv longer = cv;
      (longer.jobs[0].*text) += "x";
      EXPECT_THAT(rules(to_xml(longer)), ElementsAre("schema.too-long"));
    }
    Vacancy longer = vacancy;
    longer.description += "x";
    EXPECT_THAT(rules(to_xml(longer)), ElementsAre("schema.too-long"));
  }
}

TEST(MandatoryTexts, BlanksOfAnyKindAreAMissingText) {
  const std::string cv = to_xml(test::full_cv()), vacancy = to_xml(test::full_vacancy());
  const auto with = [](const std::string& xml, const std::string& element,
                       const std::string& text) {
    const std::size_t start = xml.find("<" + element + ">") + element.size() + 2;
    return xml.substr(0, start) + text + xml.substr(xml.find("</" + element + ">"));
  };
  for (const char* blank : {"   ", "\t\n", "\u00A0\u00A0", "\u200B", "\u2003\u3000", "&#13;",
                            "\u00AD\u2060", "<![CDATA[ ]]>", "\u2800", "&#xA0;"}) {
    for (const char* element : {"cognome", "nome", "descrprofessione"})
      EXPECT_THAT(rules(with(cv, element, blank)), ElementsAre("schema.blank")) << element << blank;
    for (const char* element : {"denominazione", "descrprofessione", "descrizionericerca"})
      EXPECT_THAT(rules(with(vacancy, element, blank)), ElementsAre("schema.blank"))
          << element << blank;
  }
  const std::string blank_code(25, ' ');
  EXPECT_THAT(rules(with(cv, "codicecandidatura", blank_code)), ElementsAre("schema.blank"));
  EXPECT_THAT(rules(with(vacancy, "codiceofferta", blank_code)), ElementsAre("schema.blank"));
  const CheckedFile file = check_file(with(vacancy, "descrprofessione", " \u200B "));
  EXPECT_EQ(file.findings[0].element, "Vacancy/Richiesta/ProfiloRichiesto/descrprofessione");
  EXPECT_GT(file.findings[0].line, 1u);
}

TEST(MandatoryTexts, AnOptionalTextOfBlanksIsAbsent) {
  Cv cv = test::full_cv();
  const std::string blank =
      replaced(to_xml(cv), ">" + cv.person.contacts.telephone + "<", "> \u00A0 <");
  cv.person.contacts.telephone.clear();
  const CheckedFile file = check_file(blank);
  ASSERT_TRUE(file.accepted()) << test::told(file.findings);
  EXPECT_EQ(std::get<Cv>(file.content), cv);
}

}  // namespace
}  // namespace incontro
