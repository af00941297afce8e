#include "indexer/added_documents.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <thread>

#include "blocks/block_builder.h"

namespace incontro {
namespace {

// Fewer are made sooner than a thread is started for them.
constexpr std::size_t changes_per_thread = 256;

// A document number that was given out and has no entry is as lost as one whose bytes are wrong.
bool is_damage(const Error& error) {
  return error.code == Code::corrupt || error.code == Code::not_found;
}

using Made = Result<std::vector<AddedDocument>>;

Made made_of(Collection collection, std::span<const Change> changes, Sequence after,
             const Store& store, const Analyzer& analyzer) {
  std::vector<AddedDocument> made;
  made.reserve(changes.size());
  for (const Change& change : changes) {
    if (change.collection != collection || !change.added || change.sequence <= after) continue;
    const auto stored = store.document(collection, *change.added);
    const bool damaged = !stored && is_damage(stored.error());
    if (!stored && !damaged) return stored.error();
    const bool stands = stored && stored->state.status == Status::published;
    made.push_back({stands ? make_document(analyzer, stored->record, *change.added)
                           : placeholder(collection, *change.added),
                    stands, damaged});
  }
  return made;
}

}  // namespace

Made added_documents(Collection collection, std::span<const Change> changes, Sequence after,
                     const Store& store, const Analyzer& analyzer) {
  const std::size_t parts = std::clamp<std::size_t>(
      changes.size() / changes_per_thread, 1, std::max(1u, std::thread::hardware_concurrency()));
  const auto part = [&](std::size_t i) {
    const std::size_t begin = changes.size() * i / parts;
    return changes.subspan(begin, changes.size() * (i + 1) / parts - begin);
  };
  std::vector<std::future<Made>> others;
  for (std::size_t i = 1; i < parts; ++i)
    others.push_back(std::async(std::launch::async, made_of, collection, part(i), after,
                                std::cref(store), std::cref(analyzer)));
  Made made = made_of(collection, part(0), after, store, analyzer);
  for (std::future<Made>& other : others) {
    Made more = other.get();
    if (!made) continue;
    if (!more)
      made = std::move(more);
    else
      std::ranges::move(*more, std::back_inserter(*made));
  }
  return made;
}

std::vector<DocumentNumber> withdrawn_documents(Collection collection,
                                                std::span<const Change> changes, Sequence after) {
  std::vector<DocumentNumber> withdrawn;
  for (const Change& change : changes)
    if (change.collection == collection && change.withdrawn && change.sequence > after)
      withdrawn.push_back(*change.withdrawn);
  return withdrawn;
}

}  // namespace incontro
