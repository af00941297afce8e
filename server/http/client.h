#pragma once

#include <incontro/result.h>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.h"

namespace incontro::server {

// Of IPv6 a network of 64 bits is one client, as a household or an office has so many addresses; an
// IPv4 address within IPv6 is that IPv4 address.
Client client_of(const boost::asio::ip::address& address);

// The reverse proxies whose word on the client's address is taken. This machine's own addresses
// always are: whoever can send from there needs no proxy to harm us. Immutable; any thread.
class TrustedProxies {
 public:
  TrustedProxies() = default;
  // Each "192.0.2.1", "10.0.0.0/8" or the same of IPv6. invalid: names the one that is neither.
  static Result<TrustedProxies> parse(const std::vector<std::string>& proxies);

  bool contains(const boost::asio::ip::address& address) const;
  // From the peer back through X-Forwarded-For, as far as the hops are trusted: the first that is
  // not. What is no address ends the walk, so that nobody can make names up.
  boost::asio::ip::address origin(boost::asio::ip::address peer,
                                  std::string_view forwarded_for) const;

 private:
  std::vector<boost::asio::ip::network_v4> v4_;
  std::vector<boost::asio::ip::network_v6> v6_;
};

}  // namespace incontro::server
