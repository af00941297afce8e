#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace incontro::server {

// The head of a request as it was read, repeated fields included.
struct Head {
  unsigned version = 11;  // 10 times major plus minor
  std::string_view method, target;
  std::vector<std::pair<std::string_view, std::string_view>> fields;
};

// Decides whether a request is framed and addressed so that everybody on the way to us must read it
// alike: what a proxy and we could cut at different places is refused. Returns the reason (English,
// for the log), or "" for a request that may pass. A refused request is answered 400 and its
// connection closed, because where its body ends is in doubt. Pure.
std::string_view refuse(const Head& head);

}  // namespace incontro::server
