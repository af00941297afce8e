#include "cli/process.h"

namespace incontro {
namespace {

class Rank : public ::testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& text) {
    std::ofstream(directory_ / name, std::ios::binary) << text;
    return directory_ / name;
  }
  Ran rank(const std::string& docs, const std::string& queries,
           std::vector<std::string> others = {}) {
    std::vector<std::string> arguments = {"rank",
                                          "--docs",
                                          write("docs.tsv", docs),
                                          "--queries",
                                          write("queries.tsv", queries),
                                          "--run",
                                          directory_ / "out.run"};
    arguments.insert(arguments.end(), others.begin(), others.end());
    return run(arguments);
  }
  std::string written() const { return file_text(directory_ / "out.run"); }
  // The documents of the run, in its order.
  std::string order() const {
    std::istringstream lines(written());
    std::string query, literal, document, rank, score, name, all;
    while (lines >> query >> literal >> document >> rank >> score >> name) all += document + ' ';
    return all;
  }

  TempDir directory_;
};

TEST_F(Rank, WritesATrecRunWithTiesInTheOrderOfTrec) {
  const Ran ran = rank("a9\tOste\na1\tCuoco\na3\tcuoca\na20\tCUOCHE\nb\tAiuto cuoco\n",
                       "q2\tcuoco\nq1\tosti\nq3\tniente\n", {"--lang", "it"});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  EXPECT_NE(ran.out.find("Graduatorie per 3 domande su 5 testi"), std::string::npos) << ran.out;
  EXPECT_EQ(order(), "a3 a20 a1 b a9 ");
  std::istringstream lines(written());
  std::string first, second;
  std::getline(lines, first);
  std::getline(lines, second);
  EXPECT_TRUE(first.starts_with("q2 Q0 a3 1 ") && first.ends_with(" incontro")) << first;
  const auto score = [](const std::string& line) { return line.substr(line.find('.') - 1, 7); };
  EXPECT_EQ(score(first), score(second)) << "equal texts must have equal scores";
  EXPECT_EQ(score(first).find_first_not_of("0123456789."), std::string::npos) << "5 decimals";
}

TEST_F(Rank, WritesTheRunToTheStandardOutputAlone) {
  const Ran ran =
      run({"rank", "--docs", write("d.tsv", "1\tWelders\n"), "--queries",
           write("q.tsv", "id\ttext\n7\tthe welder\n"), "--lang", "en", "--run", "-", "--json"});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_EQ(ran.out.find("7 Q0 1 1 "), 0U) << ran.out;
  EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 1);
  const auto summary = boost::json::parse(ran.err);
  EXPECT_EQ(summary.at("docs").to_number<int>(), 1);
  EXPECT_EQ(summary.at("queries").to_number<int>(), 1);
}

TEST_F(Rank, GivesAHundredTextsAtMost) {
  std::string docs;
  for (int i = 0; i < 150; ++i) docs += std::to_string(i) + "\tcuoco di bordo\n";
  EXPECT_EQ(rank(docs, "q\tcuoco\n").exit, 0);
  const std::string all = written();
  EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 100);
}

TEST_F(Rank, TakesNamedColumns) {
  const std::string docs =
      "n\ttitle\tbody\n1\tOste\tcuoco cuoco oste di bordo\n"
      "2\tCuoco\toste cuoco oste di bordo\n";
  EXPECT_EQ(rank(docs, "q\tcuoco\n", {"--fields"}).exit, 0);
  EXPECT_EQ(order(), "2 1 ");
  EXPECT_EQ(rank(docs, "q\ttitle\n").exit, 0) << "without --fields, and without id: a row like all";
  EXPECT_EQ(order(), "n ");
}

TEST_F(Rank, RefusesBadTablesWithFileAndLine) {
  const struct {
    const char *docs, *queries, *reason;
  } cases[] = {
      {"1\ta\n2 b\n", "q\ta\n", "docs.tsv, riga 2: Colonne nella riga: 1; ne servono 2"},
      {"1\ta\n1\tb\n", "q\ta\n", "docs.tsv, riga 2: L'identificativo «1» è già alla riga 1"},
      {"1\t\xE0\n", "q\ta\n", "docs.tsv, riga 1: Il testo non è UTF-8"},
      {"1\ta\n", "q\ta\n\tb\n", "queries.tsv, riga 2: L'identificativo è vuoto"},
      {"1\ta\n", "", "queries.tsv, riga 1: Non c'è nessuna riga"},
  };
  for (const auto& c : cases) {
    const Ran ran = rank(c.docs, c.queries);
    EXPECT_EQ(ran.exit, 1);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err.find(c.reason), std::string::npos) << ran.err;
    EXPECT_FALSE(std::filesystem::exists(directory_ / "out.run"));
  }
}

TEST_F(Rank, SaysWhichFileCannotBeReadOrWritten) {
  const std::string docs = write("d.tsv", "1\ta\n"), queries = write("q.tsv", "1\ta\n");
  const std::string absent = directory_ / "absent.tsv", folder = directory_.path();
  Ran ran = run({"rank", "--docs", absent, "--queries", queries, "--run", "-"});
  EXPECT_EQ(ran.exit, 3);
  EXPECT_NE(ran.err.find(absent + "» non esiste"), std::string::npos) << ran.err;
  ran = run({"rank", "--docs", docs, "--queries", folder, "--run", "-"});
  EXPECT_EQ(ran.exit, 3);
  EXPECT_NE(ran.err.find("non si legge"), std::string::npos) << ran.err;
  ran = run({"rank", "--docs", docs, "--queries", queries, "--run", folder});
  EXPECT_EQ(ran.exit, 3);
  EXPECT_NE(ran.err.find("non riesco a scrivere"), std::string::npos) << ran.err;
}

TEST_F(Rank, RefusesLanguagesItDoesNotKnow) {
  const Ran ran = rank("1\ta\n", "q\ta\n", {"--lang", "fr"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_NE(ran.err.find("«fr» (scegliere fra it, en)"), std::string::npos) << ran.err;
}

}  // namespace
}  // namespace incontro
