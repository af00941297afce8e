#pragma once

#include <groonga.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// A database and the one context that works on it; failures are exceptions. Tables and columns
// belong to Groonga and live as long as the database does.
class Database {
 public:
  Database() = default;
  static Database create(const std::filesystem::path& file) { return Database(file, true); }
  static Database open(const std::filesystem::path& file) { return Database(file, false); }

  grn_ctx* context() const { return context_.get(); }
  void check() const;  // what was done last

  grn_obj* get(const std::string& name) const;  // "Table" or "Table.column"
  grn_id size(grn_obj* table) const { return grn_table_size(context(), table); }
  std::string key(grn_obj* table, grn_id id) const;
  grn_id find(grn_obj* table, std::string_view key) const;  // or GRN_ID_NIL

  // GRN_ID_NIL as the type: a table without keys.
  grn_obj* make_table(const std::string& name, grn_table_flags kind, grn_id key_type) const;
  grn_obj* make_column(grn_obj* table, const std::string& name, grn_id type) const;
  // Of a column that has its values already: Groonga's faster way, offline index construction.
  void make_index(grn_obj* lexicon, grn_obj* column, grn_column_flags flags) const;
  // The same, on the tokens between blanks.
  void make_text_index(grn_obj* lexicon, grn_obj* column, grn_column_flags flags) const;
  void flush() const;

  grn_id add(grn_obj* table, std::string_view key) const;  // or finds
  grn_id add(grn_obj* table) const;
  void set(grn_obj* column, grn_id id, std::uint32_t value) const;
  void set(grn_obj* column, grn_id id, std::int64_t value) const;
  void set(grn_obj* column, grn_id id, std::string_view value) const;
  void refer(grn_obj* column, grn_id id, grn_id other) const;

 private:
  struct Close {
    void operator()(grn_ctx* context) const;
  };

  Database(const std::filesystem::path& file, bool create);
  void set(grn_obj* column, grn_id id, grn_obj* value) const;

  std::unique_ptr<grn_ctx, Close> context_;
};

// The values of a column of four bytes, read where Groonga maps them.
class Values {
 public:
  Values(const Database& database, grn_obj* column);

  std::uint32_t operator[](grn_id id) const { return segments_[id >> bits_][id & mask_]; }

 private:
  std::vector<const std::uint32_t*> segments_;  // each with 2^bits_ values, the last with fewer
  std::uint32_t bits_ = 31, mask_ = (1U << 31) - 1;
};
