#include <gmock/gmock.h>
#include <incontro/distance.h>
#include <incontro/places.h>

#include <map>
#include <set>

namespace incontro {
namespace {

const CodeTable& territory() { return code_table(Table::territory); }

const Places& places() {
  static const Places places;
  return places;
}

// The codes that a text finds, with one space between them.
std::string found(std::string_view text) {
  std::string codes;
  for (const CodeIndex row : places().find(text).places)
    codes.append(codes.empty() ? "" : " ").append(territory().row(row).code);
  return codes;
}

std::string similar(std::string_view text) {
  const FoundPlaces answer = places().find(text);
  EXPECT_TRUE(answer.places.empty()) << text;
  std::string labels;
  for (const CodeIndex row : answer.similar)
    labels.append(labels.empty() ? "" : ", ").append(place_label(territory().row(row).code));
  return labels;
}

template <class Visit>
void for_each_of(PlaceKind kind, Visit&& visit) {
  for (std::size_t i = 0; i < territory().rows().size(); ++i)
    if (const auto row = static_cast<CodeIndex>(i); kind_of(row) == kind) visit(row);
}

TEST(Places, AreUnderstoodAsPeopleWriteThem) {
  const std::pair<const char*, const char*> cases[] = {
      // case, accents, apostrophes, hyphens, spaces
      {"Bologna", "A944"},
      {"bologna", "A944"},
      {"  BOLOGNA  ", "A944"},
      {"Forlì", "D704"},
      {"forli", "D704"},
      {"FORLI'", "D704"},
      {"Forli\xCC\x80", "D704"},  // the accent as a sign of its own
      {"Sant\xE2\x80\x99"
       "Agata Bolognese",
       "I191"},
      {"sant agata bolognese", "I191"},
      {"Emilia-Romagna", "08"},
      {"emilia romagna", "08"},
      {"Presicce Acquarica", "M428"},
      // small words and saints as people leave them out
      {"reggio nell'emilia", "H223"},
      {"Reggio Emilia", "H223"},
      {"reggio di calabria", "H224"},
      {"Reggio Calabria", "H224"},
      {"S. Lazzaro di Savena", "H945"},
      {"S.Lazzaro Savena", "H945"},
      {"Spezia", "E463"},
      {"aquila", "A345"},
      // second names
      {"bozen", "A952"},
      {"Bolzano/Bozen", "A952"},
      {"Bolzano - Bozen", "A952"},
      {"MERAN", "F132"},
      // plates, provinces, regions, and what is written before them
      {"BO", "BO"},
      {"bo", "BO"},
      {"RE", "RE"},
      {"re", "H203"},  // the comune Re
      {"provincia di Bologna", "BO"},
      {"prov. di Bologna", "BO"},
      {"Provincia BO", "BO"},
      {"citta metropolitana di Bologna", "BO"},
      {"Provincia autonoma di Trento", "TN"},
      {"Provincia di Reggio Emilia", "RE"},
      {"regione Lombardia", "03"},
      {"Comune di Bologna", "A944"},
      {"Città di Castello", "C745"},
      {"Monza e Brianza", "MB"},
      {"Valle d'Aosta", "02"},
      {"Francia", "Z110"},
      // homonyms, and what tells them apart
      {"Livo", "E623 E624"},
      {"Livo CO", "E623"},
      {"livo, (co)", "E623"},
      {"Livo (Trento)", "E624"},
      {"livo in provincia di Trento", "E624"},
      {"Comune di Livo TN", "E624"},
      {"Livo Lombardia", "E623"},
      {"San Teodoro (ME)", "I328"},
      {"Castro (BG)", "C337"},
      {"castro puglia", "M261"},
      {"Castro (LE)", "M261"},
      {"Castro LE", "M261"},
      {"Paternò", "M269 G371"},  // and Paterno
      {"Dello (BS)", "D270"},
      {"comune di Reggio Calabria", "H224"},
      {"Livo BO", ""},
      // postcodes and codes
      {"40121", "A944"},
      {"A944", "A944"},
      {"99999", ""},
      // comuni that are no more
      {"Bazzano", "M320"},
      {"bazzano (BO)", "M320"},
      {"Comune di Porretta Terme", "M369"},
      {"Incisa in Val d'Arno", "M321"},
      {"Montalcino", "M378"},  // the new one has the old one's name
      {"A726", "M320"},
      {"Pallanza", "L746"},
      {"San Pier d'Arena", "D969"},
      // names that a comune has changed
      {"Ortonovo", "G143"},
      {"San Remo", "I138"},
      {"Negrar", "F861"},
      {"Capaccio", "B644"},
      {"Calliano", "B418 B419"},
      // nothing
      {"", ""},
      {"   ", ""},
      {"-", ""},
      {"vicino al mare", ""},
      {"\xFF\xFE", ""},
      {"della", ""},
  };
  for (const auto& [text, codes] : cases) EXPECT_EQ(found(text), codes) << "'" << text << "'";
  EXPECT_EQ(found(std::string(100'000, 'a')), "");
}

TEST(Places, WithTypingErrorsAreOfferedAndNotTakenForGranted) {
  EXPECT_EQ(similar("Bolgna"), "Bologna (BO)");
  EXPECT_EQ(similar("Civitavechia").substr(0, 18), "Civitavecchia (RM)");
  EXPECT_EQ(similar("Bazano").substr(0, 1), "B");
  EXPECT_EQ(similar("vicino al mare"), "");
  EXPECT_EQ(similar("Xyzw"), "");
}

TEST(Places, EveryComuneIsFoundByItsOfficialNameAndHomonymsByTheirPlate) {
  std::map<std::string, std::set<CodeIndex>> bearers;
  for_each_of(PlaceKind::comune,
              [&](CodeIndex row) { bearers[std::string(territory().row(row).label)].insert(row); });
  std::size_t homonyms = 0;
  for (const auto& [label, rows] : bearers) {
    // Second names and names without accents are shared by more (Corvara; Paterno and Paternò).
    const auto named = places().find(label).places;
    if (label == "Molise") continue;  // the region
    EXPECT_TRUE(std::ranges::includes(named, rows)) << label;
    homonyms += rows.size() > 1;
  }
  EXPECT_EQ(homonyms, 5u);
  for_each_of(PlaceKind::comune, [&](CodeIndex row) {
    const std::string_view code = territory().row(row).code;
    EXPECT_EQ(found(place_label(code)), code);
    EXPECT_EQ(found(code), code);
    EXPECT_TRUE(position_of(row)) << code;
  });
}

TEST(Places, EveryProvinceRegionAndStateIsFound) {
  for_each_of(PlaceKind::province, [](CodeIndex row) {
    const CodeRow& province = territory().row(row);
    EXPECT_EQ(found(province.code), province.code);
    EXPECT_EQ(found("provincia di " + std::string(province.label)), province.code);
    EXPECT_FALSE(position_of(row));
  });
  for_each_of(PlaceKind::region, [](CodeIndex row) {
    EXPECT_EQ(found(territory().row(row).label), territory().row(row).code);
  });
}

// Of those that were closed since 2001 all are known; of the older ones, mostly of the 1920s, some.
TEST(Places, FormerComuniLeadToTheirSuccessor) {
  std::size_t known = 0, recent_unknown = 0, all = 0;
  const Date since{std::chrono::year{2000} / 1 / 2};
  for_each_of(PlaceKind::former, [&](CodeIndex row) {
    ++all;
    const auto today = place_today(row);
    const CodeRow& former = territory().row(row);
    if (!today) {
      recent_unknown += !former.to || *former.to >= since;
      EXPECT_FALSE(position_of(row));
      return;
    }
    ++known;
    EXPECT_EQ(kind_of(*today), PlaceKind::comune) << former.code;
    EXPECT_EQ(found(former.code), territory().row(*today).code);
    EXPECT_TRUE(position_of(row));
    // By its name too, unless a comune of today bears it.
    const auto named = places().find(former.label).places;
    ASSERT_FALSE(named.empty()) << former.label;
    EXPECT_TRUE(std::ranges::find(named, *today) != named.end() ||
                kind_of(named.front()) != PlaceKind::former)
        << former.label;
  });
  EXPECT_EQ(recent_unknown, 0u);
  RecordProperty("former", static_cast<int>(all));
  RecordProperty("known", static_cast<int>(known));
  EXPECT_GE(known, 850u);
}

TEST(Places, LabelsAndNamesFollowTheTree) {
  EXPECT_EQ(place_label("A944"), "Bologna (BO)");
  EXPECT_EQ(place_label("BO"), "Bologna");
  EXPECT_EQ(place_label("Z110"), "Francia");
  EXPECT_EQ(place_label("none"), "none");
  const PlaceNames names = names_of("A944");
  EXPECT_EQ(names.province_code, "BO");
  EXPECT_EQ(names.region, "Emilia-Romagna");
  EXPECT_FALSE(names.abroad);
  EXPECT_TRUE(names_of("Z110").abroad);
}

}  // namespace
}  // namespace incontro
