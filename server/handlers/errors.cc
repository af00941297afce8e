#include "handlers/errors.h"

#include <spdlog/spdlog.h>

#include "http/clean_text.h"
#include "http/http_status.h"
#include "json/replies.h"
#include "pages/pages.h"

namespace incontro::server {
namespace {

constexpr char retry_after_seconds[] = "2";

// The stable name of a status in JSON replies and in the catalogue ("error.<name>.title").
const char* name_of(unsigned status) {
  switch (status) {
    case 400:
      return code_name(Code::invalid);
    case 403:
      return code_name(Code::denied);
    case 404:
      return code_name(Code::not_found);
    case 405:
      return "method";
    case 409:
      return code_name(Code::conflict);
    case 410:
      return "gone";
    case 411:
      return "length_required";
    case 413:
      return "too_large";
    case 414:
      return "address_too_long";
    case 417:
      return "expectation";
    case 429:
      return "too_many";
    case 431:
      return "header_too_large";
    case 501:
      return "not_implemented";
    case 505:
      return "version";
    case 503:
      return code_name(Code::busy);
    default:
      return "failure";
  }
}

}  // namespace

bool is_api(std::string_view path) { return path.starts_with("/api/"); }

Response error_response(const Renderer& renderer, unsigned status, std::string_view path) {
  const Texts& texts = renderer.texts();
  const std::string name = std::string("error.") + name_of(status);
  Response response;
  response.status = status;
  if (status == 503) response.headers.emplace_back("Retry-After", retry_after_seconds);
  response.headers.emplace_back("Cache-Control", "no-store");
  if (is_api(path)) {
    response.type = json_type;
    response.body = json::error_reply(name_of(status), texts.get(name + ".text"));
    return response;
  }
  const std::vector<LinkModel> links = {{texts.get("nav.vacancies"), "/offerte"},
                                        {texts.get("nav.cvs"), "/curricula"},
                                        {texts.get("nav.home"), "/"}};
  response.body = message_page(
      renderer, {texts.get(name + ".title"), texts.get(name + ".text"), links, status});
  return response;
}

Response error_response(const Renderer& renderer, const Error& error, std::string_view path) {
  if (error.code == Code::io || error.code == Code::corrupt)
    spdlog::error("{}: {}", code_name(error.code), printable(error.message));
  return error_response(renderer, http_status(error.code), path);
}

Response api_error(Code code, const std::string& message) {
  Response response;
  response.status = http_status(code);
  response.type = json_type;
  response.headers.emplace_back("Cache-Control", "no-store");
  response.body = json::error_reply(code_name(code), message);
  return response;
}

}  // namespace incontro::server
