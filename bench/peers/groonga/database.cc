#include "database.h"

#include <bit>
#include <stdexcept>

namespace {

constexpr const char* index_name = "docs";

struct Library {
  Library() {
    // It would write a log file.
    grn_default_logger_set_max_level(static_cast<grn_log_level>(GRN_LOG_NONE));
    if (grn_init() != GRN_SUCCESS) throw std::runtime_error("Groonga does not start");
  }
  ~Library() { grn_fin(); }
};

unsigned length(std::string_view text) { return static_cast<unsigned>(text.size()); }

}  // namespace

void Database::Close::operator()(grn_ctx* context) const {
  if (grn_obj* database = grn_ctx_db(context)) grn_obj_close(context, database);
  grn_ctx_close(context);
}

Database::Database(const std::filesystem::path& file, bool create) {
  static const Library library;
  context_.reset(grn_ctx_open(0));
  if (!context_) throw std::runtime_error("Groonga has no context");
  if (create)
    grn_db_create(context(), file.c_str(), nullptr);
  else
    grn_db_open(context(), file.c_str());
  check();
  // A word that is not there finds nothing, instead of words that contain it.
  grn_ctx_set_match_escalation_threshold(context(), -1);
}

void Database::check() const {
  if (context_->rc != GRN_SUCCESS) throw std::runtime_error(context_->errbuf);
}

grn_obj* Database::get(const std::string& name) const {
  grn_obj* object = grn_ctx_get(context(), name.data(), static_cast<int>(name.size()));
  if (!object) throw std::runtime_error("no " + name + " in the database");
  return object;
}

std::string Database::key(grn_obj* table, grn_id id) const {
  std::string key(GRN_TABLE_MAX_KEY_SIZE, '\0');
  key.resize(static_cast<std::size_t>(
      grn_table_get_key(context(), table, id, key.data(), static_cast<int>(key.size()))));
  return key;
}

grn_id Database::find(grn_obj* table, std::string_view key) const {
  return grn_table_get(context(), table, key.data(), length(key));
}

grn_obj* Database::make_table(const std::string& name, grn_table_flags kind,
                              grn_id key_type) const {
  grn_obj* type = key_type == GRN_ID_NIL ? nullptr : grn_ctx_at(context(), key_type);
  grn_obj* table = grn_table_create(context(), name.data(), length(name), nullptr,
                                    kind | GRN_OBJ_PERSISTENT, type, nullptr);
  check();
  return table;
}

grn_obj* Database::make_column(grn_obj* table, const std::string& name, grn_id type) const {
  grn_obj* column =
      grn_column_create(context(), table, name.data(), length(name), nullptr,
                        GRN_OBJ_PERSISTENT | GRN_OBJ_COLUMN_SCALAR, grn_ctx_at(context(), type));
  check();
  return column;
}

void Database::make_index(grn_obj* lexicon, grn_obj* column, grn_column_flags flags) const {
  grn_obj* index = grn_column_create(context(), lexicon, index_name, length(index_name), nullptr,
                                     GRN_OBJ_PERSISTENT | GRN_OBJ_COLUMN_INDEX | flags,
                                     grn_column_table(context(), column));
  check();
  grn_obj source;
  GRN_UINT32_INIT(&source, 0);
  GRN_UINT32_SET(context(), &source, grn_obj_id(context(), column));
  grn_obj_set_info(context(), index, GRN_INFO_SOURCE, &source);
  GRN_OBJ_FIN(context(), &source);
  check();
}

void Database::make_text_index(grn_obj* lexicon, grn_obj* column, grn_column_flags flags) const {
  grn_obj_set_info(context(), lexicon, GRN_INFO_DEFAULT_TOKENIZER, get("TokenDelimit"));
  check();
  make_index(lexicon, column, flags);
}

void Database::flush() const {
  grn_obj_flush_recursive(context(), grn_ctx_db(context()));
  check();
}

grn_id Database::add(grn_obj* table, std::string_view key) const {
  const grn_id id = grn_table_add(context(), table, key.data(), length(key), nullptr);
  check();
  return id;
}

grn_id Database::add(grn_obj* table) const { return add(table, {}); }

void Database::set(grn_obj* column, grn_id id, grn_obj* value) const {
  grn_obj_set_value(context(), column, id, value, GRN_OBJ_SET);
  GRN_OBJ_FIN(context(), value);
  check();
}

void Database::set(grn_obj* column, grn_id id, std::uint32_t number) const {
  grn_obj value;
  GRN_UINT32_INIT(&value, 0);
  GRN_UINT32_SET(context(), &value, number);
  set(column, id, &value);
}

void Database::set(grn_obj* column, grn_id id, std::int64_t number) const {
  grn_obj value;
  GRN_INT64_INIT(&value, 0);
  GRN_INT64_SET(context(), &value, number);
  set(column, id, &value);
}

void Database::set(grn_obj* column, grn_id id, std::string_view text) const {
  grn_obj value;
  GRN_TEXT_INIT(&value, GRN_OBJ_DO_SHALLOW_COPY);
  GRN_TEXT_SET_REF(&value, text.data(), text.size());
  set(column, id, &value);
}

void Database::refer(grn_obj* column, grn_id id, grn_id other) const {
  grn_obj value;
  GRN_RECORD_INIT(&value, 0, grn_obj_get_range(context(), column));
  GRN_RECORD_SET(context(), &value, other);
  set(column, id, &value);
}

Values::Values(const Database& database, grn_obj* column) {
  const grn_id size = database.size(grn_column_table(database.context(), column));
  for (grn_id id = 1; id <= size;) {
    void* values = nullptr;
    const int count = grn_obj_get_values(database.context(), column, id, &values);
    if (count <= 0) throw std::runtime_error("a column without values");
    // No record has the number 0, so that the first segment begins with the second value.
    const auto* segment = static_cast<const std::uint32_t*>(values) - (id == 1 ? 1 : 0);
    if (id == 1 && static_cast<grn_id>(count) < size) {
      bits_ = static_cast<std::uint32_t>(std::countr_zero(static_cast<std::uint32_t>(count) + 1));
      mask_ = (1U << bits_) - 1;
    }
    segments_.push_back(segment);
    id += static_cast<grn_id>(count);
  }
}
