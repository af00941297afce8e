#include "synth/generator.h"
#include "synth/people.h"

namespace incontro {
namespace {

using std::chrono::days;

Job past_job(TextMaker& text, Random& random, const std::string& profession,
             const std::string& title, Date end) {
  Job job;
  job.kind = {random.chance(60) ? "A01" : "A00"};
  job.profession = {profession};
  job.title = title;
  job.duties = text.phrase("past");
  cut(job.duties, 250);
  job.employer = text.company();
  job.to = end;
  job.from = end - days(random.between(60, 1'800));
  return job;
}

WantedJob wanted_job(TextMaker& text, Random& random, const Family& family,
                     const std::string& profession, const std::string& title) {
  WantedJob job;
  job.profession = {profession};
  job.title = title;
  if (random.chance(70)) job.description = text.phrase("wish");
  cut(job.description, 300);
  if (random.chance(80)) job.experienced = random.chance(family.experience);
  if (job.experienced.value_or(false) && random.chance(60))
    job.experience = text.phrase("experience");
  cut(job.experience, 300);
  if (random.chance(70)) job.transfers = random.chance(family.transfers + 15);
  if (random.chance(80)) job.modes.push_back({random.pick_early(family.modes)});
  if (random.chance(40)) {
    const std::string other = random.pick(family.modes);
    if (job.modes.empty() || job.modes[0].value != other) job.modes.push_back({other});
  }
  if (random.chance(75)) job.contracts.push_back({random.pick_early(family.contracts)});
  if (random.chance(40)) {
    const std::string other = random.pick(family.contracts);
    if (job.contracts.empty() || job.contracts[0].value != other) job.contracts.push_back({other});
  }
  if (random.chance(75)) job.own_transport = random.chance(65);
  return job;
}

}  // namespace

Cv Generator::cv(std::uint64_t n) const {
  Random random = impl_->stream(Collection::cvs, n);
  const Place& birthplace = impl_->places.any(random);
  const bool stayed = random.chance(60);
  Cv cv;
  // The person first: the titles agree with her or him.
  Random of_person(random.next());
  Random peek = of_person;
  const Person shape = make_person(peek, impl_->day, birthplace, birthplace);
  const Occupation job = any_occupation(impl_->vocabulary, random, shape.sex == "F");
  const Family& family = *job.family;
  const Place& home = stayed ? impl_->places.beside(random, birthplace)
                             : impl_->places.near(random, family.regions, 30);
  cv.person = make_person(of_person, impl_->day, birthplace, home);
  TextMaker text(impl_->vocabulary, family, job.title, home, random);
  text.set_company(text.company());

  cv.system = impl_->system(random, Collection::cvs, n, home);
  if (random.chance(60))
    cv.person.contacts.address =
        text.phrase("street") + " " + std::to_string(random.between(1, 180));

  Date end = date_of(cv.system.inserted) - days(random.between(10, 700));
  const Date grown = cv.person.born + days(18 * 366);
  for (std::uint32_t i = random.below(4); i > 0; --i) {
    Job past = past_job(text, random, job.profession, job.title, end);
    if (*past.from < grown) break;
    end = *past.from - days(random.between(5, 300));
    cv.jobs.push_back(std::move(past));
  }
  Education& study = cv.education.emplace_back();
  study.level = {random.pick_early(family.education)};
  if (random.chance(75)) study.title = random.pick_early(family.studies);
  if (random.chance(40)) study.mark = std::to_string(random.between(60, 100)) + "/100";
  if (random.chance(30)) {
    Training& course = cv.training.emplace_back();
    course.title = "Corso di " + random.pick(family.duties);
    cut(course.title, 100);
    course.duration = std::to_string(10 * random.between(1, 60));
    course.unit = {"O"};
    course.attestation = {random.chance(60) ? "F" : "Q"};
  }
  cv.languages = any_languages(random, family.languages + 15);
  if (!family.skills.empty() && random.chance(65)) cv.it_skills = text.list_of_skills(5);
  if (random.chance(15)) cv.it_details = "ECDL";
  if (random.chance(75)) cv.licences.push_back({"02"});
  if (!family.licences.empty() && random.chance(25)) {
    const std::string more = random.pick(family.licences);
    if (cv.licences.empty() || cv.licences[0].value != more) cv.licences.push_back({more});
  }
  cv.wanted.push_back(wanted_job(text, random, family, job.profession, job.title));
  if (random.chance(30)) {
    const FamilyJob& second = random.pick(family.jobs);
    cv.wanted.push_back(wanted_job(text, random, family, second.profession,
                                   shape.sex == "F" ? second.feminine : second.masculine));
  }
  cv.diffusion = {random.chance(10) ? "03" : random.chance(70) ? "02" : "01"};
  if (random.chance(70)) cv.receives_benefits = random.chance(28);
  return cv;
}

}  // namespace incontro
