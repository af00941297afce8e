#pragma once

#include <incontro/answer.h>
#include <incontro/places.h>

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
// The record among results; without marks and passage.
Card card_of(const View& view, std::string_view code, const Texts& texts, Date today);
// "Bologna", "Provincia di Bologna": a place of the table as visitors would name it.
std::string place_text(std::string_view code, const Places& places, const Texts& texts);
// "Luogo: Bologna": one value that results are filtered by.
std::string filter_text(Collection collection, std::string_view field, std::string_view code,
                        const Places& places, const Texts& texts);

}  // namespace incontro::server
