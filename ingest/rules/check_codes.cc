#include "rules/check_codes.h"

#include <incontro/codes.h>

#include <algorithm>
#include <array>

namespace incontro {
namespace {

struct CodeElement {
  std::string_view name;
  Table table;
};
// Sorted by name, for the binary search. The leaf titolostudio is a CV's; a vacancy's has children.
constexpr std::array code_elements = {
    CodeElement{"ambitodiffusione", Table::diffusion},
    CodeElement{"ampiezza", Table::employer_size},
    CodeElement{"comune", Table::territory},
    CodeElement{"idalbo", Table::professional_register},
    CodeElement{"idattestazione", Table::attestation},
    CodeElement{"idccnl", Table::agreement},
    CodeElement{"idcittadinanza", Table::citizenship},
    CodeElement{"idcomune", Table::territory},
    CodeElement{"idlingua", Table::language},
    CodeElement{"idlivellocontrattuale", Table::contract_level},
    CodeElement{"idlivelloletto", Table::language_level},
    CodeElement{"idlivelloparlato", Table::language_level},
    CodeElement{"idlivelloscritto", Table::language_level},
    CodeElement{"idmodalitalavorativa", Table::working_mode},
    CodeElement{"idmodalitalavoro", Table::working_mode},
    CodeElement{"idpatenteguida", Table::licence},
    CodeElement{"idpatentino", Table::certificate},
    CodeElement{"idprofessione", Table::profession},
    CodeElement{"idqualifica", Table::profession},
    CodeElement{"idsede", Table::territory},
    CodeElement{"idtipologiacontratto", Table::contract},
    CodeElement{"idtipologiadurata", Table::duration_unit},
    CodeElement{"idtitolostudio", Table::education},
    CodeElement{"qualificasvolta", Table::profession},
    CodeElement{"settore", Table::sector},
    CodeElement{"tipoesperienza", Table::contract},
    CodeElement{"titolostudio", Table::education},
};
static_assert(std::is_sorted(code_elements.begin(), code_elements.end(),
                             [](const auto& a, const auto& b) { return a.name < b.name; }));

constexpr std::string_view no_place = "0000";  // the standard's "unknown, none"

class CodeChecker {
 public:
  CodeChecker(Date day, Findings& findings) : day_(day), findings_(findings) {}

  void walk(const Element& element, const Element* parent) {
    const std::size_t length = path_.size();
    path_.append(path_.empty() ? "" : "/").append(element.name);
    if (element.children.empty())
      leaf(element, parent);
    else
      for (const Element& child : element.children) walk(child, &element);
    path_.resize(length);
  }

 private:
  void leaf(const Element& element, const Element* parent) {
    const auto row =
        std::lower_bound(code_elements.begin(), code_elements.end(), element.name,
                         [](const CodeElement& e, std::string_view name) { return e.name < name; });
    if (row == code_elements.end() || row->name != element.name || element.text.empty()) return;
    if (row->table == Table::territory && element.text == no_place) return;
    const CodeTable& table = code_table(row->table);
    if (!table.known(element.text))
      put(element, "code.unknown", "Il codice non esiste nella tabella ufficiale.");
    else if (!is_birthplace(element, parent) && !table.valid_on(element.text, day_))
      put(element, "code.expired",
          "Il codice esiste ma non era in vigore alla data della comunicazione.");
  }

  static bool is_birthplace(const Element& element, const Element* parent) {
    return element.name == "idcomune" && parent != nullptr && parent->name == "DatiAnagrafici";
  }

  void put(const Element& element, const char* rule, const char* reason) {
    findings_.push_back({Grade::blocking, rule, element.line, path_, reason});
  }

  Date day_;
  Findings& findings_;
  std::string path_;
};

}  // namespace

void check_codes(const Element& root, Date day, Findings& findings) {
  CodeChecker(day, findings).walk(root, nullptr);
}

}  // namespace incontro
