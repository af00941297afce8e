#include "store/kv.h"

#include <rocksdb/cache.h>
#include <rocksdb/convenience.h>
#include <rocksdb/db.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <set>
#include <vector>

#include "store/seal.h"

namespace incontro {
namespace {

namespace fs = std::filesystem;

rocksdb::Slice slice(std::string_view text) { return {text.data(), text.size()}; }

Error error_of(const rocksdb::Status& status) {
  const std::string text = status.ToString();
  if (status.IsNotFound()) return {Code::not_found, text};
  if (status.IsCorruption()) return {Code::corrupt, text};
  if (status.IsBusy() || status.IsTryAgain()) return {Code::busy, text};
  return {Code::io, text};
}

// A lock that somebody holds comes back as an I/O error, told apart by how its text begins; a path
// in the text may hold any word. InvalidArgument is about the families found: those of a later
// program, or none yet because another process is just making them.
Error open_error(const rocksdb::Status& status, Access access) {
  const std::string text = status.ToString();
  for (const std::string_view held : {"IO error: While lock file", "IO error: lock hold by"})
    if (text.starts_with(held)) return {Code::busy, "the store is open elsewhere: " + text};
  if (status.IsInvalidArgument())
    return {access == Access::shared ? Code::not_found : Code::corrupt, text};
  if (status.IsPathNotFound()) return {Code::corrupt, "a file of the store is missing: " + text};
  return error_of(status);
}

constexpr std::size_t cache_bytes = 32 << 20;               // for all families
constexpr std::size_t write_buffer_bytes = 64 << 20;        // of one family
constexpr std::size_t all_write_buffers_bytes = 128 << 20;  // of all families together
// Also bounds what every opening replays.
constexpr std::uint64_t log_bytes = 128 << 20;

rocksdb::ColumnFamilyOptions family_options() {
  rocksdb::ColumnFamilyOptions options;
  options.write_buffer_size = write_buffer_bytes;
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = rocksdb::NewLRUCache(cache_bytes);
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  const auto supported = rocksdb::GetSupportedCompressions();
  options.compression = rocksdb::kNoCompression;
  for (const auto wanted : {rocksdb::kSnappyCompression, rocksdb::kLZ4Compression})
    if (std::find(supported.begin(), supported.end(), wanted) != supported.end())
      options.compression = wanted;
  return options;
}

// The library's own log of what it does would grow by a file with every command.
class NoLog : public rocksdb::Logger {
 public:
  using Logger::Logv;
  void Logv(const char*, va_list) override {}
};

rocksdb::DBOptions database_options(bool create) {
  rocksdb::DBOptions options;
  options.create_if_missing = create;
  options.create_missing_column_families = true;
  options.paranoid_checks = true;
  // Only a torn tail may be passed over: everything before it was acknowledged. The default would
  // drop all that follows a damaged byte without a word.
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.db_write_buffer_size = all_write_buffers_bytes;
  options.max_total_wal_size = log_bytes;
  options.track_and_verify_wals_in_manifest = true;
  options.info_log = std::make_shared<NoLog>();
  return options;
}

// Only there may a store be made: any file could be one of a store's.
bool holds_nothing(const fs::path& directory) {
  std::error_code error;
  return !fs::exists(directory, error) || fs::is_empty(directory, error);
}

// The names of the write-ahead logs.
std::set<std::string> logs_in(const std::filesystem::path& directory) {
  std::set<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator it(directory, error), end; !error && it != end;
       it.increment(error))
    if (it->path().extension() == ".log") names.insert(it->path().filename().string());
  return names;
}

}  // namespace

struct Batch::Impl {
  struct Write {
    Family family;
    std::string key;
    std::optional<std::string> value;  // nothing: the key goes
  };
  std::vector<Write> writes;
};

Batch::Batch() : impl_(std::make_unique<Impl>()) {}
Batch::~Batch() = default;

void Batch::put(Family family, std::string_view key, std::string_view value) {
  impl_->writes.push_back({family, std::string(key), std::string(value)});
}

void Batch::erase(Family family, std::string_view key) {
  impl_->writes.push_back({family, std::string(key), std::nullopt});
}

