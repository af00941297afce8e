#include "profile/asked_months.h"

#include <gtest/gtest.h>

#include <string>

#include "support/seed.h"

namespace incontro {
namespace {

std::uint16_t in_experience(std::string text) {
  Vacancy vacancy;
  vacancy.experience = std::move(text);
  return asked_months(vacancy);
}

std::uint16_t in_description(std::string text) {
  Vacancy vacancy;
  vacancy.description = std::move(text);
  return asked_months(vacancy);
}

struct Case {
  const char* text;
  int months;
};

TEST(AskedMonths, OfTheFieldOnExperienceAreAnyDurationThere) {
  for (const auto& [text, months] : {
           Case{"", 0},
           {"Minimo 2 anni nella stessa mansione", 24},
           {"INDISPENSABILE ALMENO 2/3 ANNI NELLA QUALIFICA DI ADDETTA VENDITA", 24},
           {"MINIMO 1 ANNO NELLE MANSIONI RICHIESTE", 12},
           {"3/5 anni", 36},
           {"3-5 anni", 36},
           {"3 – 5 anni", 36},
           {"da 3 a 5 anni", 36},
           {"tra i 3 e i 5 anni", 36},
           {"1 o 2 anni", 12},
           {"2 (due) anni", 24},
           {"2+ anni", 24},
           {"un anno", 12},
           {"Un anno e mezzo", 18},
           {"1,5 anni", 12},
           {"almeno sei mesi", 6},
           {"SEI MESI/UN ANNO", 6},
           {"2 anni d’esperienza", 24},
           {"dieci anni", 120},
           {"24 mesi", 24},
           {"2anni", 24},
           {"biennale", 24},
           {"Almeno triennale", 36},
           {"almeno un biennio", 24},
           {"l’azienda vanta esperienza ventennale", 0},
           {"pluriennale", 0},
           {"qualche anno", 0},
           {"ESPERIENZA COMPROVATA", 0},
           {"min. 2 anni", 24},
           {"non meno di 2 anni", 24},
           {"non inferiore a due anni", 24},
           {"massimo 2 anni", 0},
           {"fino a 2 anni", 0},
           {"non più di 2 anni", 0},
           {"maturata negli ultimi 5 anni", 0},
           {"Laurea triennale", 0},
           {"Laurea triennale e 2 anni nel ruolo", 24},
           {"Diploma con 2 anni di pratica", 24},
           {"ETÀ 25/45 ANNI", 0},
           {"18 anni", 0},
           {"tempo determinato di 12 mesi", 0},
           {"non è richiesta un'esperienza di 2 anni", 0},
           {"0 anni", 0},
           {"99999999999999999999 anni", 0},
           {"70000 mesi", 0},
           {"2 anni nel ruolo; preferibili 5 anni", 24},
       })
    EXPECT_EQ(in_experience(text), months) << text;
}

TEST(AskedMonths, OfOtherTextsStandBesideTheWordExperience) {
  for (const auto& [text, months] : {
           Case{"Si richiede esperienza di almeno 2 anni nella mansione", 24},
           {"esperienza di sei mesi", 6},
           {"Requisito essenziale: 3 anni di esperienza documentabile nel ruolo.", 36},
           {"2 anni di comprovata esperienza", 24},
           {"esperienza biennale", 24},
           {"biennale esperienza", 24},
           {"esperienza lavorativa almeno biennale", 24},
           {"Anzianità di un anno nel ruolo", 12},
           {"ANZIANITA' MINIMA: 2 ANNI", 24},
           {"ESPERIENZA: MIN. 2 ANNI", 24},
           {"PRECEDENTE ESPERIENZA DI 3-5 ANNI NEL SETTORE", 36},
           {"ESPERIENZA LAVORATIVA DI ALMENO 6 MESI IN FARMACIA", 6},
           {"esperienza nella mansione (almeno 2 anni)", 24},
           {"esperienza nella mansione (2 anni)", 24},
           {"esperienza nella vendita, di almeno 2 anni", 24},
           {"diploma e almeno 2 anni di esperienza", 24},
           {"età 30 anni. Esperienza di 2 anni", 24},
           {"20 anni di esperienza", 240},
           {"50 anni di esperienza", 480},
           {"almeno 2 anni nella mansione", 0},
           {"biennale", 0},
           {"ETÀ INFERIORE A 30 ANNI E UNA PRECEDENTE ESPERIENZA LAVORATIVA", 0},
           {"ESPERIENZA NEL SETTORE. SI OFFRE CONTRATTO A TEMPO DETERMINATO DI UN ANNO", 0},
           {"esperienza nel ruolo, contratto di 6 mesi", 0},
           {"esperienza nella mansione\n12 mesi di contratto", 0},
           {"DISOCCUPATI DA ALMENO 24 MESI-ESPERIENZA PROFESSIONALE NELLA QUALIFICA", 0},
           {"PRECEDENTE ESPERIENZA - CORSO HACCP - DISOCC/INOCC 24 MESI", 0},
           {"INDISPENSABILE ESPERIENZA PREFERIBILE: 21-28 ANNI", 0},
           {"esperienza, età minima 40 anni", 0},
           {"laurea triennale ed esperienza", 0},
           {"Azienda con 30 anni di esperienza nel settore", 0},
           {"L'azienda vanta 20 anni di esperienza", 0},
           {"Anche senza esperienza; contratto di 6 mesi", 0},
           {"Non è necessaria un'esperienza di 2 anni", 0},
           {"assistenza ad anziani da 2 anni", 0},
           {"Azienda con 30 anni di esperienza cerca persona con 2 anni di esperienza", 24},
       })
    EXPECT_EQ(in_description(text), months) << text;
}

TEST(AskedMonths, AreThoseOfTheFirstTextThatSaysThem) {
  Vacancy vacancy;
  vacancy.other_requirements = "esperienza di 3 anni";
  EXPECT_EQ(asked_months(vacancy), 36);
  vacancy.description = "esperienza di 2 anni";
  EXPECT_EQ(asked_months(vacancy), 24);
  vacancy.experience = "nel settore";
  EXPECT_EQ(asked_months(vacancy), 24);
  vacancy.experience = "1 anno";
  EXPECT_EQ(asked_months(vacancy), 12);
}

TEST(AskedMonths, AreFoundAnywhereInALongText) {
  const std::string filler(3'000, 'x'), accents = "àèìòùz ÈZ " + filler;
  EXPECT_EQ(in_description(filler + " esperienza " + accents + " 2 anni di esperienza " + filler),
            24);
  EXPECT_EQ(in_description(accents + "esperienza di 12 mesi"), 12);
  EXPECT_EQ(in_description("esperienz"), 0);
  EXPECT_EQ(in_description("z"), 0);
}

TEST(AskedMonths, OfAnyTextAreWithinTheirBounds) {
  std::mt19937_64 random(test_seed(1));
  const char* const parts[] = {"esperienza", "anni",   "mesi", "non", "di",     "2",    "99999",
                               "meno",       "/",      "-",    ".",   ",",      "\xC3", "due",
                               "biennale",   "almeno", "eta",  "e",   " mezzo", ":"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t i = below(random, 12); i > 0; --i) {
      text += parts[below(random, std::size(parts))];
      if (below(random, 3) > 0) text += ' ';
    }
    EXPECT_LE(in_experience(text), most_asked_months) << text;
    EXPECT_LE(in_description(text), most_asked_months) << text;
  }
}

}  // namespace
}  // namespace incontro
