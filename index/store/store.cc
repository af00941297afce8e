#include <incontro/saved_search_store.h>
#include <incontro/store.h>

#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <random>
#include <unordered_map>

#include "blocks/checked_file.h"
#include "store/counter.h"
#include "store/entry_codec.h"
#include "store/keys.h"
#include "store/kv.h"
#include "store/record_codec.h"
#include "store/seal.h"

namespace incontro {
namespace {

constexpr std::string_view format = "1";

std::size_t place(Collection collection) { return static_cast<std::size_t>(collection); }

std::uint64_t bytes_of(const ContactMessage& message) { return encode(message).size(); }

// Why a record whose state is there cannot be read.
Error lost_record(const Error& error) {
  if (error.code == Code::not_found) return {Code::corrupt, "a state without its record"};
  return error;
}

}  // namespace

struct Store::Impl {
  // What writers have agreed on but not yet written: a batch sees its own earlier members here.
  struct Pending {
    Batch batch;
    std::unordered_map<std::string, RecordState> states;   // by record key
    std::unordered_map<std::string, std::string> records;  // bytes, by record key
    Sequence last = 0;
    std::array<DocumentNumber, 2> documents{};
  };

  // `look` is how the files are opened, `wanted` what is read of them: a writer reads all that it
  // will need before it opens the files to write, because that alone changes them.
  static Result<std::unique_ptr<Impl>> open(const std::filesystem::path& directory, Access look,
                                            Access wanted);
  Done load();
  Result<RecordState> state(const RecordCode& code, const Pending* pending = nullptr) const;
  Result<StoredRecord> stored(const RecordCode& code) const;
  Done room_for(const ContactMessage& message) const;
  Result<Applied> take_in(const Record& communication, Pending& pending) const;
  Done commit(Pending& pending);
  Result<Applied> repeated(const RecordCode& code, const std::string& bytes,
                           const RecordState& known, const Pending& pending) const;

  std::unique_ptr<Kv> kv;
  Access access = Access::exclusive;
  std::uint64_t identity = 0;
  std::atomic<Sequence> last{0};
  std::array<std::atomic<DocumentNumber>, 2> documents{};
  std::mutex writing;  // one batch at a time
  std::uint64_t last_contact = 0, contact_bytes = 0;
  std::mutex listening;
  std::map<std::uint64_t, std::function<void()>> listeners;
  std::uint64_t last_listener = 0;
  std::unique_ptr<SavedSearchStore> saved_searches;  // goes before the kv
};

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::~Store() = default;

// Whole, or not at all: what a kill leaves beside the place was never anybody's store.
static Done make_store(const std::filesystem::path& directory) {
  std::filesystem::path beside = directory;
  beside += ".new";
  std::error_code error;
  std::filesystem::remove_all(beside, error);
  {
    auto kv = Kv::open(beside, Access::create);
    if (!kv) return kv.error();
    std::random_device random;
    const std::uint64_t drawn = std::uint64_t{random()} << 32 | random();
    Batch batch;
    batch.put(Family::meta, "format", format);
    batch.put(Family::meta, "identity", big_endian(drawn));
    if (Done done = (*kv)->write(batch); !done) return done;
  }
  std::filesystem::remove(seal_path(beside), error);
  std::filesystem::rename(beside, directory, error);
  if (error) return Error{Code::io, "cannot make " + directory.string() + ": " + error.message()};
  return sync_directory(directory.parent_path());
}

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& directory, Access access) {
  std::error_code ignored;
  if (access == Access::create && (!std::filesystem::exists(directory, ignored) ||
                                   std::filesystem::is_empty(directory, ignored))) {
    std::filesystem::create_directories(directory.parent_path(), ignored);
    if (const Done done = make_store(directory); !done) return done.error();
  }
  if (access == Access::create) access = Access::exclusive;
  if (access == Access::exclusive)
    if (const auto seen = Impl::open(directory, Access::shared, access);
        !seen && seen.error().code == Code::corrupt)
      return seen.error();
  auto impl = Impl::open(directory, access, access);
  if (!impl) return impl.error();
  return std::unique_ptr<Store>(new Store(std::move(*impl)));
}

Result<std::unique_ptr<Store::Impl>> Store::Impl::open(const std::filesystem::path& directory,
                                                       Access look, Access wanted) {
  auto kv = Kv::open(directory, look);
  if (!kv) return kv.error();
  auto impl = std::make_unique<Impl>();
  impl->kv = std::move(*kv);
  impl->access = wanted;
  if (const Done done = impl->load(); !done) return done.error();
  return impl;
}

