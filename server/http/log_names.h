#pragma once

#include <incontro/date.h>
#include <incontro/result.h>

#include <array>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace incontro::server {

// The keys of log names, by the day that each is for.
using LogKey = std::array<unsigned char, 32>;
using LogKeys = std::map<Date, LogKey>;

// Today and the six days before: long enough to follow up a complaint that comes after a week-end.
inline constexpr std::chrono::days log_keys_kept{7};
inline constexpr char log_keys_name[] = "log-keys";  // of the file in a home

// A file of lines "2026-12-01 <64 hexadecimal digits>"; none where there is no such file.
// corrupt: it is something else. io: it cannot be read.
Result<LogKeys> read_log_keys(const std::filesystem::path& file);

// What stands for a client (client.h) in the log: 32 hexadecimal digits, the same ones all day.
// They are the client's address encrypted with a key that is drawn each day and thrown away after
// log_keys_kept: until then whoever has the keys can say who it was, afterwards nobody can.
// Synthetic IV: a keyed digest of the address, and the address under a pad made of that digest
// (after RFC 5297, with BLAKE2b in the place of AES). "": the client is no address.
std::string log_name(std::string_view client, const LogKey& key);

struct TracedClient {
  Date day;
  std::string client;
};
// Who a name stood for. Empty: it is no name, or its key is gone.
std::optional<TracedClient> client_of_log_name(std::string_view name, const LogKeys& keys);

// Names clients with the key of the day, which it draws, keeps in a file that only its owner may
// read, and throws away in time. Where the file cannot be written the keys are kept in memory, and
// a line of the log says so. Any thread.
class LogNames {
 public:
  // "": the keys are kept in memory.
  explicit LogNames(std::filesystem::path file);

  std::string name_of(std::string_view client, Date today);

 private:
  void begin_day(Date today);

  const std::filesystem::path file_;
  std::mutex mutex_;
  LogKeys keys_;
  std::optional<Date> day_;  // whose key is in use
};

}  // namespace incontro::server
