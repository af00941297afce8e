// Addresses, handles and numbers, however people write them; and what looks like them and is none.

#include <gmock/gmock.h>

#include "privacy/redactor.h"

namespace incontro {
namespace {

std::string without_contacts(std::string text) {
  Redactor redactor;
  redactor.hide_contacts();
  redactor.prepare();
  redactor.clean(text);
  return text;
}

void expect_hidden(const std::vector<const char*>& secrets) {
  for (const char* const secret : secrets) {
    const std::string text = without_contacts("Prima, " + std::string(secret) + " dopo.");
    EXPECT_EQ(text, "Prima, [riservato] dopo.") << secret;
  }
}

void expect_shown(const std::vector<const char*>& texts) {
  for (const char* const text : texts) EXPECT_EQ(without_contacts(text), text);
}

TEST(HiddenContacts, AreMailboxesHoweverTheyAreWritten) {
  expect_hidden({"anna.bo@posta.it",
                 "anna chiocciola posta punto it",
                 "ANNA CHIOCCIOLA GMAIL PUNTO COM",
                 "anna punto bo chiocciola posta punto it",
                 "anna [at] posta [dot] it",
                 "anna(at)posta.it",
                 "anna {chiocciola} posta {punto} it",
                 "anna @ posta . it",
                 "anna @posta.it",
                 "anna@ posta.it",
                 "anna＠posta.it",
                 "anna at posta dot it",
                 "anna at posta.it",
                 "mailto:anna@posta.it",
                 "<anna@posta.it>",
                 "anna [@] posta.it",
                 "anna_bo chiocciola posta trattino veloce punto it",
                 "anna@posta",
                 "anna (at) gmail",
                 "anna @ gmail",
                 "anna-bo[at]posta[.]it",
                 "anna(a)posta.it",
                 "anna (a) posta.it"});
}

TEST(HiddenContacts, AreSitesAndProfilesWithOrWithoutScheme) {
  expect_hidden({"annabo.it", "linkedin.com/in/anna-bo-123", "t.me/annabo", "www.annabo.it",
                 "https://annabo.example/x", "facebook.com/anna.bo", "about.me/annabo",
                 "annabo.github.io/cv", "ANNABO.COM", "anna-bo.eu/portfolio?x=1", "wa.me/391234",
                 "www punto annabo punto it", "annabo [dot] com", "studio.annabo.it"});
}

TEST(HiddenContacts, AreHandlesOfNetworks) {
  expect_hidden({"@anna_bo", "@annabo", "@anna.bo77"});
  for (const auto& [text, kept] :
       {std::pair{"instagram: annabellina", "instagram: [riservato]"},
        {"Skype anna.bellina", "Skype [riservato]"},
        {"profilo LinkedIn anna-bellina-123", "profilo LinkedIn [riservato]"},
        {"Telegram: @annabellina, ore pasti", "Telegram: [riservato], ore pasti"},
        {"contatto skype: live.annabellina", "contatto skype: [riservato]"},
        {"IG=anna_bellina;", "IG=[riservato];"}})
    EXPECT_EQ(without_contacts(text), kept);
}

TEST(HiddenContacts, AreTelephonesHoweverTheyAreWritten) {
  expect_hidden({"347 / 12 34 567", "347.12.34.567", "0039 347 1234567", "+39.347.123.45.67",
                 "347_123_4567", "347*123*4567", "O51 1234567", "347 I23 4567", "٣٤٧ ١٢٣ ٤٥٦٧",
                 "３４７１２３４５６７", "𝟑𝟒𝟕𝟏𝟐𝟑𝟒𝟓𝟔𝟕",
                 "3️⃣4️⃣7️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣",
                 "347—123—4567", "3 4 7 1 2 3 4 5 6 7", "tre quattro sette uno due tre quattro",
                 "347 uno due tre quattro cinque"});
  for (const auto& [text, kept] :
       {std::pair{"(+39) 347 1234567", "([riservato]"},
        {"Tel. 51234", "Tel. [riservato]"},
        {"cell: 347 1234567 / 348 7654321", "cell: [riservato]"},
        {"tre, quattro, sette, dodici, trentaquattro, ottantuno", "[riservato]"}})
    EXPECT_EQ(without_contacts(text), kept);
}

TEST(HiddenContacts, AreFiscalCodesAndAccounts) {
  expect_hidden({"RSSMRA80A01H501U", "rss mra 80a01 h501u", "RSS.MRA.80A01.H501U",
                 "rss-mra-80a01-h501u", "RSSMRAULA01H501U", "R S S M R A 8 0 A 0 1 H 5 0 1 U",
                 "IT60 X054 2811 1010 0000 0123 456", "IT60X0542811101000000123456"});
}

TEST(HiddenContacts, AreNotSoftwareFiguresAndLaws) {
  expect_shown({"ASP.NET, VB.NET e .NET",
                "Node.js, Vue.js e socket.io",
                "C# e C++",
                "3/4 anni",
                "24/7",
                "anni 2010-2012",
                "dal 2008 al 2015",
                "L. 68/99",
                "ISO 9001:2015",
                "UNI EN ISO 14001-2015",
                "40121 Bologna",
                "@angular/core",
                "@Override e @Autowired",
                "dal 5/12/2012",
                "25.000,00 euro",
                "1.200.000 pezzi",
                "3,5 ton",
                "booking.com e Airbnb",
                "Facebook: gestione di pagine",
                "Skype, Teams",
                "Instagram: buono",
                "LinkedIn e Facebook",
                "Fine del corso.Inizio lavoro",
                "cucina.Dal 2010",
                "e-mail e internet",
                "Windows 95/98/2000",
                "punto vendita in centro",
                "a che punto siamo",
                "(a) vendite, (b) cassa",
                "sette anni di scuola, due di lavoro",
                "uno, due o tre turni",
                "voto 110/110",
                "GPA 3.67 2006",
                "codice 2.1.1.4.1.17 e 5.2.2.1.0.0",
                "dott.ssa, sig.ra",
                "30.90 – 37.08 euro",
                "8:30-12:30 / 14:00-18:00",
                "file.txt e dati.csv"});
}

}  // namespace
}  // namespace incontro
