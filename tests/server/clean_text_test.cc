#include "http/clean_text.h"

#include <gtest/gtest.h>

namespace incontro::server {
namespace {

TEST(CleanText, WhatNobodySeesGoes) {
  EXPECT_EQ(without_invisible("\u202Eabc\u2069\u200F\u061C\u200B\u200D\u2060\uFEFF\u00AD"), "abc");
  EXPECT_EQ(without_invisible("perché, 日本 \xF0\x9F\x8D\x95\r\n\t"),
            "perché, 日本 \xF0\x9F\x8D\x95\r\n\t");
}

TEST(CleanText, ControlsAreFoundAndLineEndsWhereTheyMayNotStand) {
  for (const char* text : {"a\x01", "a\x7F", "a\u0085", "a\u2028b", "a\u2029b", "a\x1B[31m"})
    EXPECT_TRUE(has_controls(text, true)) << printable(text);
  for (const char* text : {"a\nb", "a\rb", "a\tb"}) {
    EXPECT_TRUE(has_controls(text, false));
    EXPECT_FALSE(has_controls(text, true));
  }
  EXPECT_FALSE(has_controls("è così", false));
}

TEST(CleanText, ALineOfTheLogStaysOneLine) {
  EXPECT_EQ(printable("a\nb\u202Ec\x1B[0m\xFFè"), "a\\u{A}b\\u{202E}c\\u{1B}[0m\\x{FF}è");
}

}  // namespace
}  // namespace incontro::server
