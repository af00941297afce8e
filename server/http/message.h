#pragma once

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/message_generator.hpp>
#include <boost/system/error_code.hpp>

#include "http/gate.h"
#include "http/request.h"
#include "http/response.h"

// Between the HTTP library's messages and ours.
namespace incontro::server {

using RawRequest = boost::beast::http::request<boost::beast::http::empty_body>;

// Reads a whole head, its empty line included, whose bytes HeadScan has let pass. The library never
// sees a body.
RawRequest parse_head(std::string_view head, boost::system::error_code& error);
Head head_of(const RawRequest& raw);  // views into `raw`
// All but the body and the client.
Request request_of(const RawRequest& raw);

// With the headers that every answer carries. `head`: the length is told, the body is not sent.
boost::beast::http::message_generator message_of(Response response, bool head, bool keep_alive,
                                                 bool https);

}  // namespace incontro::server
