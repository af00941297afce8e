#include "json/replies.h"

#include "json/parts.h"

namespace incontro::json {

std::string error_reply(std::string_view code, std::string_view message) {
  object error;
  error["code"] = text_of(code);
  error["message"] = text_of(message);
  object out;
  out["error"] = std::move(error);
  return boost::json::serialize(out);
}

std::string health_reply(Sequence sequence, std::string_view fault) {
  object out;
  out["status"] = fault.empty() ? "ok" : "failing";
  out["sequence"] = sequence;
  if (!fault.empty()) out["fault"] = fault;
  return boost::json::serialize(out);
}

}  // namespace incontro::json
