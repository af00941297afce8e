#pragma once

#include <span>

#include "handlers/context.h"
#include "http/router.h"

namespace incontro::server {

// All addresses of the portal.
std::span<const Route> routes();

// Finds the address, reads the query and asks the handler.
Response dispatch(const Context& context, Request request);

}  // namespace incontro::server
