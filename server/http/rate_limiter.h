#pragma once

#include <chrono>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace incontro::server {

// How often something may be done: `burst` times at once, and then again once every `every`.
struct Rate {
  unsigned burst = 1;
  std::chrono::milliseconds every{1'000};
};

// Counts what each client does, as a bucket of tokens. Keeps the most_clients that were seen last:
// a client that is forgotten begins with a full bucket. Any thread.
class RateLimiter {
 public:
  using Time = std::chrono::steady_clock::time_point;
  static constexpr std::size_t most_clients = 16'384;  // some 3 MB

  explicit RateLimiter(Rate rate) : rate_(rate) {}

  // Takes one token, or tells how long to wait for the next.
  std::optional<std::chrono::seconds> take(std::string_view client, Time now);

 private:
  // The moment at which the bucket would be full again tells all there is to know of it.
  struct Bucket {
    std::string client;
    Time full;
  };

  const Rate rate_;
  std::mutex mutex_;
  std::list<Bucket> buckets_;  // the one seen last in front
  std::unordered_map<std::string_view, std::list<Bucket>::iterator> places_;
};

}  // namespace incontro::server
