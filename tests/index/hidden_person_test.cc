// What a hidden person is called, however it is written: the words of the redacted text hold no
// form of it, so that nothing can be found by it.

#include <gmock/gmock.h>
#include <incontro/document.h>
#include <incontro/privacy.h>

#include <random>

#include "privacy/redactor.h"
#include "support/records.h"
#include "support/seed.h"
#include "text/fold.h"

namespace incontro {
namespace {

constexpr Date today = Date{std::chrono::days(20'000)};

struct Owner {
  const char* surname;
  const char* name;
  const char* email = "";
};

Cv cv_of(const Owner& owner) {
  Cv cv = small_cv(1, today);
  cv.person.surname = owner.surname;
  cv.person.name = owner.name;
  cv.person.contacts = {"Via Giuseppe Verdolini 7/B", "051 987 6543", "+39 347 123 4567", "",
                        owner.email};
  cv.system.contacts_visible = false;
  return cv;
}

std::string shown(const Owner& owner, std::string_view text) {
  Cv cv = cv_of(owner);
  cv.wanted[0].description = text;
  return public_view(cv).wanted[0].description;
}

struct Secret {
  Owner owner;
  std::vector<const char*> written;
};

// Each is written between words that stay.
void expect_hidden(const std::vector<Secret>& secrets) {
  for (const auto& [owner, all] : secrets)
    for (const char* const written : all) {
      const std::string text = shown(owner, "Prima " + std::string(written) + " dopo");
      EXPECT_TRUE(text == "Prima [riservato] dopo" || text == "Prima [riservato]. dopo")
          << owner.name << ' ' << owner.surname << ": " << written << " gives " << text;
    }
}

void expect_shown(const Owner& owner, const std::vector<const char*>& texts) {
  for (const char* const text : texts) EXPECT_EQ(shown(owner, text), text);
}

TEST(HiddenPerson, IsNotToldByLettersWithoutTheirMarks) {
  expect_hidden({
      {{"Grünewald", "Jürgen"},
       {"Gruenewald", "GRUNEWALD", "grünewald", "Juergen", "Grünewald Juergen"}},
      {{"Søndergård", "Bjørn"}, {"Sondergard", "Soendergaard", "Sondergaard", "Bjorn", "BJOERN"}},
      {{"Łukasiewicz", "Michał"}, {"Lukasiewicz", "michal lukasiewicz"}},
      {{"Đukić", "Želimir"}, {"Dukic", "Djukic", "Djukić", "Zelimir", "ZHELIMIR"}},
      {{"Yıldırım", "Gökçe"}, {"Yildirim", "YILDIRIM", "Gokce", "Goekce", "goekche"}},
      {{"Şimşek", "Oğuz"}, {"Simsek", "Shimshek", "OGUZ", "Oghuz"}},
      {{"Æbelø", "Åse Marie"}, {"Aebelo", "Aebeloe", "Aase", "ASE"}},
      {{"Ordóñez", "Begoña"}, {"Ordonez", "Ordognez", "Begona"}},
      {{"Groß", "François"}, {"Gross", "Gros", "Francois", "FRANCOIS"}},
      {{"Þórðarson", "Guðrún"}, {"Thordarson", "Gudrun"}},
  });
}

TEST(HiddenPerson, IsNotToldByLettersWithMarksWhereTheNameHasNone) {
  expect_hidden({
      {{"Mueller", "Soeren"}, {"Müller", "Muller", "MÜLLER", "Sören", "Søren", "Soren"}},
      {{"Djordjevic", "Sasha"}, {"Đorđević", "Dordevic", "Saša"}},
      {{"Walesa", "Lech"}, {"Wałęsa"}},
      {{"Haakonsen", "Joerg"}, {"Håkonsen", "Hakonsen", "Jörg"}},
      {{"Strauss", "Zoe"}, {"Strauß", "Zoë"}},
  });
}

TEST(HiddenPerson, IsNotToldByLettersThatLookTheSame) {
  expect_hidden({{{"Rossini", "Marta"},
                  {"Rоssini", "RОSSINI", "Μarta", "Маrtа", "Ｒｏｓｓｉｎｉ", "𝐑𝐨𝐬𝐬𝐢𝐧𝐢",
                   "Ros\u00ADsini", "Ro\u200Bssini", "ʀᴏssɪɴɪ", "R\u0336o\u0336ssini"}}});
}

TEST(HiddenPerson, IsNotToldByOrderInitialsOrWritingAsOne) {
  expect_hidden(
      {{{"Bertolini", "Ottavio"},
        {"Ottavio Bertolini",
         "BERTOLINI OTTAVIO",
         "Bertolini, Ottavio",
         "bertolini",
         "OttavioBertolini",
         "bertoliniottavio",
         "O. Bertolini",
         "Bertolini O.",
         "o.bertolini",
         "obertolini",
         "bertolinio",
         "ottavio_bertolini84",
         "bertolini.ottavio",
         "ottaviob",
         "B e r t o l i n i",
         "B.E.R.T.O.L.I.N.I.",
         "b-e-r-t-o-l-i-n-i",
         "Ottavio-Bertolini",
         "bertolini1984",
         "O.B.",
         "B.O.",
         "O. B."}},
       {{"Ferri Galloni", "Anna Chiara"},
        {"Galloni", "Ferri", "Chiara", "Ferri-Galloni", "FerriGalloni", "Annachiara",
         "Anna-Chiara Galloni", "chiara.galloni", "acgalloni", "cgalloni", "Galloni Anna"}},
       {{"D'Ambrosi", "Nicolò"},
        {"DAmbrosi", "D’Ambrosi", "D Ambrosi", "d`ambrosi", "D´Ambrosi", "Dʼambrosi", "D'AMBROSI",
         "D-Ambrosi", "Nicolo", "n.dambrosi", "ndambrosi"}},
       {{"De Filippis", "Ivo"},
        {"DeFilippis", "de filippis", "DE FILIPPIS", "Ivo", "i.defilippis"}},
       {{"Bellandi", "Gianluca"}, {"Gian Luca", "GIAN LUCA BELLANDI", "gian luca", "Gian-Luca"}},
       {{"Lomonaco", "Pia"}, {"Lo Monaco", "lo monaco", "LOMONACO PIA"}}});
}

TEST(HiddenPerson, IsToldByAShortNameOnlyWhereItIsMeantAsOne) {
  expect_hidden({
      {{"Re", "Dario"}, {"Dario Re", "RE DARIO", "D. Re", "dario.re"}},
      {{"Bo", "Li"}, {"Bo Li", "li bo", "LIBO", "Li"}},
      {{"Fo", "Gianna"}, {"gianna fo", "FO GIANNA", "Fo"}},
      {{"Kim", "Ugo"}, {"kim", "UGO", "Ugo Kim"}},
  });
  EXPECT_EQ(shown({"Bertolini", "Ottavio"}, "#ottaviobertolini"), "#[riservato]");
  EXPECT_EQ(shown({"Fo", "Gianna"}, "mi chiamo fo"), "mi chiamo [riservato]");
  expect_shown({"Re", "Dario"}, {"pizzeria da re, e la regione", "RE e BO: province", "areare"});
  expect_shown({"Bo", "Li"}, {"lavoro li vicino, provincia BO", "Li ho visti", "(BO)"});
  expect_shown({"Fo", "Gianna"}, {"fo di conto", "info, foto"});
}

TEST(HiddenPerson, IsToldByNoWordThatMerelyHoldsTheName) {
  expect_shown({"Costa", "Ada"}, {"costato, costante, Adamo, costaricano", "la gradata"});
  expect_shown({"Conte", "Pia"}, {"lavorare con te", "contento, contea, copia e piano"});
  expect_shown({"Orta", "Paolo"}, {"porta a porta", "portata"});
  expect_shown({"Bertolini", "Ottavio"}, {"Patente B. Ottobre", "I.T. e P.A., C.V. allegato"});
}

TEST(HiddenPerson, IsNotToldByTheOwnMailboxOrSite) {
  expect_hidden({{{"Conti", "Elsa", "stellina.marina77@gmail.com"},
                  {"stellina", "stellinamarina", "Stellina_Marina", "stellina.marina77",
                   "stellina marina 77", "stellinamarina77"}},
                 {{"Conti", "Elsa", "ec+lavoro@contielsastudio.it"},
                  {"contielsastudio", "contielsastudio.it", "www.contielsastudio.it"}}});
  expect_shown({"Conti", "Elsa", "info.cuoco@gmail.com"}, {"cuoco, info in sede, uso di Gmail"});
}

TEST(HiddenPerson, IsNotToldByTheOwnStreetOrNumber) {
  expect_hidden({{{"Conti", "Elsa"},
                  {"Via Giuseppe Verdolini 7/B", "via giuseppe verdolini, 7",
                   "via G. Verdolini n. 7", "Viale Verdolini", "V.le Verdolini 7", "VIA VERDOLINI",
                   "via verdolini n.7/b", "0519876543", "051.98.76.543", "3471234567",
                   "347x123x4567", "347, 123, 4567", "347-abc-1234567"}}});
  expect_shown({"Conti", "Elsa"}, {"concerto di Giuseppe", "via libera", "civico 7"});
}

TEST(HiddenCompany, IsNotToldByOtherSpellings) {
  Redactor redactor;
  redactor.hide_company("Bäckerei Grünwald GmbH");
  redactor.hide_company("Søby & Ørsted S.p.A.");
  redactor.hide_company("ENX S.p.A.");
  redactor.hide_company("Bar S.n.c.");
  redactor.prepare();
  for (const char* const written : {"Baeckerei Gruenwald GmbH", "BACKEREI GRUNWALD GMBH",
                                    "Soby Oersted", "Søby & Ørsted", "ENX", "enx spa"}) {
    std::string text = "Presso " + std::string(written) + ", dal 2010";
    redactor.clean(text);
    EXPECT_TRUE(text == "Presso [riservato], dal 2010" ||
                text == "Presso [riservato] spa, dal 2010")
        << text;
  }
  std::string text = "Servizio al bar e in sala";
  redactor.clean(text);
  EXPECT_EQ(text, "Servizio al bar e in sala");
}

// A name's forms by chance, in texts by chance: none is left, and a text without them is the same.
TEST(HiddenPerson, IsNotLeftInAnyTextByChance) {
  constexpr std::array<std::string_view, 12> names = {
      "Zürłøwit",  "Đakomęr",  "Œstvåld", "Quiñarež",   "Böğrüsan",    "D'Artuzzo",
      "Vòltèrani", "Țîrlescu", "Škrobač", "Löwenstrøm", "Zanfrettoni", "Þorbjörk"};
  constexpr std::array<std::string_view, 10> words = {
      "cuoco",         "con esperienza", "dal 2010 al 2015", "perché è", "qualità",
      "ISO 9001:2015", "ASP.NET",        "patente B,",       "L. 68/99", "3/4 anni"};
  constexpr std::array<std::string_view, 6> between = {" ", ".", "-", "_", ", ", ""};
  std::mt19937_64 random(test_seed(72));
  const auto pick = [&](const auto& from) { return std::string(from[below(random, from.size())]); };
  for (int round = 0; round < 2'000; ++round) {
    const std::string surname = pick(names), name = pick(names);
    std::string text, harmless;
    for (int n = 0; n < 6; ++n) text += pick(words) + " ";
    harmless = text;
    const bool in_order = below(random, 2) == 0;
    std::string form = (in_order ? name : surname) + pick(between) + (in_order ? surname : name);
    if (below(random, 3) == 0) form = fold_text(form);
    if (below(random, 3) == 0) form = surname + std::to_string(below(random, 100));
    text += form + " " + pick(words);
    SCOPED_TRACE(name + " " + surname + ": " + text);
    const Owner owner{surname.c_str(), name.c_str()};
    EXPECT_EQ(shown(owner, harmless), harmless);
    const std::string left = fold_text(shown(owner, text));
    for (const std::string& secret : {surname, name}) {
      std::string folded = fold_text(secret);
      std::erase(folded, ' ');
      std::erase(folded, '\'');
      std::string joined = left;
      std::erase_if(joined, [](char c) {
        return std::string_view(" '._-").find(c) != std::string_view::npos;
      });
      EXPECT_EQ(joined.find(folded), std::string::npos) << left;
    }
  }
}

// Not a stopwatch: the names are narrowed, so that ten times as many cost hardly anything; a text
// of millions of words with thousands of employers takes a moment, and took hours name by name.
TEST(HiddenPerson, IsTakenOutOfALongCvOfThousandsOfJobs) {
  Cv cv = cv_of({"Rossini", "Marta"});
  for (int n = 0; n < 8'000; ++n) {
    Job& job = cv.jobs.emplace_back();
    job.employer = "Ditta numero " + std::to_string(n) + " Kappa S.r.l.";
    job.employer_address = "Via della Prova " + std::to_string(n);
    for (int i = 0; i < 10; ++i)
      job.duties += "a b c d e ditta numero prova della marta 7 e altre parole ";
  }
  const Cv view = public_view(cv);
  EXPECT_EQ(view.jobs.size(), cv.jobs.size());
  EXPECT_THAT(view.jobs.back().duties, testing::HasSubstr("prova della [riservato] 7 e altre"));
}

// Texts that are made to be slow: nothing is looked at again for every word of a long run.
TEST(HiddenPerson, IsTakenOutOfLongRunsInOnePass) {
  constexpr std::size_t times = 200'000;
  const auto repeated = [](std::string_view piece) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
  };
  for (const std::string_view piece : {"marta1", "ig-", "@a", "ü", "m.", "1 ", "O0", "tre ", "via ",
                                       "a punto ", "x@", "ж1", "ſ."}) {
    const std::string view = shown({"Rossini", "Marta"}, repeated(piece));
    EXPECT_LE(view.size(), times * 12) << piece;
  }
}

}  // namespace
}  // namespace incontro
