#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <thread>

namespace incontro::server {

// A connection that sends exactly the bytes it is told to.
class RawClient {
 public:
  explicit RawClient(unsigned short port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{10, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    open_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  ~RawClient() { ::close(socket_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  bool open() const { return open_; }
  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  // One whole response (by its Content-Length; `head`: without a body). "" when the server closed.
  std::string response(bool head = false) {
    std::size_t end = 0;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos)
      if (!more()) return {};
    end += 4;
    if (!head) {
      const std::size_t at = buffer_.find("Content-Length: ");
      if (at < end) end += std::stoul(buffer_.substr(at + 16));
    }
    while (buffer_.size() < end)
      if (!more()) break;
    std::string whole = buffer_.substr(0, end);
    buffer_.erase(0, end);
    return whole;
  }
  std::string ask(std::string_view bytes) {
    send(bytes);
    return response();
  }
  bool closed() { return buffer_.empty() && !more(); }

 private:
  bool more() {
    char piece[65'536];
    const ssize_t size = ::recv(socket_, piece, sizeof piece, 0);
    if (size <= 0) return false;
    buffer_.append(piece, static_cast<std::size_t>(size));
    return true;
  }

  int socket_;
  bool open_ = false;
  std::string buffer_;
};

inline int status_of(const std::string& response) {
  return response.size() < 12 ? 0 : std::stoi(response.substr(9, 3));
}

}  // namespace incontro::server
