#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

// A prepared statement; failures are exceptions.
class Statement {
 public:
  Statement() = default;
  Statement(sqlite3* database, const std::string& sql);

  // Parameters count from 1; a text must stay until the statement is reset.
  void bind(int parameter, std::int64_t value);
  void bind(int parameter, std::string_view text);
  bool step();   // whether there is a row
  void reset();  // as it was prepared, but for its parameters
  void run();    // to the end, then reset
  std::int64_t number(int column) const;
  std::string text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  void check(int result) const;

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Database {
 public:
  Database() = default;
  explicit Database(const std::filesystem::path& file);

  Statement prepare(const std::string& sql) const { return {database_.get(), sql}; }
  void run(const std::string& sql) const;  // one statement or several

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };

  std::unique_ptr<sqlite3, Close> database_;
};
