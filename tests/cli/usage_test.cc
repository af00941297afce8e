#include "cli/process.h"

namespace incontro {
namespace {

const char* const verbs[] = {"verify",   "import", "search",  "show", "serve",
                             "generate", "check",  "rebuild", "rank", "profession",
                             "contacts", "match",  "trace"};

TEST(Usage, EveryVerbHasHelpWithAnExample) {
  for (const std::string verb : verbs) {
    SCOPED_TRACE(verb);
    const Ran ran = run({verb, "--help"});
    EXPECT_EQ(ran.exit, 0);
    EXPECT_NE(ran.out.find("Esempio:\n  incontro " + verb), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("--json"), std::string::npos);
    EXPECT_NE(ran.out.find("--now"), std::string::npos);
    EXPECT_EQ(ran.err, "");
  }
}

TEST(Usage, HelpListsEveryVerb) {
  const Ran ran = run({"--help"});
  EXPECT_EQ(ran.exit, 0);
  for (const std::string verb : verbs)
    EXPECT_NE(ran.out.find("  " + verb + " "), std::string::npos) << verb;
}

TEST(Usage, VersionIsPrinted) {
  const Ran ran = run({"--version"});
  EXPECT_EQ(ran.exit, 0);
  EXPECT_EQ(ran.out.find("incontro 0."), 0U) << ran.out;
}

TEST(Usage, WrongCommandsAreRefusedWithTheReason) {
  const TempDir directory;
  const std::string home = directory / "home";
  const struct {
    std::vector<std::string> arguments;
    std::string reason;
  } cases[] = {
      {{}, "manca il comando"},
      {{"cerca"}, "comando sconosciuto: cerca"},
      {{"check"}, "manca --home"},
      {{"check", "--home"}, "manca il valore di --home"},
      {{"check", "--home", home, "altro"}, "argomento non riconosciuto: altro"},
      {{"verify"}, "manca ARCHIVI"},
      {{"search", "offerte", "--home", home}, "«offerte» (scegliere fra vacancies, cvs)"},
      {{"search", "cvs", "--home", home, "--limit", "1001"}, "da 0 a 1000"},
      {{"search", "cvs", "--home", home, "--limit", "-1"}, "da 0 a 1000"},
      {{"search", "cvs", "--home", home, "--offset", "x"}, "«x»"},
      {{"search", "cvs", "--home", home, "--sort", "peso"}, "«peso»"},
      {{"search", "cvs", "--home", home, "--state", "nuovi"}, "«nuovi»"},
      {{"search", "cvs", "--home", home, "--where", "territory"}, "CAMPO=CODICE"},
      {{"search", "cvs", "--home", home, "--unknown"}, "argomento non riconosciuto: --unknown"},
      {{"search", "cvs", "--home", home, "--now", "2012-13-01"}, "--now"},
      {{"search", "cvs", "--home", home, "--now", "ieri"}, "--now"},
      {{"generate", "--vacancies", "1", "--cvs", "1", "--seed", "1"}, "--archives"},
      {{"generate", "--vacancies", "-1", "--cvs", "1", "--seed", "1", "--home", home}, "«-1»"},
      {{"generate", "--vacancies", "1", "--cvs", "1", "--seed", "1", "--archives", "a", "--home",
        home},
       "--archives"},
      {{"generate", "--vacancies", "1", "--cvs", "1", "--seed", "1", "--home", home, "--day",
        "2012-02-30"},
       "--day"},
      {{"match", "--home", home}, "--vacancy CODICE, --cv CODICE oppure --all"},
      {{"match", "--vacancy", "1", "--cv", "1", "--home", home}, "--all"},
      {{"match", "--cv", "1", "--home", home, "--must", "patente"}, "profession, experience"},
      {{"match", "--cv", "1", "--home", home, "--must", "text"}, "non può essere indispensabile"},
      {{"match", "--cv", "1", "--home", home, "--must", "skill", "--ignore", "skill"}, "due volte"},
      {{"match", "--cv", "1", "--home", home, "--weight", "skill"}, "CRITERIO=PESO"},
      {{"match", "--cv", "1", "--home", home, "--weight", "skill=1001"}, "da 0 a 1000"},
      {{"match", "--cv", "1", "--home", home, "--weight", "nulla=1"}, "«nulla»"},
      {{"match", "--cv", "1", "--home", home, "--km", "501"}, "da 1 a 500"},
      {{"match", "--cv", "1", "--home", home, "--salary", "-1"}, "«-1»"},
      {{"match", "--cv", "1", "--home", home, "--lang", "de"}, "scegliere fra it, en"},
      {{"match", "--cv", "1", "--home", home, "--where", "colore=rosso"}, "«colore»"},
      {{"match", "--all", "--home", home, "--threads", "0"}, "«0»"},
      {{"profession"}, "manca PAROLE"},
      {{"profession", "cuoco", "--limit", "101"}, "da 0 a 100"},
      {{"serve", "--home", home, "--listen", "8080"}, "INDIRIZZO:PORTA"},
      {{"serve", "--home", home, "--listen", "127.0.0.1:99999"}, "INDIRIZZO:PORTA"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(testing::PrintToString(c.arguments));
    const Ran ran = run(c.arguments);
    EXPECT_EQ(ran.exit, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err.find(c.reason), std::string::npos) << ran.err;
  }
  EXPECT_FALSE(std::filesystem::exists(home)) << "a wrong command must leave nothing behind";
}

TEST(Usage, AHomeThatIsNotThereIsUnreadableAndIsNotMade) {
  const TempDir directory;
  const std::string home = directory / "home";
  const std::vector<std::string> cases[] = {{"search", "cvs"},  {"show", "x"},         {"check"},
                                            {"rebuild"},        {"contacts"},          {"serve"},
                                            {"match", "--all"}, {"trace", "192.0.2.7"}};
  for (std::vector<std::string> arguments : cases) {
    SCOPED_TRACE(arguments.front());
    arguments.insert(arguments.end(), {"--home", home});
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.exit, 3);
    EXPECT_NE(ran.err.find(home), std::string::npos) << ran.err;
    EXPECT_FALSE(std::filesystem::exists(home));
  }
}

TEST(Usage, AFileInPlaceOfAHomeIsUnreadable) {
  const TempDir directory;
  const std::string home = directory / "home";
  std::ofstream(home) << "not a directory";
  EXPECT_EQ(run({"check", "--home", home}).exit, 3);
  EXPECT_EQ(run({"generate", "--vacancies", "1", "--cvs", "1", "--seed", "1", "--home", home}).exit,
            3);
  EXPECT_EQ(file_text(home), "not a directory");
}

}  // namespace
}  // namespace incontro
