#pragma once

#include <incontro/finding.h>

#include "xml/schema_model.h"
#include "xml/xml_reader.h"

namespace incontro {

// A mandatory value of blanks alone is one that is missing: a blocking finding each.
// REQUIRES: `root` is valid by the schema of `model`.
void check_mandatory_texts(const Element& root, const SchemaModel& model, Findings& findings);

}  // namespace incontro
