#include "database.h"

#include <stdexcept>

namespace {

void check(sqlite3* database, int result) {
  if (result != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database));
}

}  // namespace

Statement::Statement(sqlite3* database, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  ::check(database, sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr));
  statement_.reset(statement);
}

void Statement::check(int result) const { ::check(sqlite3_db_handle(statement_.get()), result); }

void Statement::bind(int parameter, std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), parameter, value));
}

void Statement::bind(int parameter, std::string_view text) {
  // Without an address the text would be NULL.
  check(sqlite3_bind_text(statement_.get(), parameter, text.empty() ? "" : text.data(),
                          static_cast<int>(text.size()), SQLITE_STATIC));
}

bool Statement::step() {
  const int result = sqlite3_step(statement_.get());
  if (result != SQLITE_ROW && result != SQLITE_DONE) check(result);
  return result == SQLITE_ROW;
}

void Statement::reset() { check(sqlite3_reset(statement_.get())); }

void Statement::run() {
  while (step()) {
  }
  reset();
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const {
  const unsigned char* text = sqlite3_column_text(statement_.get(), column);
  return {reinterpret_cast<const char*>(text),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

Database::Database(const std::filesystem::path& file) {
  sqlite3* database = nullptr;
  const int result =
      sqlite3_open_v2(file.c_str(), &database,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  database_.reset(database);
  check(database, result);
}

void Database::run(const std::string& sql) const {
  check(database_.get(), sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}
