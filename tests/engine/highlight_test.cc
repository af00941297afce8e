#include <gmock/gmock.h>
#include <incontro/privacy.h>

#include "highlight/targets.h"
#include "support/home.h"
#include "support/random_unicode.h"
#include "support/records.h"

namespace incontro {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const Date today = day(2026, 11, 23);

const Analyzer& analyzer() {
  static const Analyzer instance;
  return instance;
}

// As a query without statistics would have it: all terms weigh the same.
Highlighter highlighter(std::string_view query) {
  const Clauses required = parse_query(analyzer(), query).required;
  PlannedClauses planned{{}, required.phrases, required.prefixes};
  for (const std::string& term : required.terms)
    planned.terms.push_back(
        {term, 0, std::ranges::find(required.implied, term) != required.implied.end(), 100});
  return Highlighter(analyzer(), targets_of(planned));
}

// «» around what is marked.
std::string told(const Marked& marked) {
  std::string text;
  for (const MarkedPiece& piece : pieces_of(marked))
    text.append(piece.marked ? "«" : "").append(piece.text).append(piece.marked ? "»" : "");
  return text;
}

std::string marks(std::string_view query, const std::string& text) {
  return told({text, highlighter(query).marks(text)});
}

std::string passage(std::string_view query, const std::string& description) {
  Vacancy vacancy;
  vacancy.description = description;
  return told(highlighter(query).of(vacancy).passage);
}

TEST(Highlight, MarksTheFormsThatTheSearchTakesForTheWord) {
  EXPECT_EQ(marks("sviluppatori", "Sviluppatore e SVILUPPATORI di cucina"),
            "«Sviluppatore» e «SVILUPPATORI» di cucina");
  EXPECT_EQ(marks("qualita", "Qualità, QUALITA' e qualita\u0300"),
            "«Qualità», «QUALITA»' e «qualita\u0300»");
  EXPECT_EQ(marks("azienda", "L'AZIENDA dell’azienda"), "L'«AZIENDA» dell’«azienda»");
}

TEST(Highlight, MarksCodeLikeWordsAsOne) {
  EXPECT_EQ(marks("c++", "C, C++ e C++17"), "C, «C++» e «C++»17");
  EXPECT_EQ(marks("L.68/99", "legge 68/1999, L.68/99, 68"), "legge «68/1999», L.«68/99», 68");
  EXPECT_EQ(marks("p.iva", "con P.IVA o part.IVA"), "con «P.IVA» o «part.IVA»");
}

TEST(Highlight, MarksWordsOfAPhraseOnlyWhereThePhraseStands) {
  EXPECT_EQ(marks("\"pizza al taglio\"", "pizza, taglio; Pizza al taglio"),
            "pizza, taglio; «Pizza al taglio»");
  EXPECT_EQ(marks("\"pizza al taglio\" pizza", "pizze al taglio, Pizza al taglio"),
            "«pizze» al taglio, «Pizza al taglio»");
  EXPECT_EQ(marks("pizza \"pizza al taglio\"", "pizze al taglio"), "«pizze» al taglio");
  EXPECT_EQ(marks("\"a b\"", "a [riservato] b"), "a [riservato] b");
}

TEST(Highlight, MarksAllOfAWordThatBeginsWithThePrefix) {
  EXPECT_EQ(marks("Progr*", "programmatore, PROGRAMMI, progetti"),
            "«programmatore», «PROGRAMMI», progetti");
  EXPECT_EQ(marks("qualità* qualif* qualificat*", "qualifica qualificato quali"),
            "«qualifica» «qualificato» quali");
}

TEST(Highlight, MarksNeitherExcludedWordsNorFunctionWordsNorTheRedactionMark) {
  EXPECT_EQ(marks("cuoco -stagionale", "cuoco stagionale"), "«cuoco» stagionale");
  EXPECT_EQ(marks("cuoco di mare", "di mare il cuoco"), "di «mare» il «cuoco»");
  EXPECT_EQ(marks("riservato riserv*", "riservato a [riservato]"), "«riservato» a [riservato]");
  EXPECT_EQ(marks("", "cuoco"), "cuoco");
}

TEST(Highlight, MarksDoNotSeparateALetterFromItsMarks) {
  EXPECT_EQ(marks("cuoco", "cuoco\u0301\u0323 x"), "«cuoco\u0301\u0323» x");
  EXPECT_EQ(marks("cuoco", "\u202Ecu\u00ADoco\u202C!"), "\u202E«cu\u00ADoco\u202C»!");
}

TEST(Highlight, APassageIsTheSentenceThatShowsMost) {
  const std::string filler =
      "Siamo presenti sul territorio da molti anni con sedi in tutta la regione e oltre. ";
  const std::string description = filler + "Il cuoco lavora la sera. " + filler + filler + filler +
                                  "Cerchiamo un cuoco che faccia il pane. " + filler + filler +
                                  filler;
  const std::string found = passage("cuoco pane", description);
  EXPECT_THAT(found, HasSubstr("Cerchiamo un «cuoco» che faccia il «pane». "));
  EXPECT_THAT(found, Not(HasSubstr("la sera")));
  EXPECT_THAT(found, Not(HasSubstr("\u2026"))) << "sentences are whole";
}

TEST(Highlight, ALongSentenceIsCutBetweenWordsWithEllipses) {
  std::string description;
  for (int i = 0; i < 60; ++i) description += "parola" + std::to_string(i) + " ";
  description += "cuoco ";
  for (int i = 60; i < 120; ++i) description += "parola" + std::to_string(i) + " ";
  const std::string found = passage("cuoco", description);
  EXPECT_THAT(found, ::testing::StartsWith("\u2026 parola"));
  EXPECT_THAT(found, HasSubstr(" «cuoco» parola60 "));
  EXPECT_THAT(found, ::testing::MatchesRegex(".*parola[0-9]+ \u2026"));
}

TEST(Highlight, ACutNeverFallsInsideARedactionMark) {
  const std::string word(Highlighter::passage_characters - 7, 'x');
  EXPECT_EQ(passage("cuoco", word + "[riservato]yyy"), word + " \u2026");
}

TEST(Highlight, WithoutAMatchThePassageIsTheBeginningOfTheFreeText) {
  EXPECT_EQ(passage("astronauta", "Prima frase.\n\n  Seconda\tfrase."),
            "Prima frase. Seconda frase.");
  EXPECT_EQ(passage("astronauta", ""), "");
  Cv cv = small_cv(1, today);
  cv.it_skills = "Excel";
  EXPECT_EQ(told(highlighter("x").of(public_view(cv)).passage), "Excel");
}

TEST(Highlight, APassageComesFromWhateverFreeTextHasTheWord) {
  Cv cv = small_cv(1, today);
  cv.wanted[0].description = "Lavoro volentieri.";
  cv.jobs.resize(1);
  cv.jobs[0].title = "Capo pasticciere";
  cv.it_details = "Uso C++.";
  const auto told_for = [&](const char* query) {
    return told(highlighter(query).of(public_view(cv)).passage);
  };
  EXPECT_EQ(told_for("c++"), "Uso «C++».");
  EXPECT_EQ(told_for("PASTICCIERE"), "Capo «pasticciere»");
  EXPECT_EQ(told_for("sviluppatore"), "Lavoro volentieri.") << "the title shows it";
  cv.jobs[0].title = "Cuoco e sviluppatore capo";
  EXPECT_EQ(told_for("sviluppatore"), "Lavoro volentieri.") << "no other title shows more";
  EXPECT_EQ(told_for("sviluppatore capo"), "Cuoco e «sviluppatore» «capo»");
}

TEST(Highlight, TheTitleStaysAsItIs) {
  Vacancy vacancy;
  vacancy.title = "<b>CUOCO</b>\t&lt; \"Chef\"\x01";
  const Marked title = highlighter("cuochi chef").of(vacancy).title;
  EXPECT_EQ(title.text, vacancy.title);
  EXPECT_EQ(told(title), "<b>«CUOCO»</b>\t&lt; \"«Chef»\"\x01");
}

TEST(Highlight, NothingHiddenIsInAPassage) {
  TestHome home(today);
  Cv cv = small_cv(1, today);
  cv.wanted[0].description =
      "Mi chiamo Mario Rossi, cuoco: chiamatemi al 333 1234567 o a mario@example.org per una prova "
      "da cuoco.";
  home.apply(cv);
  for (const char* text : {"cuoco", "prova cuo*", "chiamatemi", "riservato cuoco"}) {
    Query query;
    query.collection = Collection::cvs;
    query.text = text;
    query.highlight = true;
    for (const Hit& hit : home.search(query).hits) {
      const std::string found = told(hit.highlights->passage);
      for (const char* hidden : {"Mario", "Rossi", "333", "1234567", "mario@", "example"})
        EXPECT_THAT(found, Not(HasSubstr(hidden)));
      EXPECT_THAT(found, HasSubstr("[riservato]"));
    }
  }
  Query query;
  query.collection = Collection::cvs;
  query.text = "cuoco";
  query.highlight = true;
  ASSERT_EQ(home.search(query).hits.size(), 1U);
  query.highlight = false;
  EXPECT_FALSE(home.search(query).hits.at(0).highlights);
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size()))
    ++count;
  return count;
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void expect_sound(const Marked& marked) {
  std::uint32_t done = 0;
  for (const TextSpan& mark : marked.marks) {
    EXPECT_LE(done, mark.begin);
    EXPECT_LT(mark.begin, mark.end);
    EXPECT_LE(mark.end, marked.text.size());
    done = mark.end;
  }
  std::string joined;
  for (const MarkedPiece& piece : pieces_of(marked)) joined += piece.text;
  EXPECT_EQ(joined, marked.text);
}

