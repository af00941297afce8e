#include <gtest/gtest.h>
#include <incontro/check.h>
#include <incontro/export.h>

#include "support/ingest_records.h"
#include "support/seed.h"

// decode(encode(x)) == x over records with any subset of fields and awkward texts.
namespace incontro {
namespace {

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : random_(seed) {}

  bool coin() { return random_() % 2 == 0; }
  std::size_t count() { return below(random_, 4); }
  std::optional<bool> flag() {
    return random_() % 3 == 0 ? std::nullopt : std::optional<bool>(coin());
  }
  // 1 to `limit` characters that XML must escape, keep or count.
  std::string text(std::size_t limit) {
    static const char* const pieces[] = {"a", "Z", "9",  " ",     "\n",  "\t",  "\r",
                                         "&", "<", ">",  "\"",    "'",   "]]>", "à",
                                         "€", "😀", "--", "&amp;", "C++", ";"};
    std::string out = "x";
    std::size_t used = 1;
    for (std::size_t n = below(random_, limit); used + 5 <= n; ++used) {
      const std::string piece = pieces[below(random_, std::size(pieces))];
      out += piece;
      used += piece.size();  // at least the characters
    }
    return out;
  }
  std::string some(std::size_t limit) { return coin() ? text(limit) : std::string(); }
  Date date() { return test::day(1990, 1, 1) + std::chrono::days(below(random_, 8000)); }
  // A code in force on the record's day, of the shape that the standard's elements take.
  template <Table T>
  CodeOf<T> code(std::initializer_list<const char*> choices) {
    return {*(choices.begin() + below(random_, choices.size()))};
  }
  template <class C>
  C maybe(C code) {
    return coin() ? code : C{};
  }

  ProfessionCode profession() { return code<Table::profession>({"2.1.1.4.1.17", "4.3.2.1.0.2"}); }
  LanguageSkill language() {
    return {{"001"}, {"B2"}, maybe(LanguageLevel{"A1"}), maybe(LanguageLevel{"C2"})};
  }

  Cv cv() {
    Cv cv = test::full_cv(1 + below(random_, 1000));
    cv.person.name = text(50);
    cv.person.contacts = {some(100), some(15), some(15), some(15), "a@b"};
    cv.person.postcode = coin() ? "40121" : "";
    cv.jobs.clear();
    for (std::size_t i = count(); i > 0; --i) {
      const Date from = date();
      cv.jobs.push_back({maybe(ContractCode{"A01"}), maybe(profession()), some(250), some(250),
                         some(100), some(100), from, from + std::chrono::days(count())});
      if (coin()) cv.jobs.back().from.reset();
      if (coin()) cv.jobs.back().to.reset();
    }
    cv.education.clear();
    for (std::size_t i = count(); i > 0; --i)
      cv.education.push_back({code<Table::education>({"40", "70", "71"}), some(100), some(30)});
    cv.training.assign(count(), Training{});
    for (Training& t : cv.training)
      t = {some(100),
           maybe(PlaceCode{"H501"}),
           coin() ? "40" : "",
           maybe(DurationUnitCode{"G"}),
           maybe(AttestationCode{"Q"}),
           maybe(profession()),
           some(250)};
    cv.languages.clear();
    for (std::size_t i = count(); i > 0; --i) cv.languages.push_back(language());
    cv.it_skills = some(1000);
    cv.it_details = some(1000);
    if (coin()) cv.registers.clear();
    if (coin()) cv.licences.clear();
    if (coin()) cv.certificates.clear();
    for (WantedJob& w : cv.wanted) {
      w = {profession(), text(250), some(300), flag(), some(300), flag(), {}, {}, flag()};
      for (std::size_t i = count(); i > 0; --i) w.modes.push_back({"FT"});
      for (std::size_t i = count(); i > 0; --i) w.contracts.push_back({"A02"});
    }
    if (coin()) cv.system.intermediary = {};
    if (coin()) cv.system.expires.reset();
    cv.system.contacts_visible = flag();
    cv.receives_benefits = flag();
    return cv;
  }

  Vacancy vacancy() {
    Vacancy v = test::full_vacancy(1 + below(random_, 1000));
    v.positions = 1 + static_cast<int>(below(random_, 99));
    v.employer.name = text(100);
    v.employer.fiscal_code = coin() ? "01234567897" : "";
    v.employer.web = some(256);
    v.employer.size = maybe(EmployerSizeCode{"05"});
    v.description = text(5000);
    v.experience_required = flag();
    v.experience = some(2000);
    v.education.resize(count() % 3);
    v.education.insert(v.education.end(), {{"70"}, some(100), ""});
    for (Education& e : v.education) e.level = {"40"};
    v.professional_register = maybe(v.professional_register);
    v.languages.clear();
    for (std::size_t i = count(); i > 0; --i) v.languages.push_back(language());
    v.it_skills = some(1000);
    v.other_skills = some(500);
    v.transfers = flag();
    v.own_transport = flag();
    v.other_requirements = some(1000);
    v.duration = some(30);
    v.agreement = maybe(v.agreement);
    v.contract_level = maybe(v.contract_level);
    v.mode = maybe(v.mode);
    v.gross_salary = coin() ? "0" : "";
    v.other_conditions = some(1000);
    v.open_to_non_eu = flag();
    v.intermediary_reference = some(25);
    return v;
  }

 private:
  std::mt19937_64 random_;
};

template <class T>
void expect_back(const T& record) {
  const std::string xml = to_xml(record);
  const CheckedFile file = check_file(xml);
  ASSERT_TRUE(std::holds_alternative<T>(file.content)) << test::told(file.findings) << xml;
  ASSERT_TRUE(std::get<T>(file.content) == record) << xml;
}

TEST(RandomRoundTrip, EveryRecordComesBackTheSame) {
  Maker maker(test_seed(38));
  for (int i = 0; i < 500; ++i) {
    ASSERT_NO_FATAL_FAILURE(expect_back(maker.cv()));
    ASSERT_NO_FATAL_FAILURE(expect_back(maker.vacancy()));
  }
}

}  // namespace
}  // namespace incontro
