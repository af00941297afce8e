#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <chrono>
#include <map>
#include <optional>

#include "http/http_server.h"
#include "http/message.h"

namespace incontro::server {

// What the sessions of one server share. Used by the thread of run() only, but for the pool.
struct Shared {
  const ServerOptions& options;
  const Dispatch dispatch;
  const Refuse refuse;
  const Free free;
  boost::asio::thread_pool pool;
  const std::size_t most_requests;             // running and waiting
  const std::size_t most_requests_per_client;  // the same, of one client
  std::size_t requests = 0;
  std::map<std::string, std::size_t> requests_of;  // by client
  RateLimiter rates;
  bool stopping = false;
};

// One connection: reads a request, has it answered, writes the answer, and again. Lives on the
// thread of run().
class Session {
 public:
  using Clock = std::chrono::steady_clock;
  enum class State : std::uint8_t {
    idle,     // waits for a request
    reading,  // has some of one
    working,  // it is being answered
  };

  Session(boost::asio::ip::tcp::socket socket, boost::asio::ip::address peer, Shared& shared);

  boost::asio::awaitable<void> run();
  // Tells it 503 and closes.
  boost::asio::awaitable<void> turn_away();
  // Closes it when it only waits for a request; a running request ends first.
  void stop();
  // Closes it at once. REQUIRES: state() is not working.
  void give_way();

  State state() const { return state_; }
  Clock::time_point since() const { return since_; }  // when the state began
  const Client& client() const { return client_; }    // by the peer's address

 private:
  boost::asio::awaitable<bool> wait_for_request();
  boost::asio::awaitable<std::optional<Response>> read(Request& request, bool& keep_alive);
  boost::asio::awaitable<unsigned> read_head(std::size_t& begin, std::size_t& end);
  boost::asio::awaitable<unsigned> read_body(Request& request, std::size_t length, bool expected);
  boost::asio::awaitable<Response> answer(const Request& request);
  boost::asio::awaitable<bool> write(Response& response, bool head, bool keep_alive);
  boost::asio::awaitable<void> linger();
  std::optional<Response> over_rate(const Request& request);
  void enter(State state);
  std::string_view read_bytes() const;

  boost::beast::tcp_stream stream_;
  const boost::asio::ip::address peer_;
  const Client client_;
  Shared& shared_;
  boost::beast::flat_buffer buffer_;
  State state_ = State::idle;
  Clock::time_point since_ = Clock::now();
  bool ousted_ = false;
};

}  // namespace incontro::server
