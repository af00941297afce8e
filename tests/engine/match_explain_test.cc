#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/random_profiles.h"
#include "match/criteria.h"
#include "match/pair.h"

namespace incontro {
namespace {

using testing::HasSubstr;
using Reason = CriterionScore::Reason;

CodeIndex row(Table table, std::string_view code) { return *code_table(table).find(code); }
std::uint8_t bit(Table table, std::string_view code) {
  return static_cast<std::uint8_t>(1 << row(table, code));
}

const std::vector<std::string> words{"forno", "brigata"};

// A vacancy for a cook in Bologna, and somebody who suits.
class MatchExplained : public ::testing::Test {
 protected:
  MatchExplained() {
    vacancy_.availabilities = {{.profession = row(Table::profession, "5.2.2.1.0.4")}};
    vacancy_.place = row(Table::territory, "A944");
    cv_.availabilities = {{.profession = row(Table::profession, "5.2.2.1.0.4")}};
    cv_.place = row(Table::territory, "B880");
  }
  Availability& offered() { return vacancy_.availabilities[0]; }
  Availability& wanted() { return cv_.availabilities[0]; }

  CriterionScore explained(Criterion criterion, Units text = 0, int age_days = 0) {
    const PairScore scored = score_pair(vacancy_, cv_, terms_, text, age_days);
    for (const CriterionScore& score : explain_pair(vacancy_, cv_, terms_, scored, words_))
      if (score.criterion == criterion) return score;
    ADD_FAILURE() << "not present";
    return {};
  }
  // "evidence | missing | text"
  std::string italian(Criterion criterion, Units text = 0, int age_days = 0) {
    return line(explained(criterion, text, age_days).italian);
  }
  std::string english(Criterion criterion) { return line(explained(criterion).english); }
  static std::string line(const Reason& reason) {
    return reason.evidence + " | " + reason.missing + " | " + reason.text;
  }

