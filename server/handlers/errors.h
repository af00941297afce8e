#pragma once

#include <incontro/result.h>

#include <string_view>

#include "http/response.h"
#include "pages/renderer.h"

namespace incontro::server {

bool is_api(std::string_view path);

// The answer to a request that failed, as a page or, under /api, as JSON: what happened and what to
// do. Knows every status that the portal sends; 503 comes with Retry-After.
Response error_response(const Renderer& renderer, unsigned status, std::string_view path);
// Logs the error's message; visitors see a text chosen by its code.
Response error_response(const Renderer& renderer, const Error& error, std::string_view path);
// Under /api, with a text of its own.
Response api_error(Code code, const std::string& message);

}  // namespace incontro::server
