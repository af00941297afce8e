#pragma once

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

// The rows of an answer, as text.
class Rows {
 public:
  explicit Rows(PGresult* result) : result_(result) {}

  int size() const { return PQntuples(result_.get()); }
  std::string_view text(int row, int column) const {
    return {PQgetvalue(result_.get(), row, column),
            static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
  }
  long long number(int row, int column) const { return std::stoll(std::string(text(row, column))); }

 private:
  struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
  };

  std::unique_ptr<PGresult, Clear> result_;
};

// A connection; failures are exceptions.
class Connection {
 public:
  explicit Connection(const std::string& how);

  Rows run(const std::string& sql) const;
  Rows run(const std::string& sql, const std::vector<std::string>& parameters) const;

  // Rows for a table, as COPY reads them.
  void begin_copy(const std::string& sql) const;
  void copy(const std::string& line) const;
  void end_copy() const;

 private:
  struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  Rows checked(PGresult* result) const;
  [[noreturn]] void fail() const;

  std::unique_ptr<PGconn, Finish> connection_;
};
