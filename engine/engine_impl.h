#pragma once

#include <incontro/acronyms.h>
#include <incontro/analyzer.h>
#include <incontro/engine.h>
#include <incontro/indexer.h>

#include <memory>

#include "settings.h"
#include "suggest/lexicon_keeper.h"

namespace incontro {

struct Engine::Impl {
  explicit Impl(const EngineOptions& opened) : options(opened) {}

  View view_of(const StoredRecord& stored) const;
  // The total of a search, and nothing else of it.
  static Result<std::uint64_t> count(const Engine& engine, Query query);

  const EngineOptions options;
  Settings settings;
  const Analyzer analyzer;
  const Acronyms acronyms{analyzer};
  std::unique_ptr<Store> store;
  std::unique_ptr<Indexer> indexer;         // stops before the store closes
  LexiconMaker maker;                       // the keeper's thread has it to itself
  std::unique_ptr<LexiconKeeper> lexicons;  // stops before the indexer
};

}  // namespace incontro
