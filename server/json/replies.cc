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

std::string health_reply(Sequence sequence) {
  object out;
  out["status"] = "ok";
  out["sequence"] = sequence;
  return boost::json::serialize(out);
}

}  // namespace incontro::json
