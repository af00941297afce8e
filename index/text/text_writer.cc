#include "text/text_format.h"
#include "text/xapian_guard.h"

namespace incontro {

struct TextWriter::Impl {
  Xapian::WritableDatabase database;
  std::string identity;
  Sequence applied = 0;
  bool in_transaction = false;
  bool failed = false;

  // Xapian commits by itself every 10,000 changes unless a transaction is open: only inside one do
  // the documents and the sequence number reach the disk together.
  void begin() {
    if (in_transaction) return;
    database.begin_transaction(true);
    in_transaction = true;
  }

  // After a failed write Xapian may have dropped what came before it: a later commit would claim
  // documents that are not there. So nothing more is taken; reopened, the log is replayed.
  template <class F>
  Done write(F&& change) {
    if (failed) return Error{Code::io, "the text index failed before: it must be reopened"};
    Done done = guarded(change);
    failed = !done;
    return done;
  }
};

TextWriter::TextWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

TextWriter::~TextWriter() {
  if (!impl_->in_transaction) return;
  // What was not committed is replayed from the store.
  static_cast<void>(guarded([&]() -> Done {
    impl_->database.cancel_transaction();
    return ok;
  }));
}

Result<std::unique_ptr<TextWriter>> TextWriter::open(const std::filesystem::path& directory,
                                                     std::uint64_t identity) {
  using Opened = Result<std::unique_ptr<TextWriter>>;
  const auto open_as = [&](int action) {
    return guarded([&]() -> Opened {
      auto impl = std::make_unique<Impl>();
      impl->identity = identity_text(identity);
      impl->database = Xapian::WritableDatabase(directory.string(), action);
      Xapian::WritableDatabase& database = impl->database;
      if (database.get_metadata(std::string(key_identity)) == impl->identity &&
          database.get_metadata(std::string(key_format)) == text_format()) {
        impl->applied = number_in(database.get_metadata(std::string(key_applied)));
      } else if (action != Xapian::DB_CREATE_OR_OVERWRITE) {
        return Error{Code::conflict, "made for another store, or in another format"};
      } else {
        database.set_metadata(std::string(key_identity), impl->identity);
        database.set_metadata(std::string(key_format), text_format());
        database.commit();
      }
      return std::unique_ptr<TextWriter>(new TextWriter(std::move(impl)));
    });
  };
  Opened opened = open_as(Xapian::DB_OPEN);
  if (opened || opened.error().code == Code::busy || opened.error().code == Code::io) return opened;
  return open_as(Xapian::DB_CREATE_OR_OVERWRITE);
}

Sequence TextWriter::applied() const { return impl_->applied; }

Done TextWriter::put(const Document& document) {
  return impl_->write([&]() -> Done {
    Xapian::Document out;
    for (const DocumentTerm& term : document.terms) out.add_term(stem_term(term.term), term.weight);
    for (const DocumentWord& word : document.words)
      // The words' own frequencies are not scored: 0 keeps them out of the document's length.
      for (const std::uint32_t position : word.positions) out.add_posting(word.word, position, 0);
    out.set_data(document_data(document));
    impl_->begin();
    impl_->database.replace_document(docid_of(document.number), out);
    return ok;
  });
}

Done TextWriter::remove(DocumentNumber number) {
  return impl_->write([&]() -> Done {
    impl_->begin();
    const Done done = guarded([&]() -> Done {
      impl_->database.delete_document(docid_of(number));
      return ok;
    });
    // Withdrawn before it was ever indexed: a replay.
    if (!done && done.error().code == Code::not_found) return ok;
    return done;
  });
}

Done TextWriter::commit(Sequence applied) {
  return impl_->write([&]() -> Done {
    impl_->begin();
    impl_->database.set_metadata(std::string(key_applied), std::to_string(applied));
    impl_->in_transaction = false;
    impl_->database.commit_transaction();
    impl_->applied = applied;
    return ok;
  });
}

}  // namespace incontro
