#pragma once

#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include "http/http_server.h"
#include "http_client.h"

namespace incontro::server {

// A server that says what it was asked. /slow waits until it is let go, /throw throws, /host and
// /client tell whom the request names and counts for.
class RunningServer {
 public:
  explicit RunningServer(ServerOptions options = {}) {
    auto opened = HttpServer::open(
        options, [this](const Request& request) { return answer(request); },
        [](unsigned status, std::string_view) {
          Response response;
          response.status = status;
          response.body = "refused";
          if (status == 503) response.headers.emplace_back("Retry-After", "1");
          return response;
        },
        [](std::string_view path) { return path == "/free"; });
    if (!opened) return;
    server_ = std::move(*opened);
    thread_ = std::thread([this] { done_ = static_cast<bool>(server_->run(false)); });
  }
  ~RunningServer() { stop(); }

  unsigned short port() const { return server_->port(); }
  void let_go() { go_ = true; }
  void wait_for_slow(int n) const {
    while (slow_ < n) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  bool stop() {
    go_ = true;
    return end();
  }
  bool end() {
    if (!thread_.joinable()) return done_;
    server_->stop();
    thread_.join();
    return done_;
  }

 private:
  Response answer(const Request& request) {
    if (request.path == "/throw") throw std::runtime_error("on purpose");
    if (request.path == "/slow") {
      ++slow_;
      while (!go_) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    Response response;
    if (request.path == "/host")
      response.body = request.host;
    else if (request.path == "/client")
      response.body = request.client.name;
    else
      response.body = request.path + "|" + request.query + "|" + request.body;
    return response;
  }

  std::unique_ptr<HttpServer> server_;
  std::thread thread_;
  std::atomic<bool> go_ = false, done_ = false;
  std::atomic<int> slow_ = 0;
};

inline std::string get(const std::string& target, const std::string& more = "") {
  return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
}

inline std::string body_of(const std::string& response) {
  return response.substr(std::min(response.size(), response.find("\r\n\r\n") + 4));
}

}  // namespace incontro::server
