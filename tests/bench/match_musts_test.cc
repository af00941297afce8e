// A must is never violated and never over-strict: on random records, with random settings and in
// both directions, the results and their number are those of a judge that reads the records alone.

#include <gtest/gtest.h>

#include <algorithm>

#include "matching/judge.h"
#include "support/home.h"
#include "support/records.h"
#include "support/seed.h"

namespace incontro::bench {
namespace {

const Date today = day(2012, 12, 5);

// Records from few values, so that each must is met and missed often.
class FewValues {
 public:
  explicit FewValues(std::mt19937_64& random) : random_(random) {}

  Vacancy vacancy(int number) {
    Vacancy v = small_vacancy(number, published());
    v.system.expires = expiry();
    v.profession = {one(professions)};
    v.workplace = {one(places)};
    v.contract = {one(contracts)};
    if (chance(60)) v.mode = {one(modes)};
    if (chance(60)) v.experience_required = chance(70);
    v.experience = one(asked_experience);
    while (chance(40)) v.education.push_back({{one(levels)}, "", ""});
    while (chance(40)) v.languages.push_back(language());
    if (chance(30)) v.professional_register = {one(registers)};
    while (chance(40)) v.licences.push_back({one(licences)});
    while (chance(20)) v.certificates.push_back({one(certificates)});
    if (chance(50)) v.transfers = chance(50);
    if (chance(50)) v.own_transport = chance(50);
    if (chance(60)) v.gross_salary = std::to_string(15'000 + 5'000 * below(random_, 6));
    v.title = "Persona";
    v.description = one(skill_texts);
    v.it_skills = one(skill_texts);
    return v;
  }

  Cv cv(int number) {
    Cv cv = small_cv(number, published());
    cv.system.expires = expiry();
    cv.person.home = {one(places)};
    cv.diffusion = {chance(30) ? "03" : "02"};
    while (chance(60)) cv.jobs.push_back(job());
    while (chance(60)) cv.education.push_back({{one(levels)}, "", ""});
    while (chance(70)) cv.languages.push_back(language());
    while (chance(40)) cv.registers.push_back({one(registers)});
    while (chance(60)) cv.licences.push_back({one(licences)});
    while (chance(40)) cv.certificates.push_back({one(certificates)});
    cv.it_skills = one(skill_texts);
    cv.wanted.clear();
    do {
      cv.wanted.push_back(wanted());
    } while (chance(40));
    return cv;
  }

 private:
  using Values = std::vector<const char*>;
  bool chance(unsigned percent) { return below(random_, 100) < percent; }
  const char* one(const Values& values) { return values[below(random_, values.size())]; }