TEST(Highlight, AnyTextGivesSoundAndShortPassages) {
  std::mt19937_64 random(test_seed(63));
  const RandomUnicode unicode;
  const Highlighter highlights = highlighter("cuoco addetta à b2 c++ 68/99 \"dell cuoco\" ad* жж");
  for (int round = 0; round < 3'000; ++round) {
    Vacancy vacancy;
    vacancy.title = unicode.text(random, 10);
    while (below(random, 30) > 0) {
      vacancy.description += unicode.text(random, 12);
      if (below(random, 8) == 0) vacancy.description += redaction_mark;
    }
    SCOPED_TRACE(testing::PrintToString(vacancy.description));
    const Highlights found = highlights.of(vacancy);
    expect_sound(found.title);
    expect_sound(found.passage);
    EXPECT_EQ(found.title.text, vacancy.title);
    const std::string& passage = found.passage.text;
    EXPECT_EQ(passage.find("  "), std::string::npos);
    EXPECT_EQ(passage.find('\n'), std::string::npos);
    EXPECT_LE(characters_in(passage), Highlighter::passage_characters + 4);
    EXPECT_EQ(count_of(passage, "riservato"), count_of(passage, redaction_mark));
    EXPECT_EQ(count_of(passage, "[ri"), count_of(passage, redaction_mark));
    // A passage is shown for its marks wherever there are any.
    EXPECT_EQ(found.passage.marks.empty(), highlights.marks(vacancy.description).empty());
  }
}

}  // namespace
}  // namespace incontro
