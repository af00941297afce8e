#pragma once

namespace incontro {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
// In folded text: a lower-case letter or digit, or a byte of a character beyond ASCII.
constexpr bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace incontro
