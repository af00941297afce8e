// Whole names beside the words: public ones only, and no search finds them.

#include <gmock/gmock.h>
#include <incontro/document.h>
#include <incontro/names.h>
#include <incontro/privacy.h>

#include "blocks/block_builder.h"
#include "blocks/merge_blocks.h"
#include "support/records.h"

namespace incontro {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Date today = Date{std::chrono::days(20'000)};

std::string employer(std::string name) { return employer_mark + std::move(name); }
std::string title(std::string name) { return title_mark + std::move(name); }

// Without the codes of professions and of the record itself.
std::vector<std::string> public_names(const Record& record) {
  std::vector<std::string> names = names_of(public_view(record));
  std::erase_if(names, [](const std::string& name) {
    return name.front() == profession_mark || name.front() == reference_mark;
  });
  return names;
}

TEST(Names, AreTheEmployerAndTheTitleOfAVacancy) {
  Vacancy v = small_vacancy(1, today);
  v.system.contacts_visible = true;
  v.title = "  Cuoco \t di\nbordo ";
  EXPECT_THAT(public_names(v),
              ElementsAre(employer("Officine Esempio S.r.l."), title("Cuoco di bordo")));
}

TEST(Names, AreTheCodeAndTheReferenceFromTheLastSignOn) {
  Vacancy v = small_vacancy(1, today);
  v.system.code = "0800014211000000000000123";
  v.intermediary_reference = "Rif_0042/14";
  const std::vector<std::string> names = names_of(public_view(v));
  EXPECT_THAT(names, Contains(reference_mark + std::string("3210000000000001124100080")));
  EXPECT_THAT(names, Contains(reference_mark + std::string("412400fir")));
}

TEST(Names, OfATitleLeaveOutTheMarkOfBothGenders) {
  for (const char* written :
       {"Cuoco - M/F", "Cuoco (M/F)", "Cuoco m/f", "Cuoco (f/m)", "Cuoco -M/F"}) {
    Cv cv = small_cv(1, today);
    cv.wanted[0].title = written;
    EXPECT_THAT(public_names(cv), ElementsAre(title("Cuoco"))) << written;
  }
  Cv cv = small_cv(1, today);
  cv.wanted = {cv.wanted[0], cv.wanted[0]};
  cv.wanted[0].title = "M/F";
  cv.wanted[1].title = "Tecnico sistemi xm/f";
  EXPECT_THAT(public_names(cv), ElementsAre(title("M/F"), title("Tecnico sistemi xm/f")));
}

TEST(Names, OfACvAreTheTitlesOfItsWantedJobsOnce) {
  Cv cv = small_cv(1, today);
  cv.wanted.push_back(cv.wanted[0]);
  cv.wanted.push_back(cv.wanted[0]);
  cv.wanted[2].title = "Barista";
  Job job;
  job.title = "Magazziniere";
  job.employer = "Officine Esempio S.r.l.";
  cv.jobs = {job};
  cv.system.contacts_visible = true;
  EXPECT_THAT(public_names(cv), ElementsAre(title("Barista"), title("Sviluppatore software")));
}

TEST(Names, LeaveOutAHiddenEmployerAndWhatARedactionTouched) {
  Vacancy v = small_vacancy(1, today);
  v.system.contacts_visible = false;
  v.title = "Tornitore presso Officine Esempio";
  EXPECT_THAT(public_names(v), IsEmpty());
  Cv cv = small_cv(1, today);
  cv.wanted[0].title = "Sviluppatore Mario Rossi";
  EXPECT_THAT(public_names(cv), IsEmpty());
}

TEST(Names, LeaveOutSentencesAndNothing) {
  Vacancy v = small_vacancy(1, today);
  v.title = std::string(name_bound_bytes + 1, 'x');
  v.employer.name = " \n ";
  EXPECT_THAT(public_names(v), IsEmpty());
  v.title.pop_back();
  EXPECT_THAT(public_names(v), ElementsAre(title(v.title)));
}

TEST(Names, DoNotCountAsWordsOfTheDocument) {
  const Analyzer analyzer;
  const Document document = make_document(analyzer, small_vacancy(1, today), 0);
  std::uint32_t length = 0;
  for (const DocumentTerm& term : document.terms) {
    length += term.weight;
    EXPECT_GT(term.term.front(), title_mark);
  }
  EXPECT_EQ(document.length, length);
  EXPECT_FALSE(document.names.empty());
  for (const std::string& name : document.names)
    for (const Token& token : analyzer.analyze(name)) EXPECT_NE(token.word, name);
}

std::uint32_t documents_of(const Postings& postings, const std::string& name) {
  const auto [begin, end] = postings.terms.with_prefix(name);
  for (std::uint32_t i = begin; i < end; ++i)
    if (postings.terms[i] == name) return postings.list(i).documents.count;
  return 0;
}

TEST(Names, AreListedByABlockAndGoWithTheirRecords) {
  const Analyzer analyzer;
  Vacancy other = small_vacancy(2, today);
  other.title = "Saldatore";
  const std::vector<Document> documents = {make_document(analyzer, small_vacancy(1, today), 0),
                                           make_document(analyzer, other, 1)};
  const auto block = std::make_shared<const Block>(build_block(Collection::vacancies, documents));
  EXPECT_EQ(documents_of(block->postings, title("Saldatore")), 1u);
  EXPECT_EQ(block->postings.find(title("Saldatore")).documents.count, 0u) << "listed, not found";
  EXPECT_EQ(documents_of(block->postings, employer(other.employer.name)), 2u);

  BitSet withdrawn;
  withdrawn.set(1);
  const BlockView view = view_of(block, std::make_shared<const WordIndex>(), withdrawn);
  const Block merged = merge_blocks(std::span(&view, 1));
  EXPECT_EQ(documents_of(merged.postings, title("Saldatore")), 0u);
  EXPECT_EQ(documents_of(merged.postings, employer(other.employer.name)), 1u);
}

TEST(Names, ChangeTheDigest) {
  const Analyzer analyzer;
  Document document = make_document(analyzer, small_vacancy(1, today), 0);
  const std::uint64_t before = digest(document);
  document.names.pop_back();
  EXPECT_NE(digest(document), before);
}

}  // namespace
}  // namespace incontro
