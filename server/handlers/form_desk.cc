#include "handlers/form_desk.h"

namespace incontro::server {

FormDesk::Outcome FormDesk::take(const Client& client, std::string_view token,
                                 std::string_view content,
                                 const std::function<std::string()>& keep) {
  const std::lock_guard lock(mutex_);
  const std::size_t hash = std::hash<std::string_view>()(content);
  if (const auto known = places_.find(token); known != places_.end()) {
    Used& used = *known->second;
    if (used.content != hash) return {Verdict::used, used.number};
    if (++used.repeats > most_repeats)
      return {Verdict::too_many, {}, std::chrono::ceil<std::chrono::seconds>(of_client.every)};
    return {Verdict::repeated, used.number};
  }
  const auto now = RateLimiter::Time::clock::now();
  for (RateLimiter* const limiter : {&client_rate_, &rate_})
    if (const auto wait = limiter->take(limiter == &rate_ ? "" : client.name, now))
      return {Verdict::too_many, {}, *wait};
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
