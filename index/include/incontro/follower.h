#pragma once

#include <incontro/result.h>
#include <incontro/store.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace incontro {

// Keeps one derived index up to the store's change log, on a thread of its own. Any thread may call
// wake(), ask_to_stop(), applied() and wait_for(); the rest belongs to the thread that made it.
class Follower {
 public:
  // Takes in consecutive changes, the last of which has the sequence `last`.
  using Take = std::function<Done(const std::vector<Change>& changes, Sequence last)>;

  Follower(const Store& store, Take take) : store_(store), take_(std::move(take)) {}
  ~Follower() { stop(0); }

  // Of an index that holds all up to `applied`; an earlier failure is forgotten.
  void begin_at(Sequence applied);
  // On the calling thread, while the own one does not run: until the log's end is reached.
  Done catch_up();
  void start();
  // It ends after what it is at, having first done what is left where that is no more than
  // `most_left` changes.
  void ask_to_stop(Sequence most_left);
  void stop(Sequence most_left);  // the same, and waits for it
  void wake();                    // the log has grown

  Sequence applied() const;
  std::optional<Error> failure() const;
  // busy: not within `patience`. Otherwise the error at which following ended.
  Done wait_for(Sequence sequence, std::chrono::milliseconds patience) const;

 private:
  void run();
  bool ends() const;  // REQUIRES: the lock
  Done take_next();

  const Store& store_;
  const Take take_;
  std::thread thread_;

  mutable std::mutex mutex_;  // guards what follows
  mutable std::condition_variable woken_, reached_;
  Sequence applied_ = 0;
  bool stopping_ = false;
  Sequence most_left_ = 0;
  std::optional<Error> failure_;
};

}  // namespace incontro
