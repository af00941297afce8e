#include <incontro/privacy.h>
#include <incontro/profile.h>

#include <algorithm>

#include "synth/generator.h"

namespace incontro {
namespace {

constexpr std::int64_t near_km = 10;
constexpr std::uint32_t months_where_asked = 12;  // where the vacancy does not say how many

// The family as this vacancy shows it: what its text names comes first, and is drawn most.
Family shown_by(const Vacancy& vacancy, Family family) {
  std::string text = vacancy.description;
  for (const std::string* part : {&vacancy.experience, &vacancy.it_skills, &vacancy.other_skills})
    text += '\n' + *part;
  const auto named = [&](const std::string& word) { return text.find(word) != std::string::npos; };
  for (Ranked<std::string>* words : {&family.duties, &family.skills, &family.programs})
    std::stable_partition(words->values.begin(), words->values.end(), named);
  return family;
}

std::uint32_t months_asked(const Vacancy& vacancy) {
  if (!vacancy.experience_required.value_or(false)) return 0;
  const std::uint32_t said = profile_of(public_view(Record(vacancy)), {}).months_asked;
  return std::min(said > 0 ? said : months_where_asked, purpose_months);
}

template <class C>
void hold(std::vector<C>& held, const C& asked) {
  if (!asked.empty() && std::ranges::find(held, asked) == held.end()) held.push_back(asked);
}

void raise(LanguageLevel& held, const LanguageLevel& asked) {
  if (held.value < asked.value) held = asked;  // A1 to C2: their order is that of the letters
}

// Makes a CV meet what the vacancy's fields ask.
void meet(const Vacancy& vacancy, Random& random, Cv& cv) {
  if (!vacancy.education.empty()) {
    Education& first = cv.education.front();
    const Education& asked = random.pick(vacancy.education);
    if (first.level != asked.level) first = asked;
  }
  for (const LanguageSkill& asked : vacancy.languages) {
    auto held = std::ranges::find(cv.languages, asked.language, &LanguageSkill::language);
    if (held == cv.languages.end()) held = cv.languages.insert(held, asked);
    raise(held->read, asked.read);
    raise(held->written, asked.written);
    raise(held->spoken, asked.spoken);
  }
  hold(cv.registers, vacancy.professional_register);
  for (const LicenceCode& licence : vacancy.licences) hold(cv.licences, licence);
  for (const CertificateCode& certificate : vacancy.certificates)
    hold(cv.certificates, certificate);
  WantedJob& wanted = cv.wanted.front();
  if (!wanted.contracts.empty()) hold(wanted.contracts, vacancy.contract);
  if (!wanted.modes.empty()) hold(wanted.modes, vacancy.mode);
  if (vacancy.transfers.value_or(false)) wanted.transfers = true;
  if (vacancy.own_transport.value_or(false)) wanted.own_transport = true;
}

}  // namespace

Cv Generator::cv_for(const Vacancy& vacancy, std::uint64_t n, CvCare care) const {
  Random random(impl_->seed ^ 0x464F52, n);
  Occupation job = impl_->occupation_with(vacancy.profession.value);
  const Family shown = shown_by(vacancy, *job.family);
  if (care == CvCare::tailored) job.family = &shown;
  const Place* workplace = impl_->places.find(vacancy.workplace.value);
  const Place& home =
      workplace ? impl_->places.near(random, *workplace, near_km) : impl_->places.any(random);
  const Purpose purpose{job, &home, months_asked(vacancy)};
  Cv cv = make_cv(*impl_, n, &purpose);
  meet(vacancy, random, cv);
  if (!workplace) cv.diffusion = {"03"};  // abroad
  if (care == CvCare::plain) return cv;

  const std::vector<CodeIndex> asked = skills_named_in(vacancy), held = skills_named_in(cv);
  std::vector<CodeIndex> missing;
  std::ranges::set_difference(asked, held, std::back_inserter(missing));
  write_skills(*impl_, missing, random, cv);
  return cv;
}

}  // namespace incontro
