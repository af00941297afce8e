#include "synth/people.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rules/fiscal_code.h"
#include "synth/text_maker.h"

namespace incontro {
namespace {

// The letters of a name as the fiscal code takes them: consonants, then vowels, then X; of four or
// more consonants a first name gives the first, the third and the fourth. DM 23 December 1976.
std::string letters_of(const std::string& name, bool first_name) {
  std::string consonants, vowels;
  for (const char c : name) {
    if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) continue;
    const char upper = static_cast<char>(c & ~0x20);
    (std::string_view("AEIOU").find(upper) == std::string_view::npos ? consonants : vowels)
        .push_back(upper);
  }
  if (first_name && consonants.size() >= 4) consonants.erase(1, 1);
  consonants.append(vowels).append("XXX").resize(3);
  return consonants;
}

std::string fiscal_code_of(const Person& person) {
  const std::chrono::year_month_day born{person.born};
  const unsigned day = unsigned{born.day()} + (person.sex == "F" ? 40 : 0);
  std::string code =
      fmt::format("{}{}{:02}{}{:02}{}A", letters_of(person.surname, false),
                  letters_of(person.name, true), int{born.year()} % 100,
                  "ABCDEHLMPRST"[unsigned{born.month()} - 1], day, person.birthplace.value);
  while (!fiscal_code_checks(code)) ++code.back();
  return code;
}

void append_letters(std::string& out, std::string_view text) {
  for (const char c : text)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) out += static_cast<char>(c | 0x20);
}

}  // namespace

std::string made_up_email(Random& random, std::string_view first, std::string_view second) {
  constexpr std::array<std::string_view, 3> domains = {"example.it", "example.org", "example.com"};
  std::string address;
  append_letters(address, first);
  address += '.';
  append_letters(address, second);
  if (random.chance(60)) address += std::to_string(1 + random.long_tail(10));
  address += '@';
  return address.append(domains[random.below(3)]);
}

std::string made_up_mobile(Random& random) {
  return fmt::format("333000{:04}", random.below(10'000));
}

std::string made_up_telephone(Random& random, const Place& place) {
  return fmt::format("0{}000{:03}", place.province_number.substr(1), random.below(1'000));
}

std::string made_up_company_code(std::uint32_t number) {
  std::string code = fmt::format("{:07}0000", number % 10'000'000);
  while (!fiscal_code_checks(code)) ++code.back();
  return code;
}

Person make_person(const Phrasebook& vocabulary, const Comuni& places, Random& random, Date day,
                   const Place& home, std::uint32_t youngest) {
  Person person;
  const bool woman = random.chance(51);
  person.sex.assign(1, woman ? 'F' : 'M');
  person.name = (woman ? vocabulary.names.women : vocabulary.names.men).pick(random);
  person.surname = any_surname(vocabulary.names, random);
  // More of those who look for work are young.
  const std::uint32_t range = oldest_person - youngest;
  const std::uint32_t age_in_days = youngest + std::min(random.below(range), random.below(range));
  person.born = day - std::chrono::days(age_in_days);
  if (random.chance(11)) {
    const ForeignState& state = places.abroad(random);
    person.birthplace = {state.code};
    person.citizenship = {random.chance(80) ? state.citizenship : std::string("000")};
  } else {
    const bool moved = random.chance(35);
    person.birthplace = {(moved ? places.any(random) : places.in_province_of(random, home)).code};
    person.citizenship = {"000"};
  }
  person.home = {home.code};
  person.postcode = home.postcode;
  person.fiscal_code = fiscal_code_of(person);
  person.contacts.email = made_up_email(random, person.name, person.surname);
  if (random.chance(80)) person.contacts.mobile = made_up_mobile(random);
  if (random.chance(35)) person.contacts.telephone = made_up_telephone(random, home);
  return person;
}

}  // namespace incontro
