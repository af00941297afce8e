#pragma once

#include <incontro/acronyms.h>
#include <incontro/analyzer.h>
#include <incontro/engine.h>
#include <incontro/indexer.h>
#include <incontro/privacy.h>
#include <incontro/saved_searches.h>

#include <memory>

#include "eval/plan.h"
#include "settings.h"
#include "suggest/lexicon_keeper.h"

namespace incontro {

struct Engine::Impl {
  explicit Impl(const EngineOptions& opened) : options(opened) {}

  View view_of(const StoredRecord& stored, Extent extent) const;
  // invalid: a limit that is too large, an unknown field or code.
  Result<Plan> plan_of(const Query& query, const Snapshot& snapshot) const;
  // Once everything else is open.
  Done open_saved_searches();
  // The total of a search, and nothing else of it (count.cc).
  Result<std::uint64_t> count(const Query& query, const Snapshot& snapshot) const;
  // A digest of which records a search finds: that of searches that find the same is the same.
  Result<std::uint64_t> fingerprint(const Query& query, const Snapshot& snapshot) const;

  EngineOptions options;
  Settings settings;
  const Analyzer analyzer;
  const Acronyms acronyms{analyzer};
  std::unique_ptr<Store> store;
  std::unique_ptr<Indexer> indexer;         // stops before the store closes
  LexiconMaker maker;                       // the keeper's thread has it to itself
  std::unique_ptr<LexiconKeeper> lexicons;  // stops before the indexer
  std::unique_ptr<SavedSearches> saved;     // the same
};

}  // namespace incontro
