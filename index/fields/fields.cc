#include <incontro/fields.h>

#include "fields/read.h"

namespace incontro {

std::span<const Field> fields_of(Collection collection) {
  return collection == Collection::vacancies ? fields_of_vacancies() : fields_of_cvs();
}

std::optional<std::size_t> find_field(Collection collection, std::string_view name) {
  const auto fields = fields_of(collection);
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].name == name) return i;
  return std::nullopt;
}

}  // namespace incontro
