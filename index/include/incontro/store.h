#pragma once

#include <incontro/record.h>
#include <incontro/result.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace incontro {

using Sequence = std::uint64_t;        // 1 for the first change; 0: nothing yet
using DocumentNumber = std::uint32_t;  // dense from 0 within a collection, never reused

enum class Status : std::uint8_t {
  published,   // it stands; whether it is active is a matter of days (lifecycle.h)
  superseded,  // a later communication named it as its predecessor
  closed,      // a closure named it
  closure,     // it is itself a closure, kept as proof; it has no document
};

struct RecordState {
  Status status = Status::published;
  Sequence sequence = 0;        // of the change that brought it
  DocumentNumber document = 0;  // meaningless for a closure
  std::string successor;        // the code that superseded or closed it
  bool operator==(const RecordState&) const = default;
};

struct StoredRecord {
  Record record;
  RecordState state;
};

// One accepted communication, as the derived indexes must know it.
struct Change {
  Sequence sequence = 0;
  Collection collection = Collection::vacancies;
  std::optional<DocumentNumber> added;      // a new document to index
  std::optional<DocumentNumber> withdrawn;  // a document that no longer stands
  bool operator==(const Change&) const = default;
};

enum class Outcome : std::uint8_t { published, replaced, closed, unchanged };

struct Applied {
  Sequence sequence;  // of this change; for unchanged, of the one that brought the same record
  Outcome outcome;
};

// Room that is left on the disk for what must be written besides records: below it a store takes
// nothing more, and says so.
inline constexpr std::uint64_t least_free_bytes = 16 << 20;
// Of messages left in the Contatti form: they wait for somebody to read them.
inline constexpr std::uint64_t most_contacts = 20'000;
inline constexpr std::uint64_t most_contact_bytes = 32 << 20;

// A message left in the Contatti form.
struct ContactMessage {
  std::uint64_t number = 0;  // given by the store, from 1
  Timestamp received{};
  std::string office;  // clic4help, redazione, albo-informatico
  std::string name, email, subject, text;
  bool operator==(const ContactMessage&) const = default;
};

class SavedSearchStore;  // saved_search_store.h

enum class Access : std::uint8_t {
  create,     // as exclusive, and made where nothing is
  exclusive,  // read and write; one process at a time
  shared,  // read only, beside a writer or not: sees the store as it was on opening, writes nothing
};

// The records, kept for ever; the only truth. Any thread may read, and any thread may apply:
// writers wait for one another.
class Store {
 public:
  // Opens the store in `directory`. A store is made whole beside its place and then renamed, and
  // only where the directory is absent or empty: one that holds any file is a store, and where
  // files of it are missing it is damaged, never new.
  // busy: another process has it open for writing. not_found: nothing there, and not to be created.
  // corrupt: checksums fail, files or writes are missing, or the format is of a later program; the
  // message says which. Nothing is changed by an opening that fails.
  static Result<std::unique_ptr<Store>> open(const std::filesystem::path& directory, Access access);
  ~Store();

  // Takes in one communication: a new record, a replacement or a closure, as one step that happens
  // wholly or not at all. On return it is on disk (synced). The sequence number grows by one.
  // unchanged (an outcome, not an error): this very record is already stored, so that an import
  // that was cut off can be repeated. conflict: its code is taken by another record, or its
  // predecessor was already superseded or closed. not_found: its predecessor is not stored here.
  Result<Applied> apply(const Record& communication);
  // The same for several at once, in order, with one disk sync for all: each stands or is refused
  // on its own, and none is acknowledged before all are on disk.
  std::vector<Result<Applied>> apply(std::span<const Record> communications);

  // not_found is an ordinary answer. Withdrawn and expired records are still found.
  Result<StoredRecord> record(const RecordCode& code) const;
  Result<StoredRecord> document(Collection collection, DocumentNumber number) const;

  // Reads every file's checksums. corrupt: names the file.
  Done verify() const;

  // The code under which a document number was given out. not_found, corrupt.
  Result<std::string> code_of(Collection collection, DocumentNumber number) const;

  // What happened in (after, last()], oldest first; at most `limit` changes.
  Result<std::vector<Change>> changes(Sequence after, std::size_t limit) const;
  Sequence last() const;
  // How many document numbers were given out; they are 0 to documents() - 1.
  DocumentNumber documents(Collection collection) const;
  // Drawn at random when the store was made: tells a derived index whether it belongs here.
  std::uint64_t identity() const;

  // Keeps a message (synced) and returns its number. busy: as many are kept as may be
  // (most_contacts, most_contact_bytes).
  Result<std::uint64_t> add_contact(const ContactMessage& message);
  Result<std::vector<ContactMessage>> contacts() const;  // oldest first

  SavedSearchStore& saved_searches();
  const SavedSearchStore& saved_searches() const;

  // What stands in the way of writing; ok where nothing is known to: the last write went well, and
  // the disk has room.
  Done writable() const;

  // Called after every apply that changed something, on the applying thread, until its number is
  // forgotten; after forget() it does not run any more.
  std::uint64_t on_change(std::function<void()> listener);
  void forget(std::uint64_t listener);

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace incontro