  Date published() { return today - std::chrono::days(below(random_, 50)); }
  std::optional<Date> expiry() {
    if (chance(70)) return std::nullopt;
    return today + std::chrono::days(below(random_, 20)) - std::chrono::days(5);
  }
  LanguageSkill language() { return {{one(languages)}, {one(cefr)}, {one(cefr)}, {one(cefr)}}; }
  std::optional<Date> some_day() {
    if (chance(15)) return std::nullopt;
    return today - std::chrono::days(below(random_, 2'500)) + std::chrono::days(100);
  }
  Job job() {
    Job done;
    if (chance(85)) done.profession = {one(professions)};
    done.from = some_day();
    done.to = some_day();
    done.duties = one(skill_texts);
    return done;
  }
  WantedJob wanted() {
    WantedJob job;
    job.profession = {one(professions)};
    job.title = "Persona";
    if (chance(50)) job.experienced = chance(50);
    if (chance(60)) job.transfers = chance(30);
    if (chance(60)) job.own_transport = chance(60);
    while (chance(60)) job.contracts.push_back({one(contracts)});
    while (chance(60)) job.modes.push_back({one(modes)});
    job.description = one(skill_texts);
    return job;
  }

  std::mt19937_64& random_;
  // Of one class and unit, of one class, of others; also the unit's own row.
  const Values professions = {"2.1.1.4.1.17", "2.1.1.4.1.0", "2.1.1.4.2.1", "2.1.1.5.3.2",
                              "2.2.1.1.1.1",  "5.2.2.1.0.1", "5.2.2.2.1.1"};
  // Bologna and about it, its province and region, Modena, Roma, Livo of two provinces; Alessandria
  // and a former comune of its province that lies nowhere, one that was merged, states.
  const Values places = {"A944", "A944", "A785", "BO",   "08",   "F257", "H501", "E623",
                         "E624", "A182", "A556", "A558", "Z110", "Z112", "D969"};
  const Values contracts = {"A00", "A01", "A02", "A05"};
  const Values modes = {"FT", "PT", "LT", "TL"};
  const Values levels = {"00", "10", "20", "30", "40", "60", "70", "71", "72", "83", "90"};
  const Values languages = {"001", "001", "002", "003", "005"};
  const Values cefr = {"", "", "A1", "A2", "B1", "B2", "C1", "C2"};
  const Values registers = {"0001", "0013", "0027"};
  const Values licences = {"01", "02", "02", "03", "04", "05", "12", "13"};
  const Values certificates = {"07", "20", "21"};
  const Values skill_texts = {"",
                              "",
                              "Excel",
                              "Excel e Linux",
                              "Linux, AutoCAD",
                              "saldatura a filo",
                              "non è richiesto Excel",
                              "HACCP; Excel; AutoCAD"};
  const Values asked_experience = {"", "", "Almeno 3 anni", "sei mesi", "biennale"};
};

bool is_active(const SystemData& system) {
  const Date inserted = date_of(system.inserted);
  const Date last = inserted + std::chrono::days(60);  // where nothing earlier is said
  return inserted <= today && today <= std::min(system.expires.value_or(last), last);
}

MatchRequest random_request(std::mt19937_64& random, std::vector<Criterion>& musts) {
  MatchRequest request;
  request.limit = 1'000;
  if (below(random, 2) == 0) request.radius_km = 1 + static_cast<unsigned>(below(random, 500));
  if (below(random, 2) == 0)
    request.lowest_salary = static_cast<std::uint32_t>(15'000 + 1'000 * below(random, 30));
  request.past_work = below(random, 3) == 0;
  for (const CriterionInfo& info : criteria()) {
    // All defaults together let next to nobody pass: most requests ask for less.
    const std::size_t drawn = below(random, 4);
    CriterionKind kind = info.kind;
    if (drawn == 0) kind = CriterionKind::ignored;
    if (drawn == 1) kind = CriterionKind::preferred;
    if (drawn == 2 && info.may_be_must && below(random, 2) == 0) kind = CriterionKind::must;
    request.settings.push_back({info.criterion, kind, std::nullopt});
    if (kind == CriterionKind::must) musts.push_back(info.criterion);
  }
  return request;
}

class MatchMusts : public ::testing::Test {
 protected:
  static constexpr int vacancy_count = 250, cv_count = 900;

  MatchMusts() : random_(test_seed(20)), home_(today) {
    FewValues values(random_);
    std::vector<Record> records;
    for (int n = 0; n < vacancy_count; ++n) {
      vacancies_.push_back(values.vacancy(n));
      judges_.emplace_back(vacancies_.back());
      records.emplace_back(vacancies_.back());
    }
    for (int n = 0; n < cv_count; ++n) {
      cvs_.push_back(values.cv(n));
      records.emplace_back(cvs_.back());
    }
    home_.apply(records);
  }

  // `passes`: by document, whether the judge lets it be a result.
  void expect(const MatchRequest& request, const std::vector<bool>& passes,
              const std::string& what) {
    const auto answer = home_.engine().match(request);
    ASSERT_TRUE(answer) << answer.error().message;
    EXPECT_EQ(answer->total,
              static_cast<std::uint64_t>(std::count(passes.begin(), passes.end(), true)))
        << what;
    EXPECT_EQ(answer->results.size(), std::min<std::uint64_t>(answer->total, request.limit));
    for (const MatchResult& result : answer->results)
      EXPECT_TRUE(passes[result.number]) << what << ": " << result.code;
    found_ += answer->total;
  }

  std::mt19937_64 random_;
  TestHome home_;
  std::vector<Vacancy> vacancies_;
  std::vector<Judge> judges_;
  std::vector<Cv> cvs_;
  std::uint64_t found_ = 0;
};

std::string told(const std::string& code, std::span<const Criterion> musts) {
  std::string out = "question " + code + ", musts:";
  for (const Criterion must : musts)
    out.append(" ").append(criteria()[static_cast<std::size_t>(must)].name);
  return out;
}

TEST_F(MatchMusts, OfVacanciesAreMetByAllCvsFoundAndByNoOther) {
  for (int round = 0; round < 150; ++round) {
    const std::size_t n = below(random_, vacancies_.size());
    std::vector<Criterion> musts;
    MatchRequest request = random_request(random_, musts);
    request.question = code_of(vacancies_[n]);
    judges_[n].set_terms({request.radius_km, request.lowest_salary, request.past_work});
    std::vector<bool> passes;
    for (const Cv& cv : cvs_)
      passes.push_back(is_active(cv.system) && judges_[n].missed(cv, musts).empty());
    expect(request, passes, told(vacancies_[n].system.code, musts));
  }
  EXPECT_GT(found_, 1'000u) << "the musts let hardly anybody pass: the test says little";
}

TEST_F(MatchMusts, OfVacanciesHoldWhenACvAsks) {
  for (int round = 0; round < 150; ++round) {
    const Cv& cv = cvs_[below(random_, cvs_.size())];
    std::vector<Criterion> musts;
    MatchRequest request = random_request(random_, musts);
    request.question = code_of(cv);
    std::vector<bool> passes;
    for (std::size_t n = 0; n < vacancies_.size(); ++n) {
      judges_[n].set_terms({request.radius_km, request.lowest_salary, request.past_work});
      passes.push_back(is_active(vacancies_[n].system) && judges_[n].missed(cv, musts).empty());
    }
    expect(request, passes, told(cv.system.code, musts));
  }
  EXPECT_GT(found_, 1'000u) << "the musts let hardly anything pass: the test says little";
}

}  // namespace
}  // namespace incontro::bench
