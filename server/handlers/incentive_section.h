#pragma once

#include <incontro/incentives.h>

#include <vector>

#include "pages/models.h"
#include "pages/texts.h"

namespace incontro::server {

// "certo" or "possibile" where a rule is no less, else empty: what a badge says of a record. The
// incentives are sorted, the surest first.
std::string incentive_badge(const std::vector<Incentive>& incentives, const Texts& texts);

// The section of a record's page: of each rule that is certain or possible its law, what it is
// worth and what is missing; those that cannot be determined in one block at the end.
void add_incentives(RecordPage& page, const std::vector<Incentive>& incentives, const Texts& texts);

}  // namespace incontro::server
