#include "http/session.h"

#include <spdlog/spdlog.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include "http/ascii.h"
#include "http/message.h"

namespace incontro::server {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;

constexpr auto tuple = net::as_tuple(net::use_awaitable);
constexpr std::size_t read_piece_bytes = 4'096;

// Which status tells the client what went wrong; 0: it is gone, nothing to tell.
unsigned status_of(const error_code& error) {
  if (error == http::error::header_limit) return 431;
  if (error == http::error::body_limit) return 413;
  const bool malformed =
      error.category() == http::make_error_code(http::error::bad_method).category();
  return malformed && error != http::error::end_of_stream && error != http::error::partial_message
             ? 400
             : 0;
}

std::string_view path_of(beast::string_view target) {
  const std::string_view text(target.data(), target.size());
  return text.substr(0, std::min(text.find('?'), text.size()));
}

}  // namespace

net::awaitable<bool> Session::wait_for_request() {
  if (buffer_.size() > 0) co_return true;
  stream_.expires_after(shared_.limits.idle);
  idle_ = true;
  const auto [error, size] =
      co_await stream_.async_read_some(buffer_.prepare(read_piece_bytes), tuple);
  idle_ = false;
  buffer_.commit(size);
  co_return !error && !shared_.stopping;
}

// Reads head and body. A refusal is returned as an answer, with status 0 when the client is gone.
net::awaitable<std::optional<Response>> Session::read(Parser& parser) {
  const Limits& limits = shared_.limits;
  parser.header_limit(static_cast<std::uint32_t>(limits.header_bytes));
  parser.body_limit(limits.body_bytes);
  Response gone;
  gone.status = 0;

  stream_.expires_after(limits.header);
  const auto [error, size] = co_await http::async_read_header(stream_, buffer_, parser, tuple);
  if (error) {
    const unsigned status = status_of(error);
    if (status != 0) co_return shared_.refuse(status, {});
    co_return gone;
  }
  const std::string_view reason = refuse(head_of(parser.get()));
  if (!reason.empty()) {
    spdlog::info("request refused: {}", reason);
    co_return shared_.refuse(400, {});
  }
  std::optional<Response> refusal;
  const bool whole = co_await read_body(parser, refusal);
  if (!whole && !refusal) refusal = std::move(gone);
  co_return refusal;
}

net::awaitable<bool> Session::read_body(Parser& parser, std::optional<Response>& refusal) {
  const Limits& limits = shared_.limits;
  // The slowest that a body may be: a fixed start, then so many bytes a second.
  const std::size_t length = parser.content_length().value_or(limits.body_bytes);
  stream_.expires_after(limits.body +
                        std::chrono::milliseconds(length * 1'000 / limits.body_bytes_per_second));
  const auto expect = parser.get()[http::field::expect];
  if (!parser.is_done() && same_ignoring_case({expect.data(), expect.size()}, "100-continue")) {
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto [error, size] = co_await net::async_write(stream_, net::buffer(go_on), tuple);
    if (error) co_return false;
  }
  const auto [error, size] = co_await http::async_read(stream_, buffer_, parser, tuple);
  if (!error) co_return true;
  if (const unsigned status = status_of(error); status != 0)
    refusal = shared_.refuse(status, path_of(parser.get().target()));
  co_return false;
}

// On the workers; what they throw (bad_alloc) becomes a 500.
net::awaitable<Response> Session::answer(const Request& request) {
  if (shared_.requests >= shared_.most_requests) co_return shared_.refuse(503, request.path);
  ++shared_.requests;
  stream_.expires_never();
  const auto work = [&]() -> net::awaitable<Response> {
    try {
      co_return shared_.dispatch(request);
    } catch (const std::exception& e) {
      spdlog::error("a handler failed: {}", e.what());
      co_return shared_.refuse(500, request.path);
    }
  };
  auto [failure, response] =
      co_await net::co_spawn(shared_.pool, work, net::as_tuple(net::use_awaitable));
  --shared_.requests;
  if (failure) co_return shared_.refuse(500, request.path);
  co_return std::move(response);
}

net::awaitable<bool> Session::write(Response& response, bool head, bool keep_alive) {
  stream_.expires_after(shared_.limits.write);
  http::message_generator message = message_of(std::move(response), head, keep_alive);
  const auto [error, size] = co_await beast::async_write(stream_, std::move(message), tuple);
  co_return !error;
}

// Closing while the client still sends would reset the connection, and it would never see the
// answer: so read on for a moment.
net::awaitable<void> Session::linger() {
  error_code ignored;
  stream_.socket().shutdown(net::ip::tcp::socket::shutdown_send, ignored);
  stream_.expires_after(shared_.limits.linger);
  std::size_t left = shared_.limits.linger_bytes;
  char piece[read_piece_bytes];
  while (left > 0) {
    const auto [error, size] = co_await stream_.async_read_some(net::buffer(piece), tuple);
    if (error) break;
    left -= std::min(left, size);
  }
  stream_.close();
}

net::awaitable<void> Session::run() {
  while (co_await wait_for_request()) {
    const auto begin = std::chrono::steady_clock::now();
    Parser parser;
    std::optional<Response> refusal = co_await read(parser);
    if (refusal && refusal->status == 0) break;
    bool keep_alive = !refusal && parser.get().keep_alive();
    const bool head = parser.get().method() == http::verb::head;
    const std::string method(head                                        ? "HEAD"
                             : parser.get().method() == http::verb::post ? "POST"
                                                                         : "GET");
    Response response;
    if (refusal) {
      response = std::move(*refusal);
    } else {
      Request request = request_of(parser.release());
      response = co_await answer(request);
    }
    keep_alive = keep_alive && !shared_.stopping;

    const unsigned status = response.status;
    const std::size_t bytes = response.content().size();
    const std::string_view route = response.route;
    const bool written = co_await write(response, head, keep_alive);
    const auto spent = std::chrono::steady_clock::now() - begin;
    spdlog::info("{} {} {} {} B {} us", method, route.empty() ? "-" : route, status, bytes,
                 std::chrono::duration_cast<std::chrono::microseconds>(spent).count());
    if (!written || !keep_alive) break;
  }
  co_await linger();
}

net::awaitable<void> Session::turn_away() {
  Response response = shared_.refuse(503, {});
  const bool written = co_await write(response, false, false);
  if (written) co_await linger();
}

void Session::stop() {
  if (idle_) stream_.cancel();
}

}  // namespace incontro::server
