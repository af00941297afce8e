#include "handlers/form_desk.h"

namespace incontro::server {

FormDesk::Outcome FormDesk::take(const Client& client, std::string_view token,
                                 std::string_view content,
                                 const std::function<std::string()>& keep) {
  const std::lock_guard lock(mutex_);
  const std::size_t hash = std::hash<std::string_view>()(content);
  const auto now = RateLimiter::Time::clock::now();
  for (RateLimiter* const limiter : {&client_rate_, &rate_})
    if (const auto wait = limiter->take(limiter == &rate_ ? "" : client.name, now))
      return {Verdict::too_many, {}, *wait};
  if (const auto known = places_.find(token); known != places_.end()) {
    const Used& used = *known->second;
    if (used.content == hash) return {Verdict::repeated, used.number};
    return {Verdict::used, used.number};
  }
  std::string number = keep();
  if (number.empty()) return {Verdict::kept, {}};
  if (used_.size() == most_tokens) {
    places_.erase(used_.back().token);
    used_.pop_back();
  }
  used_.push_front({std::string(token), hash, number});
  places_.emplace(used_.front().token, used_.begin());
  return {Verdict::kept, std::move(number)};
}

}  // namespace incontro::server
