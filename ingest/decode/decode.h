#pragma once

#include <incontro/finding.h>
#include <incontro/record.h>

#include <variant>

#include "xml/xml_reader.h"

namespace incontro {

// XML -> record. REQUIRES: the tree is valid under a schema of data/schemas. Texts are kept as they
// are written; an empty optional element is absent. What the schema admits and a record cannot hold
// (years beyond 9999, digits other than 0 to 9) is a blocking finding.
Cv decode_cv(const Element& root, Findings& findings);
Vacancy decode_vacancy(const Element& root, Findings& findings);
Message decode_message(const Element& root, Findings& findings);

}  // namespace incontro