struct Kv::Impl {
  ~Impl() {
    close();
    for (rocksdb::ColumnFamilyHandle* handle : handles)
      if (handle) static_cast<void>(database->DestroyColumnFamilyHandle(handle));
  }

  std::unique_ptr<rocksdb::DB> database;
  fs::path directory;
  Access access = Access::shared;
  // The default family, then those of Family; null: an older program made the store, without it.
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  std::atomic<bool> broken = false;  // a write failed

  rocksdb::Status open(const fs::path& where, Access wanted) {
    directory = where;
    access = wanted;
    if (access == Access::shared) return open_to_read();
    std::vector<rocksdb::ColumnFamilyDescriptor> families;
    const rocksdb::ColumnFamilyOptions of_all = family_options();
    families.emplace_back(rocksdb::kDefaultColumnFamilyName, of_all);
    for (const char* name : family_names) families.emplace_back(name, of_all);
    rocksdb::DB* opened = nullptr;
    auto status = rocksdb::DB::Open(database_options(access == Access::create), where.string(),
                                    families, &handles, &opened);
    database.reset(opened);
    return status;
  }

  // With the families that are there.
  rocksdb::Status open_to_read() {
    std::vector<std::string> present;
    auto status =
        rocksdb::DB::ListColumnFamilies(database_options(false), directory.string(), &present);
    if (!status.ok()) return status;
    std::vector<rocksdb::ColumnFamilyDescriptor> families;
    const rocksdb::ColumnFamilyOptions of_all = family_options();
    for (const std::string& name : present) families.emplace_back(name, of_all);
    std::vector<rocksdb::ColumnFamilyHandle*> found;
    rocksdb::DB* opened = nullptr;
    status = rocksdb::DB::OpenForReadOnly(database_options(false), directory.string(), families,
                                          &found, &opened);
    database.reset(opened);
    if (!status.ok()) return status;
    handles.assign(std::size(family_names) + 1, nullptr);
    for (std::size_t i = 0; i < found.size(); ++i) *place_of(present[i]) = found[i];
    return status;
  }

  // Of a family by its name.
  rocksdb::ColumnFamilyHandle** place_of(const std::string& name) {
    const auto* const known = std::ranges::find(family_names, name);
    return &handles[name == rocksdb::kDefaultColumnFamilyName
                        ? 0
                        : static_cast<std::size_t>(known - family_names) + 1];
  }

  rocksdb::ColumnFamilyHandle* handle(Family family) const {
    return handles[static_cast<std::size_t>(family) + 1];
  }

  // What cannot be done here, on a full disk say, is not lost: the log has it.
  void close() {
    if (!database || access == Access::shared || broken) return;
    if (!database->Flush(rocksdb::FlushOptions(), handles).ok()) return;
    std::string identity;
    if (!database->GetDbIdentity(identity).ok()) return;
    static_cast<void>(write_seal(directory, {identity, database->GetLatestSequenceNumber()}));
  }

  // Whether all is there that was when it was closed last.
  Done check_seal() const {
    std::string identity;
    const auto seal = read_seal(directory);
    if (!seal || !database->GetDbIdentity(identity).ok() || seal->identity != identity) return ok;
    const std::uint64_t writes = database->GetLatestSequenceNumber();
    if (writes >= seal->writes) return ok;
    return Error{Code::corrupt,
                 "the store holds " + std::to_string(writes) + " of " +
                     std::to_string(seal->writes) +
                     " writes: files of it are missing, cut, or of an older copy. Where an older "
                     "copy was put back on purpose, remove " +
                     seal_path(directory).string()};
  }
};

