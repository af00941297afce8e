#include "synth/generator.h"
#include "synth/people.h"

namespace incontro {
namespace {

// Several sentences in the order that advertisements have.
std::string description(TextMaker& text, Random& random) {
  std::string out = text.phrase("opening") + " " + text.phrase("duties");
  if (random.chance(40)) out += " " + text.phrase("duties");
  out += " " + text.phrase("requirements") + " " + text.phrase("offer");
  if (random.chance(60)) out += " " + text.phrase("offer");
  if (random.chance(50)) out += " " + text.phrase("closing");
  return out;
}

}  // namespace

Vacancy Generator::vacancy(std::uint64_t n) const {
  Random random = impl_->stream(Collection::vacancies, n);
  const Occupation job = any_occupation(impl_->vocabulary, random, random.chance(40));
  const Family& family = *job.family;
  const Place& place = impl_->places.near(random, family.regions, 45);
  TextMaker text(impl_->vocabulary, family, job.title, place, random);

  Vacancy v;
  v.system = impl_->system(random, Collection::vacancies, n, place);
  v.employer.name = text.company();
  text.set_company(v.employer.name);
  v.employer.sector = {random.pick_early(family.sectors)};
  if (random.chance(70)) v.employer.size = {"0" + std::to_string(random.between(1, 5))};
  v.employer.place = {place.code};
  v.employer.postcode = place.postcode;
  v.employer.contacts.address =
      text.phrase("street") + " " + std::to_string(random.between(1, 180));
  v.employer.contacts.email = made_up_email(random, "lavoro");
  if (random.chance(50)) v.employer.contacts.telephone = made_up_telephone(random);

  v.positions = random.chance(75) ? 1 : static_cast<int>(random.between(2, 8));
  v.profession = {job.profession};
  v.title = job.title;
  v.description = description(text, random);
  if (random.chance(80)) v.experience_required = random.chance(family.experience);
  if (v.experience_required.value_or(false) && random.chance(70))
    v.experience = "Almeno " + std::to_string(random.between(1, 5)) + " anni nella mansione";

  if (random.chance(70)) {
    Education& wanted = v.education.emplace_back();
    wanted.level = {random.pick_early(family.education)};
    if (random.chance(60)) wanted.title = random.pick_early(family.studies);
  }
  v.languages = any_languages(random, family.languages * 2 / 3);
  if (!family.skills.empty() && random.chance(60)) v.it_skills = text.list_of_skills(4);
  if (random.chance(50)) v.other_skills = text.phrase("extra");
  if (random.chance(60)) v.transfers = random.chance(family.transfers);
  if (!family.licences.empty() && random.chance(45))
    v.licences.push_back({random.pick_early(family.licences)});
  if (random.chance(50)) v.own_transport = random.chance(50);
  if (random.chance(25)) v.other_requirements = text.phrase("extra");

  // A few vacancies of every hundred are abroad.
  v.workplace = {random.chance(2) ? (random.chance(50) ? "Z112" : "Z110") : place.code};
  v.contract = {family.contracts[family.contract_weights.pick(random)]};
  if (v.contract.value == "A01" || v.contract.value == "A03")
    v.duration = std::to_string(random.between(2, 18)) + " mesi";
  if (random.chance(85)) v.mode = {family.modes[family.mode_weights.pick(random)]};
  if (random.chance(40))
    v.gross_salary = std::to_string(random.between(family.pay_low * 2, family.pay_high * 2) * 500);
  if (random.chance(30)) v.other_conditions = text.phrase("offer");
  if (random.chance(50)) v.open_to_non_eu = random.chance(10);
  return v;
}

}  // namespace incontro
