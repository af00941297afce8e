#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace incontro {

// The two grades of the ministerial controls.
enum class Grade : std::uint8_t {
  blocking,  // Vincolante: the file is refused
  warning,   // Avviso: the file is taken, the operator is told
};

// A remark on a file from outside: a product of checking, not a failure of ours. The texts are for
// the operator, in Italian, and say what is wrong and what to do; they never repeat a value that
// could be personal data (names, fiscal codes, contacts).
struct Finding {
  Grade grade = Grade::blocking;
  std::string
      rule;  // stable name: "xml.doctype", "schema.missing", "code.unknown", "cv.expiry-order"
  std::size_t line = 0;  // from 1; 0 where a line means nothing (archive, whole file)
  std::string
      element;         // path of local names: "Candidatura/Lavoratore/DatiAnagrafici/codicefiscale"
  std::string reason;  // Italian
};
using Findings = std::vector<Finding>;

bool blocks(const Findings& findings);  // is any of them blocking?

}  // namespace incontro