Kv::Kv(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Kv::~Kv() = default;

Result<std::unique_ptr<Kv>> Kv::open(const fs::path& directory, Access access) {
  std::error_code error;
  const bool empty = holds_nothing(directory);
  if (empty && access != Access::create)
    return Error{Code::not_found, "no store at " + directory.string()};
  if (!empty && !fs::exists(directory / "CURRENT", error))
    return Error{Code::corrupt, "the store's file " + (directory / "CURRENT").string() +
                                    " is missing: put it back from a copy"};
  if (!empty) {
    auto looked_at = open_beside_a_writer(directory);
    if (!looked_at && (access == Access::shared || looked_at.error().code != Code::busy))
      return looked_at;
    if (looked_at)
      if (const Done whole = (*looked_at)->impl_->check_seal(); !whole) return whole.error();
    if (access == Access::shared) return looked_at;
  } else {
    fs::create_directories(directory, error);
    if (error) return Error{Code::io, directory.string() + ": " + error.message()};
  }
  auto impl = std::make_unique<Impl>();
  if (const auto status = impl->open(directory, empty ? access : Access::exclusive); !status.ok())
    return open_error(status, access);
  return std::unique_ptr<Kv>(new Kv(std::move(impl)));
}

// The library reads the list of tables first and the logs later. A log that the writer removes in
// between (its content is in new tables by then) would be missing without a word, so a view counts
// only when all the logs of before are still there after; older ones always go first. A table
// removed in between is an error of the opening itself.
Result<std::unique_ptr<Kv>> Kv::open_beside_a_writer(const std::filesystem::path& directory) {
  Error last_error{Code::busy, "the writer is too busy to be read beside"};
  for (int attempt = 0; attempt < 20; ++attempt) {
    const auto before = logs_in(directory);
    auto impl = std::make_unique<Impl>();
    const auto status = impl->open(directory, Access::shared);
    const auto after = logs_in(directory);
    if (std::includes(after.begin(), after.end(), before.begin(), before.end())) {
      if (status.ok()) return std::unique_ptr<Kv>(new Kv(std::move(impl)));
      last_error = open_error(status, Access::shared);
      if (last_error.code != Code::busy && last_error.code != Code::io) break;
    }
  }
  return last_error;
}

Result<std::string> Kv::get(Family family, std::string_view key) const {
  std::string value;
  if (!impl_->handle(family)) return Error{Code::not_found, "an older store, without such entries"};
  const auto status =
      impl_->database->Get(rocksdb::ReadOptions(), impl_->handle(family), slice(key), &value);
  if (!status.ok()) return error_of(status);
  return value;
}

Done Kv::scan(Family family, std::string_view begin, const Visitor& visit) const {
  if (!impl_->handle(family)) return ok;
  const std::unique_ptr<rocksdb::Iterator> it(
      impl_->database->NewIterator(rocksdb::ReadOptions(), impl_->handle(family)));
  for (it->Seek(slice(begin)); it->Valid(); it->Next())
    if (!visit(it->key().ToStringView(), it->value().ToStringView())) break;
  if (!it->status().ok()) return error_of(it->status());
  return ok;
}

Result<std::string> Kv::last_key(Family family) const {
  if (!impl_->handle(family)) return std::string();
  const std::unique_ptr<rocksdb::Iterator> it(
      impl_->database->NewIterator(rocksdb::ReadOptions(), impl_->handle(family)));
  it->SeekToLast();
  if (!it->status().ok()) return error_of(it->status());
  return it->Valid() ? it->key().ToString() : std::string();
}

Done Kv::verify() const {
  const auto status = impl_->database->VerifyChecksum(rocksdb::ReadOptions());
  return status.ok() ? Done(ok) : Done(error_of(status));
}

Done Kv::writable() const {
  if (impl_->broken) return Error{Code::io, "an earlier write failed: open the store again"};
  std::error_code error;
  const auto space = fs::space(impl_->directory, error);
  if (!error && space.available < least_free_bytes)
    return Error{Code::io, "the disk of " + impl_->directory.string() + " is nearly full: " +
                               std::to_string(space.available >> 20) + " MiB are left"};
  return ok;
}

Done Kv::write(const Batch& batch) {
  if (Done done = writable(); !done) return done;
  rocksdb::WriteBatch writes;
  for (const auto& [family, key, value] : batch.impl_->writes) {
    rocksdb::ColumnFamilyHandle* const handle = impl_->handle(family);
    if (const auto status = value ? writes.Put(handle, key, *value) : writes.Delete(handle, key);
        !status.ok())
      return error_of(status);
  }
  rocksdb::WriteOptions options;
  options.sync = true;
  if (const auto status = impl_->database->Write(options, &writes); !status.ok()) {
    impl_->broken = true;
    return error_of(status);
  }
  return ok;
}

}  // namespace incontro
