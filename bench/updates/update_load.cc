#include "updates/update_load.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "corpus.h"
#include "harness/give_up.h"

namespace incontro::bench {
namespace {

using Steady = std::chrono::steady_clock;

struct Acknowledged {
  Sequence sequence;
  Steady::time_point at;
};

// Follows the updates on a thread of its own: they become findable in the order of their
// sequence numbers.
class Watcher {
 public:
  explicit Watcher(const Engine& engine) : engine_(engine), thread_([this] { follow(); }) {}

  void add(Acknowledged update) {
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(update);
    }
    changed_.notify_one();
  }

  std::vector<double> finish() && {
    {
      const std::lock_guard lock(mutex_);
      finished_ = true;
    }
    changed_.notify_one();
    thread_.join();
    return std::move(milliseconds_);
  }

 private:
  void follow() {
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return finished_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      const Acknowledged next = waiting_.front();
      waiting_.pop_front();
      lock.unlock();
      if (const Done done = engine_.wait_for(next.sequence, std::chrono::minutes(5)); !done)
        give_up("an update cannot be found: {}", done.error().message);
      const std::chrono::duration<double, std::milli> after = Steady::now() - next.at;
      milliseconds_.push_back(after.count());
    }
  }

  const Engine& engine_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Acknowledged> waiting_;
  bool finished_ = false;
  std::vector<double> milliseconds_;
  std::thread thread_;  // last: it uses all of the others
};

// A later communication: a code and a day of its own, and the name of the one it replaces.
Vacancy replacement_of(std::size_t old, std::size_t number) {
  Vacancy vacancy = bench_generator().vacancy(number);
  vacancy.system.predecessor = bench_generator().vacancy(old).system.code;
  return vacancy;
}

}  // namespace

UpdateResult run_updates(Engine& engine, std::size_t records, double rate, double seconds) {
  UpdateResult result;
  Watcher watcher(engine);
  const auto updates = static_cast<std::size_t>(rate * seconds);
  const std::size_t apart = records / (updates / 2 + 1);  // the replaced ones are all over the home
  const auto start = Steady::now();
  for (std::size_t i = 0; i < updates; ++i) {
    const bool replaces = i % 2 == 1;
    const Record record = replaces ? replacement_of(i / 2 * apart, records + i)
                                   : bench_generator().vacancy(records + i);
    const std::chrono::duration<double> due(static_cast<double>(i) / rate);
    std::this_thread::sleep_until(start + std::chrono::duration_cast<Steady::duration>(due));
    const auto applied = engine.store().apply(record);
    if (!applied) give_up("an update is refused: {}", applied.error().message);
    watcher.add({applied->sequence, Steady::now()});
    ++(replaces ? result.replaced : result.added);
  }
  result.seconds = std::chrono::duration<double>(Steady::now() - start).count();
  result.findable_after = std::move(watcher).finish();
  return result;
}

}  // namespace incontro::bench
