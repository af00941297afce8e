#pragma once

#include <incontro/date.h>
#include <incontro/finding.h>

#include "xml/xml_reader.h"

namespace incontro {

// Every code of a valid document must be in its table and in force on `day`, the day of the
// record; a birthplace on any day, because places end and births do not. Blocking.
void check_codes(const Element& root, Date day, Findings& findings);

}  // namespace incontro
