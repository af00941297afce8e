#include "eval/references.h"

#include <vector>

#include "eval/set_operations.h"

namespace incontro {

void find_reference(const Postings& postings, std::string_view name, Hits& hits) {
  const auto [first, last] = postings.terms.with_prefix(name);
  std::vector<OffsetSet> sets;
  for (std::uint32_t i = first; i < last; ++i) sets.push_back(postings.list(i).documents);
  unite(sets, hits);
  hits.settle();
}

}  // namespace incontro
