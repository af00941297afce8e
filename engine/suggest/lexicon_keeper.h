#pragma once

#include <incontro/published.h>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "suggest/lexicon.h"

namespace incontro {

// Keeps a lexicon near what is searchable, on a thread of its own that works only while somebody
// asks, and rests after each making so long that it takes a small part of a processor at most. Any
// thread may call anything.
class LexiconKeeper {
 public:
  using Make = std::function<std::shared_ptr<const Lexicon>()>;

  explicit LexiconKeeper(Make make) : make_(std::move(make)) {}
  ~LexiconKeeper();

  // The newest that there is; one that is older than the snapshot or of another day is renewed in
  // the background. Waits for the very first only.
  std::shared_ptr<const Lexicon> current(Sequence sequence, Date today);
  // Makes one that begins after this call, without a rest, and waits for it.
  void refresh();

 private:
  void run();
  void want();  // REQUIRES: the lock

  const Make make_;
  Published<Lexicon> lexicon_;

  std::mutex mutex_;  // guards what follows
  std::condition_variable woken_, made_;
  std::thread thread_;  // started by the first who asks
  bool wanted_ = false, stopping_ = false;
  std::uint64_t asked_ = 0, answered_ = 0;  // calls of refresh()
};

}  // namespace incontro
