#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/message_generator.hpp>
#include <boost/beast/http/string_body.hpp>

#include "http/gate.h"
#include "http/request.h"
#include "http/response.h"

// Between the HTTP library's messages and ours.
namespace incontro::server {

using RawRequest = boost::beast::http::request<boost::beast::http::string_body>;

Head head_of(const RawRequest& raw);  // views into `raw`
Request request_of(RawRequest&& raw);

// With the headers that every answer carries. `head`: the length is told, the body is not sent.
boost::beast::http::message_generator message_of(Response response, bool head, bool keep_alive);

}  // namespace incontro::server