Done Store::Impl::load() {
  const auto stated = kv->get(Family::meta, "format");
  if (!stated && stated.error().code != Code::not_found) return stated.error();
  if (stated && *stated != format)
    return Error{Code::corrupt, "the store has format " + *stated + ", this program reads 1"};
  if (!stated) return Error{Code::corrupt, "the store does not say its format"};
  const auto drawn_once = kv->get(Family::meta, "identity");
  const auto read_identity =
      from_big_endian<std::uint64_t>(drawn_once ? std::string_view(*drawn_once) : "");
  if (!read_identity) return Error{Code::corrupt, "a store without identity"};
  identity = *read_identity;
  const auto newest = kv->last_key(Family::changes);
  if (!newest) return newest.error();
  if (!newest->empty()) {
    const auto sequence = from_big_endian<Sequence>(*newest);
    if (!sequence) return Error{Code::corrupt, "a damaged key of a change"};
    last = *sequence;
  }
  for (const Collection collection : collections) {
    const auto count = counter<DocumentNumber>(*kv, documents_counter_key(collection));
    if (!count) return count.error();
    documents[place(collection)] = *count;
  }
  const auto contacts = counter<std::uint64_t>(*kv, "contacts");
  if (!contacts) return contacts.error();
  last_contact = *contacts;
  if (access != Access::shared)
    if (const Done counted = kv->scan(Family::contacts, {},
                                      [&](std::string_view, std::string_view value) {
                                        contact_bytes += value.size();
                                        return true;
                                      });
        !counted)
      return counted;
  auto saved = SavedSearchStore::open(*kv, access);
  if (!saved) return saved.error();
  saved_searches = std::move(*saved);
  // Whoever writes reads all of them.
  if (access == Access::shared) return ok;
  return saved_searches->for_each([](StoredSearch&&) { return true; });
}

Result<RecordState> Store::Impl::state(const RecordCode& code, const Pending* pending) const {
  const std::string key = record_key(code);
  if (pending)
    if (const auto found = pending->states.find(key); found != pending->states.end())
      return found->second;
  const auto bytes = kv->get(Family::states, key);
  if (!bytes) return bytes.error();
  return decode_state(*bytes);
}

Result<StoredRecord> Store::Impl::stored(const RecordCode& code) const {
  const auto found = state(code);
  if (!found) return found.error();
  const auto bytes = kv->get(Family::records, record_key(code));
  if (!bytes) return lost_record(bytes.error());
  auto record = decode_record(*bytes);
  if (!record) return record.error();
  return StoredRecord{std::move(*record), *found};
}

// The code is taken: by this very communication, or by another.
Result<Applied> Store::Impl::repeated(const RecordCode& code, const std::string& bytes,
                                      const RecordState& known, const Pending& pending) const {
  const std::string key = record_key(code);
  const auto waiting = pending.records.find(key);
  if (waiting != pending.records.end()) {
    if (waiting->second == bytes) return Applied{known.sequence, Outcome::unchanged};
  } else {
    const auto present = kv->get(Family::records, key);
    if (!present) return lost_record(present.error());
    if (*present == bytes) return Applied{known.sequence, Outcome::unchanged};
  }
  return Error{Code::conflict, "the code is taken by another record"};
}

Result<Applied> Store::Impl::take_in(const Record& communication, Pending& pending) const {
  const RecordCode code = incontro::code_of(communication);
  if (code.value.empty()) return Error{Code::invalid, "a communication without a code"};
  const SystemData& system = system_of(communication);
  const Collection collection = code.collection;
  std::string bytes = encode_record(communication);

  const auto known = state(code, &pending);
  if (known) return repeated(code, bytes, *known, pending);
  if (known.error().code != Code::not_found) return known.error();

  const bool closes = system.kind == Kind::close;
  const RecordCode predecessor{collection, system.predecessor};
  RecordState before;
  if (closes || !system.predecessor.empty()) {
    const auto found = state(predecessor, &pending);
    if (!found) {
      if (found.error().code != Code::not_found) return found.error();
      return Error{Code::not_found, "the record it replaces or closes is not stored here"};
    }
    if (found->status != Status::published)
      return Error{Code::conflict, "the record it replaces or closes no longer stands"};
    before = *found;
  }

  Change change{
      .sequence = pending.last + 1, .collection = collection, .added = {}, .withdrawn = {}};
  RecordState mine{.status = closes ? Status::closure : Status::published,
                   .sequence = change.sequence,
                   .document = 0,
                   .successor = {}};
  Outcome outcome = closes ? Outcome::closed : Outcome::published;
  const auto put_state = [&](const RecordCode& of, const RecordState& value) {
    pending.batch.put(Family::states, record_key(of), encode(value));
    pending.states[record_key(of)] = value;
  };
  if (closes || !system.predecessor.empty()) {
    change.withdrawn = before.document;
    before.status = closes ? Status::closed : Status::superseded;
    before.successor = code.value;
    put_state(predecessor, before);
    if (!closes) outcome = Outcome::replaced;
  }
  if (!closes) {
    mine.document = pending.documents[place(collection)]++;
    change.added = mine.document;
    pending.batch.put(Family::documents, document_key(collection, mine.document), code.value);
  }
  put_state(code, mine);
  pending.batch.put(Family::records, record_key(code), bytes);
  pending.batch.put(Family::changes, big_endian(change.sequence), encode(change));
  pending.records[record_key(code)] = std::move(bytes);
  pending.last = change.sequence;
  return Applied{change.sequence, outcome};
}

