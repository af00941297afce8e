#include <incontro/saved_searches.h>

#include "match/question.h"
#include "percolate/saved_searches_impl.h"
#include "percolate/tellable.h"
#include "query/query_parser.h"

namespace incontro {
namespace {

Done check_texts(const SavedSearch& search) {
  if (search.owner.empty()) return Error{Code::invalid, "owner: missing"};
  if (search.owner.size() > SavedSearch::most_owner_bytes)
    return Error{Code::invalid, "owner: at most 100 bytes"};
  if (search.name.size() > SavedSearch::most_name_bytes)
    return Error{Code::invalid, "name: at most 200 bytes"};
  return ok;
}

// How a search is shown is not kept, and so is not refused.
Query without_page(Query query) {
  const Query fresh;
  query.limit = fresh.limit;
  query.offset = fresh.offset;
  query.open.clear();
  return query;
}

Done check(const SavedMatch& match, const Surroundings& around) {
  if (match.least < 1 || match.least > full_score)
    return Error{Code::invalid, "least: 1 to 1000000"};
  if (const auto terms = terms_of(request_of(match)); !terms) return terms.error();
  const auto stored = around.store.record(match.question);
  if (!stored) return stored.error();
  if (stored->state.status != Status::published)
    return Error{Code::conflict, "the record no longer stands"};
  return ok;
}

Result<SavedSearch> read(StoredSearch&& stored) {
  auto question = decode_question(stored.question);
  if (!question) return question.error();
  return SavedSearch{stored.number, std::move(stored.owner), std::move(stored.name), stored.saved,
                     std::move(*question)};
}

}  // namespace

SavedSearches::SavedSearches(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SavedSearches::~SavedSearches() = default;

Result<std::uint64_t> SavedSearches::add(const SavedSearch& search) {
  return add(std::span(&search, 1));
}

Result<std::uint64_t> SavedSearches::add(std::span<const SavedSearch> searches) {
  if (!impl_->percolator) return Error{Code::denied, "the home is open for reading"};
  std::vector<StoredSearch> stored;
  std::vector<SavedQuestion> questions;
  for (const SavedSearch& search : searches) {
    if (const Done done = check_texts(search); !done) return done.error();
    SavedQuestion question = search.asks;
    if (auto* query = std::get_if<Query>(&question)) {
      *query = without_page(std::move(*query));
      if (const Done done = impl_->around.check(*query); !done) return done.error();
      if (parse_query(impl_->around.analyzer, query->text).signs_only)
        return Error{Code::invalid, "text: signs without words find nothing"};
    } else if (const Done done = check(std::get<SavedMatch>(question), impl_->around); !done) {
      return done.error();
    }
    stored.push_back({.number = 0,
                      .owner = search.owner,
                      .name = search.name,
                      .saved = impl_->around.clock.now(),
                      .since = 0,
                      .question = encode_question(question)});
    questions.push_back(std::move(question));
  }
  return impl_->percolator->add(std::move(stored), questions);
}

Done SavedSearches::remove(std::uint64_t number) {
  if (!impl_->percolator) return Error{Code::denied, "the home is open for reading"};
  return impl_->percolator->remove(number);
}

Result<SavedSearch> SavedSearches::find(std::uint64_t number) const {
  auto stored = impl_->kept().search(number);
  if (!stored) return stored.error();
  return read(std::move(*stored));
}

Result<std::vector<SavedSearch>> SavedSearches::list(std::string_view owner) const {
  std::vector<SavedSearch> found;
  Done damaged = ok;
  const Done done = impl_->kept().for_each([&](StoredSearch&& stored) {
    if (stored.owner != owner) return true;
    auto search = read(std::move(stored));
    if (search)
      found.push_back(std::move(*search));
    else
      damaged = search.error();
    return search.has_value();
  });
  if (!done) return done.error();
  if (!damaged) return damaged.error();
  return found;
}

Result<std::uint64_t> SavedSearches::count() const {
  if (impl_->percolator) return impl_->percolator->count();
  std::uint64_t count = 0;
  const Done done = impl_->kept().for_each([&](StoredSearch&&) { return ++count, true; });
  if (!done) return done.error();
  return count;
}

Result<std::vector<Notice>> SavedSearches::outbox(std::uint64_t after, std::size_t limit) const {
  std::vector<Notice> told;
  while (told.size() < limit) {
    auto waiting = impl_->kept().notices(after, limit);
    if (!waiting) return waiting.error();
    if (waiting->empty()) break;
    after = waiting->back().number;
    for (Notice& notice : *waiting) {
      const auto telling = telling_of(notice, impl_->around);
      if (!telling) return telling.error();
      if (*telling == Telling::now && told.size() < limit) told.push_back(std::move(notice));
    }
  }
  return told;
}

Done SavedSearches::delivered(std::uint64_t notice) { return impl_->kept().delivered(notice); }

Done SavedSearches::wait_for(Sequence sequence, std::chrono::milliseconds patience) const {
  if (!impl_->percolator) return Error{Code::denied, "with shared access nothing is percolated"};
  return impl_->percolator->wait_for(sequence, patience);
}

}  // namespace incontro
