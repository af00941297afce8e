#include <algorithm>
#include <array>

#include "synth/generator.h"
#include "synth/people.h"

namespace incontro {
namespace {

using std::chrono::days;

constexpr std::uint32_t grown_days = 19 * 365;  // old, when school ends

// Each value once, in the order drawn.
template <class C>
std::vector<C> several(const Ranked<std::string>& values, Random& random, std::uint32_t most) {
  std::vector<C> out;
  for (std::uint32_t i = random.between(1, most); i > 0; --i) {
    C code{values.pick(random)};
    if (std::ranges::find(out, code) == out.end()) out.push_back(std::move(code));
  }
  return out;
}

class CvMaker {
 public:
  CvMaker(const RecordMaker& impl, std::uint64_t n, const Purpose* purpose)
      : impl_(impl),
        purpose_(purpose),
        random_(impl.seed ^ 0x4356, n),
        text_(impl.vocabulary, {}, random_) {}

  Cv make(std::uint64_t n) {
    job_ = purpose_ ? purpose_->job : impl_.occupation(random_);
    home_ = purpose_ ? purpose_->home : &impl_.places.favouring(random_, family().regions, 30);
    const std::uint32_t worked_days = purpose_ ? purpose_->months * 31 : 0;
    cv_.person = make_person(impl_.vocabulary, impl_.places, random_, impl_.day, *home_,
                             worked_days == 0 ? youngest_person : grown_days + 1'000 + worked_days);
    woman_ = cv_.person.sex == "F";
    cv_.system = impl_.system(random_, Collection::cvs, n, *home_);
    speak_of(job_);
    if (random_.chance(65)) cv_.person.contacts.address = text_.address();
    past();
    schooling();
    courses();
    languages();
    skills();
    wishes();
    cv_.diffusion = {random_.chance(8) ? "03" : random_.chance(65) ? "02" : "01"};
    // One in five receives benefits; two of five do not say.
    const std::uint32_t benefits = random_.below(10);
    if (benefits < 6) cv_.receives_benefits = benefits < 2;
    return std::move(cv_);
  }

 private:
  const Family& family() const { return *job_.family; }

  void speak_of(const Occupation& job) {
    Subject& subject = text_.subject();
    subject.family = job.family;
    subject.title = job.title(woman_);
    subject.place = home_;
    subject.feminine = woman_;
    subject.year = int{std::chrono::year_month_day(impl_.day).year()};
    subject.sector = job.family->sectors.pick(random_);
    subject.company = impl_.named_employer(*job.family, impl_.employer_rank(random_)).name;
    text_.fresh();
  }

  // A job of the same trade, sometimes of quite another.
  Occupation another_job() {
    if (random_.chance(20)) return impl_.occupation(random_);
    Occupation other = impl_.occupation_of(family(), random_);
    return other.profession.empty() || random_.chance(50) ? job_ : other;
  }

  // Backwards from today to the end of school.
  void past() {
    const Date inserted = date_of(cv_.system.inserted);
    const Date grown = cv_.person.born + days(grown_days);
    Date end = inserted - days(random_.long_tail(purpose_ ? 8 : 11));
    bool still_there = random_.chance(20);
    if (purpose_ && purpose_->months > 0) {
      const Date start =
          (still_there ? inserted : end) - days(purpose_->months * 31 + 31 + random_.below(300));
      worked(job_, start, still_there ? std::nullopt : std::optional(end));
      cv_.jobs.back().profession = {job_.profession};
      still_there = false;
      end = start - days(random_.long_tail(10));
    }
    for (std::uint32_t i = random_.below(5); i > 0; --i) {
      const Date start = (still_there ? inserted : end) - days(30 + random_.long_tail(11));
      if (start < grown) break;
      worked(another_job(), start, still_there ? std::nullopt : std::optional(end));
      still_there = false;
      end = start - days(random_.long_tail(10));
    }
  }

  void worked(const Occupation& done, Date from, std::optional<Date> to) {
    speak_of(done);
    Job& job = cv_.jobs.emplace_back();
    job.kind = {done.family->contracts.pick(random_)};
    if (random_.chance(90)) job.profession = {done.profession};
    job.title = done.title(woman_);
    if (random_.chance(90)) job.duties = text_.phrase("past", 250);
    auto employer = impl_.named_employer(*done.family, impl_.employer_rank(random_));
    job.employer = std::move(employer.name);
    if (random_.chance(40)) {
      job.employer_address = text_.address();
      job.employer_address += ", " + employer.seat->name;
      cut(job.employer_address, 100);
    }
    job.from = from;
    job.to = to;
  }

  void schooling() {
    cv_.education.push_back(impl_.education(family(), job_.profession, random_));
    Education& study = cv_.education.back();
    const char rank = study.level.value[0];
    if (rank >= '7' && random_.chance(50)) {
      Education& school = cv_.education.emplace_back();
      school.level = {"40"};
      school.title = "Diploma di maturità";
    }
    for (Education& each : cv_.education) {
      if (random_.chance(20)) each.title.clear();
      if (!random_.chance(45)) continue;
      const char level = each.level.value[0];
      if (level >= '7') each.mark = std::to_string(random_.between(85, 110)) + "/110";
      if (level == '3' || level == '4')
        each.mark = std::to_string(random_.between(60, 100)) + "/100";
      if (level == '2') each.mark = random_.chance(50) ? "Buono" : "Distinto";
    }
  }

  void courses() {
    if (!random_.chance(45)) return;
    speak_of(job_);
    for (std::uint32_t i = 1 + random_.long_tail(1); i > 0; --i) {
      Training& course = cv_.training.emplace_back();
      course.title = text_.phrase("course", 100);
      if (random_.chance(50)) course.place = {home_->code};
      if (random_.chance(80)) {
        const std::uint32_t unit = random_.below(10);
        course.unit = {unit < 7 ? "O" : unit < 9 ? "G" : "M"};
        course.duration = std::to_string(unit < 7   ? 4 * random_.between(1, 150)
                                         : unit < 9 ? random_.between(1, 30)
                                                    : random_.between(1, 18));
      }
      constexpr std::array<std::string_view, 6> outcomes = {"F", "F", "Q", "N", "C", "S"};
      course.attestation = {std::string(outcomes[random_.below(6)])};
      if (course.attestation.value == "Q") {
        course.profession = {job_.profession};
        course.qualification = job_.title(woman_);
      }
    }
  }

  void languages() {
    if (cv_.person.citizenship.value != "000")
      cv_.languages.push_back(impl_.language(random_, "003", 1));
    for (LanguageSkill& skill : impl_.languages(random_, 25 + family().languages * 2 / 3, 1))
      cv_.languages.push_back(std::move(skill));
  }

  void skills() {
    speak_of(job_);
    if (random_.chance(family().programs.empty() ? 35 : 70))
      cv_.it_skills = text_.phrase("it", 1'000);
    if (!cv_.it_skills.empty() && random_.chance(35))
      cv_.it_details = text_.phrase("details", 1'000);
    const bool registered = !family().professional_register.empty() &&
                            major_group(job_.profession) <= 3 && random_.chance(30);
    if (registered) cv_.registers.push_back({family().professional_register});
    if (random_.chance(75)) cv_.licences.push_back({"02"});
    for (const std::string& licence : family().licences)
      if (licence != "02" && random_.chance(55)) cv_.licences.push_back({licence});
    if (random_.chance(6)) cv_.licences.push_back({"01"});
    for (const std::string& certificate : family().certificates)
      if (random_.chance(20)) cv_.certificates.push_back({certificate});
    if (random_.chance(1)) cv_.certificates.push_back({"20"});
  }

  void wishes() {
    wish(job_);
    for (std::uint32_t i = random_.chance(40) ? random_.between(1, 2) : 0; i > 0; --i) {
      const Occupation other = another_job();
      const bool new_one = std::ranges::none_of(
          cv_.wanted, [&](const WantedJob& w) { return w.profession.value == other.profession; });
      if (new_one) wish(other);
    }
  }

  void wish(const Occupation& wanted) {
    speak_of(wanted);
    WantedJob& job = cv_.wanted.emplace_back();
    job.profession = {wanted.profession};
    job.title = wanted.title(woman_);
    if (random_.chance(75)) job.description = text_.phrase("wish", 300);
    const bool did_it = std::ranges::any_of(
        cv_.jobs, [&](const Job& past) { return past.profession == job.profession; });
    if (random_.chance(85)) job.experienced = did_it || random_.chance(25);
    if (job.experienced.value_or(false) && random_.chance(65))
      job.experience = text_.phrase("experience", 300);
    if (random_.chance(75)) job.transfers = random_.chance(wanted.family->transfers + 20);
    if (random_.chance(80)) job.modes = several<WorkingModeCode>(wanted.family->modes, random_, 3);
    if (random_.chance(80))
      job.contracts = several<ContractCode>(wanted.family->contracts, random_, 3);
    if (random_.chance(75)) job.own_transport = random_.chance(65);
  }

  const RecordMaker& impl_;
  const Purpose* const purpose_;
  Random random_;
  TextMaker text_;
  Cv cv_;
  Occupation job_{};
  const Place* home_ = nullptr;
  bool woman_ = false;
};

}  // namespace

Cv make_cv(const RecordMaker& maker, std::uint64_t n, const Purpose* purpose) {
  return CvMaker(maker, n, purpose).make(n);
}

Cv Generator::cv(std::uint64_t n) const { return make_cv(*impl_, n, nullptr); }

}  // namespace incontro
