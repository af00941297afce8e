#include <incontro/follower.h>
#include <incontro/indexer.h>
#include <incontro/published.h>

#include <array>
#include <limits>
#include <mutex>

#include "indexer/blocks_index.h"
#include "indexer/compare.h"
#include "indexer/folders.h"
#include "indexer/text_index.h"

namespace incontro {
namespace {

// After a kill at most this many changes are analysed again on opening (some seconds).
constexpr Sequence save_interval = 50'000;
// What the text index may still lack when a home is closed: the next opening goes on with it. So
// closing takes seconds, even after millions of records.
constexpr Sequence text_left_at_close = 20'000;
constexpr Sequence no_bound = std::numeric_limits<Sequence>::max();
// Ten million records take less.
constexpr auto text_patience = std::chrono::hours(3);

}  // namespace

struct Indexer::Impl {
  Impl(std::filesystem::path home_directory, Store& records, Access access_wanted)
      : home(std::move(home_directory)),
        store(records),
        access(access_wanted),
        blocks_follower(store, [this](const auto& changes,
                                      Sequence last) { return take_blocks(changes, last); }),
        text_follower(store, [this](const auto& changes, Sequence last) {
          return take_text(changes, last);
        }) {}

  Done open_indexes();
  Done take_blocks(const std::vector<Change>& changes, Sequence last);
  Done take_text(const std::vector<Change>& changes, Sequence last);
  Done save_blocks();
  void publish(Sequence reached);
  void start();
  void stop(Sequence text_left);

  const std::filesystem::path home;
  Store& store;
  const Access access;
  const Analyzer analyzer;
  std::array<std::unique_ptr<BlocksIndex>, 2> blocks;  // by Collection
  std::array<std::unique_ptr<TextIndex>, 2> texts;
  Published<Snapshot> snapshot{std::make_shared<const Snapshot>()};
  Follower blocks_follower, text_follower;  // with shared access neither ever starts
  std::uint64_t listener = 0;               // of the store

  std::mutex rebuilding;  // one rebuild at a time
};

Done Indexer::Impl::open_indexes() {
  for (const Collection collection : collections) {
    const auto i = static_cast<std::size_t>(collection);
    auto text = TextIndex::open(home, collection, store, access);
    if (!text) return text.error();
    texts[i] = std::move(*text);
    auto of_blocks = BlocksIndex::open(home, collection, store);
    if (!of_blocks) return of_blocks.error();
    blocks[i] = std::move(*of_blocks);
  }
  const Sequence reached = std::min(blocks[0]->applied(), blocks[1]->applied());
  publish(reached);
  blocks_follower.begin_at(reached);
  if (access == Access::exclusive)
    text_follower.begin_at(std::min(texts[0]->applied(), texts[1]->applied()));
  return blocks_follower.catch_up();
}

Done Indexer::Impl::take_blocks(const std::vector<Change>& changes, Sequence last) {
  for (const auto& index : blocks)
    if (const Done done = index->follow(changes, last, store, analyzer); !done) return done;
  publish(last);
  return blocks[0]->unsaved() >= save_interval ? save_blocks() : ok;
}

Done Indexer::Impl::take_text(const std::vector<Change>& changes, Sequence last) {
  for (const auto& index : texts)
    if (const Done done = index->follow(changes, last, store, analyzer); !done) return done;
  return ok;
}

Done Indexer::Impl::save_blocks() {
  if (access == Access::shared) return ok;
  for (const auto& index : blocks)
    if (const Done done = index->save(store.identity()); !done) return done;
  return ok;
}

void Indexer::Impl::publish(Sequence sequence) {
  auto next = std::make_shared<Snapshot>();
  next->sequence = sequence;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    next->collections[i] = {blocks[i]->views(), texts[i]->reader()};
  snapshot.store(std::move(next));
}

void Indexer::Impl::start() {
  if (access == Access::shared) return;
  listener = store.on_change([this] {
    blocks_follower.wake();
    text_follower.wake();
  });
  blocks_follower.start();
  text_follower.start();
}

void Indexer::Impl::stop(Sequence text_left) {
  store.forget(listener);
  text_follower.ask_to_stop(text_left);  // while the blocks are finished
  blocks_follower.stop(no_bound);
  text_follower.stop(text_left);
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
  impl_->stop(text_left_at_close);
  // Saving only spares the next opening some work: what fails here is done again from the store.
  if (!impl_->blocks_follower.failure()) static_cast<void>(impl_->save_blocks());
}

std::shared_ptr<const Snapshot> Indexer::snapshot() const { return impl_->snapshot.load(); }

Done Indexer::wait_for(Sequence sequence, std::chrono::milliseconds patience) const {
  return impl_->blocks_follower.wait_for(sequence, patience);
}

Done Indexer::wait_for_text(Sequence sequence, std::chrono::milliseconds patience) const {
  if (impl_->access == Access::shared)
    return Error{Code::denied, "with shared access nothing is indexed"};
  return impl_->text_follower.wait_for(sequence, patience);
}

Done Indexer::rebuild() {
  if (impl_->access == Access::shared)
    return Error{Code::denied, "a rebuild needs the home to itself"};
  const std::lock_guard one(impl_->rebuilding);
  impl_->stop(0);
  for (auto& index : impl_->texts) index.reset();
  std::error_code error;
  for (const char* folder : {text_folder, blocks_folder}) {
    std::filesystem::remove_all(impl_->home / folder, error);
    if (error) return Error{Code::io, "cannot remove the old index: " + error.message()};
  }
  if (const Done done = impl_->open_indexes(); !done) return done;
  if (const Done done = impl_->text_follower.catch_up(); !done) return done;
  if (const Done done = impl_->save_blocks(); !done) return done;
  impl_->start();
  return ok;
}

Result<Comparison> Indexer::compare() const {
  if (impl_->access == Access::exclusive)
    if (const Done done = impl_->text_follower.wait_for(impl_->store.last(), text_patience); !done)
      return done.error();
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
