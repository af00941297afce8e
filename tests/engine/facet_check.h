#pragma once

#include <gtest/gtest.h>
#include <incontro/answer.h>
#include <incontro/query.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace incontro {

// The nodes of a field whose children are shown: selected and opened ones, and all above them.
inline std::set<CodeIndex> expanded_nodes(const Field& field, const Query& query) {
  std::set<CodeIndex> nodes;
  for (const std::vector<Filter>* const filters : {&query.filters, &query.open})
    for (const Filter& filter : *filters) {
      if (filter.field != field.name) continue;
      for (const std::string& code : filter.codes)
        for (CodeIndex node = *field.domain->find(code); node != no_code;
             node = field.domain->parent(node))
          nodes.insert(node);
    }
  return nodes;
}

// Of a long list the most frequent values are shown. `missing`: of another value, how many times.
// Where all hits are few, nothing else may be more frequent than what is shown; where they are
// estimated, not much.
inline void expect_less_frequent(std::uint32_t missing, const Facet& facet, std::size_t most_shown,
                                 std::uint32_t slack) {
  std::uint64_t least = UINT64_MAX, stated = 0;
  for (const FacetValue& value : facet.values)
    if (value.code != "-") {
      if (!value.selected) least = std::min(least, value.count);
      ++stated;
    }
  EXPECT_GE(stated, most_shown);
  EXPECT_LE(missing, least + slack + (slack > 0 ? least : 0));
}

// That an answer's facets show what they must (Facet::values), with these counts, and nothing else.
// `slack`: by how much the least frequent value shown of a long list may be estimated wrongly.
inline void expect_facets(const std::vector<Facet>& facets,
                          const std::vector<std::vector<std::uint32_t>>& counts, const Query& query,
                          std::uint32_t slack) {
  const auto fields = fields_of(query.collection);
  ASSERT_EQ(facets.size(), fields.size());
  for (std::size_t f = 0; f < fields.size(); ++f) {
    SCOPED_TRACE(fields[f].name);
    const FieldDomain& domain = *fields[f].domain;
    const auto expanded = expanded_nodes(fields[f], query);
    std::set<CodeIndex> shown;
    for (const FacetValue& value : facets[f].values) {
      const CodeIndex index = *domain.find(value.code);
      EXPECT_TRUE(shown.insert(index).second) << "twice: " << value.code;
      EXPECT_EQ(value.count, counts[f][index]) << value.code;
      const CodeIndex parent = domain.parent(index);
      EXPECT_TRUE(parent == no_code || expanded.contains(parent)) << "not opened: " << value.code;
    }
    for (CodeIndex value = 0; value < domain.size(); ++value) {
      const CodeIndex parent = domain.parent(value);
      if (counts[f][value] == 0) continue;
      if (fields[f].most_shown > 0 && value != domain.unstated()) {
        if (!shown.contains(value))
          expect_less_frequent(counts[f][value], facets[f], fields[f].most_shown, slack);
      } else if (parent == no_code || expanded.contains(parent)) {
        EXPECT_TRUE(shown.contains(value)) << "missing: " << domain.code(value);
      }
    }
    if (fields[f].kind != FieldKind::flat) continue;
    for (std::size_t i = 1; i < facets[f].values.size(); ++i)
      if (facets[f].values[i].code != "-") {
        EXPECT_GE(facets[f].values[i - 1].count, facets[f].values[i].count);
      }
  }
}

}  // namespace incontro
