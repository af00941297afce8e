#include <gmock/gmock.h>
#include <incontro/text.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <thread>

#include "support/records.h"
#include "support/temp_dir.h"

namespace incontro {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Words = std::vector<std::string>;

constexpr Date today = Date{std::chrono::days(20'000)};

Document document(DocumentNumber number, std::string title) {
  static const Analyzer analyzer;
  Vacancy vacancy = small_vacancy(static_cast<int>(number) + 1, today);
  vacancy.title = std::move(title);
  return make_document(analyzer, vacancy, number);
}

class TextIndex : public ::testing::Test {
 protected:
  std::unique_ptr<TextWriter> writer(std::uint64_t identity = 1) {
    auto opened = TextWriter::open(directory_ / "text", identity);
    EXPECT_TRUE(opened) << opened.error().message;
    return opened ? std::move(*opened) : nullptr;
  }
  std::unique_ptr<TextReader> reader() {
    auto opened = TextReader::open(directory_ / "text");
    EXPECT_TRUE(opened) << opened.error().message;
    return opened ? std::move(*opened) : nullptr;
  }

  TempDir directory_;
};

TEST_F(TextIndex, FindsPhrasesPrefixesAndStems) {
  const auto writing = writer();
  ASSERT_TRUE(writing->put(document(0, "Addetto alle vendite")));
  ASSERT_TRUE(writing->put(document(1, "Vendite: addetto alle spedizioni")));
  ASSERT_TRUE(writing->put(document(2, "Venditore di auto")));
  ASSERT_TRUE(writing->commit(3));
  const auto reading = reader();
  EXPECT_THAT(*reading->phrase(Words{"addetto", "alle", "vendite"}), ElementsAre(0));
  EXPECT_THAT(*reading->phrase(Words{"vendite", "addetto"}), ElementsAre(1));
  EXPECT_THAT(*reading->phrase(Words{"vendite"}), ElementsAre(0, 1));
  EXPECT_THAT(*reading->phrase(Words{"absent", "words"}), IsEmpty());
  EXPECT_THAT(*reading->prefix("vendit"), ElementsAre(0, 1, 2));
  EXPECT_THAT(*reading->prefix("venditor"), ElementsAre(2));
  EXPECT_THAT(*reading->prefix("zzz"), IsEmpty());
  const Analyzer analyzer;
  EXPECT_THAT(*reading->all_of(Words{analyzer.analyze("addetti")[0].term}), ElementsAre(0, 1));
  EXPECT_EQ(*reading->applied(), 3u);
}

TEST_F(TextIndex, PhrasesDoNotCrossFromOneSectionToTheNext) {
  const auto writing = writer();
  const Document made = document(0, "Ultima parola");
  ASSERT_TRUE(writing->put(made));
  ASSERT_TRUE(writing->commit(1));
  // The title is followed by the profession's label "Sviluppatore software".
  EXPECT_THAT(*reader()->phrase(Words{"parola", "sviluppatore"}), IsEmpty());
  EXPECT_THAT(*reader()->phrase(Words{"sviluppatore", "software"}), ElementsAre(0));
}

TEST_F(TextIndex, ReplayingChangesNothing) {
  auto writing = writer();
  for (int round = 0; round < 2; ++round) {
    ASSERT_TRUE(writing->put(document(0, "Cuoco")));
    ASSERT_TRUE(writing->put(document(1, "Barista")));
    ASSERT_TRUE(writing->remove(1));
    ASSERT_TRUE(writing->remove(77));
    ASSERT_TRUE(writing->commit(2));
  }
  const auto entries = reader()->entries();
  ASSERT_TRUE(entries);
  ASSERT_EQ(entries->size(), 1u);
  EXPECT_EQ((*entries)[0].number, 0u);
  EXPECT_EQ((*entries)[0].code, code25(1));
  EXPECT_EQ((*entries)[0].digest, digest(document(0, "Cuoco")));
}

TEST_F(TextIndex, WhatWasNotCommittedIsNotThereAfterwards) {
  {
    const auto writing = writer();
    ASSERT_TRUE(writing->put(document(0, "Cuoco")));
    ASSERT_TRUE(writing->commit(1));
    ASSERT_TRUE(writing->put(document(1, "Barista")));
  }
  EXPECT_EQ(writer()->applied(), 1u);
  EXPECT_EQ(reader()->entries()->size(), 1u);
}

TEST_F(TextIndex, AKillBetweenPutAndCommitLeavesNeitherDocumentNorSequence) {
  {
    const auto writing = writer();
    ASSERT_TRUE(writing->put(document(0, "Cuoco")));
    ASSERT_TRUE(writing->commit(1));
  }
  const pid_t child = fork();
  if (child == 0) {
    auto writing = TextWriter::open(directory_ / "text", 1);
    for (DocumentNumber n = 1; n < 500; ++n)
      static_cast<void>((*writing)->put(document(n, "Altro")));
    kill(getpid(), SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(writer()->applied(), 1u);
  EXPECT_EQ(reader()->entries()->size(), 1u);
}

// A full disk, as near as a test comes to it: files of this process may not grow beyond a bound.
class FileBound {
 public:
  explicit FileBound(rlim_t bytes) : on_signal_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit bound{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &bound);
  }
  ~FileBound() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, on_signal_);
  }

 private:
  void (*on_signal_)(int);
  rlimit before_{};
};

TEST_F(TextIndex, AfterAFailedCommitNothingIsClaimedThatIsNotThere) {
  {
    const auto writing = writer();
    ASSERT_TRUE(writing->put(document(0, "Cuoco")));
    ASSERT_TRUE(writing->commit(1));
    for (DocumentNumber n = 1; n < 400; ++n)
      ASSERT_TRUE(writing->put(document(n, "Altro" + std::to_string(n))));
    {
      const FileBound bound(8 * 1024);
      const Done failed = writing->commit(400);
      ASSERT_FALSE(failed);
      EXPECT_EQ(failed.error().code, Code::io);
    }
    // There is room again, but the documents of that commit are lost to this writer.
    EXPECT_FALSE(writing->put(document(400, "Barista")));
    EXPECT_FALSE(writing->remove(0));
    EXPECT_FALSE(writing->commit(401));
    EXPECT_EQ(writing->applied(), 1u);
  }
  const auto writing = writer();
  EXPECT_EQ(writing->applied(), 1u);
  EXPECT_EQ(reader()->entries()->size(), 1u);
  EXPECT_TRUE(writing->put(document(1, "Barista")));
  EXPECT_TRUE(writing->commit(2));
  EXPECT_EQ(reader()->entries()->size(), 2u);
}

TEST_F(TextIndex, PrefixesDoNotReachIntoTheStems) {
  const auto writing = writer();
  ASSERT_TRUE(writing->put(document(0, "Zincatore")));
  ASSERT_TRUE(writing->put(document(1, "Cuoco C++ e 3x8")));
  ASSERT_TRUE(writing->commit(1));
  EXPECT_THAT(*reader()->prefix("z"), ElementsAre(0));
  EXPECT_THAT(*reader()->prefix("c++"), ElementsAre(1));
  EXPECT_THAT(*reader()->prefix("3x"), ElementsAre(1));
}

TEST_F(TextIndex, OfAnotherStoreIsEmptied) {
  {
    const auto writing = writer(1);
    ASSERT_TRUE(writing->put(document(0, "Cuoco")));
    ASSERT_TRUE(writing->commit(1));
  }
  EXPECT_EQ(writer(2)->applied(), 0u);
  EXPECT_THAT(*reader()->entries(), IsEmpty());
}

TEST_F(TextIndex, HasOneWriter) {
  const auto first = writer();
  const auto second = TextWriter::open(directory_ / "text", 1);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, Code::busy);
}

TEST_F(TextIndex, ThatIsAbsentIsNotFound) {
  const auto opened = TextReader::open(directory_ / "none");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Code::not_found);
}

TEST_F(TextIndex, ReadersNeverFailWhileAWriterCommits) {
  const auto writing = writer();
  ASSERT_TRUE(writing->put(document(0, "Cuoco di sala")));
  ASSERT_TRUE(writing->commit(1));
  const auto reading = reader();
  std::atomic<bool> done = false;
  std::atomic<int> failures = 0, reads = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 3; ++t)
    threads.emplace_back([&] {
      while (!done) {
        const auto found = reading->phrase(Words{"cuoco", "di"});
        failures += !found || found->empty();
        failures += !reading->prefix("cu");
        ++reads;
      }
    });
  for (DocumentNumber n = 1; n < 120; ++n) {
    ASSERT_TRUE(writing->put(document(n, "Cuoco di mensa")));
    ASSERT_TRUE(writing->commit(n + 1));
  }
  while (reads < 50) std::this_thread::yield();
  done = true;
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(failures, 0);
}

}  // namespace
}  // namespace incontro
