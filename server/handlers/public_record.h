#pragma once

#include <incontro/answer.h>

#include <optional>

#include "handlers/context.h"
#include "http/request.h"
#include "http/response.h"

namespace incontro::server {

// The answer in place of a record that is not for the public, as a page or, under /api, as JSON.
// 404: a closure is a communication and not something to read; what is to come is not public yet.
// 410: it was withdrawn; the page leads to its successor.
std::optional<Response> refusal_of(const Context& context, const Request& request,
                                   const View& view);

}  // namespace incontro::server
