#include <gmock/gmock.h>
#include <incontro/engine.h>

#include "support/home.h"
#include "support/records.h"

namespace incontro {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Date today = Date{std::chrono::days(20'780)};

class OfferFilters : public ::testing::Test {
 protected:
  OfferFilters() {
    std::vector<Record> records;
    for (int i = 1; i <= 12; ++i) {
      Vacancy v = small_vacancy(i, today);
      v.title = i % 2 == 0 ? "Cuoco" : "Barista";
      v.workplace = {i <= 6 ? "A944" : "F205"};
      v.mode = {i % 3 == 0 ? "PT" : i % 3 == 1 ? "TL" : "LT"};
      v.contract = {i % 4 == 0 ? "A02" : "A00"};
      v.licences = {{"02"}};
      v.own_transport = true;
      Cv cv = small_cv(100 + i, today);
      cv.wanted[0].title = "Cuoco";
      cv.wanted[0].modes = {{"FT"}};
      records.emplace_back(v);
      records.emplace_back(cv);
    }
    home_.apply(records);
  }
  // "field=code remaining words", each with a count that is that of its search.
  std::vector<std::string> offered(Query query) {
    const auto offers = home_.engine().offer_filters(query);
    EXPECT_TRUE(offers);
    std::vector<std::string> texts;
    for (const FilterOffer& offer : *offers) {
      EXPECT_GT(offer.count, 0u);
      EXPECT_EQ(offer.count, home_.search(offer.query).total);
      texts.push_back(offer.field + "=" + offer.code + " " + offer.query.text);
    }
    return texts;
  }
  std::vector<std::string> offered(std::string text,
                                   Collection collection = Collection::vacancies) {
    Query query;
    query.collection = collection;
    query.text = std::move(text);
    return offered(query);
  }

  TestHome home_{today};
};

TEST_F(OfferFilters, ValuesAreRecognisedByLabelAndByNamesOfDailyUse) {
  for (const auto& [text, offer] : {std::pair{"cuoco part time", "mode=PT cuoco"},
                                    {"cuoco part-time", "mode=PT cuoco"},
                                    {"cuoco tempo parziale", "mode=PT cuoco"},
                                    {"Tempo Parziale cuoco", "mode=PT cuoco"},
                                    {"barista telelavoro", "mode=TL barista"},
                                    {"barista smart working", "mode=TL barista"},
                                    {"barista lavoro da casa", "mode=TL barista"},
                                    {"cuoco turni", "mode=LT cuoco"},
                                    {"cuoco turnista", "mode=LT cuoco"},
                                    {"apprendista cuoco", "contract=A02 cuoco"},
                                    {"cuoco apprendistato", "contract=A02 cuoco"},
                                    {"barista tempo indeterminato", "contract=A00 barista"},
                                    {"barista a tempo indeterminato", "contract=A00 barista"},
                                    {"cuoco con patente B", "licence=02 cuoco"},
                                    {"automunita", "transport=SI "},
                                    {"cuoco bologna", "territory=A944 cuoco"},
                                    {"cuoco a Bologna", "territory=A944 cuoco"},
                                    {"cuoco provincia di Milano", "territory=MI cuoco"},
                                    {"cuoco milan", "territory=F205 cuoco"},
                                    {"cuoco Lombardia", "territory=03 cuoco"}})
    EXPECT_THAT(offered(text), ElementsAre(offer)) << text;
  EXPECT_THAT(offered("cuoco part time bologna"),
              ElementsAre("mode=PT cuoco bologna", "territory=A944 cuoco part time"));
  EXPECT_THAT(offered("cuoco tempo pieno", Collection::cvs), ElementsAre("mode=FT cuoco"));
}

TEST_F(OfferFilters, WhatFindsNothingIsNotOffered) {
  EXPECT_THAT(offered("cuoco notturno"), IsEmpty());
  EXPECT_THAT(offered("cuoco torino"), IsEmpty());
  EXPECT_THAT(offered("astronauta part time"), IsEmpty());
  EXPECT_THAT(offered("cuoco"), IsEmpty());
  EXPECT_THAT(offered(""), IsEmpty());
  EXPECT_THAT(offered("\xFF\xFE di (part time"), IsEmpty());
}

TEST_F(OfferFilters, QuotedExcludedAndCombinedWordsStay) {
  for (const char* text : {"cuoco \"part time\"", "cuoco -turni", "cuoco turn*", "cuoco OR bologna",
                           "(cuoco bologna)"})
    EXPECT_THAT(offered(text), IsEmpty()) << text;
}

TEST_F(OfferFilters, AFieldThatIsFilteredIsLeftAlone) {
  Query query;
  query.text = "cuoco bologna part time";
  query.filters = {{"mode", {"LT"}}};
  EXPECT_THAT(offered(query), IsEmpty()) << "nobody in Bologna speaks of part time";
  query.text = "cuoco bologna";
  EXPECT_THAT(offered(query), ElementsAre("territory=A944 cuoco"));
  query.near = Near{"F205", 20};
  EXPECT_THAT(offered(query), IsEmpty());
}

}  // namespace
}  // namespace incontro
