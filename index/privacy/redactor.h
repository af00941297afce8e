#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace incontro {

// Cleans free text of what must not be seen. What it finds becomes "[riservato]"; in doubt it takes
// too much rather than too little.
class Redactor {
 public:
  // Looks for the name wherever its words stand in this order, whatever their case and accents.
  void hide_name(std::string_view name);
  // The same for a company: its legal form (S.r.l., S.p.A., ...) may be written or not.
  void hide_company(std::string_view name);
  // E-mail and web addresses, telephone numbers: on when contacts are hidden.
  void hide_contacts() { contacts_ = true; }

  // Fiscal codes of persons are always hidden.
  void clean(std::string& text) const;

 private:
  std::vector<std::vector<std::string>> names_;  // folded words
  bool contacts_ = false;
};

}  // namespace incontro
