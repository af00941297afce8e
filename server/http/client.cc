#include "http/client.h"

#include <algorithm>

#include "http/ascii.h"

namespace incontro::server {
namespace {

namespace ip = boost::asio::ip;
using boost::system::error_code;

constexpr unsigned household_bits = 64;

ip::address plain(const ip::address& address) {
  if (address.is_v6() && address.to_v6().is_v4_mapped())
    return ip::make_address_v4(ip::v4_mapped, address.to_v6());
  return address;
}

// "192.0.2.7", "192.0.2.7:4711", "2001:db8::1", "[2001:db8::1]:4711"
ip::address read_hop(std::string_view text, error_code& error) {
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    text = end == std::string_view::npos ? std::string_view() : text.substr(1, end - 1);
  } else if (std::ranges::count(text, ':') == 1) {
    text = text.substr(0, text.find(':'));
  }
  return ip::make_address(std::string(text), error);
}

template <class Network, class Address>
bool holds(const Network& network, const Address& address) {
  return Network(address, network.prefix_length()).canonical() == network.canonical();
}

}  // namespace

Client client_of(const ip::address& address) {
  const ip::address one = plain(address);
  if (one.is_v4()) return {one.to_string(), one.is_loopback()};
  ip::address_v6 bare = one.to_v6();
  bare.scope_id(0);
  return {ip::network_v6(bare, household_bits).canonical().to_string(), one.is_loopback()};
}

Result<TrustedProxies> TrustedProxies::parse(const std::vector<std::string>& proxies) {
  TrustedProxies trusted;
  for (const std::string& text : proxies) {
    const bool v6 = text.find(':') != std::string::npos;
    const bool alone = text.find('/') == std::string::npos;
    error_code error;
    if (v6)
      trusted.v6_.push_back(ip::make_network_v6(alone ? text + "/128" : text, error));
    else
      trusted.v4_.push_back(ip::make_network_v4(alone ? text + "/32" : text, error));
    if (error)
      return Error{Code::invalid, "trusted proxy '" + text + "': not an address or a network"};
  }
  return trusted;
}

bool TrustedProxies::contains(const ip::address& address) const {
  const ip::address one = plain(address);
  if (one.is_loopback()) return true;
  if (one.is_v4())
    return std::ranges::any_of(v4_, [&](const auto& n) { return holds(n, one.to_v4()); });
  return std::ranges::any_of(v6_, [&](const auto& n) { return holds(n, one.to_v6()); });
}

ip::address TrustedProxies::origin(ip::address peer, std::string_view forwarded_for) const {
  while (contains(peer) && !forwarded_for.empty()) {
    const std::size_t comma = forwarded_for.rfind(',');
    const std::size_t begin = comma == std::string_view::npos ? 0 : comma + 1;
    error_code error;
    const ip::address hop = read_hop(trimmed(forwarded_for.substr(begin)), error);
    if (error) break;
    peer = hop;
    forwarded_for = forwarded_for.substr(0, begin == 0 ? 0 : comma);
  }
  return peer;
}

}  // namespace incontro::server
