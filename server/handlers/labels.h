#pragma once

#include <incontro/answer.h>

#include <string>
#include <string_view>
#include <vector>

#include "pages/models.h"
#include "pages/texts.h"

// Records in words, for cards and detail pages alike.
namespace incontro::server {

inline constexpr int new_for_days = 3;

// The labels of a field's values in the record, unstated ones left out.
std::vector<std::string> labels_of(const Record& record, std::string_view field);
// Contract, hours, incentives, abroad, new, expired.
std::vector<Badge> badges_of(const View& view, Date today, const Texts& texts);
// Who offers the job: the employer, or the intermediary where the employer is not named.
std::string organization_of(const View& view, const Texts& texts);
std::string profession_of(const Record& record);
PlaceCode place_of(const Record& record);
std::string record_path(Collection collection, std::string_view code);

}  // namespace incontro::server
