#include <incontro/store.h>

#include <array>
#include <atomic>
#include <mutex>
#include <random>
#include <unordered_map>

#include "store/bytes.h"
#include "store/keys.h"
#include "store/kv.h"
#include "store/record_codec.h"

namespace incontro {
namespace {

constexpr std::string_view format = "1";

std::size_t place(Collection collection) { return static_cast<std::size_t>(collection); }

std::string encode(const RecordState& state) {
  ByteWriter out;
  out.number(static_cast<std::uint64_t>(state.status));
  out.number(state.sequence);
  out.number(state.document);
  out.text(state.successor);
  return std::move(out).take();
}

Result<RecordState> decode_state(std::string_view bytes) {
  ByteReader in(bytes);
  RecordState state;
  const std::uint64_t status = in.number();
  state.status = static_cast<Status>(status);
  state.sequence = in.number();
  state.document = static_cast<DocumentNumber>(in.number());
  state.successor = in.text();
  if (!in.at_end() || status > 3) return Error{Code::corrupt, "a damaged record state"};
  return state;
}

std::string encode(const Change& change) {
  ByteWriter out;
  out.number(place(change.collection));
  for (const auto& document : {change.added, change.withdrawn})
    out.number(document ? std::uint64_t{*document} + 1 : 0);
  return std::move(out).take();
}

Result<Change> decode_change(std::string_view key, std::string_view bytes) {
  ByteReader in(bytes);
  Change change;
  for (const char byte : key)
    change.sequence = change.sequence << 8 | static_cast<unsigned char>(byte);
  const std::uint64_t collection = in.number();
  change.collection = collection == 0 ? Collection::vacancies : Collection::cvs;
  for (auto* document : {&change.added, &change.withdrawn})
    if (const std::uint64_t number = in.number(); number > 0)
      *document = static_cast<DocumentNumber>(number - 1);
  if (!in.at_end() || collection > 1) return Error{Code::corrupt, "a damaged change"};
  return change;
}

std::string encode(const ContactMessage& m) {
  ByteWriter out;
  out.number(m.number);
  out.signed_number(m.received.time_since_epoch().count());
  for (const std::string* text : {&m.office, &m.name, &m.email, &m.subject, &m.text})
    out.text(*text);
  return std::move(out).take();
}

Result<ContactMessage> decode_contact(std::string_view bytes) {
  ByteReader in(bytes);
  ContactMessage m;
  m.number = in.number();
  m.received = Timestamp(std::chrono::seconds(in.signed_number()));
  for (std::string* text : {&m.office, &m.name, &m.email, &m.subject, &m.text}) *text = in.text();
  if (!in.at_end()) return Error{Code::corrupt, "a damaged contact message"};
  return m;
}

template <class Number>
Result<Number> number_at(const Kv& kv, Family family, std::string_view key) {
  const auto bytes = kv.get(family, key);
  if (!bytes) {
    if (bytes.error().code == Code::not_found) return Number{0};
    return bytes.error();
  }
  Number number = 0;
  for (const char byte : *bytes)
    number = static_cast<Number>(number << 8 | static_cast<unsigned char>(byte));
  return number;
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
    bool changed = false;
  };

  Done load();
  Result<RecordState> state(const RecordCode& code, const Pending* pending = nullptr) const;
  Result<StoredRecord> stored(const RecordCode& code) const;
  Result<Applied> take_in(const Record& communication, Pending& pending) const;
  Result<Applied> repeated(const RecordCode& code, const std::string& bytes,
                           const RecordState& known, const Pending& pending) const;

  std::unique_ptr<Kv> kv;
  Access access = Access::exclusive;
  std::uint64_t identity = 0;
  std::atomic<Sequence> last{0};
  std::array<std::atomic<DocumentNumber>, 2> documents{};
  std::mutex writing;  // one batch at a time
  std::uint64_t last_contact = 0;
  std::mutex listening;
  std::function<void()> listener;
};

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& directory, Access access) {
  auto kv = Kv::open(directory, access);
  if (!kv) return kv.error();
  auto impl = std::make_unique<Impl>();
  impl->kv = std::move(*kv);
  impl->access = access;
  if (const Done done = impl->load(); !done) return done.error();
  return std::unique_ptr<Store>(new Store(std::move(impl)));
}

