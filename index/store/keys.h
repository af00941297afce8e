#pragma once

#include <incontro/store.h>

#include <optional>
#include <string>
#include <string_view>

namespace incontro {

// Every key of the store. Numbers in keys are big-endian, so that bytewise order is their order.
//
// family     key                                        value
// meta       "format"                                   "1"
//            "identity"                                 8 bytes
//            "documents" + collection                   next document number, 4 bytes
//            "contacts"                                 number of the last contact, 8 bytes
//            "searches"                                 number of the last saved search, 8 bytes
//            "notices"                                  number of the last notice, 8 bytes
//            "percolated"                               sequence, 8 bytes
// records    collection + code: "v0800012211...01"      record (record_codec.h)
// states     collection + code                          status, sequence, document, successor
// documents  collection + number: "v\0\0\0\x07"         code
// changes    sequence: "\0\0\0\0\0\0\0\x01"             collection, added, withdrawn
// contacts   number, 8 bytes                            contact message
// searches   number, 8 bytes                            saved search
// notices    number, 8 bytes                            notice
// found      saved search, notice: 8 bytes each         (empty)
enum class Family : std::uint8_t {
  meta,
  records,
  states,
  documents,
  changes,
  contacts,
  searches,
  notices,
  found,
};
inline constexpr const char* family_names[] = {"meta",      "records", "states",
                                               "documents", "changes", "contacts",
                                               "searches",  "notices", "found"};

inline char collection_byte(Collection c) { return c == Collection::vacancies ? 'v' : 'c'; }

template <class Number>
std::string big_endian(Number number) {
  std::string bytes(sizeof number, '\0');
  for (std::size_t i = sizeof number; i-- > 0; number = static_cast<Number>(number >> 8))
    bytes[i] = static_cast<char>(number & 0xFF);
  return bytes;
}

// Empty: these are not the bytes of such a number.
template <class Number>
std::optional<Number> from_big_endian(std::string_view bytes) {
  if (bytes.size() != sizeof(Number)) return std::nullopt;
  Number number = 0;
  for (const char byte : bytes)
    number = static_cast<Number>(number << 8 | static_cast<unsigned char>(byte));
  return number;
}

inline std::string record_key(const RecordCode& code) {
  return collection_byte(code.collection) + code.value;
}
inline std::string document_key(Collection c, DocumentNumber number) {
  return collection_byte(c) + big_endian(number);
}
inline std::string documents_counter_key(Collection c) {
  return std::string("documents") + collection_byte(c);
}

}  // namespace incontro
