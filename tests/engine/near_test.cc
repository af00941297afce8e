#include <gtest/gtest.h>

#include "support/home.h"
#include "support/records.h"

namespace incontro {
namespace {

const Date today = day(2026, 11, 23);

class NearSearch : public ::testing::Test {
 protected:
  NearSearch() : home_(today) {
    int number = 0;
    // Bologna, Modena, Bazzano (now Valsamoggia), the province alone, France, nothing, a former
    // comune that nobody knows the successor of.
    for (const char* place : {"A944", "F257", "A726", "BO", "Z110", "", "A002"}) {
      Vacancy vacancy = small_vacancy(++number, today);
      vacancy.workplace = {place};
      home_.apply(vacancy);
    }
    home_.apply(small_cv(++number, today));  // lives in Roma
  }

  static Query near(const char* place, unsigned km) {
    Query query;
    query.near = Near{place, km};
    query.sort = Sort::distance;
    query.facets = true;
    return query;
  }
  std::vector<std::string> places_of(const Query& query) {
    std::vector<std::string> places;
    for (const Hit& hit : home_.search(query).hits)
      places.push_back(std::get<Vacancy>(hit.view.record).workplace.value);
    return places;
  }
  std::string refusal(const Query& query) {
    const auto answer = home_.engine().search(query);
    if (answer) return "answered";
    EXPECT_EQ(answer.error().code, Code::invalid);
    return answer.error().message;
  }

  TestHome home_;
};

TEST_F(NearSearch, FindsTheComuniInsideTheNearestFirst) {
  EXPECT_EQ(places_of(near("A944", 50)), (std::vector<std::string>{"A944", "A726", "F257"}));
  EXPECT_EQ(places_of(near("A944", 25)), (std::vector<std::string>{"A944", "A726"}));
  EXPECT_EQ(places_of(near("A944", 1)), (std::vector<std::string>{"A944"}));
  EXPECT_EQ(places_of(near("F257", 500)), (std::vector<std::string>{"F257", "A726", "A944"}))
      << "what names no comune lies nowhere";
}

TEST_F(NearSearch, AFormerComuneLiesWhereItsSuccessorLies) {
  EXPECT_EQ(places_of(near("A726", 1)), (std::vector<std::string>{"A726"}));
  EXPECT_EQ(places_of(near("M320", 1)), (std::vector<std::string>{"A726"}));
  Query by_filter;
  by_filter.filters = {{"territory", {"A726"}}};
  EXPECT_EQ(home_.search(by_filter).total, 1u) << "and is filtered by its own code, as ever";
}

TEST_F(NearSearch, CountsEveryFieldWithinTheRadius) {
  Query query = near("A944", 25);
  query.filters = {{"territory", {"MO"}}};
  const Answer answer = home_.search(query);
  EXPECT_EQ(answer.total, 0u);
  for (const Facet& facet : answer.facets)
    if (facet.field == "territory") {
      EXPECT_EQ(facet.values.front().code, "08");
      EXPECT_EQ(facet.values.front().count, 2u) << "a radius is no filter of the territory";
    }
}

TEST_F(NearSearch, TellsTheDistanceOfEveryRecordWhateverTheOrder) {
  for (const Sort sort : {Sort::relevance, Sort::date, Sort::distance}) {
    Query query = near("A944", 50);
    query.sort = sort;
    for (const Hit& hit : home_.search(query).hits) {
      ASSERT_TRUE(hit.distance_km);
      EXPECT_LE(*hit.distance_km, 50);
    }
  }
  Query bare = near("A944", 50);
  bare.records = false;
  for (const Hit& hit : home_.search(bare).hits) EXPECT_FALSE(hit.distance_km);
  for (const Hit& hit : home_.search(Query{}).hits) EXPECT_FALSE(hit.distance_km);
}

TEST_F(NearSearch, FindsCvsByTheComuneOfResidence) {
  Query query = near("H501", 10);
  query.collection = Collection::cvs;
  const Answer answer = home_.search(query);
  ASSERT_EQ(answer.hits.size(), 1u);
  EXPECT_EQ(*answer.hits[0].distance_km, 0);
  EXPECT_EQ(answer.hits[0].score, 0);
}

TEST_F(NearSearch, RefusesPlacesAndRadiiThatMeanNothing) {
  for (const char* place : {"", "X", "Bologna", "BO", "08", "EE", "Z110", "A002"})
    EXPECT_NE(refusal(near(place, 20)).find("code of a comune"), std::string::npos) << place;
  for (const unsigned km : {0u, 501u, 4'294'967'295u})
    EXPECT_NE(refusal(near("A944", km)).find("from 1 to 500"), std::string::npos) << km;
  Query nowhere;
  nowhere.sort = Sort::distance;
  EXPECT_NE(refusal(nowhere).find("needs a place"), std::string::npos);
}

}  // namespace
}  // namespace incontro
