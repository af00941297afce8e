#pragma once

#include <incontro/date.h>

#include <array>
#include <chrono>
#include <string>
#include <string_view>

#include "http/request.h"

namespace incontro::server {

inline constexpr std::chrono::hours form_lifetime{4};

// Proof that a form was filled in on one of our pages, by the browser that fetched it: a random
// cookie, and in the form a keyed digest of it. Keys live as long as the process. Any thread.
class FormGuard {
 public:
  // `secure`: visitors come by https, so the cookie is bound to it.
  explicit FormGuard(bool secure);

  struct Ticket {
    std::string token;       // for the form's hidden field
    std::string set_cookie;  // value of a Set-Cookie header; "" where the browser has one
  };
  Ticket issue(const Request& request, std::string_view form, Timestamp now) const;

  // Was the token issued for this form and this browser, not longer ago than form_lifetime, and
  // does the request come from a page of ours (its Origin, where it names one)?
  bool accepts(const Request& request, std::string_view form, std::string_view token, Timestamp now,
               std::string_view public_url) const;

 private:
  std::string digest(std::string_view form, std::string_view cookie, std::string_view issued) const;

  const bool secure_;
  const std::string cookie_;  // its name
  std::array<unsigned char, 32> key_;
};

}  // namespace incontro::server