Done Store::Impl::load() {
  const auto stated = kv->get(Family::meta, "format");
  if (!stated && stated.error().code != Code::not_found) return stated.error();
  if (stated && *stated != format)
    return Error{Code::corrupt, "the store has format " + *stated + ", this program reads 1"};
  if (!stated) {
    if (access == Access::shared) return Error{Code::not_found, "the store is still being made"};
    std::random_device random;
    const std::uint64_t drawn = std::uint64_t{random()} << 32 | random();
    Batch batch;
    batch.put(Family::meta, "format", format);
    batch.put(Family::meta, "identity", big_endian(drawn));
    if (const Done done = kv->write(batch); !done) return done;
  }
  const auto read_identity = number_at<std::uint64_t>(*kv, Family::meta, "identity");
  if (!read_identity) return read_identity.error();
  identity = *read_identity;
  const auto newest = kv->last_key(Family::changes);
  if (!newest) return newest.error();
  Sequence sequence = 0;
  for (const char byte : *newest) sequence = sequence << 8 | static_cast<unsigned char>(byte);
  last = sequence;
  for (const Collection collection : collections) {
    const auto count =
        number_at<DocumentNumber>(*kv, Family::meta, documents_counter_key(collection));
    if (!count) return count.error();
    documents[place(collection)] = *count;
  }
  const auto contacts = number_at<std::uint64_t>(*kv, Family::meta, "contacts");
  if (!contacts) return contacts.error();
  last_contact = *contacts;
  return ok;
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
  if (!bytes) return Error{Code::corrupt, "a state without its record"};
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
    if (!present) return Error{Code::corrupt, "a state without its record"};
    if (*present == bytes) return Applied{known.sequence, Outcome::unchanged};
  }
  return Error{Code::conflict, "the code is taken by another record"};
}

Result<Applied> Store::Impl::take_in(const Record& communication, Pending& pending) const {
  const RecordCode code = code_of(communication);
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
    pending.batch.put(Family::meta, documents_counter_key(collection),
                      big_endian(pending.documents[place(collection)]));
  }
  put_state(code, mine);
  pending.batch.put(Family::records, record_key(code), bytes);
  pending.batch.put(Family::changes, big_endian(change.sequence), encode(change));
  pending.records[record_key(code)] = std::move(bytes);
  pending.last = change.sequence;
  pending.changed = true;
  return Applied{change.sequence, outcome};
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
  bool changed = false;
  {
    const std::lock_guard lock(impl_->writing);
    Impl::Pending pending;
    pending.last = impl_->last;
    for (const Collection c : collections) pending.documents[place(c)] = documents(c);
    for (const Record& communication : communications)
      results.push_back(impl_->take_in(communication, pending));
    if (pending.changed) {
      if (const Done done = impl_->kv->write(pending.batch); !done) {
        // Nothing of the batch is on disk: nothing may be acknowledged.
        results.assign(communications.size(), done.error());
        return results;
      }
      impl_->last = pending.last;
      for (const Collection c : collections)
        impl_->documents[place(c)] = pending.documents[place(c)];
      changed = true;
    }
  }
  if (changed) {
    const std::lock_guard lock(impl_->listening);
    if (impl_->listener) impl_->listener();
  }
  return results;
}

Result<StoredRecord> Store::record(const RecordCode& code) const { return impl_->stored(code); }

Result<StoredRecord> Store::document(Collection collection, DocumentNumber number) const {
  auto code = impl_->kv->get(Family::documents, document_key(collection, number));
  if (!code) return code.error();
  return impl_->stored({collection, std::move(*code)});
}

Result<std::vector<Change>> Store::changes(Sequence after, std::size_t limit) const {
  std::vector<Change> found;
  std::optional<Error> damaged;
  const Sequence end = last();
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

Sequence Store::last() const { return impl_->last; }

DocumentNumber Store::documents(Collection collection) const {
  return impl_->documents[place(collection)];
}

std::uint64_t Store::identity() const { return impl_->identity; }

Result<std::uint64_t> Store::add_contact(const ContactMessage& message) {
  if (impl_->access == Access::shared) return Error{Code::denied, "the store is open for reading"};
  const std::lock_guard lock(impl_->writing);
  ContactMessage numbered = message;
  numbered.number = impl_->last_contact + 1;
  Batch batch;
  batch.put(Family::contacts, big_endian(numbered.number), encode(numbered));
  batch.put(Family::meta, "contacts", big_endian(numbered.number));
  if (const Done done = impl_->kv->write(batch); !done) return done.error();
  impl_->last_contact = numbered.number;
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

void Store::on_change(std::function<void()> listener) {
  const std::lock_guard lock(impl_->listening);
  impl_->listener = std::move(listener);
}

}  // namespace incontro
