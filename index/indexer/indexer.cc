#include <incontro/indexer.h>
#include <incontro/published.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "indexer/collection_index.h"
#include "indexer/compare.h"

namespace incontro {
namespace {

using namespace std::chrono_literals;

// One commit's worth: large enough that Xapian's commits (some ms each) do not matter in a bulk
// load, small enough that a record is searchable about a second after it was acknowledged.
constexpr std::size_t batch_limit = 4'000;
// Changes that arrive together are indexed together: a commit of one costs as much as of fifty.
constexpr auto gather_time = 50ms;
// After a kill at most this many changes are analysed again on opening (some seconds).
constexpr Sequence save_interval = 50'000;

}  // namespace

struct Indexer::Impl {
  Impl(std::filesystem::path home_directory, Store& records, Access access_wanted)
      : home(std::move(home_directory)), store(records), access(access_wanted) {}

  Done open_indexes();
  Done catch_up();  // until the log is followed to its end
  Done save();
  void publish(Sequence reached);
  void start();
  void stop();
  void run();

  const std::filesystem::path home;
  Store& store;
  const Access access;
  const Analyzer analyzer;
  std::unique_ptr<CollectionIndex> indexes[2];
  Published<Snapshot> snapshot{std::make_shared<const Snapshot>()};

  mutable std::mutex mutex;  // guards what follows
  mutable std::condition_variable woken, reached;
  bool stopping = false;
  std::optional<Error> failure;

  std::mutex rebuilding;  // one rebuild at a time
  std::thread thread;
};

Done Indexer::Impl::open_indexes() {
  for (const Collection collection : collections) {
    auto index = CollectionIndex::open(home, collection, store, access);
    if (!index) return index.error();
    indexes[static_cast<std::size_t>(collection)] = std::move(*index);
  }
  return catch_up();
}

Done Indexer::Impl::catch_up() {
  Sequence at = std::min(indexes[0]->applied(), indexes[1]->applied());
  do {
    const auto changes = store.changes(at, batch_limit);
    if (!changes) return changes.error();
    if (!changes->empty())
      at = changes->back().sequence;
    else if (at < store.last())
      return Error{Code::corrupt, "the change log has a hole: no index can follow it"};
    for (const auto& index : indexes) {
      if (const Done done = index->follow(*changes, at, store, analyzer); !done) return done;
      if (const Done done = index->commit(); !done) return done;
    }
    publish(at);
    if (indexes[0]->unsaved() >= save_interval)
      if (const Done done = save(); !done) return done;
  } while (at < store.last());
  return ok;
}

Done Indexer::Impl::save() {
  if (access == Access::shared) return ok;
  for (const auto& index : indexes)
    if (const Done done = index->save(store.identity()); !done) return done;
  return ok;
}

void Indexer::Impl::publish(Sequence sequence) {
  auto next = std::make_shared<Snapshot>();
  next->sequence = sequence;
  for (const Collection collection : collections) {
    const auto i = static_cast<std::size_t>(collection);
    next->collections[i] = indexes[i]->snapshot();
  }
  snapshot.store(std::move(next));
  const std::lock_guard lock(mutex);
  reached.notify_all();
}

void Indexer::Impl::start() {
  if (access == Access::shared) return;
  stopping = false;
  store.on_change([this] {
    const std::lock_guard lock(mutex);
    woken.notify_one();
  });
  thread = std::thread([this] { run(); });
}

void Indexer::Impl::stop() {
  if (!thread.joinable()) return;
  store.on_change({});
  {
    const std::lock_guard lock(mutex);
    stopping = true;
    woken.notify_one();
  }
  thread.join();
}

void Indexer::Impl::run() {
  std::unique_lock lock(mutex);
  while (!failure) {
    const auto behind = [this] { return store.last() > snapshot.load()->sequence; };
    woken.wait(lock, [&] { return stopping || behind(); });
    if (!behind()) break;  // stopping, and nothing left to do
    if (!stopping) woken.wait_for(lock, gather_time, [this] { return stopping; });
    lock.unlock();
    const Done done = catch_up();
    lock.lock();
    if (!done) {
      failure = done.error();
      reached.notify_all();
    }
  }
}

Indexer::Indexer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Result<std::unique_ptr<Indexer>> Indexer::open(const std::filesystem::path& home, Store& store,
                                               Access access) {
  auto impl = std::make_unique<Impl>(home, store, access);
  if (const Done done = impl->open_indexes(); !done) return done.error();
  impl->start();
  return std::unique_ptr<Indexer>(new Indexer(std::move(impl)));
}

Indexer::~Indexer() {
  impl_->stop();
  // Saving only spares the next opening some work: what fails here is done again from the store.
  if (!impl_->failure) static_cast<void>(impl_->save());
}

std::shared_ptr<const Snapshot> Indexer::snapshot() const { return impl_->snapshot.load(); }

Done Indexer::wait_for(Sequence sequence, std::chrono::milliseconds patience) const {
  std::unique_lock lock(impl_->mutex);
  const bool in_time = impl_->reached.wait_for(lock, patience, [&] {
    return impl_->failure || impl_->snapshot.load()->sequence >= sequence;
  });
  if (impl_->failure) return *impl_->failure;
  if (!in_time) return Error{Code::busy, "the index has not caught up yet"};
  return ok;
}

Done Indexer::rebuild() {
  if (impl_->access == Access::shared)
    return Error{Code::denied, "a rebuild needs the home to itself"};
  const std::lock_guard one(impl_->rebuilding);
  impl_->stop();
  for (auto& index : impl_->indexes) index.reset();
  std::error_code error;
  for (const char* folder : {"text", "blocks"}) {
    std::filesystem::remove_all(impl_->home / folder, error);
    if (error) return Error{Code::io, "cannot remove the old index: " + error.message()};
  }
  impl_->failure.reset();
  if (const Done done = impl_->open_indexes(); !done) return done;
  if (const Done done = impl_->save(); !done) return done;
  impl_->start();
  return ok;
}

Result<Comparison> Indexer::compare() const {
  Comparison comparison;
  const auto snapshot = impl_->snapshot.load();
  for (const Collection collection : collections)
    if (const Done done =
            compare_collection(collection, *snapshot, impl_->store, impl_->analyzer, comparison);
        !done)
      return done.error();
  return comparison;
}

Result<Sequence> Indexer::text_applied(Collection collection) const {
  return impl_->snapshot.load()->of(collection).text->applied();
}

}  // namespace incontro
