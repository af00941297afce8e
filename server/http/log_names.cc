#include "http/log_names.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sodium.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace incontro::server {
namespace {

constexpr std::size_t half_bytes = 8;  // of a name: the digest, and the address under its pad
using Half = std::array<unsigned char, half_bytes>;
constexpr char network_ending[] = "/64";

// An IPv4 address stands in the last four bytes, after ones that no network of IPv6 begins with.
constexpr unsigned char v4_mark[] = {0, 0, 0xFF, 0xFF};

std::optional<Half> address_of(std::string_view client) {
  Half half{};
  std::string text(client);
  if (text.ends_with(network_ending)) text.resize(text.size() - std::strlen(network_ending));
  in6_addr v6{};
  if (inet_pton(AF_INET6, text.c_str(), &v6) == 1) {
    std::copy_n(v6.s6_addr, half_bytes, half.begin());
    return half;
  }
  std::ranges::copy(v4_mark, half.begin());
  if (inet_pton(AF_INET, text.c_str(), half.data() + sizeof v4_mark) == 1) return half;
  return std::nullopt;
}

std::string client_at(const Half& half) {
  char text[INET6_ADDRSTRLEN] = "";
  if (std::equal(std::begin(v4_mark), std::end(v4_mark), half.begin())) {
    inet_ntop(AF_INET, half.data() + sizeof v4_mark, text, sizeof text);
    return text;
  }
  in6_addr v6{};
  std::ranges::copy(half, v6.s6_addr);
  inet_ntop(AF_INET6, &v6, text, sizeof text);
  return std::string(text) + network_ending;
}

// A keyed digest; `purpose` keeps the two that a name needs apart.
Half digest(char purpose, const Half& half, const LogKey& key) {
  unsigned char input[1 + half_bytes];
  input[0] = static_cast<unsigned char>(purpose);
  std::ranges::copy(half, input + 1);
  std::array<unsigned char, crypto_generichash_BYTES_MIN> whole;
  crypto_generichash(whole.data(), whole.size(), input, sizeof input, key.data(), key.size());
  Half first;
  std::copy_n(whole.begin(), half_bytes, first.begin());
  return first;
}

Half under_pad(Half half, const Half& digested, const LogKey& key) {
  const Half pad = digest('p', digested, key);
  for (std::size_t i = 0; i < half_bytes; ++i) half[i] ^= pad[i];
  return half;
}

template <std::size_t size>
std::string hexadecimal(const std::array<unsigned char, size>& bytes) {
  char text[2 * size + 1];
  return sodium_bin2hex(text, sizeof text, bytes.data(), size);
}

template <std::size_t size>
bool read_hexadecimal(std::string_view text, std::array<unsigned char, size>& bytes) {
  std::size_t read = 0;
  return text.size() == 2 * size &&
         sodium_hex2bin(bytes.data(), size, text.data(), text.size(), nullptr, &read, nullptr) ==
             0 &&
         read == size;
}

Error failure(const std::string& doing) {
  return {Code::io, "keys of log names: " + doing + ": " + std::strerror(errno)};
}

// Beside the old file and then in its place: a crash leaves one of the two.
Done write_log_keys(const LogKeys& keys, const std::filesystem::path& file) {
  std::string text;
  for (const auto& [day, key] : keys)
    text.append(format_date(day)).append(" ").append(hexadecimal(key)).append("\n");
  const std::string beside = file.string() + ".new";
  ::unlink(beside.c_str());
  const int out = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (out < 0) return failure("open");
  const bool written =
      ::write(out, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      ::fsync(out) == 0;
  ::close(out);
  if (!written) return failure("write");
  if (::rename(beside.c_str(), file.c_str()) != 0) return failure("rename");
  return ok;
}

}  // namespace

Result<LogKeys> read_log_keys(const std::filesystem::path& file) {
  LogKeys keys;
  std::ifstream in(file);
  if (!in) {
    if (errno == ENOENT) return keys;
    return failure("open");
  }
  for (std::string line; std::getline(in, line);) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    const auto day = parse_date(line.substr(0, blank));
    LogKey key;
    if (!day || blank == line.size() ||
        !read_hexadecimal(std::string_view(line).substr(blank + 1), key))
      return Error{Code::corrupt, "keys of log names: a line is no day and key"};
    keys[*day] = key;
  }
  return keys;
}

std::string log_name(std::string_view client, const LogKey& key) {
  const auto address = address_of(client);
  if (!address) return {};
  const Half digested = digest('d', *address, key);
  return hexadecimal(digested) + hexadecimal(under_pad(*address, digested, key));
}

std::optional<TracedClient> client_of_log_name(std::string_view name, const LogKeys& keys) {
  Half digested, padded;
  const std::size_t middle = std::min(name.size(), 2 * half_bytes);
  if (!read_hexadecimal(name.substr(0, middle), digested) ||
      !read_hexadecimal(name.substr(middle), padded))
    return std::nullopt;
  for (const auto& [day, key] : keys) {
    const Half address = under_pad(padded, digested, key);
    if (digest('d', address, key) == digested) return TracedClient{day, client_at(address)};
  }
  return std::nullopt;
}

LogNames::LogNames(std::filesystem::path file) : file_(std::move(file)) {
  if (file_.empty()) return;
  auto keys = read_log_keys(file_);
  if (keys)
    keys_ = std::move(*keys);
  else
    spdlog::warn("{}", keys.error().message);
}

std::string LogNames::name_of(std::string_view client, Date today) {
  const std::lock_guard lock(mutex_);
  if (day_ != today) begin_day(today);
  const std::string name = log_name(client, keys_[today]);
  return name.empty() ? "-" : name;
}

void LogNames::begin_day(Date today) {
  day_ = today;
  std::erase_if(keys_, [&](const auto& one) {
    return one.first > today || one.first <= today - log_keys_kept;
  });
  if (!keys_.contains(today)) randombytes_buf(keys_[today].data(), sizeof(LogKey));
  if (file_.empty()) return;
  if (const Done done = write_log_keys(keys_, file_); !done)
    spdlog::warn("{}: names of clients cannot be read after the server's end",
                 done.error().message);
}

}  // namespace incontro::server
