#include "http/url.h"

#include <gtest/gtest.h>

#include "http/router.h"

namespace incontro::server {
namespace {

TEST(Url, CodeLikeWordsSurviveEveryLink) {
  for (const char* word :
       {"C++", "C#", "A+", "R&D", "L.68/99", "100%", "a=b;c", "è \"così\"", "?"}) {
    const std::string address = Url("/offerte").add("q", word).add("page", "2").text();
    const auto parameters = parse_parameters(address.substr(address.find('?') + 1));
    ASSERT_TRUE(parameters) << word;
    EXPECT_EQ(value_of(*parameters, "q"), word);
    EXPECT_EQ(value_of(*parameters, "page"), "2");
    EXPECT_EQ(address.find_first_of("+#\"'<> "), std::string::npos) << address;
  }
}

TEST(Url, AFormsPlusIsABlankAndItsEncodedPlusAPlus) {
  const auto parameters = parse_parameters("q=C%2B%2B+senior&dove=Reggio+nell%27Emilia&&x");
  ASSERT_TRUE(parameters);
  EXPECT_EQ(value_of(*parameters, "q"), "C++ senior");
  EXPECT_EQ(value_of(*parameters, "dove"), "Reggio nell'Emilia");
  EXPECT_EQ(value_of(*parameters, "x"), "");
  EXPECT_EQ(value_of(*parameters, "y"), "");
}

TEST(Url, AnyBytesOfUtf8ComeBack) {
  std::string all;
  for (char c = 1; c < 127; ++c) all += c;
  all += "àèìòù€😀";
  const auto back = percent_decode(percent_encode(all));
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, all);
}

TEST(Url, BrokenEncodingsAreRefused) {
  for (const char* text : {"q=%", "q=%4", "q=%zz", "q=%C3", "q=%FF", "q=%00", "q=%ED%A0%80", "%="})
    EXPECT_FALSE(parse_parameters(text)) << text;
  std::string many;
  for (int i = 0; i < 101; ++i) many += "a=1&";
  EXPECT_FALSE(parse_parameters(many));
}

Response nothing(const Context&, const Request&) { return {}; }

TEST(Router, FindsTheAddressDecodesItsCodeAndKnowsTheMethods) {
  const Route table[] = {{Method::get, "/", nothing},
                         {Method::get, "/offerte", nothing},
                         {Method::get, "/offerte/{code}", nothing},
                         {Method::get, "/contatti", nothing},
                         {Method::post, "/contatti", nothing},
                         {Method::get, "/static/{file*}", nothing},
                         {Method::get, "/offerte/{code}/candidati", nothing}};
  EXPECT_EQ(find_route(table, Method::get, "/").route, &table[0]);
  EXPECT_EQ(find_route(table, Method::head, "/offerte").route, &table[1]);
  const Match code = find_route(table, Method::get, "/offerte/A%2FB%20C");
  EXPECT_EQ(code.route, &table[2]);
  EXPECT_EQ(code.capture, "A/B C");
  EXPECT_EQ(find_route(table, Method::post, "/contatti").route, &table[4]);
  EXPECT_EQ(find_route(table, Method::get, "/static/1/a.css").capture, "1/a.css");
  const Match inner = find_route(table, Method::get, "/offerte/A%2FB/candidati");
  EXPECT_EQ(inner.route, &table[6]);
  EXPECT_EQ(inner.capture, "A/B");

  const Match post = find_route(table, Method::post, "/offerte");
  EXPECT_EQ(post.route, nullptr);
  EXPECT_EQ(post.allow, "GET, HEAD, OPTIONS");
  EXPECT_EQ(find_route(table, Method::other, "/contatti").allow, "GET, HEAD, POST, OPTIONS");
  for (const char* path : {"", "/nulla", "/offerte/", "/offerte/a/b", "/offerte//candidati",
                           "/offerte/a/b/candidati", "/offerte/a/candidati/", "/offerte/%zz",
                           "/OFFERTE", "//offerte", "/offerte%2Fa", "/static/"}) {
    const Match none = find_route(table, Method::get, path);
    EXPECT_EQ(none.route, nullptr) << path;
    EXPECT_EQ(none.allow, "") << path;
  }
}

}  // namespace
}  // namespace incontro::server
