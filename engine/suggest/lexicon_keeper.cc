#include "suggest/lexicon_keeper.h"

#include <algorithm>
#include <chrono>

namespace incontro {
namespace {

using namespace std::chrono_literals;

constexpr auto shortest_rest = 2s;
constexpr int rest_for_work = 10;  // so many times as long as the making took

}  // namespace

LexiconKeeper::~LexiconKeeper() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    woken_.notify_one();
  }
  if (thread_.joinable()) thread_.join();
}

std::shared_ptr<const Lexicon> LexiconKeeper::current(Sequence sequence, Date today) {
  auto lexicon = lexicon_.load();
  if (lexicon && lexicon->sequence == sequence && lexicon->today == today) return lexicon;
  std::unique_lock lock(mutex_);
  want();
  if (lexicon) return lexicon;
  made_.wait(lock, [&] { return (lexicon = lexicon_.load()) != nullptr; });
  return lexicon;
}

void LexiconKeeper::refresh() {
  std::unique_lock lock(mutex_);
  const std::uint64_t mine = ++asked_;
  want();
  made_.wait(lock, [&] { return answered_ >= mine; });
}

void LexiconKeeper::want() {
  wanted_ = true;
  if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
  woken_.notify_one();
}

void LexiconKeeper::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    woken_.wait(lock, [this] { return stopping_ || wanted_; });
    if (stopping_) return;
    wanted_ = false;
    const std::uint64_t answering = asked_;
    lock.unlock();
    const auto begin = std::chrono::steady_clock::now();
    lexicon_.store(make_());
    const auto work = std::chrono::steady_clock::now() - begin;
    lock.lock();
    answered_ = answering;
    made_.notify_all();
    woken_.wait_for(lock, std::max<std::chrono::nanoseconds>(shortest_rest, rest_for_work * work),
                    [this] { return stopping_ || asked_ > answered_; });
  }
}

}  // namespace incontro
