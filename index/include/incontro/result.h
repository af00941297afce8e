#pragma once

#include <incontro/assert.h>

#include <string>
#include <utility>
#include <variant>

namespace incontro {

// What a caller can do about a failure, and nothing finer.
enum class Code {
  invalid,    // the request itself is wrong: change it
  not_found,  // an ordinary answer: it is not there
  conflict,   // it collides with what is stored: decide, then try again
  denied,     // this caller may not
  busy,       // try again later
  corrupt,    // stored data fails its checks: restore or rebuild
  io,         // the machine failed: disk, memory, network
};

struct Error {
  Code code;
  std::string message;  // for the log and for engineers: English, no personal data
};

// A value or an Error; the names are those of std::expected, so that C++23 makes this an alias.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }
  bool has_value() const { return state_.index() == 0; }

  T& value() & { return *operator->(); }
  const T& value() const& { return *operator->(); }
  T&& value() && { return std::move(*operator->()); }
  T& operator*() & { return *operator->(); }
  const T& operator*() const& { return *operator->(); }
  T&& operator*() && { return std::move(*operator->()); }
  T* operator->() {
    INCONTRO_ASSERT(has_value() && "the value of a failed result");
    return std::get_if<0>(&state_);
  }
  const T* operator->() const {
    INCONTRO_ASSERT(has_value() && "the value of a failed result");
    return std::get_if<0>(&state_);
  }
  const Error& error() const {
    INCONTRO_ASSERT(!has_value() && "the error of a good result");
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

struct Nothing {};
using Done = Result<Nothing>;
inline constexpr Nothing ok;

}  // namespace incontro
