#pragma once

#include <incontro/clock.h>
#include <incontro/engine.h>
#include <incontro/result.h>

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace incontro {

struct PortalOptions {
  std::string address = "127.0.0.1";  // IPv4 or IPv6, in figures
  unsigned short port = 8080;         // 0: any free one
  unsigned workers = 2;               // threads that answer requests, at least 1
  // How visitors reach the portal, "https://lavoro.example.org" without a path; with https the
  // cookies are Secure. Empty: plain http, under the name in the request.
  std::string public_url;

  std::size_t connections = 512;              // open at once; for one more an idle one is closed
  std::size_t connections_per_address = 128;  // the same for one client address
  std::size_t waiting_requests = 64;          // for a worker; one more is told 503
  // Of one client address: so many requests a second, and ten times as many at once; more are
  // told 429. Static files and health checks do not count, nor does this machine itself.
  unsigned requests_per_second = 20;
  // Reverse proxies, "192.0.2.1" or "10.0.0.0/8", that name the client in X-Forwarded-For. This
  // machine's own addresses are trusted anyway.
  std::vector<std::string> trusted_proxies;
  // For the search or match of one request; what takes longer is told 503. A hundred times what one
  // over a million records takes.
  std::chrono::milliseconds answer_patience{2'000};
  // Where the keys are kept with which clients can be told from the names that the log has for
  // them, for seven days. Empty: in memory.
  std::filesystem::path log_keys;
  std::chrono::seconds stop_patience{5};  // for running requests, before they are cut off
};

// Serves the portal until SIGINT or SIGTERM: then accepts no more, finishes what is running and
// returns. `listening` is called once, on this thread, with the port in use. Engine and clock must
// outlive the call; messages of the Contatti form go to the engine's store.
// invalid: address, public_url or a proxy cannot be understood. busy: the port is taken. io: the
// network failed.
Done serve(Engine& engine, const Clock& clock, const PortalOptions& options,
           const std::function<void(unsigned short port)>& listening);

}  // namespace incontro
