#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace incontro {

// Cleans free text of what must not be seen. What it finds becomes the redaction mark; in doubt it
// takes too much rather than too little.
class Redactor {
 public:
  // Looks for the name wherever its words stand in this order, whatever their case, accents and the
  // signs between them (D'Angelo, D’ANGELO, Dangelo). Less than four letters are not looked for.
  void hide_name(std::string_view name);
  // Each of the words as a name of its own: a person may be called by one of several given names.
  void hide_each_name(std::string_view names);
  // A street with or without its number.
  void hide_address(std::string_view address);
  // The same for a company: its legal form (S.r.l., S.p.A., ...) may be written or not.
  void hide_company(std::string_view name);
  // The host of a web or e-mail address, where it is written bare (azienda.example).
  void hide_host(std::string_view address);
  // E-mail and web addresses, telephone numbers: on when contacts are hidden.
  void hide_contacts() { contacts_ = true; }

  // Fiscal codes of persons are always hidden.
  void clean(std::string& text) const;

 private:
  void hide(std::string name);

  std::vector<std::string> names_;  // folded, their words joined
  bool contacts_ = false;
};

}  // namespace incontro
