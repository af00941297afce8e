#include <gmock/gmock.h>
#include <incontro/document.h>

#include <algorithm>
#include <map>

#include "support/records.h"

namespace incontro {
namespace {

using ::testing::Contains;
using ::testing::Not;

constexpr Date today = Date{std::chrono::days(20'000)};

Document made(const Record& record) {
  static const Analyzer analyzer;
  return make_document(analyzer, record, 7);
}

// Words that no label holds; with a digit they are their own stems.
std::map<std::string, std::uint32_t> weights(const Document& document) {
  std::map<std::string, std::uint32_t> found;
  for (const DocumentTerm& term : document.terms)
    if (term.term.starts_with("w0")) found[term.term] = term.weight;
  return found;
}

Vacancy vacancy_of_words() {
  Vacancy v = small_vacancy(1, today);
  v.title = "w0title";
  v.description = "w0description w0description";
  v.experience = "w0experience";
  v.education = {{{"40"}, "w0education", ""}};
  v.it_skills = "w0it";
  v.other_skills = "w0other";
  v.other_requirements = "w0requirements";
  v.other_conditions = "w0conditions";
  v.employer.name = "w0employer";
  v.employer.web = "w0web";
  v.employer.contacts = {"w0address", "w0telephone", "", "w0fax", "w0mail@example.org"};
  v.intermediary_reference = "w0reference";
  v.system.intermediary.name = "w0intermediary";
  v.system.contacts_visible = true;
  return v;
}

Cv cv_of_words() {
  Cv cv = small_cv(1, today);
  cv.wanted[0].title = "w0wanted";
  cv.wanted[0].description = "w0wish";
  cv.wanted[0].experience = "w0experience";
  Job job;
  job.title = "w0job";
  job.duties = "w0duties";
  job.employer = "w0employer";
  job.employer_address = "w0place";
  cv.jobs = {job};
  cv.education = {{{"40"}, "w0education", "w0mark"}};
  Training training;
  training.title = "w0course";
  training.qualification = "w0qualification";
  cv.training = {training};
  cv.it_skills = "w0it";
  cv.it_details = "w0details";
  cv.person.fiscal_code = "w0fiscal";
  cv.person.surname = "w0surname";
  cv.person.name = "w0name";
  cv.person.contacts = {"w0address", "w0telephone", "w0mobile", "w0fax", "w0mail@example.org"};
  cv.system.contacts_visible = true;
  return cv;
}

TEST(Document, WeighsAVacancysWordsByWhereTheyStand) {
  const std::map<std::string, std::uint32_t> expected = {
      {"w0title", 5}, {"w0description", 2},  {"w0experience", 1}, {"w0education", 1}, {"w0it", 2},
      {"w0other", 1}, {"w0requirements", 1}, {"w0conditions", 1}, {"w0employer", 2}};
  EXPECT_EQ(weights(made(vacancy_of_words())), expected);
}

TEST(Document, WeighsACvsWordsByWhereTheyStandAndLeavesOutThePerson) {
  const std::map<std::string, std::uint32_t> expected = {
      {"w0wanted", 5},        {"w0wish", 1},     {"w0experience", 1}, {"w0job", 3},
      {"w0duties", 1},        {"w0employer", 1}, {"w0education", 1},  {"w0course", 1},
      {"w0qualification", 1}, {"w0it", 2},       {"w0details", 2}};
  EXPECT_EQ(weights(made(cv_of_words())), expected);
}

TEST(Document, HoldsEmployersOnlyWhereTheyAreShown) {
  Vacancy vacancy = vacancy_of_words();
  vacancy.system.contacts_visible = false;
  EXPECT_FALSE(weights(made(vacancy)).contains("w0employer"));
  Cv cv = cv_of_words();
  cv.system.contacts_visible = false;
  EXPECT_FALSE(weights(made(cv)).contains("w0employer"));
}

TEST(Document, HoldsTheLabelsOfItsCodesAndNoCode) {
  const Document document = made(small_vacancy(1, today));
  std::vector<std::string> words;
  for (const DocumentWord& word : document.words) words.push_back(word.word);
  for (const char* word : {"bologna", "emilia", "romagna"}) EXPECT_THAT(words, Contains(word));
  EXPECT_THAT(words, Not(Contains("a944")));
  EXPECT_THAT(words, Not(Contains(code25(1))));
  EXPECT_EQ(document.code, code25(1));
  EXPECT_EQ(document.number, 7u);
  EXPECT_EQ(document.published, today);
}

TEST(Document, IsSortedWithoutRepeatsAndItsLengthIsTheSumOfTheWeights) {
  // Of Italian texts: in others a word has two terms.
  for (const Record& record : {Record(vacancy_of_words()), Record(cv_of_words())}) {
    const Document document = made(record);
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < document.terms.size(); ++i) {
      sum += document.terms[i].weight;
      if (i > 0) {
        EXPECT_LT(document.terms[i - 1].term, document.terms[i].term);
      }
    }
    EXPECT_EQ(document.length, sum);
    for (std::size_t i = 0; i < document.words.size(); ++i) {
      if (i > 0) {
        EXPECT_LT(document.words[i - 1].word, document.words[i].word);
      }
      EXPECT_TRUE(std::ranges::is_sorted(document.words[i].positions, std::ranges::less_equal{}));
    }
    ASSERT_EQ(document.values.size(), fields_of(collection_of(record)).size());
    for (const auto& values : document.values)
      EXPECT_EQ(std::ranges::adjacent_find(values, std::ranges::greater_equal{}), values.end());
  }
}

TEST(Document, KeepsStopWordsForPhrasesOnly) {
  Vacancy vacancy = small_vacancy(1, today);
  vacancy.title = "addetto alle vendite";
  const Document document = made(vacancy);
  const auto has = [](const auto& entries, auto member, const char* text) {
    return std::ranges::find(entries, text, member) != entries.end();
  };
  EXPECT_TRUE(has(document.words, &DocumentWord::word, "alle"));
  EXPECT_FALSE(has(document.terms, &DocumentTerm::term, "alle"));
}

TEST(Document, OfAForeignTextHoldsEachWordsTwoTermsAndCountsItOnce) {
  const char* const italian = "Cerchiamo un cuoco per la nostra cucina";
  const char* const english = "We are looking for experienced developers of the web";
  const auto of = [](const char* description) {
    Vacancy vacancy = vacancy_of_words();
    vacancy.description = description;
    return made(vacancy);
  };
  const auto weight = [](const Document& document, std::string_view term) {
    const auto found = std::ranges::find(document.terms, term, &DocumentTerm::term);
    return found == document.terms.end() ? 0u : found->weight;
  };
  const Document plain = of(""), document = of(english);
  EXPECT_EQ(weight(document, "developers"), 1u);
  EXPECT_EQ(weight(document, "en:develop"), 1u);
  EXPECT_EQ(weight(document, "the"), 1u);
  EXPECT_EQ(weight(document, "en:the"), 0u);
  EXPECT_EQ(document.length, plain.length + 4);  // looking, experienced, developers, web
  for (const DocumentTerm& term : of(italian).terms)
    EXPECT_EQ(term.term.find(':'), std::string::npos) << term.term;
}

TEST(Document, FindsFunctionWordsOfAForeignTextWithTheLeastWeight) {
  Vacancy vacancy = vacancy_of_words();
  vacancy.title = "The head of the kitchen and of the restaurant";  // words of a title count 5 each
  const Document document = made(vacancy);
  const auto the = std::ranges::find(document.terms, "the", &DocumentTerm::term);
  ASSERT_NE(the, document.terms.end());
  EXPECT_EQ(the->weight, 1u);
  const auto kitchen = std::ranges::find(document.terms, "en:kitchen", &DocumentTerm::term);
  ASSERT_NE(kitchen, document.terms.end());
  EXPECT_EQ(kitchen->weight, 5u);
}

TEST(Document, DigestTellsDocumentsApart) {
  const Document document = made(vacancy_of_words());
  EXPECT_EQ(digest(document), digest(made(vacancy_of_words())));
  void (*const changes[])(Document&) = {
      [](Document& d) { d.code.back() = 'x'; },
      [](Document& d) { ++d.terms[0].weight; },
      [](Document& d) { d.terms[0].term += 'x'; },
      [](Document& d) { ++d.words[0].positions[0]; },
      [](Document& d) { d.words.pop_back(); },
      [](Document& d) { d.values[0].push_back(3); },
      [](Document& d) {
        d.dated.push_back({1, 0, no_day});
      },
      [](Document& d) { d.dated[0].to -= 1; },
      [](Document& d) { d.published += std::chrono::days(1); },
      [](Document& d) { d.expires = today; },
  };
  for (const auto change : changes) {
    Document other = document;
    change(other);
    EXPECT_NE(digest(other), digest(document));
  }
}

TEST(Document, OfAnEmptyRecordIsEmptyButForItsFields) {
  for (const Record& record : {Record(Vacancy()), Record(Cv())}) {
    const Document document = made(record);
    EXPECT_TRUE(document.terms.empty());
    EXPECT_TRUE(document.words.empty());
    EXPECT_EQ(document.length, 0u);
  }
}

// By code, sorted by it.
std::vector<std::string> skills_of(const Record& record) {
  const Collection collection = collection_of(record);
  const std::size_t field = *find_field(collection, "skill");
  const Document document = made(record);
  std::vector<std::string> codes;
  for (const CodeIndex value : document.values[field])
    codes.emplace_back(fields_of(collection)[field].domain->code(value));
  std::ranges::sort(codes);
  return codes;
}

TEST(Document, HasTheSkillsThatItsOwnWordsName) {
  Vacancy vacancy = small_vacancy(1, today);
  vacancy.title = "Saldatore TIG";
  vacancy.description = "Uso del carroponte. Non è richiesto il patentino del muletto.";
  vacancy.it_skills = "Excel, Excel";
  EXPECT_EQ(skills_of(vacancy), (std::vector<std::string>{"carroponte", "excel", "saldatura-tig"}));
  Cv cv = small_cv(1, today);
  Job job;
  job.duties = "Potature e giardinaggio";
  cv.jobs = {job};
  EXPECT_EQ(skills_of(cv),
            (std::vector<std::string>{"giardinaggio", "potatura", "programmazione"}));
}

TEST(Document, HasNoSkillsOfNamesLabelsOrWhatIsHidden) {
  Vacancy vacancy = small_vacancy(1, today);
  vacancy.title = "Impiegata";
  vacancy.profession = {"5.1.2.2.0.6"};  // Assistente alla vendita
  vacancy.employer.name = "Photoshop";
  vacancy.description = "Photoshop cerca una persona.";
  vacancy.system.contacts_visible = false;
  EXPECT_TRUE(skills_of(vacancy).empty());
  vacancy.system.contacts_visible = true;  // then the text is not cleaned of the name
  EXPECT_EQ(skills_of(vacancy), (std::vector<std::string>{"adobe-photoshop"}));
}

}  // namespace
}  // namespace incontro
