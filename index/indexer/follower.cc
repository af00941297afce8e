#include <incontro/follower.h>

namespace incontro {
namespace {

using namespace std::chrono_literals;

// One commit's worth: large enough that Xapian's commits (some ms each) do not matter in a bulk
// load, small enough to be made while somebody waits.
constexpr std::size_t batch_limit = 4'000;
// Changes that arrive together are taken together: a commit of one costs as much as of fifty.
constexpr auto gather_time = 50ms;

}  // namespace

void Follower::begin_at(Sequence applied) {
  const std::lock_guard lock(mutex_);
  applied_ = applied;
  failure_.reset();
}

Done Follower::take_next() {
  const Sequence at = applied();
  const auto changes = store_.changes(at, batch_limit);
  if (!changes) return changes.error();
  if (changes->empty())
    return Error{Code::corrupt, "the change log has a hole: no index can follow it"};
  const Sequence last = changes->back().sequence;
  if (const Done done = take_(*changes, last); !done) return done;
  const std::lock_guard lock(mutex_);
  applied_ = last;
  reached_.notify_all();
  return ok;
}

Done Follower::catch_up() {
  while (applied() < store_.last())
    if (const Done done = take_next(); !done) return done;
  return ok;
}

void Follower::start() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = false;
  }
  thread_ = std::thread([this] { run(); });
}

void Follower::ask_to_stop(Sequence most_left) {
  const std::lock_guard lock(mutex_);
  stopping_ = true;
  most_left_ = most_left;
  woken_.notify_one();
}

void Follower::stop(Sequence most_left) {
  if (!thread_.joinable()) return;
  ask_to_stop(most_left);
  thread_.join();
}

void Follower::wake() {
  const std::lock_guard lock(mutex_);
  woken_.notify_one();
}

bool Follower::ends() const {
  const Sequence left = store_.last() - applied_;
  return failure_ || (stopping_ && (left == 0 || left > most_left_));
}

void Follower::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    woken_.wait(lock, [this] { return ends() || store_.last() > applied_; });
    if (!stopping_ && store_.last() - applied_ < batch_limit)
      woken_.wait_for(lock, gather_time, [this] { return stopping_; });
    if (ends()) return;
    lock.unlock();
    const Done done = take_next();
    lock.lock();
    if (done) continue;
    failure_ = done.error();
    reached_.notify_all();
  }
}

Sequence Follower::applied() const {
  const std::lock_guard lock(mutex_);
  return applied_;
}

std::optional<Error> Follower::failure() const {
  const std::lock_guard lock(mutex_);
  return failure_;
}

Done Follower::wait_for(Sequence sequence, std::chrono::milliseconds patience) const {
  std::unique_lock lock(mutex_);
  reached_.wait_for(lock, patience, [&] { return failure_ || applied_ >= sequence; });
  if (applied_ >= sequence) return ok;
  if (failure_) return *failure_;
  return Error{Code::busy, "the index has not caught up yet"};
}

}  // namespace incontro
