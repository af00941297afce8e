#include "http/session.h"

#include <spdlog/spdlog.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/write.hpp>

#include "http/head_scan.h"

namespace incontro::server {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;

constexpr auto tuple = net::as_tuple(net::use_awaitable);
constexpr std::size_t read_piece_bytes = 4'096;

// In the place of a status: the client is gone, nothing to tell.
constexpr unsigned gone = 1;

const char* name_of(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::head:
      return "HEAD";
    case Method::post:
      return "POST";
    case Method::options:
      return "OPTIONS";
    case Method::other:
      break;
  }
  return "-";
}

}  // namespace

Session::Session(net::ip::tcp::socket socket, net::ip::address peer, Shared& shared)
    : stream_(std::move(socket)),
      peer_(std::move(peer)),
      client_(client_of(peer_)),
      shared_(shared),
      buffer_(shared.options.limits.header_bytes + shared.options.limits.body_bytes +
              read_piece_bytes) {}

void Session::enter(State state) {
  state_ = state;
  since_ = Clock::now();
}

std::string_view Session::read_bytes() const {
  return {static_cast<const char*>(buffer_.data().data()), buffer_.size()};
}

net::awaitable<bool> Session::wait_for_request() {
  if (buffer_.size() > 0) co_return true;
  enter(State::idle);
  stream_.expires_after(shared_.options.limits.idle);
  const auto [error, size] =
      co_await stream_.async_read_some(buffer_.prepare(read_piece_bytes), tuple);
  buffer_.commit(size);
  co_return !error && !shared_.stopping && !ousted_;
}

// Until a whole head stands in the buffer, in [begin, end); else the status that tells what is
// wrong with it.
net::awaitable<unsigned> Session::read_head(std::size_t& begin, std::size_t& end) {
  const std::size_t most = shared_.options.limits.header_bytes;
  stream_.expires_after(shared_.options.limits.header);
  HeadScan scan;
  for (;;) {
    const auto verdict = scan.look(read_bytes().substr(0, most));
    begin = scan.begin();
    end = scan.end();
    if (verdict == HeadScan::Verdict::bad) co_return 400;
    if (verdict == HeadScan::Verdict::whole) co_return 0;
    if (buffer_.size() >= most) co_return scan.has_request_line() ? 431 : 414;
    const auto [error, size] =
        co_await stream_.async_read_some(buffer_.prepare(read_piece_bytes), tuple);
    buffer_.commit(size);
    if (error) co_return gone;
  }
}

