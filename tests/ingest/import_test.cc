#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <incontro/export.h>
#include <incontro/import.h>

#include "support/ingest_records.h"
#include "support/temp_dir.h"
#include "support/zip_builder.h"

namespace incontro {
namespace {

using test::ZipBuilder;
using testing::ElementsAre;
using Fate = FileReport::Fate;

class Import : public testing::Test {
 protected:
  void SetUp() override {
    auto store = Store::open(dir_ / "store", Access::create);
    ASSERT_TRUE(store) << store.error().message;
    store_ = std::move(*store);
  }
  ArchiveReport import(const ZipBuilder& zip, unsigned threads = 2) {
    auto report = import_archive(zip.write(dir_ / "a.zip"), *store_, threads);
    EXPECT_TRUE(report) << report.error().message;
    return *report;
  }
  static std::vector<Fate> fates(const ArchiveReport& report) {
    std::vector<Fate> out;
    for (const FileReport& file : report.files) out.push_back(file.fate);
    return out;
  }

  TempDir dir_;
  std::unique_ptr<Store> store_;
};

TEST_F(Import, OneBadFileRefusesTheWholeArchiveAndStoresNothing) {
  ZipBuilder zip;
  zip.add("a.xml", to_xml(test::full_cv(1)));
  zip.add("b.xml",
          test::replaced(to_xml(test::full_cv(2)), "<titolostudio>40", "<titolostudio>99"));
  zip.add("c.xml", "<!DOCTYPE b><b/>");
  const ArchiveReport report = import(zip);
  EXPECT_FALSE(report.formally_good());
  EXPECT_THAT(fates(report), ElementsAre(Fate::valid, Fate::refused, Fate::refused));
  EXPECT_EQ(store_->last(), 0u);
}

TEST_F(Import, WhatIsImportedIsWhatWasSent) {
  ZipBuilder zip;
  zip.add("a.xml", to_xml(test::full_cv(1)));
  zip.add("b.xml", to_xml(test::full_vacancy(1)));
  const ArchiveReport report = import(zip);
  EXPECT_TRUE(report.all_good());
  EXPECT_THAT(fates(report), ElementsAre(Fate::published, Fate::published));
  const auto cv = store_->record({Collection::cvs, test::code_of_number(1)});
  ASSERT_TRUE(cv);
  EXPECT_EQ(std::get<Cv>(cv->record), test::full_cv(1));
}

TEST_F(Import, AClosureBeforeItsPredecessorInTheArchiveClosesIt) {
  Cv closure = test::full_cv(2);
  closure.system.kind = Kind::close;
  closure.system.closing_reason = "03";
  closure.system.predecessor = test::code_of_number(1);
  ZipBuilder zip;
  zip.add("a-chiusura.xml", to_xml(closure));
  zip.add("b-completa.xml", to_xml(test::full_cv(1)));
  const ArchiveReport report = import(zip);
  EXPECT_THAT(fates(report), ElementsAre(Fate::closed, Fate::published));
  EXPECT_EQ(store_->record({Collection::cvs, test::code_of_number(1)})->state.status,
            Status::closed);
}

TEST_F(Import, TheSamplesCloseOneAnother) {
  if (test::sample("candidatura_chiusura").empty()) GTEST_SKIP() << "no reference material";
  ZipBuilder zip;
  for (const std::string& name : test::sample_names())
    if (name != "vacancy_rev064_minima") zip.add(name + ".xml", test::sample(name));
  const ArchiveReport report = import(zip);
  EXPECT_TRUE(report.all_good());
  EXPECT_THAT(fates(report),
              ElementsAre(Fate::closed, Fate::published, Fate::published, Fate::not_handled,
                          Fate::not_handled, Fate::published, Fate::published));
}

TEST_F(Import, OnceMoreGivesUnchanged) {
  ZipBuilder zip;
  Cv second = test::full_cv(2);
  second.system.predecessor = test::code_of_number(1);
  zip.add("a.xml", to_xml(second));
  zip.add("b.xml", to_xml(test::full_cv(1)));
  EXPECT_THAT(fates(import(zip)), ElementsAre(Fate::replaced, Fate::published));
  const Sequence before = store_->last();
  EXPECT_THAT(fates(import(zip)), ElementsAre(Fate::unchanged, Fate::unchanged));
  EXPECT_EQ(store_->last(), before);
}

TEST_F(Import, WhatOnlyTheStoreRefusesDoesNotStopTheOthers) {
  Cv lost = test::full_cv(2);
  lost.system.predecessor = test::code_of_number(99);
  Cv taken = test::full_cv(3);
  ZipBuilder first;
  first.add("a.xml", to_xml(taken));
  import(first);
  taken.it_details = "altro";
  ZipBuilder zip;
  zip.add("a.xml", to_xml(lost));
  zip.add("b.xml", to_xml(taken));
  zip.add("c.xml", to_xml(test::full_cv(4)));
  const ArchiveReport report = import(zip);
  EXPECT_TRUE(report.formally_good());
  EXPECT_FALSE(report.all_good());
  EXPECT_THAT(fates(report), ElementsAre(Fate::refused, Fate::refused, Fate::published));
  EXPECT_EQ(report.files[0].findings.back().rule, "store.no-predecessor");
  EXPECT_EQ(report.files[1].findings.back().rule, "store.conflict");
}

TEST_F(Import, AChainLongerThanABatchIsStoredInItsOrder) {
  ZipBuilder zip;
  for (std::uint64_t i = 600; i > 0; --i) {
    Vacancy vacancy = test::full_vacancy(i);
    if (i > 1) vacancy.system.predecessor = test::code_of_number(i - 1);
    zip.add(std::to_string(i) + ".xml", to_xml(vacancy));
  }
  std::size_t done = 0;
  const auto report = import_archive(zip.write(dir_ / "a.zip"), *store_, 2,
                                     [&](Phase phase, std::size_t d, std::size_t) {
                                       if (phase == Phase::storing) done = d;
                                     });
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->all_good());
  EXPECT_EQ(done, 600u);
  EXPECT_EQ(store_->last(), 600u);
  EXPECT_EQ(store_->record({Collection::vacancies, test::code_of_number(600)})->state.status,
            Status::published);
}

}  // namespace
}  // namespace incontro
