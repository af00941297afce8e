#include <incontro/saved_search_store.h>

#include <mutex>

#include "store/counter.h"
#include "store/entry_codec.h"
#include "store/keys.h"
#include "store/kv.h"

namespace incontro {
namespace {

std::string found_key(std::uint64_t search, std::uint64_t notice) {
  return big_endian(search) + big_endian(notice);
}

}  // namespace

struct SavedSearchStore::Impl {
  Impl(Kv& of_store, Access access_wanted) : kv(of_store), access(access_wanted) {}

  Kv& kv;
  const Access access;
  std::mutex writing;  // guards the two numbers, and what is read to be written
  std::uint64_t last_search = 0, last_notice = 0;

  Done may_write() const {
    if (access == Access::shared) return Error{Code::denied, "the store is open for reading"};
    return ok;
  }
};

SavedSearchStore::SavedSearchStore(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SavedSearchStore::~SavedSearchStore() = default;

Result<std::unique_ptr<SavedSearchStore>> SavedSearchStore::open(Kv& kv, Access access) {
  auto impl = std::make_unique<Impl>(kv, access);
  for (const auto& [key, last] :
       {std::pair{"searches", &impl->last_search}, std::pair{"notices", &impl->last_notice}}) {
    const auto number = counter<std::uint64_t>(kv, key);
    if (!number) return number.error();
    *last = *number;
  }
  return std::unique_ptr<SavedSearchStore>(new SavedSearchStore(std::move(impl)));
}

Result<std::uint64_t> SavedSearchStore::add(std::span<const StoredSearch> searches,
                                            std::optional<Sequence> reached) {
  if (const Done done = impl_->may_write(); !done) return done.error();
  const std::lock_guard lock(impl_->writing);
  const std::uint64_t first = impl_->last_search + 1;
  std::uint64_t number = impl_->last_search;
  Batch batch;
  for (const StoredSearch& search : searches)
    batch.put(Family::searches, big_endian(++number), encode(search));
  batch.put(Family::meta, "searches", big_endian(number));
  if (reached) batch.put(Family::meta, "percolated", big_endian(*reached));
  if (const Done done = impl_->kv.write(batch); !done) return done.error();
  impl_->last_search = number;
  return first;
}

Done SavedSearchStore::remove(std::uint64_t number) {
  if (const Done done = impl_->may_write(); !done) return done;
  const std::lock_guard lock(impl_->writing);
  if (const auto present = impl_->kv.get(Family::searches, big_endian(number)); !present)
    return present.error();
  Batch batch;
  batch.erase(Family::searches, big_endian(number));
  const std::string prefix = big_endian(number);
  const Done done =
      impl_->kv.scan(Family::found, prefix, [&](std::string_view key, std::string_view) {
        if (!key.starts_with(prefix)) return false;
        batch.erase(Family::found, key);
        batch.erase(Family::notices, key.substr(prefix.size()));
        return true;
      });
  return done ? impl_->kv.write(batch) : done;
}

Result<StoredSearch> SavedSearchStore::search(std::uint64_t number) const {
  const std::string key = big_endian(number);
  const auto bytes = impl_->kv.get(Family::searches, key);
  if (!bytes) return bytes.error();
  return decode_search(key, *bytes);
}

Done SavedSearchStore::for_each(const std::function<bool(StoredSearch&&)>& visit) const {
  Done damaged = ok;
  const Done done =
      impl_->kv.scan(Family::searches, {}, [&](std::string_view key, std::string_view value) {
        auto search = decode_search(key, value);
        if (!search) damaged = search.error();
        return search && visit(std::move(*search));
      });
  return done ? damaged : done;
}

Result<std::vector<Notice>> SavedSearchStore::notices(std::uint64_t after,
                                                      std::size_t limit) const {
  std::vector<Notice> found;
  if (after + 1 == 0 || limit == 0) return found;
  Done damaged = ok;
  const Done done = impl_->kv.scan(Family::notices, big_endian(after + 1),
                                   [&](std::string_view key, std::string_view value) {
                                     auto notice = decode_notice(key, value);
                                     if (notice)
                                       found.push_back(std::move(*notice));
                                     else
                                       damaged = notice.error();
                                     return damaged && found.size() < limit;
                                   });
  if (!done) return done.error();
  if (!damaged) return damaged.error();
  return found;
}

Done SavedSearchStore::delivered(std::uint64_t number) {
  if (const Done done = impl_->may_write(); !done) return done;
  const std::lock_guard lock(impl_->writing);
  const std::string key = big_endian(number);
  const auto bytes = impl_->kv.get(Family::notices, key);
  if (!bytes) return bytes.error();
  const auto notice = decode_notice(key, *bytes);
  if (!notice) return notice.error();
  Batch batch;
  batch.erase(Family::notices, key);
  batch.erase(Family::found, found_key(notice->saved_search, number));
  return impl_->kv.write(batch);
}

Result<Sequence> SavedSearchStore::percolated() const {
  return counter<Sequence>(impl_->kv, "percolated");
}

Done SavedSearchStore::add_notices(std::span<const Notice> notices, Sequence reached) {
  if (const Done done = impl_->may_write(); !done) return done;
  const std::lock_guard lock(impl_->writing);
  Batch batch;
  std::uint64_t number = impl_->last_notice;
  for (const Notice& notice : notices) {
    batch.put(Family::notices, big_endian(++number), encode(notice));
    batch.put(Family::found, found_key(notice.saved_search, number), {});
  }
  batch.put(Family::meta, "notices", big_endian(number));
  batch.put(Family::meta, "percolated", big_endian(reached));
  if (const Done done = impl_->kv.write(batch); !done) return done;
  impl_->last_notice = number;
  return ok;
}

}  // namespace incontro
