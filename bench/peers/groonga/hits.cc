#include "hits.h"

#include <cstring>
#include <memory>
#include <utility>

namespace {

grn_ii* ii(grn_obj* index) { return reinterpret_cast<grn_ii*>(index); }

// Options of Groonga are structures that are to be filled with zeroes first.
template <typename Options>
Options zeroed() {
  Options options;
  std::memset(&options, 0, sizeof options);
  return options;
}

struct Close {
  grn_ctx* context;
  // What is only for now is closed; columns and tables of the database stay open.
  void operator()(grn_obj* object) const { grn_obj_unlink(context, object); }
};

std::unique_ptr<grn_obj, Close> owned(const Database& database, grn_obj* object) {
  database.check();
  return {object, Close{database.context()}};
}

}  // namespace

std::uint32_t estimate(const Database& database, grn_obj* index, grn_id key) {
  return key == GRN_ID_NIL ? 0 : grn_ii_estimate_size(database.context(), ii(index), key);
}

void add_records(const Database& database, grn_obj* index, grn_id key, Records& records) {
  grn_ctx* context = database.context();
  grn_ii_cursor* cursor =
      grn_ii_cursor_open(context, ii(index), key, GRN_ID_NIL, GRN_ID_MAX,
                         static_cast<int>(grn_ii_get_n_elements(context, ii(index))), 0);
  if (!cursor) return;
  while (const grn_posting* posting = grn_ii_cursor_next(context, cursor))
    records.push_back(posting->rid);
  grn_ii_cursor_close(context, cursor);
  database.check();
}

Records highest(const Database& database, grn_obj* table, grn_obj* column, std::size_t offset,
                std::size_t limit) {
  Records page;
  grn_ctx* context = database.context();
  if (offset >= database.size(table)) return page;
  const auto sorted = owned(database, grn_table_create(context, nullptr, 0, nullptr,
                                                       GRN_OBJ_TABLE_NO_KEY, nullptr, table));
  auto key = zeroed<grn_table_sort_key>();
  key.key = column;
  key.flags = GRN_TABLE_SORT_DESC;
  grn_table_sort(context, table, static_cast<int>(offset), static_cast<int>(limit), sorted.get(),
                 &key, 1);
  database.check();
  grn_table_cursor* cursor = grn_table_cursor_open(context, sorted.get(), nullptr, 0, nullptr, 0, 0,
                                                   -1, GRN_CURSOR_ASCENDING);
  while (grn_table_cursor_next(context, cursor) != GRN_ID_NIL) {
    void* id = nullptr;
    grn_table_cursor_get_value(context, cursor, &id);
    page.push_back(*static_cast<const grn_id*>(id));
  }
  grn_table_cursor_close(context, cursor);
  return page;
}

std::vector<std::pair<grn_id, std::uint64_t>> drilldown(const Database& database, grn_obj* table,
                                                        const std::string& column) {
  grn_ctx* context = database.context();
  const auto values = owned(database, grn_obj_column(context, table, column.data(),
                                                     static_cast<unsigned>(column.size())));
  auto key = zeroed<grn_table_sort_key>();
  key.key = values.get();
  const auto groups =
      owned(database, grn_table_create_for_group(context, nullptr, 0, nullptr, key.key, table, 0));
  auto result = zeroed<grn_table_group_result>();
  result.table = groups.get();
  result.limit = 1;
  result.flags = GRN_TABLE_GROUP_CALC_COUNT;
  result.op = GRN_OP_OR;
  grn_table_group(context, table, &key, 1, &result, 1);
  database.check();
  const auto sizes = owned(database, grn_obj_column(context, groups.get(), "_nsubrecs", 9));
  std::vector<std::pair<grn_id, std::uint64_t>> counts;
  grn_obj size;
  GRN_INT32_INIT(&size, 0);
  grn_table_cursor* cursor = grn_table_cursor_open(context, groups.get(), nullptr, 0, nullptr, 0, 0,
                                                   -1, GRN_CURSOR_ASCENDING);
  for (grn_id id; (id = grn_table_cursor_next(context, cursor)) != GRN_ID_NIL;) {
    void* cell = nullptr;
    grn_table_cursor_get_key(context, cursor, &cell);
    GRN_BULK_REWIND(&size);
    grn_obj_get_value(context, sizes.get(), id, &size);
    counts.emplace_back(*static_cast<const grn_id*>(cell), GRN_INT32_VALUE(&size));
  }
  grn_table_cursor_close(context, cursor);
  grn_obj_close(context, &size);
  return counts;
}