  Profile vacancy_, cv_;
  MatchTerms terms_ = default_terms();
  std::vector<std::string> words_ = words;
};

TEST_F(MatchExplained, TheProfessionWantedOrDone) {
  EXPECT_EQ(italian(Criterion::profession),
            "Cuoco antipastiere |  | Cerca: Cuoco antipastiere, la stessa professione.");
  EXPECT_EQ(english(Criterion::profession),
            "Cuoco antipastiere |  | Wants: Cuoco antipastiere, the same profession.");
  wanted().profession = row(Table::profession, "5.2.2.1.0.1");
  EXPECT_EQ(italian(Criterion::profession),
            "Aiuto cuoco di ristorante |  | "
            "Cerca: Aiuto cuoco di ristorante, una professione affine.");
  wanted().profession = row(Table::profession, "2.1.1.4.1.4");
  EXPECT_EQ(italian(Criterion::profession),
            " | Cuoco antipastiere | Cerca: Analista programmatore EDP, un’altra professione.");
  cv_.jobs = {{row(Table::profession, "5.2.2.1.0.4"), 1'300, 1'312}};
  EXPECT_EQ(
      italian(Criterion::profession),
      "Cuoco antipastiere | Cuoco antipastiere | Ha lavorato come: Cuoco antipastiere, la stessa "
      "professione. Cerca: Analista programmatore EDP, un’altra professione.");
  terms_.past_work = true;
  EXPECT_EQ(english(Criterion::profession),
            "Cuoco antipastiere |  | Has worked as: Cuoco antipastiere, the same profession. "
            "Wants: Analista programmatore EDP, another profession.");
  wanted().profession = row(Table::profession, "5.2.2.1.0.1");
  EXPECT_EQ(italian(Criterion::profession),
            "Aiuto cuoco di ristorante |  | "
            "Cerca: Aiuto cuoco di ristorante, una professione affine.")
      << "where the wish fits, nothing else is said";
  cv_.jobs.clear();
  wanted().profession = no_code;
  EXPECT_EQ(italian(Criterion::profession), " | Cuoco antipastiere | Non indica la professione.");
}

TEST_F(MatchExplained, MonthsAskedOnlyWhereTheVacancySaysThem) {
  offered().experience = Stated::yes;
  vacancy_.months_asked = 24;
  EXPECT_EQ(italian(Criterion::experience),
            " | 24 mesi | Esperienza in professioni affini: nessuna; richiesta: 24 mesi.");
  cv_.jobs = {{row(Table::profession, "5.2.2.1.0.4"), 1'300, 1'326}};
  EXPECT_EQ(italian(Criterion::experience),
            "26 mesi in professioni affini |  | "
            "Esperienza in professioni affini: 26 mesi; richiesta: 24 mesi.");
  cv_.jobs[0].to = 1'301;
  wanted().experience = Stated::yes;
  EXPECT_EQ(english(Criterion::experience),
            "1 month in related professions | 23 months | "
            "Declares experience. In related professions: 1 month; asked: 24 months.");
  vacancy_.months_asked = 0;
  EXPECT_EQ(italian(Criterion::experience),
            "1 mese in professioni affini | esperienza in professioni affini | "
            "Dichiara di avere esperienza. In professioni affini: 1 mese; richiesta: durata non "
            "indicata.");
}

TEST_F(MatchExplained, EducationAndLanguagesByTheirLevels) {
  vacancy_.education = 3;
  EXPECT_EQ(italian(Criterion::education),
            " | Licenza media | Non indica il titolo di studio; è richiesto: Licenza media.");
  cv_.education = 2;
  EXPECT_EQ(italian(Criterion::education),
            "Licenza elementare | Licenza media | "
            "Titolo di studio: Licenza elementare; è richiesto: Licenza media.");
  cv_.education = 8;
  EXPECT_EQ(english(Criterion::education),
            "Laurea (vecchio o nuovo ordinamento) |  | "
            "Education: Laurea (vecchio o nuovo ordinamento).");

  const CodeIndex english_row = row(Table::language, "001"), german = row(Table::language, "002"),
                  italian_row = row(Table::language, "003");
  vacancy_.languages = {{italian_row, 4, 4, 4}};
  EXPECT_EQ(italian(Criterion::language),
            " |  | L’italiano si considera conosciuto se il curriculum non ne indica il livello.");
  vacancy_.languages = {{english_row, 4, 0, 4}, {german, 0, 0, 3}};
  cv_.languages = {{english_row, 5, 5, 3}};
  EXPECT_EQ(italian(Criterion::language),
            "Inglese (letto C1, scritto C1, parlato B1) | "
            "Inglese (letto B2, parlato B2), Tedesco (parlato B1) | "
            "Conosce: Inglese (letto C1, scritto C1, parlato B1); "
            "è richiesto: Inglese (letto B2, parlato B2), Tedesco (parlato B1).");
  vacancy_.languages = {{english_row, 0, 0, 0}};
  cv_.languages = {{english_row, 0, 0, 0}};
  EXPECT_EQ(italian(Criterion::language), "Inglese |  | Conosce: Inglese.");
}

TEST_F(MatchExplained, SixSkillsByNameAndHowManyOthers) {
  for (CodeIndex skill = 0; skill < 12; ++skill) vacancy_.skills.push_back(skill);
  cv_.skills = {0};
  const CriterionScore score = explained(Criterion::skill);
  const auto label = [](CodeIndex skill) {
    return std::string(code_table(Table::skill).row(skill).label);
  };
  EXPECT_EQ(score.italian.evidence, label(0));
  EXPECT_TRUE(score.italian.missing.starts_with(label(1) + ", " + label(2)));
  EXPECT_TRUE(score.italian.missing.ends_with(label(6) + " e altre 5")) << score.italian.missing;
  EXPECT_TRUE(score.english.missing.ends_with(label(6) + " and 5 more")) << score.english.missing;
  EXPECT_THAT(score.italian.text, HasSubstr("Ha competenze dello stesso gruppo di: " + label(1)));
}

TEST_F(MatchExplained, WhatIsHeldAndWhatIsNot) {
  vacancy_.licences = bit(Table::licence, "02");
  vacancy_.licences |= bit(Table::licence, "03");
  cv_.licences = bit(Table::licence, "02");
  EXPECT_EQ(italian(Criterion::licence),
            "Patente B | Patente C | Ha la patente B; manca la patente C.");
  EXPECT_EQ(english(Criterion::licence),
            "Patente B | Patente C | Has: Patente B; missing: Patente C.");
  vacancy_.licences = bit(Table::licence, "02");
  cv_.licences = bit(Table::licence, "03");
  EXPECT_EQ(italian(Criterion::licence), "Patente C |  | Ha la patente C.") << "which stands for B";
  cv_.licences = 0;
  EXPECT_EQ(italian(Criterion::licence), " | Patente B | Manca la patente B.");

  vacancy_.certificates = bit(Table::certificate, "20");
  EXPECT_EQ(italian(Criterion::certificate),
            " | Patente nautica | Manca il patentino: Patente nautica.");
  vacancy_.registers = cv_.registers = CodeBits{1} << row(Table::professional_register, "0008");
  EXPECT_EQ(italian(Criterion::professional_register),
            "Geometra |  | Iscrizione all’albo: Geometra.");
}

TEST_F(MatchExplained, TheConditionsOfWork) {
  offered().contracts = bit(Table::contract, "A02");
  offered().modes = bit(Table::working_mode, "PT");
  offered().transfers = offered().transport = Stated::yes;
  EXPECT_EQ(italian(Criterion::contract),
            " |  | Non pone condizioni sul contratto; quello offerto è: Apprendistato.");
  wanted().contracts = bit(Table::contract, "A00");
  EXPECT_EQ(italian(Criterion::contract),
            " | Apprendistato | Non indica il contratto offerto (Apprendistato) tra quelli "
            "accettati.");
  wanted().modes = bit(Table::working_mode, "PT");
  EXPECT_EQ(italian(Criterion::mode), "Part time |  | Accetta l’orario offerto: Part time.");
  EXPECT_EQ(italian(Criterion::transfers),
            " | Disponibilità alle trasferte | "
            "Non indica se è disponibile alle trasferte richieste.");
  wanted().transport = Stated::no;
  EXPECT_EQ(italian(Criterion::transport),
            " | Mezzo di trasporto proprio | "
            "Non ha un mezzo di trasporto proprio, che è richiesto.");
}

TEST_F(MatchExplained, TheWayFromHomeToWork) {
  EXPECT_EQ(italian(Criterion::territory),
            "Casalecchio di Reno, a 5 km da Bologna |  | "
            "Domicilio: Casalecchio di Reno, a 5 km da Bologna.");
  cv_.place = vacancy_.place;
  EXPECT_EQ(english(Criterion::territory),
            "Bologna, where the work is |  | Home: Bologna, where the work is.");
  cv_.place = row(Table::territory, "BO");
  EXPECT_EQ(italian(Criterion::territory),
            "Bologna; luogo di lavoro: Bologna (BO) |  | "
            "Domicilio: Bologna; luogo di lavoro: Bologna (BO).");
  cv_.place = row(Table::territory, "G273");
  EXPECT_THAT(italian(Criterion::territory), HasSubstr(" | Bologna | Domicilio: Palermo, a "));
  const std::string far = italian(Criterion::territory);
  wanted().transfers = Stated::yes;
  EXPECT_EQ(italian(Criterion::territory), far) << "who goes on trips does not live nearer";
  cv_.place = no_code;
  EXPECT_EQ(italian(Criterion::territory),
            " | Bologna | Non indica il domicilio; luogo di lavoro: Bologna.");
  vacancy_.place = row(Table::territory, "Z110");
  vacancy_.abroad = true;
  EXPECT_EQ(italian(Criterion::territory),
            " | Curriculum destinato alla rete europea (EURES) | Il lavoro è all’estero: Francia. "
            "Il curriculum non è destinato alla rete europea (EURES).");
  cv_.abroad = true;
  EXPECT_EQ(english(Criterion::territory),
            "CV given to the European network (EURES) |  | The work is abroad: Francia. "
            "The CV is given to the European network (EURES) too.");
}

TEST_F(MatchExplained, SalaryWordsAndDays) {
  vacancy_.salary = 18'500;
  terms_.lowest_salary = 1'020'000;
  terms_.has_text = true;
  EXPECT_EQ(italian(Criterion::salary),
            "18.500 euro l’anno | 1.001.500 euro l’anno | "
            "Retribuzione offerta: 18.500 euro l’anno; desiderata: 1.020.000.");
  terms_.lowest_salary = 900;
  EXPECT_EQ(english(Criterion::salary),
            "18,500 euro a year |  | Salary offered: 18,500 euro a year; wished: 900.");
  EXPECT_EQ(italian(Criterion::text, 5'000),
            "forno, brigata |  | Parole in comune: forno, brigata.");
  words_.clear();
  EXPECT_EQ(italian(Criterion::text), " |  | I testi hanno poche parole in comune.");
  EXPECT_EQ(italian(Criterion::freshness, 0, 3),
            "Pubblicato negli ultimi 7 giorni |  | Pubblicato negli ultimi 7 giorni.");
  EXPECT_EQ(italian(Criterion::freshness, 0, 30),
            "Pubblicato da oltre 7 giorni |  | Pubblicato da oltre 7 giorni.");
  EXPECT_EQ(italian(Criterion::freshness, 0, 60), " |  | Pubblicato da 60 giorni o più.");
}

// Over random pairs: whole sentences, in two languages, that agree with the scores.
TEST(MatchExplanations, SayOfEveryCriterionWhatTheScoreSays) {
  RandomProfiles random(test_seed(7));
  for (int round = 0; round < 2'000; ++round) {
    const Profile vacancy = random.vacancy(), cv = random.cv();
    const MatchTerms terms = random.terms();
    const PairScore scored = score_pair(vacancy, cv, terms, 1'000, static_cast<int>(round % 90));
    const std::vector<CriterionScore> explained =
        explain_pair(vacancy, cv, terms, scored, round % 2 ? words : std::vector<std::string>());
    Millionths sum = 0;
    std::size_t next = 0;
    for (std::size_t i = 0; i < criterion_count; ++i) {
      const PairScore::Part& part = scored.parts[i];
      if (!part.present) continue;
      ASSERT_LT(next, explained.size());
      const CriterionScore& score = explained[next++];
      ASSERT_EQ(score.criterion, static_cast<Criterion>(i));
      ASSERT_EQ(score.kind, terms.settings[i].kind);
      ASSERT_EQ(score.weight, terms.settings[i].weight);
      ASSERT_EQ(score.score, part.score);
      sum += score.contribution;
      ASSERT_EQ(score.italian.evidence.empty(), score.english.evidence.empty());
      ASSERT_EQ(score.italian.missing.empty(), score.english.missing.empty());
      ASSERT_NE(score.italian.text, score.english.text);
      for (const Reason& reason : {score.italian, score.english}) {
        const std::string where = std::string(criteria()[i].name) + ": " + reason.text;
        ASSERT_TRUE(reason.text.ends_with('.')) << where;
        ASSERT_EQ(reason.text.find_first_of("{}"), std::string::npos) << where;
        ASSERT_EQ(reason.text.find("  "), std::string::npos) << where;
        ASSERT_TRUE(part.holds || !reason.missing.empty()) << where;
        ASSERT_TRUE(part.score < full_units || reason.missing.empty()) << where;
      }
    }
    ASSERT_EQ(next, explained.size());
    ASSERT_EQ(sum, scored.score);
  }
}

}  // namespace
}  // namespace incontro
