#include "rules/profession_rule.h"

#include <fmt/core.h>
#include <incontro/professions.h>

namespace incontro {

void title_fits_code(std::string_view title, const ProfessionCode& code, const std::string& path,
                     Report& report) {
  const CodeTable& table = code_table(Table::profession);
  const auto row = table.find(code.value);
  if (!row) return;
  const auto better = clearly_elsewhere(title, *row);
  if (!better) return;
  const CodeRow& fits = table.row(*better);
  report(path, fmt::format("Il codice {} ({}) sembra di un'altra professione: alla descrizione "
                           "corrisponde meglio {} ({}).",
                           code.value, code.label(), fits.code, fits.label));
}

}  // namespace incontro
