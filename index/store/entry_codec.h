#pragma once

#include <incontro/saved_search_store.h>
#include <incontro/store.h>

#include <string>
#include <string_view>

namespace incontro {

// The small values of the store as bytes (bytes.h), fields in the order of store.h. Decoding gives
// corrupt for whatever encoding did not make.
std::string encode(const RecordState& state);
Result<RecordState> decode_state(std::string_view bytes);

// The sequence is in the key. Documents stand as their number + 1, 0 where there is none.
std::string encode(const Change& change);
Result<Change> decode_change(std::string_view key, std::string_view bytes);

std::string encode(const ContactMessage& message);
Result<ContactMessage> decode_contact(std::string_view bytes);

// The numbers are in the keys.
std::string encode(const StoredSearch& search);
Result<StoredSearch> decode_search(std::string_view key, std::string_view bytes);
std::string encode(const Notice& notice);
Result<Notice> decode_notice(std::string_view key, std::string_view bytes);

}  // namespace incontro
