#include "http/http_server.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <set>
#include <tuple>

#include "http/session.h"

namespace incontro::server {
namespace {

namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;

constexpr std::chrono::milliseconds pause_without_descriptors{100};
constexpr std::size_t most_turned_away = 64;  // at once; more are closed without a word

// A request that takes so long to come gives way as an idle connection does.
constexpr std::chrono::seconds reading_patience{1};

// Of the queue for one client, so that several find a place beside whoever asks most.
constexpr std::size_t share_of(std::size_t all) { return std::max<std::size_t>(1, all / 4); }

Error failure_of(const error_code& error, const std::string& doing) {
  return {error == net::error::address_in_use ? Code::busy : Code::io,
          doing + ": " + error.message()};
}

}  // namespace

struct HttpServer::Impl {
  Impl(const ServerOptions& given, Dispatch dispatch, Refuse refuse, Free free)
      : options(given),
        shared{options,
               std::move(dispatch),
               std::move(refuse),
               std::move(free),
               net::thread_pool(given.workers),
               given.workers + given.waiting_requests,
               share_of(given.workers + given.waiting_requests),
               0,
               {},
               RateLimiter(given.rate)} {}

  Done listen();
  net::awaitable<void> accept();
  net::awaitable<void> serve(tcp::socket socket, net::ip::address peer);
  net::awaitable<void> turn_away(tcp::socket socket, net::ip::address peer);
  bool make_room(const Client& client);
  bool oust_one(std::string_view client);
  void forget(Session& session);
  void stop();
  void end_if_idle();

  const ServerOptions options;
  net::io_context io{1};
  tcp::acceptor acceptor{io};
  net::steady_timer patience{io};
  unsigned short port = 0;
  Shared shared;
  std::set<Session*> sessions;
  std::map<std::string, std::size_t> of_client;  // sessions
  std::size_t turned_away = 0;
};

Done HttpServer::Impl::listen() {
  error_code error;
  const auto address = net::ip::make_address(options.address, error);
  if (error) return Error{Code::invalid, "address: not an IP address in figures"};
  const tcp::endpoint endpoint(address, options.port);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(net::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(net::socket_base::max_listen_connections, error);
  if (!error) port = acceptor.local_endpoint(error).port();
  if (error) return failure_of(error, "listening");
  return ok;
}

net::awaitable<void> HttpServer::Impl::accept() {
  constexpr auto tuple = net::as_tuple(net::use_awaitable);
  while (acceptor.is_open()) {
    auto [error, socket] = co_await acceptor.async_accept(tuple);
    if (error == net::error::operation_aborted || !acceptor.is_open()) break;
    if (error) {  // out of descriptors, or the client has gone already
      net::steady_timer pause(io, pause_without_descriptors);
      co_await pause.async_wait(tuple);
      continue;
    }
    error_code gone;
    socket.set_option(tcp::no_delay(true), gone);
    const auto peer = socket.remote_endpoint(gone).address();
    if (gone) continue;
    if (make_room(client_of(peer)))
      net::co_spawn(io, serve(std::move(socket), peer), net::detached);
    else if (turned_away < most_turned_away)
      net::co_spawn(io, turn_away(std::move(socket), peer), net::detached);
  }
}

bool HttpServer::Impl::make_room(const Client& client) {
  const auto known = of_client.find(client.name);
  const bool many = known != of_client.end() && known->second >= options.connections_per_address;
  if (many && !client.local && !oust_one(client.name)) return false;
  return sessions.size() < options.connections || oust_one({});
}

// Of the sessions that are not at work, those of one client where it has a name: first whose client
// holds most, then who waits for a request before whose request is slow to come, then the longest.
bool HttpServer::Impl::oust_one(std::string_view client) {
  const auto now = Session::Clock::now();
  Session* chosen = nullptr;
  const auto rank = [&](const Session& one) {
    return std::tuple(-static_cast<std::ptrdiff_t>(of_client[one.client().name]), one.state(),
                      one.since());
  };
  for (Session* const one : sessions) {
    if (!client.empty() && one->client().name != client) continue;
    if (one->state() == Session::State::working) continue;
    if (one->state() == Session::State::reading && now - one->since() < reading_patience) continue;
    if (chosen == nullptr || rank(*one) < rank(*chosen)) chosen = one;
  }
  if (chosen == nullptr) return false;
  forget(*chosen);
  chosen->give_way();
  return true;
}

void HttpServer::Impl::forget(Session& session) {
  if (sessions.erase(&session) == 0) return;
  const auto known = of_client.find(session.client().name);
  if (--known->second == 0) of_client.erase(known);
}

net::awaitable<void> HttpServer::Impl::serve(tcp::socket socket, net::ip::address peer) {
  Session session(std::move(socket), peer, shared);
  sessions.insert(&session);
  ++of_client[session.client().name];
  try {
    co_await session.run();
  } catch (const std::exception& e) {  // bad_alloc: this connection ends, the others go on
    spdlog::error("a connection failed: {}", e.what());
  }
  forget(session);
  end_if_idle();
}

net::awaitable<void> HttpServer::Impl::turn_away(tcp::socket socket, net::ip::address peer) {
  Session session(std::move(socket), peer, shared);
  ++turned_away;
  try {
    co_await session.turn_away();
  } catch (const std::exception& e) {
    spdlog::error("a connection failed: {}", e.what());
  }
  --turned_away;
}

void HttpServer::Impl::stop() {
  if (shared.stopping) return;
  shared.stopping = true;
  error_code ignored;
  acceptor.close(ignored);
  for (Session* session : sessions) session->stop();
  patience.expires_after(options.stop_patience);
  patience.async_wait([this](const error_code& error) {
    if (!error) io.stop();
  });
  end_if_idle();
}

void HttpServer::Impl::end_if_idle() {
  if (shared.stopping && sessions.empty()) io.stop();
}

Result<std::unique_ptr<HttpServer>> HttpServer::open(const ServerOptions& options,
                                                     Dispatch dispatch, Refuse refuse, Free free) {
  auto impl =
      std::make_unique<Impl>(options, std::move(dispatch), std::move(refuse), std::move(free));
  if (const Done done = impl->listen(); !done) return done.error();
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(impl)));
}

HttpServer::HttpServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HttpServer::~HttpServer() = default;

unsigned short HttpServer::port() const { return impl_->port; }

Done HttpServer::run(bool signals) {
  Impl& impl = *impl_;
  try {
    net::signal_set caught(impl.io);
    if (signals) {
      caught.add(SIGINT);
      caught.add(SIGTERM);
      caught.async_wait([&impl](const error_code& error, int) {
        if (!error) impl.stop();
      });
    }
    net::co_spawn(impl.io, impl.accept(), net::detached);
    impl.io.run();
    // Handlers cannot be cut off: the last ones run to their end, with nobody to tell.
    impl.shared.pool.join();
    return ok;
  } catch (const std::exception& e) {
    return Error{Code::io, std::string("network: ") + e.what()};
  }
}

void HttpServer::stop() {
  net::post(impl_->io, [impl = impl_.get()] { impl->stop(); });
}

}  // namespace incontro::server
