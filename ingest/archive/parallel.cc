#include "archive/parallel.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace incontro {

void run_parallel(unsigned workers, std::size_t count,
                  const std::function<void(unsigned worker, std::size_t i)>& work,
                  const std::function<void(std::size_t done)>& watch) {
  std::atomic<std::size_t> next{0}, done{0};
  std::mutex mutex;
  std::condition_variable changed;
  unsigned running = workers;
  std::vector<std::thread> threads;
  for (unsigned worker = 0; worker < workers; ++worker)
    threads.emplace_back([&, worker] {
      for (std::size_t i = next++; i < count; i = next++) {
        work(worker, i);
        ++done;
      }
      const std::lock_guard lock(mutex);
      --running;
      changed.notify_one();
    });
  {
    std::unique_lock lock(mutex);
    constexpr auto pause = std::chrono::milliseconds(100);
    while (!changed.wait_for(lock, pause, [&] { return running == 0; })) {
      lock.unlock();
      if (watch) watch(done);
      lock.lock();
    }
  }
  for (std::thread& thread : threads) thread.join();
  if (watch) watch(done);
}

}  // namespace incontro
