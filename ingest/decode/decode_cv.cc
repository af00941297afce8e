#include "decode/decode.h"
#include "decode/field_reader.h"
#include "decode/shape_cv.h"

namespace incontro {

Cv decode_cv(const Element& root, Findings& findings) {
  Cv cv;
  FieldReader reader(root, findings);
  shape_cv(reader, cv);
  return cv;
}

}  // namespace incontro
