#pragma once

#include <chrono>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "http/rate_limiter.h"
#include "http/request.h"

namespace incontro::server {

// Takes in what forms send: each token once, and no more than people send. Any thread.
//
// Of one address five messages at once and then one every two minutes: more than anybody has to
// say, and a day of it fills a megabyte or two. Of all together sixty at once and then one every
// ten seconds: behind a proxy that does not say for whom it asks, all are one address.
class FormDesk {
 public:
  static constexpr Rate of_client{5, std::chrono::minutes(2)};
  static constexpr Rate of_all{60, std::chrono::seconds(10)};
  static constexpr std::size_t most_tokens =
      16'384;  // kept; of_all uses up 1,500 in their lifetime

  enum class Verdict { kept, repeated, used, too_many };
  struct Outcome {
    Verdict verdict;
    std::string number;            // kept, repeated: what `keep` gave
    std::chrono::seconds wait{0};  // too_many
  };
  // Calls `keep` for a token that was not used before, within the rates, which repetitions use up
  // too; what it throws or "", a failure, leaves the token as it was. The same token with the same
  // content again (a double click, a reloaded page) is `repeated`; with another content it is
  // `used`.
  Outcome take(const Client& client, std::string_view token, std::string_view content,
               const std::function<std::string()>& keep);

 private:
  struct Used {
    std::string token;
    std::size_t content;  // its hash
    std::string number;
  };

  RateLimiter client_rate_{of_client}, rate_{of_all};
  std::mutex mutex_;      // one form at a time: each is one synced write
  std::list<Used> used_;  // the latest in front
  std::unordered_map<std::string_view, std::list<Used>::iterator> places_;
};

}  // namespace incontro::server