Hits::Hits(const Database& database, grn_obj* table)
    : database_(database),
      set_(grn_table_create(database.context(), nullptr, 0, nullptr,
                            GRN_OBJ_TABLE_HASH_KEY | GRN_OBJ_WITH_SUBREC, table, nullptr)) {
  database.check();
}

grn_operator Hits::next(grn_operator how) { return std::exchange(filled_, true) ? how : GRN_OP_OR; }

void Hits::match(grn_obj* index, std::string_view tokens, float weight, grn_operator how) {
  grn_obj query;
  GRN_TEXT_INIT(&query, GRN_OBJ_DO_SHALLOW_COPY);
  GRN_TEXT_SET_REF(&query, tokens.data(), tokens.size());
  auto options = zeroed<grn_search_optarg>();
  options.mode = GRN_OP_EXACT;
  options.vector_size = -1;  // one weight for all
  options.weight_float = weight;
  grn_obj_search(database_.context(), index, &query, set_, next(how), &options);
  database_.check();
}

void Hits::match_prefix(grn_obj* index, std::string_view prefix, grn_operator how) {
  grn_ctx* context = database_.context();
  const grn_operator operation = next(how);
  grn_obj* lexicon = grn_ctx_at(context, index->header.domain);
  grn_table_cursor* tokens =
      grn_table_cursor_open(context, lexicon, prefix.data(), static_cast<unsigned>(prefix.size()),
                            nullptr, 0, 0, -1, GRN_CURSOR_PREFIX);
  database_.check();
  {
    const auto postings =
        owned(database_, grn_index_cursor_open(context, tokens, index, GRN_ID_NIL, GRN_ID_MAX, 0));
    grn_result_set_add_index_cursor(context, hash(), postings.get(), 1, 1, operation);
  }
  grn_table_cursor_close(context, tokens);
  // A match of many tokens is no match until the last of them had its turn.
  grn_ii_resolve_sel_and(context, hash(), operation);
  database_.check();
}

void Hits::match(const Hits& others, grn_operator how) {
  grn_table_setoperation(database_.context(), set_, others.set_, set_, next(how));
  database_.check();
}

void Hits::add(const Records& records) {
  auto posting = zeroed<grn_posting>();
  for (const grn_id record : records) {
    posting.rid = record;
    grn_result_set_add_record(database_.context(), hash(), &posting, GRN_OP_OR);
  }
  filled_ = true;
  database_.check();
}

void Hits::keep_if(const std::function<bool(grn_id)>& keeps) {
  grn_ctx* context = database_.context();
  GRN_HASH_EACH_BEGIN(context, hash(), cursor, entry) {
    void* record = nullptr;
    grn_hash_cursor_get_key(context, cursor, &record);
    if (!keeps(*static_cast<const grn_id*>(record)))
      grn_hash_cursor_delete(context, cursor, nullptr);
  }
  GRN_HASH_EACH_END(context, cursor);
  database_.check();
}

Records Hits::records() const {
  grn_ctx* context = database_.context();
  Records records;
  records.reserve(database_.size(set_));
  GRN_HASH_EACH_BEGIN(context, hash(), cursor, entry) {
    void* record = nullptr;
    grn_hash_cursor_get_key(context, cursor, &record);
    records.push_back(*static_cast<const grn_id*>(record));
  }
  GRN_HASH_EACH_END(context, cursor);
  return records;
}

Records Hits::highest(const std::string& column, std::size_t offset, std::size_t limit) const {
  grn_ctx* context = database_.context();
  const auto values = owned(database_, grn_obj_column(context, set_, column.data(),
                                                      static_cast<unsigned>(column.size())));
  Records page = ::highest(database_, set_, values.get(), offset, limit);
  for (grn_id& entry : page) {
    grn_id record = GRN_ID_NIL;
    grn_table_get_key(context, set_, entry, &record, sizeof record);
    entry = record;
  }
  return page;
}
