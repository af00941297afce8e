#pragma once

#include <incontro/document.h>
#include <incontro/text.h>
#include <xapian.h>

#include <string>
#include <string_view>

namespace incontro {

// What both sides of a text index agree on; see text.h for the terms.
inline constexpr std::string_view key_applied = "applied", key_identity = "identity",
                                  key_format = "format";

// All that the contents depend on besides the records.
std::string text_format();

inline std::string stem_term(std::string_view stem) { return "Z" + std::string(stem); }
inline Xapian::docid docid_of(DocumentNumber number) { return number + 1; }
inline DocumentNumber number_of(Xapian::docid id) { return id - 1; }

std::string document_data(const Document& document);
TextReader::Entry entry_of(DocumentNumber number, const std::string& data);

// 0 for anything but a decimal number.
std::uint64_t number_in(const std::string& metadata);

// A store's identity as it stands in the metadata, and back; 0 for anything else.
std::string identity_text(std::uint64_t identity);
std::uint64_t identity_in(const std::string& metadata);

}  // namespace incontro
