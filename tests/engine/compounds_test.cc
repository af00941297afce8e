// What is typed as one word is found as one.

#include <gmock/gmock.h>
#include <incontro/engine.h>

#include "support/home.h"
#include "support/records.h"

namespace incontro {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr Date today = Date{std::chrono::days(20'780)};

class Compounds : public ::testing::Test {
 protected:
  void add(int number, std::string description) {
    Vacancy made = small_vacancy(number, today - std::chrono::days(number));
    made.description = std::move(description);
    home_.apply(made);
  }
  std::vector<int> found(std::string text) { return home_.numbers(std::move(text)); }

  TestHome home_{today};
};

TEST_F(Compounds, DoNotFindTheirWordsScattered) {
  add(1, "Servizio socio-sanitario della zona.");
  add(2, "Il socio visita un istituto sanitario.");
  EXPECT_THAT(found("socio-sanitario"), ElementsAre(1));
  EXPECT_THAT(found("sociosanitario"), ElementsAre(1));
  EXPECT_THAT(found("socio sanitario"), UnorderedElementsAre(1, 2));
}

TEST_F(Compounds, StandInEveryFormOfTheirWords) {
  add(1, "Servizi socio-sanitari della zona.");
  add(2, "Assistenza sociosanitaria.");
  add(3, "Operatori socio sanitari.");
  EXPECT_THAT(found("socio-sanitario"), UnorderedElementsAre(1, 2, 3));
}

TEST_F(Compounds, OfSignsAndFiguresStayTogether) {
  add(1, "Si usa ISO-9001 in azienda.");
  add(2, "Certificato ISO 27001 per 9001 clienti.");
  add(3, "Si programma in ASP.NET.");
  add(4, "Si programma in asp e poi in .NET.");
  EXPECT_THAT(found("iso-9001"), ElementsAre(1));
  EXPECT_THAT(found("iso9001"), ElementsAre(1));
  EXPECT_THAT(found("asp.net"), ElementsAre(3));
  EXPECT_THAT(found(".net"), UnorderedElementsAre(3, 4));
}

TEST_F(Compounds, GiveWayToWhatElseTheyMean) {
  add(1, "Operatore socio-sanitario per una residenza.");
  add(2, "OSS per una residenza.");
  add(3, "Operatore di un socio in un istituto sanitario.");
  const auto numbers = found("operatore socio-sanitario");
  EXPECT_THAT(numbers, ElementsAre(1, 2));
}

TEST_F(Compounds, WithAnotherWordStillNeedIt) {
  add(1, "Lavoro part-time come barista.");
  add(2, "Lavoro part-time come custode.");
  add(3, "Barista, part di un team, full time.");
  EXPECT_THAT(found("barista part-time"), ElementsAre(1));
  EXPECT_THAT(found("-part-time barista"), ElementsAre(3));
}

}  // namespace
}  // namespace incontro
