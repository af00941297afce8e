#pragma once

#include <string_view>

// Fields by which a client says what it takes and what it has (RFC 9110, 12.5 and 13.1).
namespace incontro::server {

// Whether If-None-Match names the tag ("\"abc\"", quotes included): one of a list, weak or not, or
// "*". What is not a list of tags names none.
bool names_tag(std::string_view if_none_match, std::string_view tag);

// Whether Accept-Encoding takes the coding: by its own quality, else by that of "*"; "" takes none.
bool takes_coding(std::string_view accept_encoding, std::string_view coding);

}  // namespace incontro::server
