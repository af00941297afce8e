#pragma once

#include <incontro/saved_searches.h>

#include <string>
#include <string_view>
#include <variant>

namespace incontro {

using SavedQuestion = std::variant<Query, SavedMatch>;

// What a saved search asks, as the store keeps it (bytes.h): a version byte (1), the kind (0 query,
// 1 match), then the fields in the order of their structs. Canonical.
std::string encode_question(const SavedQuestion& question);
// corrupt: not what encode_question() made, or made by a later program.
Result<SavedQuestion> decode_question(std::string_view bytes);

// The same match as a request.
MatchRequest request_of(const SavedMatch& match);

}  // namespace incontro
