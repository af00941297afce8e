#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message_generator.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>

#include "http/http_server.h"

namespace incontro::server {

// What the sessions of one server share. Used by the thread of run() only, but for the pool.
struct Shared {
  const Limits limits;
  const Dispatch dispatch;
  const Refuse refuse;
  boost::asio::thread_pool pool;
  const std::size_t most_requests;  // running and waiting
  std::size_t requests = 0;
  bool stopping = false;
};

// One connection: reads a request, has it answered, writes the answer, and again. Lives on the
// thread of run().
class Session {
 public:
  Session(boost::asio::ip::tcp::socket socket, Shared& shared)
      : stream_(std::move(socket)), shared_(shared), buffer_(shared.limits.header_bytes + 65'536) {}

  boost::asio::awaitable<void> run();
  // Tells it 503 and closes.
  boost::asio::awaitable<void> turn_away();
  // Closes it when it only waits for a request; a running request ends first.
  void stop();

 private:
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

  boost::asio::awaitable<bool> wait_for_request();
  boost::asio::awaitable<std::optional<Response>> read(Parser& parser);
  boost::asio::awaitable<bool> read_body(Parser& parser, std::optional<Response>& refusal);
  boost::asio::awaitable<Response> answer(const Request& request);
  boost::asio::awaitable<bool> write(Response& response, bool head, bool keep_alive);
  boost::asio::awaitable<void> linger();

  boost::beast::tcp_stream stream_;
  Shared& shared_;
  boost::beast::flat_buffer buffer_;
  bool idle_ = false;
};

}  // namespace incontro::server
