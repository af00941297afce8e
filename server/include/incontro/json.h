#pragma once

#include <incontro/answer.h>
#include <incontro/suggest.h>

#include <span>
#include <string>

namespace incontro {

// Answers as JSON (UTF-8, one line, keys always in the same order), as /api/v1 and `--json` give
// them. Only what is in the views: nothing is looked up that privacy.h took away. Text that is not
// stated is left out.
//
// {"total": 2, "hits": [{"code", "score", "title", "published", "expires", "state", "profession":
//  {"code", "label"}, "place": {"code", "label", "province", "region"}, ...}], "facets": {FIELD:
//  [{"code", "label", "count", "parent"?, "selected"?}]}, "microseconds": 120, "sequence": 7}
std::string to_json(const Answer& answer);

// One record with all its public fields, nested plainly.
std::string to_json(const View& view);

// {"suggestions": [{"kind": "profession", "text", "field"?, "code"?, "words"?, "count"}]}: to
// choose one is to filter by field and code, or to search for the words.
std::string to_json(std::span<const Suggestion> suggestions);

}  // namespace incontro