Done Store::Impl::commit(Pending& pending) {
  for (const Collection c : collections)
    pending.batch.put(Family::meta, documents_counter_key(c),
                      big_endian(pending.documents[place(c)]));
  if (Done done = kv->write(pending.batch); !done) return done;
  // The sequence last: who sees it may ask for its documents.
  for (const Collection c : collections) documents[place(c)] = pending.documents[place(c)];
  last = pending.last;
  return ok;
}

Result<Applied> Store::apply(const Record& communication) {
  return std::move(apply(std::span(&communication, 1)).front());
}

std::vector<Result<Applied>> Store::apply(std::span<const Record> communications) {
  std::vector<Result<Applied>> results;
  if (impl_->access == Access::shared) {
    results.assign(communications.size(), Error{Code::denied, "the store is open for reading"});
    return results;
  }
  results.reserve(communications.size());
  bool changed = false;
  {
    const std::lock_guard lock(impl_->writing);
    Impl::Pending pending;
    pending.last = impl_->last;
    for (const Collection c : collections) pending.documents[place(c)] = documents(c);
    for (const Record& communication : communications)
      results.push_back(impl_->take_in(communication, pending));
    changed = pending.last != impl_->last;
    if (changed) {
      if (const Done done = impl_->commit(pending); !done) {
        results.assign(communications.size(), done.error());
        return results;
      }
    }
  }
  if (changed) {
    const std::lock_guard lock(impl_->listening);
    for (const auto& [number, listener] : impl_->listeners) listener();
  }
  return results;
}

Result<StoredRecord> Store::record(const RecordCode& code) const { return impl_->stored(code); }

Result<std::string> Store::code_of(Collection collection, DocumentNumber number) const {
  return impl_->kv->get(Family::documents, document_key(collection, number));
}

Result<StoredRecord> Store::document(Collection collection, DocumentNumber number) const {
  auto code = code_of(collection, number);
  if (!code) return code.error();
  return impl_->stored({collection, std::move(*code)});
}

Result<std::vector<Change>> Store::changes(Sequence after, std::size_t limit) const {
  std::vector<Change> found;
  std::optional<Error> damaged;
  const Sequence end = last();
  if (after >= end) return found;
  const Done done = impl_->kv->scan(Family::changes, big_endian(after + 1),
                                    [&](std::string_view key, std::string_view value) {
                                      if (found.size() >= limit) return false;
                                      const auto change = decode_change(key, value);
                                      if (!change) damaged = change.error();
                                      // Beyond `end` a writer may be between its disk and its
                                      // counter.
                                      if (!change || change->sequence > end) return false;
                                      found.push_back(*change);
                                      return true;
                                    });
  if (!done) return done.error();
  if (damaged) return *damaged;
  return found;
}

Done Store::verify() const { return impl_->kv->verify(); }
Done Store::writable() const { return impl_->kv->writable(); }

Sequence Store::last() const { return impl_->last; }

DocumentNumber Store::documents(Collection collection) const {
  return impl_->documents[place(collection)];
}

std::uint64_t Store::identity() const { return impl_->identity; }

Done Store::Impl::room_for(const ContactMessage& message) const {
  if (message.number <= most_contacts && contact_bytes + bytes_of(message) <= most_contact_bytes)
    return ok;
  return Error{Code::busy, "as many messages of the Contatti form are kept as may be"};
}

Result<std::uint64_t> Store::add_contact(const ContactMessage& message) {
  if (impl_->access == Access::shared) return Error{Code::denied, "the store is open for reading"};
  const std::lock_guard lock(impl_->writing);
  ContactMessage numbered = message;
  numbered.number = impl_->last_contact + 1;
  if (Done room = impl_->room_for(numbered); !room) return room.error();
  Batch batch;
  batch.put(Family::contacts, big_endian(numbered.number), encode(numbered));
  batch.put(Family::meta, "contacts", big_endian(numbered.number));
  if (const Done done = impl_->kv->write(batch); !done) return done.error();
  impl_->last_contact = numbered.number;
  impl_->contact_bytes += bytes_of(numbered);
  return numbered.number;
}

Result<std::vector<ContactMessage>> Store::contacts() const {
  std::vector<ContactMessage> found;
  std::optional<Error> damaged;
  const Done done =
      impl_->kv->scan(Family::contacts, {}, [&](std::string_view, std::string_view value) {
        auto message = decode_contact(value);
        if (message)
          found.push_back(std::move(*message));
        else
          damaged = message.error();
        return !damaged;
      });
  if (!done) return done.error();
  if (damaged) return *damaged;
  return found;
}

std::uint64_t Store::on_change(std::function<void()> listener) {
  const std::lock_guard lock(impl_->listening);
  impl_->listeners[++impl_->last_listener] = std::move(listener);
  return impl_->last_listener;
}

void Store::forget(std::uint64_t listener) {
  const std::lock_guard lock(impl_->listening);
  impl_->listeners.erase(listener);
}

SavedSearchStore& Store::saved_searches() { return *impl_->saved_searches; }
const SavedSearchStore& Store::saved_searches() const { return *impl_->saved_searches; }

}  // namespace incontro
