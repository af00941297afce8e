#include "synth/people.h"

#include <algorithm>
#include <array>

#include "rules/fiscal_code.h"
#include "synth/vocabulary.h"
#include "synth_names.h"

namespace incontro {
namespace {

struct Names {
  std::vector<std::string> men, women, surnames;
};

// The list does not say: by its ending, with the exceptions that matter.
bool is_womans(const std::string& name) {
  constexpr std::array<std::string_view, 12> men = {"Luca",   "Andrea",   "Nicola", "Mattia",
                                                    "Elia",   "Enea",     "Akira",  "Gianluca",
                                                    "Joshua", "Battista", "Isaia",  "Zaccaria"};
  constexpr std::array<std::string_view, 12> women = {"Alice",  "Beatrice", "Irene",  "Noemi",
                                                      "Ester",  "Rachele",  "Miriam", "Carmen",
                                                      "Isabel", "Nicole",   "Agnese", "Adele"};
  if (std::ranges::find(women, name) != women.end()) return true;
  return name.ends_with('a') && std::ranges::find(men, name) == men.end();
}

const Names& names() {
  static const Names all = [] {
    Names made;
    for (std::string& name : split(synth_names("first_names.txt"), '\n'))
      if (!name.empty()) (is_womans(name) ? made.women : made.men).push_back(std::move(name));
    for (std::string& name : split(synth_names("last_names.txt"), '\n'))
      if (!name.empty()) made.surnames.push_back(std::move(name));
    return made;
  }();
  return all;
}

// The letters of a name as the fiscal code takes them: consonants, then vowels, then X.
std::string letters_of(const std::string& name, bool first_name) {
  std::string consonants, vowels;
  for (const char c : name) {
    if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) continue;
    const char upper = static_cast<char>(c & ~0x20);
    (std::string_view("AEIOU").find(upper) == std::string_view::npos ? consonants : vowels)
        .push_back(upper);
  }
  if (first_name && consonants.size() >= 4) consonants.erase(1, 1);
  return (consonants + vowels + "XXX").substr(0, 3);
}

std::string two_digits(unsigned value) {
  return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
}

std::string fiscal_code_of(const Person& person) {
  const std::chrono::year_month_day born{person.born};
  const unsigned day = unsigned{born.day()} + (person.sex == "F" ? 40 : 0);
  std::string code = letters_of(person.surname, false) + letters_of(person.name, true) +
                     two_digits(static_cast<unsigned>(int{born.year()} % 100)) +
                     "ABCDEHLMPRST"[unsigned{born.month()} - 1] + two_digits(day) +
                     person.birthplace.value + "A";
  while (!fiscal_code_checks(code)) ++code.back();
  return code;
}

std::string mailbox(const std::string& text) {
  std::string out;
  for (const char c : text)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
      out.push_back(static_cast<char>(c | 0x20));
  return out.empty() ? "posta" : out;
}

}  // namespace

std::string any_surname(Random& random) { return random.pick(names().surnames); }

std::string made_up_email(Random& random, std::string_view local) {
  constexpr std::array<std::string_view, 3> domains = {"example.org", "example.com", "example.net"};
  return mailbox(std::string(local)) + std::to_string(random.between(1, 999)) + "@" +
         std::string(domains[random.below(3)]);
}

std::string made_up_telephone(Random& random) {
  std::string digits = "3330000000";
  for (std::size_t i = 6; i < digits.size(); ++i)
    digits[i] = static_cast<char>('0' + random.below(10));
  return digits;
}

Person make_person(Random& random, Date day, const Place& birthplace, const Place& home) {
  Person person;
  const bool woman = random.chance(51);
  person.sex = woman ? "F" : "M";
  person.name = random.pick(woman ? names().women : names().men);
  person.surname = any_surname(random);
  person.born = day - std::chrono::days(random.between(18 * 366, 62 * 365));
  person.birthplace = {birthplace.code};
  person.citizenship = {"000"};
  person.home = {home.code};
  person.postcode = home.postcode;
  person.fiscal_code = fiscal_code_of(person);
  person.contacts.email = made_up_email(random, person.name + person.surname);
  if (random.chance(80)) person.contacts.mobile = made_up_telephone(random);
  return person;
}

}  // namespace incontro
