#pragma once

#include <cstddef>
#include <string>

#include "http/response.h"
#include "pages/texts.h"

// What the addresses under /api share.
namespace incontro::server {

// "" or what is wrong with the parameter. `most` included.
std::string read_number(const Texts& texts, const std::string& name, const std::string& value,
                        std::size_t most, std::size_t& into);

Response json_response(std::string body);

}  // namespace incontro::server
