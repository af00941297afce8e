#include <mutex>

#include "text/text_format.h"
#include "text/xapian_guard.h"

namespace incontro {

// Xapian's handles belong to one thread at a time: a query borrows one, and gives it back.
struct TextReader::Impl {
  explicit Impl(std::filesystem::path opened) : directory(std::move(opened)) {}

  template <class F>
  auto with_database(F&& read) const -> decltype(read(std::declval<Xapian::Database&>())) {
    auto database = borrow();
    if (!database) return database.error();
    // A reader that falls two commits behind is told to reopen; with commits coming in faster than
    // a read takes it may happen again.
    constexpr int attempts = 5;
    auto answer = attempt(**database, read);
    for (int i = 1; i < attempts && !answer && answer.error().code == Code::busy; ++i)
      answer = attempt(**database, read);
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(*database));
    return answer;
  }

  template <class F>
  static auto attempt(Xapian::Database& database, F&& read) {
    return guarded([&] {
      database.reopen();
      return read(database);
    });
  }

  Result<std::unique_ptr<Xapian::Database>> borrow() const {
    {
      const std::lock_guard lock(mutex);
      if (!idle.empty()) {
        auto database = std::move(idle.back());
        idle.pop_back();
        return database;
      }
    }
    return guarded([&]() -> Result<std::unique_ptr<Xapian::Database>> {
      return std::make_unique<Xapian::Database>(directory.string());
    });
  }

  const std::filesystem::path directory;
  mutable std::mutex mutex;
  // As many as queries ever ran at once: the threads that ask are the bound.
  mutable std::vector<std::unique_ptr<Xapian::Database>> idle;
};

namespace {

using Numbers = Result<std::vector<DocumentNumber>>;

// All matches, in the order of documents, without weights.
Numbers matches(Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  std::vector<DocumentNumber> numbers;
  numbers.reserve(found.size());
  for (auto hit = found.begin(); hit != found.end(); ++hit) numbers.push_back(number_of(*hit));
  return numbers;
}

}  // namespace

TextReader::TextReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
TextReader::~TextReader() = default;

Result<std::unique_ptr<TextReader>> TextReader::open(const std::filesystem::path& directory) {
  auto impl = std::make_unique<Impl>(directory);
  auto database = impl->borrow();
  if (!database) return database.error();
  impl->idle.push_back(std::move(*database));
  return std::unique_ptr<TextReader>(new TextReader(std::move(impl)));
}

Numbers TextReader::phrase(std::span<const std::string> words) const {
  return impl_->with_database([&](Xapian::Database& database) -> Numbers {
    return matches(database, words.size() == 1
                                 ? Xapian::Query(words[0])
                                 : Xapian::Query(Xapian::Query::OP_PHRASE, words.begin(),
                                                 words.end(), words.size()));
  });
}

Numbers TextReader::prefix(std::string_view prefix) const {
  return impl_->with_database([&](Xapian::Database& database) -> Numbers {
    constexpr Xapian::termcount no_bound = 0;
    return matches(database,
                   Xapian::Query(Xapian::Query::OP_WILDCARD, std::string(prefix), no_bound,
                                 Xapian::Query::WILDCARD_LIMIT_ERROR, Xapian::Query::OP_OR));
  });
}

Numbers TextReader::all_of(std::span<const std::string> terms) const {
  std::vector<std::string> stems;
  for (const std::string& term : terms) stems.push_back(stem_term(term));
  return impl_->with_database([&](Xapian::Database& database) -> Numbers {
    return matches(database, Xapian::Query(Xapian::Query::OP_AND, stems.begin(), stems.end()));
  });
}

Result<std::vector<TextReader::Entry>> TextReader::entries() const {
  return impl_->with_database([&](Xapian::Database& database) -> Result<std::vector<Entry>> {
    std::vector<Entry> entries;
    for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id)
      entries.push_back(entry_of(number_of(*id), database.get_document(*id).get_data()));
    return entries;
  });
}

Result<Sequence> TextReader::applied() const {
  return impl_->with_database([&](Xapian::Database& database) -> Result<Sequence> {
    return number_in(database.get_metadata(std::string(key_applied)));
  });
}

}  // namespace incontro
