#pragma once

#include <optional>
#include <string>
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

// Why a request may not pass. Its connection is closed after the answer, because where its body
// ends is in doubt.
struct Refusal {
  unsigned status;          // 400, or what says more: 411, 413, 414, 417, 431, 501, 505
  std::string_view reason;  // English, for the log
};

// Decides whether a request is framed and addressed so that everybody on the way to us must read it
// alike: what a proxy and we could cut at different places is refused. Bodies are framed by
// Content-Length alone: no form of ours needs a Transfer-Encoding, and a reader of chunks that is
// not there cannot be fooled. Pure.
std::optional<Refusal> refuse(const Head& head);

// Whom a target of a request that passed names: of "http://host:80/a?b" the host with its port and
// "/a?b"; of "/a?b" no host. The rest of both is as it was sent (RFC 9112, 3.2.2). A fragment,
// which is the browser's own affair and which careless clients send, is cut off.
struct Target {
  std::string_view host;
  std::string path_and_query;
};
Target split_target(std::string_view target);

}  // namespace incontro::server
