#include <gmock/gmock.h>
#include <incontro/engine.h>
#include <incontro/fields.h>
#include <incontro/synth.h>

#include <atomic>
#include <thread>

#include "support/home.h"
#include "support/records.h"
#include "support/seed.h"

namespace incontro {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr Date today = Date{std::chrono::days(20'780)};

Vacancy vacancy(int number, std::string title, std::string place = "A944") {
  Vacancy v = small_vacancy(number, today);
  v.system.contacts_visible = true;
  v.title = std::move(title);
  v.workplace = {std::move(place)};
  return v;
}

Query query_for(std::string text, Collection collection) {
  Query query;
  query.collection = collection;
  query.text = std::move(text);
  return query;
}

SuggestRequest typed_so_far(std::string text, std::size_t limit = 10) {
  SuggestRequest request;
  request.text = std::move(text);
  request.limit = limit;
  return request;
}

class Suggest : public ::testing::Test {
 protected:
  std::vector<Suggestion> all(SuggestRequest request) {
    auto suggestions = home.engine().suggest(request);
    EXPECT_TRUE(suggestions) << suggestions.error().message;
    return suggestions ? *suggestions : std::vector<Suggestion>();
  }
  std::vector<std::string> what(std::string text, Collection collection = Collection::vacancies) {
    return texts_of(all({SuggestionBox::what, collection, std::move(text), 20}));
  }
  std::vector<std::string> where(std::string text) {
    return texts_of(all({SuggestionBox::where, Collection::vacancies, std::move(text), 20}));
  }
  static std::vector<std::string> texts_of(const std::vector<Suggestion>& suggestions) {
    std::vector<std::string> texts;
    for (const Suggestion& suggestion : suggestions)
      texts.push_back(suggestion.text + (suggestion.code.empty() ? "" : " " + suggestion.code));
    return texts;
  }

  TestHome home{today};
};

TEST_F(Suggest, FindsTitlesByTheBeginningOfAnyWord) {
  home.apply(vacancy(1, "Installatore idraulico"));
  EXPECT_THAT(what("idraul"), Contains("Installatore idraulico"));
  EXPECT_THAT(what("IDRÀUL"), Contains("Installatore idraulico"));
  EXPECT_THAT(what("installatori idr"), Contains("Installatore idraulico"));
  EXPECT_THAT(what("idraulico inst"), Contains("Installatore idraulico"));
  EXPECT_THAT(what("raul"), Not(Contains("Installatore idraulico")));
}

TEST_F(Suggest, ForgivesOneErrorAndInLongWordsTwo) {
  home.apply(vacancy(1, "Installatore idraulico"));
  for (const char* typed :
       {"idrul", "idrualico", "idraulicco", "isntalatore", "instalatore ifraulico"})
    EXPECT_THAT(what(typed), Contains("Installatore idraulico")) << typed;
  for (const char* typed : {"idx", "idxyzlico", "instxyztore"})
    EXPECT_THAT(what(typed), Not(Contains("Installatore idraulico"))) << typed;
}

TEST_F(Suggest, KnowsProfessionsEmployersAndPhrasesWithWhatChoosingThemMeans) {
  home.apply(vacancy(1, "Programmatore Java"));
  const auto suggestions = all({SuggestionBox::what, Collection::vacancies, "esempio", 20});
  ASSERT_EQ(suggestions.size(), 1u);
  EXPECT_EQ(suggestions[0].kind, SuggestionKind::employer);
  EXPECT_EQ(suggestions[0].text, "Officine Esempio S.r.l.");
  EXPECT_EQ(suggestions[0].words, "\"Officine Esempio S.r.l.\"");
  EXPECT_EQ(suggestions[0].count, 1u);
  const auto profession = all({SuggestionBox::what, Collection::vacancies, "analist", 20});
  ASSERT_EQ(profession.size(), 1u) << "of several codes of one name the widest";
  EXPECT_EQ(profession[0].kind, SuggestionKind::profession);
  EXPECT_EQ(profession[0].field, "profession");
  EXPECT_TRUE(profession[0].words.empty());
  EXPECT_FALSE(profession[0].code.empty());
}

TEST_F(Suggest, SpellingsOfOneTitleAreOnePhraseAsMostWriteIt) {
  home.apply(vacancy(1, "Saldatore"));
  home.apply(vacancy(2, "SALDATORE"));
  home.apply(vacancy(3, "Saldatore"));
  home.apply(vacancy(4, "saldatori"));
  const auto suggestions = all({SuggestionBox::what, Collection::vacancies, "saldat", 20});
  ASSERT_EQ(suggestions.size(), 1u);
  EXPECT_EQ(suggestions[0].text, "Saldatore");
  EXPECT_EQ(suggestions[0].count, 4u);
}

TEST_F(Suggest, NothingInANameIsTakenForSyntax) {
  home.apply(vacancy(1, "Cuoco -stagionale \"Il Gambero\" pizz*"));
  const auto suggestions = all({SuggestionBox::what, Collection::vacancies, "gambero", 20});
  ASSERT_EQ(suggestions.size(), 1u);
  EXPECT_EQ(suggestions[0].text, "Cuoco -stagionale \"Il Gambero\" pizz*");
  EXPECT_EQ(suggestions[0].count, 1u);
}

TEST_F(Suggest, PlacesAreFoundByNameOtherNamePlateAndProvince) {
  home.apply(vacancy(1, "Cuoco", "A944"));  // Bologna
  home.apply(vacancy(2, "Cuoco", "E289"));  // Imola, in its province
  home.apply(vacancy(3, "Cuoco", "A952"));  // Bolzano
  EXPECT_THAT(where("bolo"), Contains("Bologna A944"));
  EXPECT_THAT(where("bolo"), Contains("Bologna BO"));
  EXPECT_THAT(where("BO"), Contains("Bologna BO"));
  EXPECT_THAT(where("BO"), Not(Contains("Imola E289")));
  EXPECT_THAT(where("imola bo"), Contains("Imola E289"));
  EXPECT_THAT(where("Bozen"), Contains("Bolzano A952"));
  EXPECT_THAT(where("bolgona"), Contains("Bologna A944"));
  EXPECT_THAT(where("romagna"), Contains("Emilia-Romagna 08"));
  EXPECT_THAT(where("torino"), IsEmpty());  // nobody looks for anybody there
}

TEST_F(Suggest, PutsTheFewestErrorsFirstAndThenTheMostResults) {
  home.apply(vacancy(1, "Cuoco pizzaiolo"));
  home.apply(vacancy(2, "Cuoco"));
  home.apply(vacancy(3, "Cuore"));
  const auto suggestions = all({SuggestionBox::what, Collection::vacancies, "cuoc", 20});
  ASSERT_GE(suggestions.size(), 3u);
  for (std::size_t i = 1; i < suggestions.size(); ++i) {
    EXPECT_LE(suggestions[i - 1].errors, suggestions[i].errors);
    const bool more = suggestions[i - 1].count >= suggestions[i].count;
    EXPECT_TRUE(more || suggestions[i - 1].errors < suggestions[i].errors);
  }
  EXPECT_EQ(suggestions[0].text, "Cuoco");
  EXPECT_EQ(suggestions[0].count, 2u);
}

TEST_F(Suggest, AnUglyTextSuggestsNothingAndAWrongRequestIsRefused) {
  home.apply(vacancy(1, "Cuoco"));
  for (const char* typed : {"", " ", "-", "\"", "*", "\xFF\xFE", "\x01", "\x02", "di", "zzzzzzzz"})
    EXPECT_THAT(what(typed), IsEmpty()) << typed;
  EXPECT_FALSE(home.engine().suggest(typed_so_far(std::string(301, 'a'))));
  EXPECT_FALSE(home.engine().suggest(typed_so_far("cuoco", 0)));
  EXPECT_FALSE(home.engine().suggest(typed_so_far("cuoco", 21)));
}

TEST_F(Suggest, WhatIsHiddenIsNeverSuggested) {
  Vacancy hidden = vacancy(1, "Tornitore presso Segretissima");
  hidden.system.contacts_visible = false;
  hidden.employer.name = "Segretissima S.p.A.";
  hidden.description = "La Segretissima cerca un tornitore.";
  Cv cv = small_cv(2, today);
  cv.person.surname = "Nascostini";
  cv.wanted[0].title = "Barista Nascostini";
  Cv open = small_cv(3, today);
  open.person.surname = "Palesini";
  open.system.contacts_visible = true;
  home.apply(hidden);
  home.apply(cv);
  home.apply(open);
  for (const Collection collection : collections)
    for (const char* typed : {"segretissima", "segr", "segretisima", "nascostini", "nascostin",
                              "nasc", "palesini", "s.p.a", "rossi", "persona@example.org"})
      EXPECT_THAT(what(typed, collection), IsEmpty()) << typed;
  for (const char* typed : {"segretisima", "nascostinni", "palesinni"})
    for (const Collection collection : collections) {
      const auto correction = home.engine().correct(query_for(typed, collection));
      ASSERT_TRUE(correction);
      EXPECT_FALSE(*correction) << typed;
    }
}

TEST_F(Suggest, WhatWasWithdrawnOrHasExpiredIsNotSuggestedAnyMore) {
  home.apply(vacancy(1, "Fonditore"));
  EXPECT_THAT(what("fondit"), Contains("Fonditore"));
  Vacancy next = vacancy(2, "Fabbro");
  next.system.predecessor = code25(1);
  home.apply(next);
  EXPECT_THAT(what("fondit"), IsEmpty());  // whatever the list says, nobody finds it
  home.engine().refresh_suggestions();
  EXPECT_THAT(what("fabb"), Contains("Fabbro"));
  home.reopen(today + std::chrono::days(100));
  EXPECT_THAT(what("fabb"), IsEmpty());
}

// Names of records, professions and places, with errors in them.
class TypedTexts {
 public:
  TypedTexts(const Generator& generator, std::uint64_t seed)
      : generator_(generator), random_(seed) {}

  SuggestRequest next() {
    SuggestRequest request;
    request.collection = below(random_, 2) == 0 ? Collection::vacancies : Collection::cvs;
    request.box = below(random_, 3) == 0 ? SuggestionBox::where : SuggestionBox::what;
    const Vacancy vacancy = generator_.vacancy(below(random_, 200));
    std::string text = request.box == SuggestionBox::where ? std::string(vacancy.workplace.label())
                       : below(random_, 4) == 0            ? vacancy.employer.name
                       : below(random_, 3) == 0            ? std::string(vacancy.profession.label())
                                                           : vacancy.title;
    text.resize(std::min<std::size_t>(text.size(), 1 + below(random_, 20)));
    if (below(random_, 3) == 0) text[below(random_, text.size())] = 'e';
    request.text = text;
    request.limit = 1 + below(random_, 20);
    return request;
  }

 private:
  const Generator& generator_;
  std::mt19937_64 random_;
};

TEST_F(Suggest, CountsAreThoseOfTheSearchThatChoosingMakes) {
  const Generator generator(2012, today);
  std::vector<Record> records;
  for (std::uint64_t n = 0; n < 200; ++n) {
    records.emplace_back(generator.vacancy(n));
    records.emplace_back(generator.cv(n));
  }
  home.apply(records);
  TypedTexts typed(generator, test_seed(11));
  std::size_t shown = 0;
  for (int round = 0; round < 150; ++round) {
    const SuggestRequest request = typed.next();
    const auto suggestions = all(request);
    EXPECT_LE(suggestions.size(), request.limit);
    for (const Suggestion& suggestion : suggestions) {
      ++shown;
      EXPECT_GT(suggestion.count, 0u);
      EXPECT_EQ(suggestion.count, home.search(chosen(suggestion, request.collection)).total)
          << suggestion.text;
    }
  }
  EXPECT_GT(shown, 300u);
}

TEST_F(Suggest, WorksWhileRecordsArrive) {
  home.apply(vacancy(1, "Cuoco"));
  std::atomic<bool> done = false;
  std::atomic<int> wrong = 0;
  std::thread typing([&] {
    while (!done) {
      const auto suggestions = home.engine().suggest(typed_so_far("cuo"));
      wrong += !suggestions || suggestions->empty();
      wrong += !home.engine().correct(query_for("cuocco", Collection::vacancies));
    }
  });
  std::thread renewing([&] {
    while (!done) home.engine().refresh_suggestions();
  });
  for (int i = 2; i < 40; ++i) home.apply(vacancy(i, "Cuoco " + std::to_string(i)));
  done = true;
  typing.join();
  renewing.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace incontro
