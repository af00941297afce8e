#include "http/rate_limiter.h"

#include <algorithm>

namespace incontro::server {

std::optional<std::chrono::seconds> RateLimiter::take(std::string_view client, Time now) {
  const std::lock_guard lock(mutex_);
  const auto known = places_.find(client);
  if (known != places_.end()) {
    buckets_.splice(buckets_.begin(), buckets_, known->second);
  } else {
    if (buckets_.size() == most_clients) {
      places_.erase(buckets_.back().client);
      buckets_.pop_back();
    }
    buckets_.push_front({std::string(client), now});
    places_.emplace(buckets_.front().client, buckets_.begin());
  }
  Time& full = buckets_.front().full;
  const Time after = std::max(full, now) + rate_.every;
  const auto missing = after - now - rate_.every * rate_.burst;
  if (missing > missing.zero()) return std::chrono::ceil<std::chrono::seconds>(missing);
  full = after;
  return std::nullopt;
}

}  // namespace incontro::server
