#pragma once

#include <incontro/answer.h>
#include <incontro/result.h>

#include <string>
#include <string_view>

// The other JSON that the portal sends.
namespace incontro::json {

// {"error": {"code", "message"}}
std::string error_reply(std::string_view code, std::string_view message);
// {"status": "ok", "sequence": 7}; with a fault {"status": "failing", "sequence": 7, "fault":
// "..."}
std::string health_reply(Sequence sequence, std::string_view fault);
// A schema.org JobPosting, safe to stand inside a <script> element: no <, > or & in it. `address`:
// of the page; left out when empty.
std::string job_posting(const View& view, std::string_view address);

}  // namespace incontro::json
