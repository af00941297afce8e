#include <gmock/gmock.h>
#include <incontro/analyzer.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "support/words.h"

namespace incontro {
namespace {

using ::testing::ElementsAre;

// What is searched for: the terms of the text, function words left out.
Words terms(std::string_view text) {
  Words found;
  for (const Token& token : analyzer().analyze(text))
    if (!token.stop) found.push_back(token.term);
  return found;
}

// The same, as a query has it: piece by piece between spaces.
Words terms_of_query(const std::string& text) {
  std::istringstream in(text);
  Words found;
  for (std::string piece; in >> piece;)
    for (std::string& term : terms(piece)) found.push_back(std::move(term));
  return found;
}

TEST(Spellings, FormsOfOneThingMeetInTextsAndQueries) {
  const std::vector<std::vector<std::string>> things = {
      {"part-time", "part time", "parttime", "PART TIME", "Part-Time"},
      {"full-time", "full time", "fulltime"},
      {"back-office", "back office", "backoffice", "Back Office"},
      {"front-end", "front end", "frontend"},
      {"know-how", "know how", "knowhow"},
      {"e-commerce", "ecommerce", "E-Commerce"},
      {"e-mail", "email"},
      {"P.IVA", "p.iva", "partita IVA", "part.IVA", "P.Iva", "P.I.V.A."},
      {"SAP/R3", "SAP R/3", "SAP R3", "sap-r3"},
      {"Co.co.co", "co.co.co.", "cococo", "CO.CO.CO"},
      {"PL/SQL", "PL SQL", "plsql", "pl-sql"},
      {"TCP/IP", "TCP IP", "tcp-ip"},
      {"AS/400", "AS400", "AS 400", "as-400"},
      {"ISO 9001", "ISO9001", "ISO-9001"},
      {"Node.js", "nodejs", "NODE.JS"},
      {"Vue.js", "vuejs"},
      {"React.js", "React", "ReactJS", "React-JS"},
      {"Vue.js", "Vue", "VueJS"},
      {"Node.js", "node-js", "NodeJS"},
      {".NET", "dotnet", "DotNet"},
      {"ASP.NET", "asp .net", "aspnet"},
      {"VB.NET", "vb .net", "vbnet"},
      {"C#", "csharp", "C-Sharp"},
      {"C++", "cpp"},
      {"PostgreSQL", "postgres", "postgre"},
      {"sociosanitario", "socio-sanitario", "socio sanitario"},
      {"socioassistenziali", "socio-assistenziale", "socio assistenziali"},
      {"socioeducativa", "socio-educativo", "socio educativi"},
      {"DevOps", "dev-ops"},
      {"CAD/CAM", "CAD-CAM", "cad cam"},
      {"h24", "24h", "H24"},
      {"O.S.S.", "OSS", "oss"},
      {"S.r.l.", "srl", "SRL"},
      {"D.Lgs. 81/08", "dlgs 81/2008", "d.lgs 81/08"},
      {"capoturno", "capo turno", "capo-turno", "capi turno"},
      {"aiutocuoco", "aiuto cuoco", "aiuto cuochi", "aiuto-cuoca"},
      {"vicedirettrice", "vice direttore", "vice-direttori"},
      {"resp. amministrativo", "responsabile amministrativo", "Resp amm.vo", "responsabili amm.vi"},
      {"add. vendite", "addetto vendite", "ADD. VENDITE", "addetta alle vendite"},
      {"imp. amm.va", "impiegata amministrativa", "impiegato amministrativo", "imp. amm."},
      {"ing. elettronico", "ingegnere elettronico", "Ing. elettronico"},
      {"dott.ssa", "dott. ", "dottoressa", "dottori", "dr.ssa"},
      {"prof.ssa", "prof", "professore", "prof."},
      {"geom.", "geometra", "geometri"},
      {"rag.", "ragioniera", "ragionieri"},
      {"cat. protette", "categorie protette", "CAT. PROTETTE", "categoria protetta"},
      {"add.ti", "addetto"},
      {"uff. comm.le", "ufficio commerciale"},
      {"op. socio-sanitario", "operatore socio sanitario", "operatrici socio sanitarie"},
  };
  for (const auto& forms : things)
    for (const std::string& form : forms) {
      EXPECT_EQ(terms_of_query(form), terms(forms[0])) << form;
      EXPECT_EQ(terms(form), terms(forms[0])) << form;
    }
}

TEST(Spellings, PhrasesFindEitherSpelling) {
  EXPECT_EQ(words("resp. amm.vo part-time"),
            (Words{"responsabile", "amministrativo", "part", "time"}));
  EXPECT_EQ(words("resp. amm.vo part-time"), words("Responsabile amministrativo parttime"));
}

TEST(Spellings, WordsThatAreAlsoAbbreviationsNeedTheirDotAndNoNumberAfterIt) {
  EXPECT_EQ(words("ING Direct"), (Words{"ing", "direct"}));
  EXPECT_EQ(words("ing. Rossi"), (Words{"ingegnere", "rossi"}));
  EXPECT_EQ(words("cap. 40121"), (Words{"cap", "40121"}));
  EXPECT_EQ(words("CAP 40121"), (Words{"cap", "40121"}));
  EXPECT_EQ(words("cap. officina"), (Words{"capo", "officina"}));
  EXPECT_EQ(words("CAP: 40121"), (Words{"cap", "40121"}));
  EXPECT_EQ(words("rag. Verdi, geom."), (Words{"ragioniere", "verdi", "geometra"}));
}

TEST(Spellings, AnUnfinishedWordStandsForNothingElse) {
  EXPECT_EQ(words("resp*"), Words{"resp"});
  EXPECT_EQ(words("parttime*"), Words{"parttime"});
  EXPECT_EQ(words("p.iva*"), (Words{"p", "iva"}));
}

TEST(Spellings, VersionsStayWholeButSumsHoursAndDatesDoNot) {
  EXPECT_EQ(words("Industria 4.0, transizione 4.0."),
            (Words{"industria", "4.0", "transizione", "4.0"}));
  EXPECT_EQ(words("ore 9.00 4.000 2.0.1 12.05.2012 7.0,5"),
            (Words{"ore", "9", "00", "4000", "2", "0", "1", "12", "05", "2012", "7", "0", "5"}));
}

TEST(Spellings, FiguresAreTheSameWhateverPartsTheirThousands) {
  EXPECT_EQ(words("1.500 1,500 1500"), (Words{"1500", "1500", "1500"}));
  EXPECT_EQ(words("3.000,00 euro, 1.200.000."), (Words{"3000", "euro", "1200000"}));
  EXPECT_EQ(words("10.000-12.000"), (Words{"10000", "12000"}));
  EXPECT_EQ(words("1.50 12.05.2012 02.123.456"),
            (Words{"1", "50", "12", "05", "2012", "02", "123", "456"}));
}

TEST(Spellings, CodeLikeTermsAreNotStemmed) {
  for (const char* term : {"co.co.co", "node.js", "4.0", "h24", "r&d", "d.lgs", "b2b", "3x8"})
    EXPECT_THAT(terms(term), ElementsAre(term));
}

TEST(Spellings, InsideLongerWordsNothingIsReplaced) {
  EXPECT_EQ(words("respiro avvio xp.iva9"), (Words{"respiro", "avvio", "xp", "iva9"}));
  EXPECT_EQ(words("maxi-parttimer"), (Words{"maxi", "parttimer"}));
}

class SpellingTable : public ::testing::TestWithParam<const char*> {};

TEST_P(SpellingTable, HoldsFoldedFormsOnceEachOfWhichIsFound) {
  std::ifstream in(std::string(INCONTRO_SOURCE_DIR) + "/data/text/" + GetParam());
  std::string line, before;
  std::getline(in, line);
  EXPECT_EQ(line, "written\twords");
  std::size_t rows = 0;
  while (std::getline(in, line)) {
    ++rows;
    const std::string written = line.substr(0, line.find('\t'));
    const std::string meant = line.substr(line.find('\t') + 1);
    EXPECT_LT(before, written);
    EXPECT_EQ(analyzer().fold(line), line);
    EXPECT_LE(written.size(), 32u);
    const Words found = words(written);
    std::string joined;
    for (const std::string& word : found) joined += (joined.empty() ? "" : " ") + word;
    EXPECT_EQ(joined, meant) << written;
    // In the middle of a text too, and once only: what it stands for stands for nothing else.
    std::string again;
    for (const std::string& word : words("xx " + meant + " xx"))
      if (word != "xx") again += (again.empty() ? "" : " ") + word;
    EXPECT_EQ(again, meant) << written;
    before = written;
  }
  EXPECT_GT(rows, 100u);
}

INSTANTIATE_TEST_SUITE_P(Of, SpellingTable,
                         ::testing::Values("spellings_it.tsv", "abbreviations_it.tsv"),
                         [](const auto& tested) {
                           return std::string(tested.param[0] == 's' ? "Spellings"
                                                                     : "Abbreviations");
                         });

}  // namespace
}  // namespace incontro
