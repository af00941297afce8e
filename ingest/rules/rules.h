#pragma once

#include <incontro/finding.h>
#include <incontro/record.h>

#include "xml/xml_reader.h"

namespace incontro {

// The cross-field rules of one record. `root` is its document and only tells where things stand.
void check_rules(const Cv& cv, const Element& root, Findings& findings);
void check_rules(const Vacancy& vacancy, const Element& root, Findings& findings);
void check_rules(const Message& message, const Element& root, Findings& findings);

}  // namespace incontro
