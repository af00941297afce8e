#pragma once

#include <incontro/acronyms.h>
#include <incontro/analyzer.h>
#include <incontro/engine.h>
#include <incontro/indexer.h>

#include <memory>

#include "settings.h"

namespace incontro {

struct Engine::Impl {
  explicit Impl(const EngineOptions& opened) : options(opened) {}

  View view_of(const StoredRecord& stored) const;

  const EngineOptions options;
  Settings settings;
  const Analyzer analyzer;
  const Acronyms acronyms{analyzer};
  std::unique_ptr<Store> store;
  std::unique_ptr<Indexer> indexer;  // stops before the store closes
};

}  // namespace incontro
