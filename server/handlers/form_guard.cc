#include "handlers/form_guard.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>

#include "http/ascii.h"

namespace incontro::server {
namespace {

constexpr std::size_t cookie_digits = 32;

std::string hexadecimal(const unsigned char* bytes, std::size_t size) {
  std::string text(size * 2 + 1, '\0');  // sodium ends it with NUL
  sodium_bin2hex(text.data(), text.size(), bytes, size);
  text.pop_back();
  return text;
}

std::string random_cookie() {
  unsigned char bytes[cookie_digits / 2];
  randombytes_buf(bytes, sizeof bytes);
  return hexadecimal(bytes, sizeof bytes);
}

bool is_cookie(std::string_view text) {
  return text.size() == cookie_digits &&
         std::ranges::all_of(text, [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

std::int64_t seconds(Timestamp t) { return t.time_since_epoch().count(); }

// "https://host:port" -> "host:port"
std::string_view host_of(std::string_view origin) {
  const std::size_t slashes = origin.find("://");
  return slashes == std::string_view::npos ? std::string_view() : origin.substr(slashes + 3);
}

bool comes_from_us(const Request& request, std::string_view public_url) {
  if (request.origin.empty()) return true;
  if (!public_url.empty()) return same_ignoring_case(request.origin, public_url);
  return same_ignoring_case(host_of(request.origin), request.host);
}

}  // namespace

FormGuard::FormGuard(bool secure)
    : secure_(secure), cookie_(secure ? "__Host-incontro" : "incontro") {
  static_assert(std::tuple_size_v<decltype(key_)> == crypto_auth_KEYBYTES);
  crypto_auth_keygen(key_.data());
}

std::string FormGuard::digest(std::string_view form, std::string_view cookie,
                              std::string_view issued) const {
  std::string text(form);
  text.append("|").append(cookie).append("|").append(issued);
  unsigned char mac[crypto_auth_BYTES];
  crypto_auth(mac, reinterpret_cast<const unsigned char*>(text.data()), text.size(), key_.data());
  return hexadecimal(mac, sizeof mac);
}

FormGuard::Ticket FormGuard::issue(const Request& request, std::string_view form,
                                   Timestamp now) const {
  Ticket ticket;
  std::string cookie(cookie_of(request, cookie_));
  if (!is_cookie(cookie)) {
    cookie = random_cookie();
    ticket.set_cookie = cookie_ + "=" + cookie + "; Path=/; HttpOnly; SameSite=Lax";
    if (secure_) ticket.set_cookie += "; Secure";
  }
  const std::string issued = std::to_string(seconds(now));
  ticket.token = issued + "." + digest(form, cookie, issued);
  return ticket;
}

bool FormGuard::accepts(const Request& request, std::string_view form, std::string_view token,
                        Timestamp now, std::string_view public_url) const {
  const std::string_view cookie = cookie_of(request, cookie_);
  const std::size_t dot = token.find('.');
  if (!is_cookie(cookie) || dot == std::string_view::npos) return false;
  const std::string_view issued = token.substr(0, dot), given = token.substr(dot + 1);
  const std::string expected = digest(form, cookie, issued);
  if (given.size() != expected.size() ||
      sodium_memcmp(given.data(), expected.data(), expected.size()) != 0)
    return false;
  std::int64_t then = 0;  // ours: the digest vouches for it
  std::from_chars(issued.data(), issued.data() + issued.size(), then);
  const std::int64_t age = seconds(now) - then;
  return age >= -3'600 && age <= std::chrono::seconds(form_lifetime).count() &&  // -1 h: October
         comes_from_us(request, public_url);
}

}  // namespace incontro::server
