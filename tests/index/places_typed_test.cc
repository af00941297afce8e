#include <gmock/gmock.h>
#include <incontro/places.h>

#include <random>

#include "support/seed.h"

namespace incontro {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

const CodeTable& territory() { return code_table(Table::territory); }

const Places& places() {
  static const Places places;
  return places;
}

std::vector<std::string> codes_of(const std::vector<CodeIndex>& rows) {
  std::vector<std::string> codes;
  for (const CodeIndex row : rows) codes.emplace_back(territory().row(row).code);
  return codes;
}

// The one code that a text finds.
std::string found(std::string_view text) {
  const auto codes = codes_of(places().find(text).places);
  return codes.size() == 1 ? codes.front() : "(" + std::to_string(codes.size()) + ")";
}

std::vector<std::string> labels_near(std::string_view text) {
  const FoundPlaces answer = places().find(text);
  EXPECT_THAT(answer.places, IsEmpty()) << text;
  std::vector<std::string> labels;
  for (const CodeIndex row : answer.similar)
    labels.push_back(place_label(territory().row(row).code));
  return labels;
}

TEST(TypedPlaces, NamesInOtherLanguagesAreUnderstood) {
  for (const auto& [text, code] :
       {std::pair{"Rome", "H501"}, {"Milan", "F205"},       {"FLORENCE", "D612"},
        {"Venice", "L736"},        {"Naples", "F839"},      {"turin", "L219"},
        {"Genoa", "D969"},         {"Padua", "G224"},       {"Mantua", "E897"},
        {"Leghorn", "E625"},       {"Syracuse", "I754"},    {"Mailand", "F205"},
        {"Florenz", "D612"},       {"Venedig", "L736"},     {"Neapel", "F839"},
        {"Genua", "D969"},         {"Rom", "H501"},         {"Rim", "H501"},
        {"Brixen", "B160"},        {"Videm", "L483"},       {"Trst", "L424"},
        {"Gorica", "E098"},        {"Gênes", "D969"},       {"Florencia", "D612"},
        {"Aoste", "A326"},         {"Bolonia", "A944"},     {"Bologne", "A944"},
        {"Bolzano/Bozen", "A952"}, {"Aosta/Aoste", "A326"}, {"Gorizia / Gorica", "E098"},
        {"Sicily", "19"},          {"Tuscany", "09"},       {"Lombardei", "03"},
        {"Emilia", "08"},          {"Friuli", "06"},        {"Germany", "Z112"},
        {"Abroad", "EE"},          {"estero", "EE"}})
    EXPECT_EQ(found(text), code) << text;
}

TEST(TypedPlaces, NoOtherNameTakesAPlaceOfThatNameAway) {
  for (std::size_t i = 0; i < territory().rows().size(); ++i) {
    const auto row = static_cast<CodeIndex>(i);
    if (kind_of(row) == PlaceKind::former || kind_of(row) == PlaceKind::province) continue;
    const auto named = places().find(territory().row(row).label).places;
    const bool region = !named.empty() && kind_of(named.front()) == PlaceKind::region;
    EXPECT_TRUE(region || std::ranges::find(named, row) != named.end() ||
                kind_of(row) == PlaceKind::state)
        << territory().row(row).label;
  }
}

TEST(TypedPlaces, WhatStandsAroundANameDoesNotMatter) {
  for (const auto& [text, code] : {std::pair{"Bologna, Italia", "A944"},
                                   {"Bologna Italia", "A944"},
                                   {"Italia, Bologna", "A944"},
                                   {"Firenze (Italy)", "D612"},
                                   {"vicino a Bologna", "A944"},
                                   {"nei dintorni di Parma", "G337"},
                                   {"Near Rome", "H501"},
                                   {"a Torino", "L219"},
                                   {"Milano centro", "F205"},
                                   {"Milano (MI)", "F205"},
                                   {"Milano 20121", "F205"},
                                   {"20121 Milano", "F205"},
                                   {"20121 - Milano (MI)", "F205"},
                                   {"I-20121 Milano", "F205"},
                                   {"00184 Roma RM, Italia", "H501"},
                                   {"Via Garibaldi 5, 43121 Parma (PR)", "G337"},
                                   {"Modena, via Emilia 12", "F257"},
                                   {"Imola, Bologna, Emilia-Romagna", "E289"},
                                   {"Livo 38020", "E624"},
                                   {"20100", "F205"},
                                   {"00100", "H501"},
                                   {"40121", "A944"},
                                   {"provincia di Bologna, Italia", "BO"},
                                   {"Toscana, Italia", "09"},
                                   {"S.Benedetto del Tronto", "H769"},
                                   {"Sesto S. Giovanni", "I690"},
                                   {"L'aquila", "A345"},
                                   {"l aquila", "A345"},
                                   {"Forli", "D704"}})
    EXPECT_EQ(found(text), code) << text;
}

TEST(TypedPlaces, EverywhereIsNoPlace) {
  for (const char* text : {"Italia", "ITALIA", " tutta Italia ", "Tutta l'Italia", "ovunque",
                           "Italy", "in tutta Italia", "dappertutto"}) {
    const FoundPlaces answer = places().find(text);
    EXPECT_TRUE(answer.everywhere) << text;
    EXPECT_THAT(answer.places, IsEmpty()) << text;
    EXPECT_THAT(answer.similar, IsEmpty()) << text;
  }
  for (const char* text : {"Bologna", "Italiana", "", "estero"})
    EXPECT_FALSE(places().find(text).everywhere) << text;
}

TEST(TypedPlaces, MisspeltNamesProposeTheLargestNearPlaceOfItalyFirst) {
  for (const auto& [text, label] : {std::pair{"Milnao", "Milano (MI)"},
                                    {"Napol", "Napoli (NA)"},
                                    {"Tornio", "Torino (TO)"},
                                    {"Bolgona", "Bologna (BO)"},
                                    {"Bolonnia", "Bologna (BO)"},
                                    {"Firenza", "Firenze (FI)"},
                                    {"Geonva", "Genova (GE)"},
                                    {"Reggio Emila", "Reggio nell'Emilia (RE)"},
                                    {"Regio Calabria", "Reggio di Calabria (RC)"},
                                    {"Lombarda", "Lombardia"},
                                    {"Piemnte", "Piemonte"},
                                    {"Bolgna, Italia", "Bologna (BO)"},
                                    {"vicino a Bolgna", "Bologna (BO)"},
                                    {"Bolgna BO", "Bologna (BO)"},
                                    {"Milano Lambrate", "Milano (MI)"},
                                    {"quartiere Navile Bologna", "Bologna (BO)"}}) {
    const auto labels = labels_near(text);
    ASSERT_FALSE(labels.empty()) << text;
    EXPECT_EQ(labels.front(), label) << text;
    EXPECT_LE(labels.size(), 5u);
  }
}

TEST(TypedPlaces, AForeignStateIsProposedOnlyWhereItIsClearlyMeant) {
  EXPECT_THAT(labels_near("Bolomia"), Not(Contains("Polonia")));
  EXPECT_THAT(labels_near("Boloniaa"), Not(Contains("Polonia")));
  EXPECT_THAT(labels_near("Germaia"), Contains("Germania"));
  EXPECT_THAT(labels_near("Porogallo"), Contains("Portogallo"));
  EXPECT_THAT(labels_near("Melta"), Not(IsEmpty()));
  for (const auto& [text, label] :
       {std::pair{"Romma", "Roma (RM)"}, {"Genva", "Genova (GE)"}, {"Palmero", "Palermo (PA)"}})
    EXPECT_THAT(labels_near(text), Contains(label));
}

TEST(TypedPlaces, TwoPlacesAreProposedAndNoneIsTaken) {
  EXPECT_THAT(labels_near("Roma, Milano"), UnorderedElementsAre("Milano (MI)", "Roma (RM)"));
}

// Of capitals of provinces with one slip: the share for which the right place comes first.
TEST(TypedPlaces, CapitalsWithASlipAreProposedFirst) {
  std::mt19937_64 random(test_seed(5));
  std::size_t right = 0, asked = 0;
  for (std::size_t i = 0; i < territory().rows().size(); ++i) {
    const auto row = static_cast<CodeIndex>(i);
    if (kind_of(row) != PlaceKind::comune || territory().extra(row, "population").size() < 6)
      continue;  // from 100,000 people on
    const std::string name(territory().row(row).label);
    for (int slip = 0; slip < 4; ++slip) {
      std::string typed = name;
      const std::size_t at = random() % (name.size() - 1);
      if (slip == 0) typed.erase(at, 1);
      if (slip == 1) typed.insert(at, 1, name[at]);
      if (slip == 2) std::swap(typed[at], typed[at + 1]);
      if (slip == 3) typed[at] = static_cast<char>('a' + random() % 26);
      const FoundPlaces answer = places().find(typed);
      const auto& offered = answer.places.empty() ? answer.similar : answer.places;
      ++asked;
      right += !offered.empty() && offered.front() == row;
    }
  }
  RecordProperty("asked", static_cast<int>(asked));
  RecordProperty("right", static_cast<int>(right));
  std::printf("right first: %zu of %zu\n", right, asked);
  EXPECT_GT(asked, 150u);
  EXPECT_GE(right * 100, asked * 90);
}

}  // namespace
}  // namespace incontro
