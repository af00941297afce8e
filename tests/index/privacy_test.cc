#include <gmock/gmock.h>
#include <incontro/document.h>
#include <incontro/privacy.h>

#include "privacy/redactor.h"
#include "store/record_codec.h"
#include "support/every_text.h"
#include "support/records.h"

namespace incontro {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr Date today = Date{std::chrono::days(20'000)};

std::string cleaned(std::string text, void (*hide)(Redactor&)) {
  Redactor redactor;
  hide(redactor);
  redactor.prepare();
  redactor.clean(text);
  return text;
}

std::string without_contacts(std::string text) {
  return cleaned(std::move(text), [](Redactor& r) { r.hide_contacts(); });
}

TEST(Redactor, TakesOutAddressesAndTelephones) {
  for (const char* secret :
       {"mario.rossi@example.org", "MARIO@EXAMPLE.ORG", "http://example.org/me", "www.example.org",
        "3331234567", "+39 333 123 4567", "051.123.456", "051 - 123456", "06.12.34.56.78",
        "333\u00A0123\u00A04567", "051–123456", "+390511234567", "051/123456789", "051-12.34.567",
        "(051) 1234567"}) {
    const std::string text = without_contacts("Scrivere a " + std::string(secret) + " grazie");
    EXPECT_THAT(text, Not(HasSubstr(secret)));
    EXPECT_THAT(text, HasSubstr("[riservato]"));
    EXPECT_THAT(text, HasSubstr("Scrivere a "));
    EXPECT_THAT(text, HasSubstr("grazie"));
  }
}

TEST(Redactor, LeavesOtherFiguresAlone) {
  for (const char* text :
       {"dal 05/12/2012 al 3.2.13", "30.000 euro, 1.200.000 pezzi", "anni 2010-2012", "2010/2012",
        "L.68/99 e ISO 9001", "40 ore, 8:30-17:30", "6-14 e 14-22", "2012-12-05", "C++ 20",
        "D.Lgs. 196/2003 e Reg. UE 2016/679", "ISO 9001-2015", "9.00-13.00/14.00-18.00",
        "25.000-30.000 euro", "20000-25000 euro", "dal 01/09/2010-30/06/2014", "09/2010-06/2014",
        "05/12/2012 - 06/12/2012"})
    EXPECT_EQ(without_contacts(text), text);
}

TEST(Redactor, FindsNamesWhateverTheirCaseAndAccents) {
  const auto hide = [](Redactor& r) {
    r.hide_name("D'Angelò");
    r.hide_name("Rossi Mario");
    r.hide_company("Officine Perù S.r.l.");
    r.hide_name("Ada");
  };
  EXPECT_EQ(cleaned("Sono ROSSI MARIO.", hide), "Sono [riservato].");
  EXPECT_EQ(cleaned("presso d'angelo e C.", hide), "presso [riservato] e C.");
  EXPECT_EQ(cleaned("OFFICINE PERU' SRL cerca", hide), "[riservato]' SRL cerca");
  EXPECT_EQ(cleaned("le officine di Milano", hide), "le officine di Milano");
  EXPECT_EQ(cleaned("Adamo e rossini", hide), "Adamo e rossini");
}

TEST(Redactor, FindsNamesBetweenAnySignsAndWrittenAsOne) {
  const auto hide = [](Redactor& r) {
    r.hide_name("D'Angelo");
    r.hide_name("Zsurname");
    Person person;
    person.name = "Zmaria Zgrazia";
    r.hide_person(person);
    r.hide_address("Via Zroma 7");
    r.hide_company("Soc. Coop. Zcompany a r.l.");
    r.hide_host("http://www.zhost.example/lavoro");
  };
  for (const char* secret :
       {"«Zsurname»", "“ZSURNAME”", "•Zsurname–", "Zsur\u00ADname", "D’Angelo", "D‘ANGELO",
        "Dangelo", "D\u00A0Angelo", "Zgrazia", "via Zroma", "Via Zroma, 7", "Zcompany",
        "Z Company scarl", "zhost.example", "Ｚｓｕｒｎａｍｅ"}) {
    const std::string text = cleaned("Sono " + std::string(secret) + " qui", hide);
    EXPECT_THAT(text, HasSubstr("[riservato]")) << secret;
    EXPECT_THAT(text, Not(HasSubstr("urname"))) << secret;
    EXPECT_THAT(text, HasSubstr("Sono ")) << secret;
    EXPECT_THAT(text, HasSubstr(" qui")) << secret;
  }
  EXPECT_EQ(cleaned("una società cooperativa in via Roma", hide),
            "una società cooperativa in via Roma");
}

TEST(Redactor, TakesOutFiscalCodesAlways) {
  EXPECT_EQ(cleaned("CF RSS MRA 80A01 H501U!", [](Redactor&) {}), "CF [riservato]!");
  EXPECT_EQ(cleaned("CF rssmra80a01h501u!", [](Redactor&) {}), "CF [riservato]!");
  EXPECT_EQ(cleaned("CF RSSMRAXXAXXHXXXU", [](Redactor&) {}), "CF RSSMRAXXAXXHXXXU");
}

// Every text of a CV that could tell who it is about, under a word that occurs nowhere else.
Cv cv_with_secrets() {
  Cv cv = small_cv(1, today);
  cv.person.fiscal_code = "ZQXWVK80A01H501U";
  cv.person.surname = "Zsurname";
  cv.person.name = "Zname";
  cv.person.contacts = {"Via Zaddress 7", "0519876543", "3339876543", "0519876000",
                        "zmail@example.org"};
  cv.person.postcode = "40999";
  const std::string told =
      "Zname Zsurname, zsurname zname, ZSURNAME: zmail@example.org, "
      "333 987 6543, 051/9876543, ZQXWVK80A01H501U, presso Zemployer spa, "
      "via zaddress 7, Via Zplace 3. Fine";
  cv.it_skills = cv.it_details = told;
  cv.jobs.push_back(
      {{"A01"}, {"2.1.1.4.1.17"}, told, told, "Zemployer S.p.A.", "Via Zplace 3", {}, {}});
  cv.education.push_back({{"40"}, told, told});
  Training training;
  training.title = training.qualification = told;
  cv.training.push_back(training);
  cv.wanted[0].title = cv.wanted[0].description = cv.wanted[0].experience = told;
  return cv;
}

const std::vector<std::string> cv_secrets = {"zsurname", "zname", "zaddress",  "9876543", "9876000",
                                             "zmail",    "40999", "zemployer", "zplace",  "zqxwvk"};

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return text;
}

void expect_none(const Record& view, const std::vector<std::string>& secrets) {
  std::string all = lower(encode_record(view));  // every field of the record
  std::erase(all, ' ');
  const Analyzer analyzer;
  const Document document = make_document(analyzer, view, 0);
  for (const std::string& secret : secrets) {
    EXPECT_THAT(all, Not(HasSubstr(secret)));
    for (const DocumentWord& word : document.words) EXPECT_THAT(word.word, Not(HasSubstr(secret)));
  }
}

TEST(Privacy, AHiddenCvShowsAndIndexesNoneOfItsSecrets) {
  for (const std::optional<bool> visible : {std::optional<bool>(false), std::optional<bool>()}) {
    Cv cv = cv_with_secrets();
    cv.system.contacts_visible = visible;
    cv.system.intermediary.name = "Agenzia";
    expect_none(public_view(cv), cv_secrets);
    const Analyzer analyzer;
    for (const DocumentWord& word : make_document(analyzer, cv, 0).words)
      for (const std::string& secret : cv_secrets) EXPECT_THAT(word.word, Not(HasSubstr(secret)));
    EXPECT_EQ(public_view(cv).system.intermediary.name, "Agenzia");
    EXPECT_THAT(public_view(cv).jobs[0].duties, HasSubstr("Fine"));
  }
}

TEST(Privacy, TheMarkOfWhatWasTakenOutIsNoWordAndNoPhraseReachesOverIt) {
  Cv cv = small_cv(1, today);
  cv.it_skills = "prima me@example.org dopo";
  const Analyzer analyzer;
  std::vector<std::uint32_t> positions;
  for (const DocumentWord& word : make_document(analyzer, cv, 0).words) {
    EXPECT_NE(word.word, "riservato");
    if (word.word == "prima" || word.word == "dopo") positions.push_back(word.positions[0]);
  }
  ASSERT_EQ(positions.size(), 2u);
  EXPECT_GT(positions[0], positions[1] + 10);  // sorted by word: "dopo" first
}

// One text after another says everything: none may be forgotten by the public view or the index.
template <class R>
void sweep(R record, const std::string& told, const std::vector<std::string>& secrets) {
  std::size_t texts = 0;
  every_text(record, [&](std::string&) { ++texts; });
  for (std::size_t n = 0; n < texts; ++n) {
    SCOPED_TRACE("text " + std::to_string(n));
    R planted = record;
    std::size_t at = 0;
    every_text(planted, [&](std::string& text) {
      if (at++ == n) text = told;
    });
    const Record view = public_view(planted);
    expect_none(view, secrets);
    const Analyzer analyzer;
    EXPECT_EQ(make_document(analyzer, Record(planted), 0).words,
              make_document(analyzer, Record(view), 0).words);
  }
}

TEST(Privacy, NoTextOfAHiddenCvIsForgotten) {
  Cv cv = small_cv(1, today);
  cv.person.fiscal_code = "ZQXWVK80A01H501U";
  cv.person.surname = "Zsurname";
  cv.person.name = "Zname";
  cv.person.contacts = {"Via Zaddress 7", "0519876543", "", "", "zmail@example.org"};
  cv.jobs.emplace_back().employer = "Zemployer S.p.A.";
  cv.education.emplace_back();
  cv.training.emplace_back();
  sweep(cv, "«Zname» Zsurname; ZQX WVK 80A01 H501U, zmail@example.org",
        {"zname", "zsurname", "zmail", "zqx"});
  // The words of whichever text is not the one that told the redactor about them.
  cv.jobs.emplace_back();
  Cv told = cv;
  every_text(told.jobs[1],
             [](std::string& text) { text = "da “ZEMPLOYER spa”, tel. 051 987 6543"; });
  expect_none(public_view(told), {"zemployer", "9876543"});
}

TEST(Privacy, NoTextOfAHiddenVacancyIsForgotten) {
  Vacancy vacancy = small_vacancy(1, today);
  vacancy.employer.web = "www.zweb.example";
  vacancy.education.emplace_back();
  vacancy.system.contacts_visible = false;
  sweep(vacancy, "tel. 051–987 65 43, zmail@example.org, ZQXWVK80A01H501U",
        {"9876543", "zmail", "zqx"});
  vacancy.employer.name = "Soc. Coop. Zemployer";
  Vacancy told = vacancy;
  told.description = told.intermediary_reference = told.duration = "«zemployer»: zweb.example";
  expect_none(public_view(told), {"zemployer", "zweb"});
}

TEST(Privacy, APersonsFiscalCodeStaysInNoTextEvenWhereContactsAreShown) {
  Cv cv = cv_with_secrets();
  cv.system.contacts_visible = true;
  cv.person.fiscal_code = "99887766554";  // a provisional one
  cv.jobs[0].employer = "CF 99887766554, 998 8776 6554 e ZQXWVK80A01H501U";
  cv.it_details = cv.jobs[0].employer;
  expect_none(public_view(cv), {"99887766554", "zqxwvk"});
}

TEST(Privacy, NobodyIsFoundByNameEvenWhereTheNameIsShown) {
  Cv cv = small_cv(1, today);
  cv.person.surname = "Zsurname";
  cv.person.name = "Zname";
  cv.system.contacts_visible = true;
  EXPECT_EQ(public_view(cv).person.surname, "Zsurname");
  EXPECT_EQ(public_view(cv).person.contacts.email, cv.person.contacts.email);
  const Analyzer analyzer;
  for (const DocumentWord& word : make_document(analyzer, cv, 0).words) {
    EXPECT_NE(word.word, "zsurname");
    EXPECT_NE(word.word, "zname");
  }
}

TEST(Privacy, ProtectedTraitsAndFiscalCodesAreNeverShown) {
  for (const bool visible : {true, false}) {
    Cv cv = cv_with_secrets();
    cv.system.contacts_visible = visible;
    cv.system.intermediary.fiscal_code = "00000000000";
    const Cv view = public_view(cv);
    EXPECT_EQ(view.person.fiscal_code, "");
    EXPECT_EQ(view.person.sex, "");
    EXPECT_EQ(view.person.born, Date{});
    EXPECT_TRUE(view.person.birthplace.empty());
    EXPECT_TRUE(view.person.citizenship.empty());
    EXPECT_EQ(view.system.intermediary.fiscal_code, "");
    EXPECT_THAT(view.it_skills, Not(HasSubstr("ZQXWVK")));
  }
}

TEST(Privacy, AHiddenEmployerShowsAndIndexesNoneOfItsSecrets) {
  Vacancy vacancy = small_vacancy(1, today);
  vacancy.employer.name = "Zemployer S.r.l.";
  vacancy.employer.fiscal_code = "01234567897";
  vacancy.employer.web = "http://zweb.example.org";
  vacancy.employer.postcode = "40999";
  vacancy.employer.contacts = {"Via Zaddress 7", "0519876543", "", "0519876000",
                               "zmail@example.org"};
  const std::string told =
      "La ZEMPLOYER SRL (zmail@example.org, www.zweb.example.org, 051 9876543, "
      "via Zaddress 7) cerca. Fine";
  for (std::string* text :
       {&vacancy.title, &vacancy.description, &vacancy.experience, &vacancy.it_skills,
        &vacancy.other_skills, &vacancy.other_requirements, &vacancy.duration,
        &vacancy.other_conditions, &vacancy.intermediary_reference})
    *text = told;
  vacancy.education.push_back({{"40"}, told, ""});
  vacancy.system.intermediary.name = "Agenzia";
  const std::vector<std::string> secrets = {"zemployer", "zweb",  "zaddress",    "9876543",
                                            "9876000",   "zmail", "01234567897", "40999"};
  for (const std::optional<bool> visible : {std::optional<bool>(false), std::optional<bool>()}) {
    vacancy.system.contacts_visible = visible;
    expect_none(public_view(vacancy), secrets);
    EXPECT_THAT(public_view(vacancy).description, HasSubstr("Fine"));
  }
}

TEST(Privacy, AnEmployerWithoutIntermediaryOrWithVisibilityIsShown) {
  Vacancy vacancy = small_vacancy(1, today);
  EXPECT_EQ(public_view(vacancy).employer.name, vacancy.employer.name);
  vacancy.system.intermediary.name = "Agenzia";
  EXPECT_EQ(public_view(vacancy).employer.name, "");
  vacancy.system.contacts_visible = true;
  EXPECT_EQ(public_view(vacancy).employer.contacts, vacancy.employer.contacts);
}

TEST(Privacy, WhatAListLeavesOutStillTellsWhatToHide) {
  Cv cv = small_cv(1, day(2026, 11, 23));
  cv.system.contacts_visible = false;
  cv.jobs.assign(30, Job{});
  cv.jobs.front().duties = "Saldatore come prima alla Carpenteria Zanotelli";
  cv.jobs.back().employer = "Carpenteria Zanotelli";
  const Cv view = public_view(cv, Extent::listed);
  EXPECT_EQ(view.jobs.size(), 10u);
  EXPECT_EQ(view.jobs.front().duties.find("Zanotelli"), std::string::npos);
  EXPECT_EQ(view.jobs.front(), public_view(cv).jobs.front());
}

}  // namespace
}  // namespace incontro
