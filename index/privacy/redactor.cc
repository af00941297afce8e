#include "privacy/redactor.h"

#include <incontro/privacy.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "privacy/addresses.h"
#include "privacy/cues.h"
#include "privacy/handles.h"
#include "privacy/identity_codes.h"
#include "privacy/ordinary_words.h"
#include "privacy/person_names.h"
#include "privacy/telephones.h"
#include "text/ascii.h"

namespace incontro {
namespace {

// Shorter names are too often part of other words' company.
constexpr std::size_t least_letters = 4;

bool is_legal_form(std::string_view word) {
  constexpr std::array<std::string_view, 18> forms = {
      "srl",  "srls", "spa",     "snc", "sas", "sapa", "ss", "scarl", "scrl",
      "coop", "soc",  "societa", "s",   "r",   "l",    "p",  "a",     "c"};
  return std::ranges::find(forms, word) != forms.end();
}

bool has_digit(std::string_view word) { return std::ranges::any_of(word, is_digit); }

// The parts of a word that a cut made are hidden together: rossi84.
ByteRange whole_words(const TextWords& words, HiddenNames::Words found) {
  auto [first, last] = found;
  while (words[first].join == Join::glued) --first;
  while (last < words.size() && words[last].join == Join::glued) ++last;
  return {words[first].range.begin, words[last - 1].range.end};
}

std::string redacted(const std::string& text, std::vector<ByteRange>& found) {
  std::ranges::sort(found, {}, &ByteRange::begin);
  std::string out;
  std::size_t done = 0;
  for (const ByteRange& range : found) {
    if (range.end <= done) continue;
    if (range.begin >= done) {
      out.append(text, done, range.begin - done);
      out.append(redaction_mark);
    }
    done = range.end;
  }
  return out.append(text, done);
}

}  // namespace

void Redactor::hide(std::vector<HiddenName> names, Meant short_ones) {
  for (HiddenName& name : names) {
    if (name.letters.size() < least_letters) name.meant = short_ones;
    names_.add(std::move(name));
  }
}

void Redactor::hide_name(std::string_view name) {
  const TextWords words(name);
  hide(spelt(words, 0, words.size()), Meant::as_name);
}

void Redactor::hide_person(const Person& person) {
  surname_ = person.surname;
  name_ = person.name;
  for (HiddenName& name : names_of_person(person.surname, person.name)) names_.add(std::move(name));
  for (HiddenName& name : names_of_mailbox(person.contacts.email)) names_.add(std::move(name));
  for (const std::string* number :
       {&person.contacts.telephone, &person.contacts.mobile, &person.contacts.fax})
    hide_telephone(*number);
  hide_address(person.contacts.address);
}

void Redactor::hide_telephone(std::string_view number) {
  if (std::string own = own_number(number); !own.empty()) telephones_.push_back(std::move(own));
}

void Redactor::hide_address(std::string_view address) {
  const TextWords words(address);
  hide(spelt(words, 0, words.size()), Meant::as_street);
  std::size_t first = 0, last = words.size();
  while (last > 0 && (has_digit(words.folded(last - 1)) || words[last - 1].length() == 1 ||
                      is_cue(Cue::house_number, words.folded(last - 1))))
    --last;
  if (last > 1) hide(spelt(words, 0, last), Meant::as_street);
  while (first < last && first < 2 && is_cue(Cue::street, words.folded(first))) ++first;
  if (first == 0 || first == last) return;
  for (const std::size_t from : {first, last - 1})
    for (HiddenName& name : spelt(words, from, last)) {
      if (from != first && name.letters.size() < least_letters) continue;
      name.meant = Meant::as_street;
      names_.add(std::move(name));
    }
}

void Redactor::hide_company(std::string_view name) {
  const TextWords words(name);
  std::size_t first = 0, last = words.size();
  while (last > 0 && is_legal_form(words.folded(last - 1))) --last;
  // In front a single letter is part of the name.
  while (last > first + 1 && words[first].length() > 1 && is_legal_form(words.folded(first)))
    ++first;
  const bool known = last > first && is_ordinary_word(words.folded(first, last));
  hide(spelt(words, first, last), known ? Meant::as_name : Meant::anywhere);
}

void Redactor::hide_host(std::string_view address) {
  for (const std::string_view before : {"://", "@", "www."})
    if (const auto at = address.find(before); at != std::string_view::npos)
      address.remove_prefix(at + before.size());
  hide_name(address.substr(0, address.find_first_of("/?#:")));
}

void Redactor::find_names(const TextWords& words, std::vector<ByteRange>& found) const {
  for (const HiddenNames::Words& name : names_.find(words)) {
    const ByteRange range{words[name.first].range.begin, words[name.last - 1].range.end};
    const bool covered =
        !found.empty() && found.back().begin <= range.begin && range.end <= found.back().end;
    if (!covered) found.push_back(whole_words(words, name));
  }
}

// M.R., R. M.: two capitals with their dots, alone.
void Redactor::find_initials(const TextWords& words, std::vector<ByteRange>& found) const {
  if (surname_.empty() || name_.empty()) return;
  const std::string_view text = words.text();
  const auto dotted = [&](std::size_t i) {
    return i < words.size() && words[i].length() == 1 && words[i].capital &&
           words[i].range.end < text.size() && text[words[i].range.end] == '.';
  };
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!dotted(i) || !dotted(i + 1) || (i > 0 && dotted(i - 1)) || dotted(i + 2)) continue;
    if (words[i + 1].range.begin - words[i].range.end > 2) continue;
    const std::string_view letters = words.folded(i, i + 2);
    if (is_cue(Cue::abbreviation, letters) || !are_initials(letters, surname_, name_)) continue;
    found.push_back({words[i].range.begin, words[i + 1].range.end + 1});
  }
}

void Redactor::clean(std::string& text) const {
  std::vector<ByteRange> found;
  const TextWords words(text);
  find_fiscal_codes(words, found);
  find_names(words, found);
  if (contacts_) {
    find_initials(words, found);
    find_ibans(words, found);
    find_addresses(text, found);
    find_handles(words, found);
    find_telephones(words, telephones_, found);
  }
  if (!found.empty()) text = redacted(text, found);
}

}  // namespace incontro
