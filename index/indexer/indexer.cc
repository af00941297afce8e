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
// Of a rebuild: documents of one commit.
constexpr DocumentNumber made_at_once = 4'000;

// Of a document that the store cannot read: its code, where at least that is there.
std::string name_of(const Store& store, Collection collection, DocumentNumber number) {
  const std::string kind = collection == Collection::vacancies ? "vacancy" : "cv";
  const auto code = store.code_of(collection, number);
  return code ? kind + " " + *code : kind + ", document number " + std::to_string(number);
}

}  // namespace

struct Indexer::Impl {
  Impl(std::filesystem::path home_directory, Store& records, Access access_wanted)
      : home(std::move(home_directory)),
        store(records),
        access(access_wanted == Access::shared ? Access::shared : Access::exclusive),
        blocks_follower(store, [this](const auto& changes,
                                      Sequence last) { return take_blocks(changes, last); }),
        text_follower(store, [this](const auto& changes, Sequence last) {
          return take_text(changes, last);
        }) {}

  Done open_indexes();
  Done open_texts();
  Done make_all(const std::filesystem::path& beside);
  Done put_in_place(const std::filesystem::path& beside);
  std::filesystem::path folder(const char* index, Collection collection) const {
    return home / index / folder_of(collection);
  }
  void note(std::optional<Repair> repair) {
    if (repair) repairs.push_back(std::move(*repair));
  }
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

  std::vector<Repair> repairs;  // of the opening
  std::mutex rebuilding;        // one rebuild at a time
};

Done Indexer::Impl::open_indexes() {
  for (const Collection collection : collections) {
    std::optional<Repair> repair;
    const auto i = static_cast<std::size_t>(collection);
    blocks[i] = BlocksIndex::open(folder(blocks_folder, collection), collection, store, repair);
    note(std::move(repair));
  }
  if (access == Access::exclusive)
    if (const Done done = open_texts(); !done) return done;
  const Sequence reached = std::min(blocks[0]->applied(), blocks[1]->applied());
  publish(reached);
  blocks_follower.begin_at(reached);
  return blocks_follower.catch_up();
}

Done Indexer::Impl::open_texts() {
  for (const Collection collection : collections) {
    std::optional<Repair> repair;
    auto text = TextIndex::open(folder(text_folder, collection), collection, store, repair);
    if (!text) return text.error();
    note(std::move(repair));
    texts[static_cast<std::size_t>(collection)] = std::move(*text);
  }
  text_follower.begin_at(std::min(texts[0]->applied(), texts[1]->applied()));
  return ok;
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
    next->collections[i] = {blocks[i]->views(), texts[i] ? texts[i]->reader() : nullptr};
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

// Both indexes below `beside`, from the documents and not from the change log, of which a part may
// be damaged.
Done Indexer::Impl::make_all(const std::filesystem::path& beside) {
  repairs.clear();
  for (const Collection collection : collections) {
    std::optional<Repair> none;  // the folders are empty
    const auto i = static_cast<std::size_t>(collection);
    blocks[i] =
        BlocksIndex::open(beside / blocks_folder / folder_of(collection), collection, store, none);
    auto text =
        TextIndex::open(beside / text_folder / folder_of(collection), collection, store, none);
    if (!text) return text.error();
    texts[i] = std::move(*text);
    const Sequence last = store.last();
    const DocumentNumber documents = store.documents(collection);
    // There are at least as many changes as documents: the sequences stay below the last.
    Sequence step = 0;
    for (DocumentNumber begin = 0; begin < documents; begin += made_at_once) {
      std::vector<Change> added;
      ++step;
      for (DocumentNumber n = begin; n < std::min(documents, begin + made_at_once); ++n)
        added.push_back({step, collection, n, std::nullopt});
      if (const Done done = blocks[i]->follow(added, step, store, analyzer); !done) return done;
      if (const Done done = texts[i]->follow(added, step, store, analyzer); !done) return done;
    }
    if (const Done done = blocks[i]->follow({}, last, store, analyzer); !done) return done;
    if (const Done done = texts[i]->follow({}, last, store, analyzer); !done) return done;
    if (const Done done = blocks[i]->save(store.identity()); !done) return done;
    for (const DocumentNumber number : blocks[i]->damaged())
      note(Repair{Repair::Kind::record, name_of(store, collection, number)});
    texts[i].reset();
  }
  return ok;
}

// By renaming: a kill in between leaves an index that is absent, and so made from the store.
Done Indexer::Impl::put_in_place(const std::filesystem::path& beside) {
  std::error_code error;
  for (const char* index : {text_folder, blocks_folder}) {
    std::filesystem::path old = home / index;
    old += ".old";
    std::filesystem::remove_all(old, error);
    if (std::filesystem::exists(home / index)) std::filesystem::rename(home / index, old, error);
    if (!error) std::filesystem::rename(beside / index, home / index, error);
    if (error) return Error{Code::io, "cannot put the new index in place: " + error.message()};
    std::filesystem::remove_all(old, error);
  }
  std::filesystem::remove_all(beside, error);
  return ok;
}

Done Indexer::rebuild() {
  if (impl_->access == Access::shared)
    return Error{Code::denied, "a rebuild needs the home to itself"};
  const std::lock_guard one(impl_->rebuilding);
  impl_->stop(0);
  for (auto& index : impl_->texts) index.reset();
  const std::filesystem::path beside = impl_->home / "indexes.new";
  std::error_code ignored;
  std::filesystem::remove_all(beside, ignored);
  Done made = impl_->make_all(beside);
  if (made) made = impl_->put_in_place(beside);
  for (auto& index : impl_->texts) index.reset();
  std::filesystem::remove_all(beside, ignored);
  // Where it failed, the old ones stand.
  const std::vector<Repair> found = std::move(impl_->repairs);
  impl_->repairs.clear();
  if (const Done done = impl_->open_indexes(); !done) return made ? done : made;
  impl_->repairs = found;
  impl_->start();
  return made;
}

const std::vector<Repair>& Indexer::repairs() const { return impl_->repairs; }

Result<Comparison> Indexer::compare() const {
  if (impl_->access == Access::exclusive)
    if (const Done done = impl_->text_follower.wait_for(impl_->store.last(), text_patience); !done)
      return done.error();
  Comparison comparison;
  comparison.text = impl_->store.last();
  const auto snapshot = impl_->snapshot.load();
  for (const Repair& repair : impl_->repairs)
    if (repair.kind == Repair::Kind::blocks)
      comparison.damaged.push_back(repair.what);
    else if (repair.kind == Repair::Kind::ahead)
      comparison.lost.push_back(repair.what);
  if (impl_->access == Access::shared && impl_->store.last() > 0)
    for (const Collection collection : collections)
      if (impl_->blocks[static_cast<std::size_t>(collection)]->was_absent())
        comparison.following.push_back("no blocks are saved at " +
                                       impl_->folder(blocks_folder, collection).string() +
                                       ": they were made in memory");
  for (const Collection collection : collections)
    if (const Done done = compare_collection(collection, *snapshot, impl_->home, impl_->store,
                                             impl_->analyzer, comparison);
        !done)
      return done.error();
  return comparison;
}

}  // namespace incontro
