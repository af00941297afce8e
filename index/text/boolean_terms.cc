#include <incontro/boolean_terms.h>

namespace incontro {

std::string profession_term(std::string_view code) {
  return std::string(1, profession_mark).append(code);
}

}  // namespace incontro
