#pragma once

#include <incontro/record.h>
#include <incontro/result.h>

#include <string>
#include <string_view>

namespace incontro {

// A record as the store keeps it: a version byte (1), the collection, then every field in the order
// of record_codec.cc. Canonical: equal records give equal bytes, and only they do, so that
// comparing bytes tells whether a communication was already stored.
//
// Example: a closing reason "03" stands as 02 30 33; an absent date as 00, a stated one as 01 and
// the zigzag count of its days.
std::string encode_record(const Record& record);
// corrupt: not what encode_record() made, or made by a later program.
Result<Record> decode_record(std::string_view bytes);

}  // namespace incontro
