#pragma once

#include <incontro/clock.h>
#include <incontro/engine.h>
#include <incontro/result.h>

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

namespace incontro {

struct PortalOptions {
  std::string address = "127.0.0.1";  // IPv4 or IPv6, in figures
  unsigned short port = 8080;         // 0: any free one
  unsigned workers = 2;               // threads that answer requests, at least 1
  // How visitors reach the portal, "https://lavoro.example.org" without a path; with https the
  // cookies are Secure. Empty: plain http, under the name in the request.
  std::string public_url;

  std::size_t connections = 512;              // open at once; one more is told 503
  std::size_t connections_per_address = 128;  // the same for one client address
  std::size_t waiting_requests = 64;          // for a worker; one more is told 503
  std::chrono::seconds stop_patience{5};      // for running requests, before they are cut off
};

// Serves the portal until SIGINT or SIGTERM: then accepts no more, finishes what is running and
// returns. `listening` is called once, on this thread, with the port in use. Engine and clock must
// outlive the call; messages of the Contatti form go to the engine's store.
// invalid: address or public_url cannot be understood. busy: the port is taken. io: the network
// failed.
Done serve(Engine& engine, const Clock& clock, const PortalOptions& options,
           const std::function<void(unsigned short port)>& listening);

}  // namespace incontro
