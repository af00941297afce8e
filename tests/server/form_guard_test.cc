#include "handlers/form_guard.h"

#include <gtest/gtest.h>

#include "support/records.h"

namespace incontro::server {
namespace {

const Timestamp now = Timestamp(day(2026, 11, 23)) + std::chrono::hours(10);

struct Filled {
  Request request;
  std::string token;
};

Filled filled(const FormGuard& guard) {
  const auto ticket = guard.issue(Request{}, "form", now);
  Filled filled{{}, ticket.token};
  filled.request.host = "lavoro.example.org";
  filled.request.cookie = "other=1; " + ticket.set_cookie.substr(0, ticket.set_cookie.find(';'));
  return filled;
}

TEST(FormGuard, AcceptsItsOwnTicketForFourHours) {
  const FormGuard guard(false);
  const Filled f = filled(guard);
  EXPECT_TRUE(guard.accepts(f.request, "form", f.token, now, ""));
  EXPECT_TRUE(guard.accepts(f.request, "form", f.token, now + std::chrono::hours(4), ""));
  EXPECT_FALSE(guard.accepts(f.request, "form", f.token, now + std::chrono::hours(5), ""));
}

TEST(FormGuard, AgeIsMeasuredToTheSecondAndAClockMayGoBackAnHour) {
  const FormGuard guard(false);
  const Filled f = filled(guard);
  const auto accepted_after = [&](std::chrono::seconds age) {
    return guard.accepts(f.request, "form", f.token, now + age, "");
  };
  EXPECT_TRUE(accepted_after(form_lifetime));
  EXPECT_FALSE(accepted_after(form_lifetime + std::chrono::seconds(1)));
  EXPECT_FALSE(accepted_after(std::chrono::days(365)));
  EXPECT_TRUE(accepted_after(std::chrono::hours(-1)));
  EXPECT_FALSE(accepted_after(std::chrono::hours(-1) - std::chrono::seconds(1)));
}

TEST(FormGuard, RefusesEveryForgery) {
  const FormGuard guard(false), other(false);
  const Filled f = filled(guard);
  EXPECT_FALSE(guard.accepts(f.request, "another", f.token, now, "")) << "another form";
  EXPECT_FALSE(other.accepts(f.request, "form", f.token, now, "")) << "another key";
  EXPECT_FALSE(guard.accepts(Request{}, "form", f.token, now, "")) << "no cookie";
  const Filled stranger = filled(guard);
  EXPECT_FALSE(guard.accepts(stranger.request, "form", f.token, now, "")) << "another browser";
  std::string later = f.token;
  later[later.find('.') - 1] ^= 1;
  for (const std::string& token : {std::string(), std::string("."), later, f.token + "0",
                                   f.token.substr(0, f.token.size() - 1)})
    EXPECT_FALSE(guard.accepts(f.request, "form", token, now, "")) << token;
}

TEST(FormGuard, RefusesPagesOfOtherOrigins) {
  const FormGuard guard(true);
  Filled f = filled(guard);
  const auto accepts = [&](const char* origin, const char* public_url) {
    f.request.origin = origin;
    return guard.accepts(f.request, "form", f.token, now, public_url);
  };
  EXPECT_TRUE(accepts("", "https://lavoro.example.org"));
  EXPECT_TRUE(accepts("https://lavoro.example.org", "https://lavoro.example.org"));
  EXPECT_TRUE(accepts("http://lavoro.example.org", ""));
  EXPECT_FALSE(accepts("http://lavoro.example.org", "https://lavoro.example.org"));
  EXPECT_FALSE(accepts("https://evil.example", ""));
  EXPECT_FALSE(accepts("null", ""));
  EXPECT_FALSE(accepts("https://lavoro.example.org.evil.example", ""));
}

TEST(FormGuard, TheCookieIsClosedToScriptsAndBoundToHttps) {
  const std::string plain = FormGuard(false).issue(Request{}, "form", now).set_cookie;
  EXPECT_NE(plain.find("HttpOnly; SameSite=Lax"), std::string::npos);
  EXPECT_EQ(plain.find("Secure"), std::string::npos);
  const std::string secure = FormGuard(true).issue(Request{}, "form", now).set_cookie;
  EXPECT_EQ(secure.rfind("__Host-", 0), 0U);
  EXPECT_NE(secure.find("; Secure"), std::string::npos);
  const FormGuard guard(false);
  EXPECT_EQ(guard.issue(filled(guard).request, "form", now).set_cookie, "") << "it has one";
}

}  // namespace
}  // namespace incontro::server
