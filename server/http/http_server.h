#pragma once

#include <incontro/result.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "http/client.h"
#include "http/limits.h"
#include "http/rate_limiter.h"
#include "http/request.h"
#include "http/response.h"

namespace incontro::server {

struct ServerOptions {
  std::string address = "127.0.0.1";
  unsigned short port = 0;
  unsigned workers = 2;
  std::size_t connections = 512, connections_per_address = 128, waiting_requests = 64;
  std::chrono::milliseconds stop_patience{5'000};
  TrustedProxies proxies;
  Rate rate{200, std::chrono::milliseconds(50)};  // of requests, for each client address
  // What stands for a client in the log (log_names.h); called by the thread of run().
  std::function<std::string(const Client&)> log_name = [](const Client&) { return "-"; };
  bool https = false;  // visitors come by https (Strict-Transport-Security)
  Limits limits;
};

// Answers a request; called on any of the workers, several at once.
using Dispatch = std::function<Response(const Request&)>;
// Answers a request that cannot be dispatched (400, 411, 413, 414, 417, 429, 431, 500, 501, 503,
// 505); called on any thread. `path` is "" where it could not be read.
using Refuse = std::function<Response(unsigned status, std::string_view path)>;
// Whether an address costs next to nothing (static files, health checks): it counts in no rate.
using Free = std::function<bool(std::string_view path)>;

// HTTP/1.1 on one listening socket. One thread (that of run()) reads and writes, the workers
// answer, so that a slow answer holds up nobody else.
//
// Places are shared by client address (client.h). Where all connections, or all of one address, are
// taken, the one that has waited longest for a request gives way, of the address that holds most;
// only where every one is at work is the new one told 503. Of the workers' queue an address has a
// share, and of requests a rate. Requests of this machine itself, that no proxy names a client for,
// have the whole of both: they are the administrator's, or everybody's.
class HttpServer {
 public:
  // invalid: the address cannot be understood. busy: the port is taken. io: anything else.
  static Result<std::unique_ptr<HttpServer>> open(const ServerOptions& options, Dispatch dispatch,
                                                  Refuse refuse, Free free = {});
  ~HttpServer();

  unsigned short port() const;
  // Serves until stop(), or SIGINT or SIGTERM if `signals`; then accepts no more, lets running
  // requests finish for at most stop_patience, and returns.
  Done run(bool signals);
  void stop();  // any thread

 private:
  struct Impl;
  explicit HttpServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace incontro::server
