#pragma once

#include <incontro/fields.h>
#include <incontro/highlight.h>
#include <incontro/incentives.h>
#include <incontro/lifecycle.h>
#include <incontro/record.h>
#include <incontro/store.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace incontro {

// A record as anybody may see it (privacy.h), with what its days and its history make of it.
struct View {
  Record record;
  State state = State::active;
  Validity validity;
  std::string successor;  // the code that superseded or closed it, if any
  // Of the record as it is stored, on the engine's day; for people to see, never to rank by.
  std::vector<Incentive> incentives;
};

struct Hit {
  DocumentNumber number = 0;  // within the collection
  std::string code;
  // Comparable within one answer, and among hits that are literal or not alike; 0 without words, or
  // sorted by distance.
  double score = 0;
  bool literal = true;                // false: found by a synonym of the query's words
  std::optional<double> distance_km;  // from Query::near, where records were asked for
  View view;  // of a CV the first ten jobs, titles and courses; Engine::show() has all
  std::optional<Highlights> highlights;  // where the query asks for them
};

// Its texts are those of the code tables, which live as long as the program.
struct FacetValue {
  std::string_view code;
  std::string_view label;   // Italian
  std::uint64_t count = 0;  // exact: the hits if the field were filtered by this value alone
  std::string_view parent;  // code of the node above, empty for a root
  int level = 0;            // 0 for a root
  bool selected = false;    // the query filters by it
};

struct Facet {
  std::string field;
  FieldKind kind;
  // Values with a count, and the selected ones even at zero. Flat fields: the most frequent first,
  // the unstated ("-") last. Trees: depth first, siblings by count; roots, and the children of
  // every selected or opened node and of the nodes above it. Ages: the shortest first. Of a long
  // list (Field::most_shown) only the most frequent ones, the selected and the unstated: every
  // count is exact, but where a block has many hits, which values fill the last places is
  // estimated.
  std::vector<FacetValue> values;
};

struct Answer {
  std::uint64_t total = 0;    // exact
  std::uint64_t literal = 0;  // of these, with all words of the query; the others by synonyms
  std::vector<Hit> hits;
  std::vector<Facet> facets;       // in the order of fields_of(); empty unless asked for
  std::uint64_t microseconds = 0;  // spent in the engine
  Sequence sequence = 0;           // of the snapshot that answered
};

}  // namespace incontro
