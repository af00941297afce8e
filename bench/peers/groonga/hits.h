#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "database.h"

// Records of one table.
using Records = std::vector<grn_id>;

// How many records an index has for a key; not exact while records come and go.
std::uint32_t estimate(const Database& database, grn_obj* index, grn_id key);

// Adds the records that an index has for a key.
void add_records(const Database& database, grn_obj* index, grn_id key, Records& records);

// A page of a table in the order of a column, the highest value first. With an index on the column
// and a table as it is stored, no more than the page is read.
Records highest(const Database& database, grn_obj* table, grn_obj* column, std::size_t offset,
                std::size_t limit);

// How many records of a table, be it a temporary one, refer to each record of another by a column.
std::vector<std::pair<grn_id, std::uint64_t>> drilldown(const Database& database, grn_obj* table,
                                                        const std::string& column);

// What is found in a table: a temporary table of records with scores. What is matched first fills
// it. Later matches, as they are told, leave those records that they find too (GRN_OP_AND) or add
// others (GRN_OP_OR), both adding to the scores, or take those away that they find
// (GRN_OP_AND_NOT).
class Hits {
 public:
  Hits(const Database& database, grn_obj* table);
  Hits(const Hits&) = delete;
  Hits& operator=(const Hits&) = delete;
  ~Hits() { grn_obj_close(database_.context(), set_); }

  // Tokens side by side: more than one need an index with positions. Each time they occur adds the
  // weight to the score.
  void match(grn_obj* index, std::string_view tokens, float weight, grn_operator how);
  // One of the tokens that begin so.
  void match_prefix(grn_obj* index, std::string_view prefix, grn_operator how);
  // What others found.
  void match(const Hits& others, grn_operator how);

  void add(const Records& records);
  void keep_if(const std::function<bool(grn_id)>& keeps);

  bool filled() const { return filled_; }
  grn_obj* table() const { return set_; }
  Records records() const;
  // A page of them, by "_score" or a column of their table.
  Records highest(const std::string& column, std::size_t offset, std::size_t limit) const;

 private:
  grn_operator next(grn_operator how);
  grn_hash* hash() const { return reinterpret_cast<grn_hash*>(set_); }

  const Database& database_;
  grn_obj* set_;
  bool filled_ = false;
};
