#pragma once

#include <incontro/record.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "privacy/hidden_names.h"

namespace incontro {

// Cleans free text of what must not be seen. What it finds becomes the redaction mark; in doubt it
// takes too much rather than too little. Words are compared as the index compares them (fold.h), so
// that what stays hidden is not found either. Its work grows with the text, not with the text times
// what is hidden.
class Redactor {
 public:
  // Looks for the name wherever its words stand in this order, whatever their case, their marks and
  // the signs between them (D'Angelo, D’ANGELO, Dangelo). Less than four letters are not looked
  // for.
  void hide_name(std::string_view name);
  // A person: every form of the name (person_names.h), mailbox, telephones and street.
  void hide_person(const Person& person);
  // A street with or without its number, and with whatever word for a street.
  void hide_address(std::string_view address);
  // A company: its legal form (S.r.l., S.p.A., ...) may be written or not. Up to three letters that
  // are an ordinary word too are looked for only where they are meant as a name.
  void hide_company(std::string_view name);
  // The host of a web or e-mail address, where it is written bare (azienda.example).
  void hide_host(std::string_view address);
  void hide_telephone(std::string_view number);
  // Mailboxes, sites, handles, telephone numbers, accounts: on when contacts are hidden.
  void hide_contacts() { contacts_ = true; }
  // After all that is to be hidden is named, before the first text is cleaned.
  void prepare() { names_.prepare(); }

  // Fiscal codes of persons are always hidden.
  void clean(std::string& text) const;

 private:
  // `short_ones`: how names of up to three letters are meant.
  void hide(std::vector<HiddenName> names, Meant short_ones);
  void find_names(const TextWords& words, std::vector<ByteRange>& found) const;
  void find_initials(const TextWords& words, std::vector<ByteRange>& found) const;

  HiddenNames names_;
  std::vector<std::string> telephones_;
  std::string surname_, name_;  // of whom initials tell
  bool contacts_ = false;
};

}  // namespace incontro
