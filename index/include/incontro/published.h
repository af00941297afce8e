#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace incontro {

// A pointer that one thread replaces and any thread reads: readers keep what they got for as long
// as they like. The lock covers the copy of one pointer. It is not std::atomic<std::shared_ptr>,
// which locks too, and whose load in libstdc++ 12 unlocks without the memory order that the next
// store needs (ThreadSanitizer sees the race).
template <class T>
class Published {
 public:
  Published() = default;
  explicit Published(std::shared_ptr<const T> first) : current_(std::move(first)) {}

  std::shared_ptr<const T> load() const {
    const std::lock_guard lock(mutex_);
    return current_;
  }
  // What was published before is let go outside the lock: the parameter outlives it.
  void store(std::shared_ptr<const T> next) {
    const std::lock_guard lock(mutex_);
    current_.swap(next);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const T> current_;
};

}  // namespace incontro