net::awaitable<unsigned> Session::read_body(Request& request, std::size_t length, bool expected) {
  const Limits& limits = shared_.options.limits;
  if (length > limits.body_bytes) co_return 413;
  // The slowest that a body may be: a fixed start, then so many bytes a second.
  stream_.expires_after(limits.body +
                        std::chrono::milliseconds(length * 1'000 / limits.body_bytes_per_second));
  if (expected && buffer_.size() < length) {
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto [error, size] = co_await net::async_write(stream_, net::buffer(go_on), tuple);
    if (error) co_return gone;
  }
  while (buffer_.size() < length) {
    const auto [error, size] =
        co_await stream_.async_read_some(buffer_.prepare(read_piece_bytes), tuple);
    buffer_.commit(size);
    if (error) co_return gone;
  }
  request.body = read_bytes().substr(0, length);
  buffer_.consume(length);
  co_return 0;
}

// Reads head and body. A refusal is returned as an answer, with status `gone` when nobody is there
// to read it.
net::awaitable<std::optional<Response>> Session::read(Request& request, bool& keep_alive) {
  keep_alive = false;
  const auto refusal = [&](unsigned status, std::string_view path) {
    if (status != gone) return shared_.refuse(status, path);
    Response nothing;
    nothing.status = gone;
    return nothing;
  };
  std::size_t begin = 0, end = 0;
  if (const unsigned status = co_await read_head(begin, end); status != 0)
    co_return refusal(status, {});
  error_code error;
  const RawRequest raw = parse_head(read_bytes().substr(begin, end - begin), error);
  if (error) co_return refusal(error == http::error::bad_version ? 505 : 400, {});
  if (const auto reason = incontro::server::refuse(head_of(raw))) {
    spdlog::info("request refused: {}", reason->reason);
    co_return refusal(reason->status, {});
  }
  buffer_.consume(end);
  request = request_of(raw);
  request.client = client_of(shared_.options.proxies.origin(peer_, request.forwarded_for));
  const beast::string_view length = raw[http::field::content_length];
  const bool expected = raw.find(http::field::expect) != raw.end();
  if (!length.empty()) {
    const std::size_t bytes = std::stoull(std::string(length.data(), length.size()));
    if (const unsigned status = co_await read_body(request, bytes, expected); status != 0)
      co_return refusal(status, request.path);
  }
  keep_alive = raw.keep_alive();
  co_return std::nullopt;
}

std::optional<Response> Session::over_rate(const Request& request) {
  if (request.client.local || (shared_.free && shared_.free(request.path))) return std::nullopt;
  const auto wait = shared_.rates.take(request.client.name, Clock::now());
  if (!wait) return std::nullopt;
  Response response = shared_.refuse(429, request.path);
  response.headers.emplace_back("Retry-After", std::to_string(wait->count()));
  return response;
}

// On the workers; what they throw (bad_alloc) becomes a 500.
net::awaitable<Response> Session::answer(const Request& request) {
  if (auto refusal = over_rate(request)) co_return std::move(*refusal);
  const bool local = request.client.local;
  std::size_t& of_client = shared_.requests_of[request.client.name];
  if (shared_.requests >= shared_.most_requests ||
      (!local && of_client >= shared_.most_requests_per_client)) {
    if (of_client == 0) shared_.requests_of.erase(request.client.name);
    co_return shared_.refuse(503, request.path);
  }
  ++shared_.requests;
  ++of_client;
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
  if (--of_client == 0) shared_.requests_of.erase(request.client.name);
  if (failure) co_return shared_.refuse(500, request.path);
  co_return std::move(response);
}

net::awaitable<bool> Session::write(Response& response, bool head, bool keep_alive) {
  stream_.expires_after(shared_.options.limits.write);
  http::message_generator message =
      message_of(std::move(response), head, keep_alive, shared_.options.https);
  const auto [error, size] = co_await beast::async_write(stream_, std::move(message), tuple);
  co_return !error;
}

// Closing while the client still sends would reset the connection, and it would never see the
// answer: so read on for a moment.
net::awaitable<void> Session::linger() {
  error_code ignored;
  stream_.socket().shutdown(net::ip::tcp::socket::shutdown_send, ignored);
  stream_.expires_after(shared_.options.limits.linger);
  std::size_t left = shared_.options.limits.linger_bytes;
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
    enter(State::reading);
    const auto begin = Clock::now();
    Request request;
    bool keep_alive = false;
    std::optional<Response> refusal = co_await read(request, keep_alive);
    if (ousted_ || (refusal && refusal->status == gone)) break;
    enter(State::working);
    Response response;
    if (refusal)
      response = std::move(*refusal);
    else
      response = co_await answer(request);
    keep_alive = keep_alive && !shared_.stopping;

    const unsigned status = response.status;
    const std::size_t bytes = response.content().size();
    const std::string_view route = response.route;
    const bool written = co_await write(response, request.method == Method::head, keep_alive);
    const auto spent = Clock::now() - begin;
    spdlog::info("{} {} {} {} B {} us {}", name_of(request.method), route.empty() ? "-" : route,
                 status, bytes,
                 std::chrono::duration_cast<std::chrono::microseconds>(spent).count(),
                 shared_.options.log_name(request.client.name.empty() ? client_ : request.client));
    if (!written || !keep_alive) break;
  }
  if (!ousted_) co_await linger();
}

net::awaitable<void> Session::turn_away() {
  spdlog::info("connection turned away {}", shared_.options.log_name(client_));
  Response response = shared_.refuse(503, {});
  const bool written = co_await write(response, false, false);
  if (written) co_await linger();
}

void Session::stop() {
  if (state_ == State::idle) stream_.cancel();
}

void Session::give_way() {
  ousted_ = true;
  stream_.close();
}

}  // namespace incontro::server
