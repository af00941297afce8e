#pragma once

#include <incontro/result.h>

namespace incontro::server {

// How each kind of failure is told to a client.
constexpr unsigned http_status(Code code) {
  switch (code) {
    case Code::invalid:
      return 400;
    case Code::not_found:
      return 404;
    case Code::conflict:
      return 409;
    case Code::denied:
      return 403;
    case Code::busy:
      return 503;
    case Code::corrupt:
    case Code::io:
      return 500;
  }
  return 500;
}

// The stable name of a failure, for programs.
constexpr const char* code_name(Code code) {
  switch (code) {
    case Code::invalid:
      return "invalid";
    case Code::not_found:
      return "not_found";
    case Code::conflict:
      return "conflict";
    case Code::denied:
      return "denied";
    case Code::busy:
      return "busy";
    case Code::corrupt:
      return "corrupt";
    case Code::io:
      return "io";
  }
  return "io";
}

}  // namespace incontro::server
