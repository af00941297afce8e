#pragma once

#include <incontro/saved_searches.h>

#include <memory>

#include "percolate/percolator.h"

namespace incontro {

struct SavedSearches::Impl {
  explicit Impl(Surroundings surroundings) : around(std::move(surroundings)) {}

  SavedSearchStore& kept() const { return around.store.saved_searches(); }

  const Surroundings around;
  std::unique_ptr<Percolator> percolator;  // null with shared access
};

}  // namespace incontro
