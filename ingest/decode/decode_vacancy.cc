#include "decode/decode.h"
#include "decode/field_reader.h"
#include "decode/shape_vacancy.h"

namespace incontro {

Vacancy decode_vacancy(const Element& root, Findings& findings) {
  Vacancy vacancy;
  FieldReader reader(root, findings);
  shape_vacancy(reader, vacancy);
  return vacancy;
}

}  // namespace incontro
