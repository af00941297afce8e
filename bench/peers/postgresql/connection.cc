#include "connection.h"

#include <stdexcept>

Connection::Connection(const std::string& how) : connection_(PQconnectdb(how.c_str())) {
  if (PQstatus(connection_.get()) != CONNECTION_OK) fail();
}

void Connection::fail() const { throw std::runtime_error(PQerrorMessage(connection_.get())); }

Rows Connection::checked(PGresult* result) const {
  Rows rows(result);
  const ExecStatusType status = PQresultStatus(result);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN) fail();
  return rows;
}

Rows Connection::run(const std::string& sql) const {
  return checked(PQexec(connection_.get(), sql.c_str()));
}

Rows Connection::run(const std::string& sql, const std::vector<std::string>& parameters) const {
  std::vector<const char*> values;
  for (const std::string& parameter : parameters) values.push_back(parameter.c_str());
  return checked(PQexecParams(connection_.get(), sql.c_str(), static_cast<int>(values.size()),
                              nullptr, values.data(), nullptr, nullptr, 0));
}

void Connection::begin_copy(const std::string& sql) const { run(sql); }

void Connection::copy(const std::string& line) const {
  if (PQputCopyData(connection_.get(), line.data(), static_cast<int>(line.size())) != 1) fail();
}

void Connection::end_copy() const {
  if (PQputCopyEnd(connection_.get(), nullptr) != 1) fail();
  checked(PQgetResult(connection_.get()));
  while (PGresult* more = PQgetResult(connection_.get())) checked(more);
}
