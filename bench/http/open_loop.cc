#include "http/open_loop.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <deque>
#include <utility>

namespace incontro::bench {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Steady = std::chrono::steady_clock;
using boost::system::error_code;

constexpr auto patience = std::chrono::seconds(30);  // for one answer

struct Job {
  Steady::time_point due;
  const std::string* target;
  bool counted;
};

struct Asked {
  std::string failure;    // empty: a good answer
  bool answered = false;  // something came back, good or not
};

// One thread runs all of it, so nothing here is locked.
class OpenLoop {
 public:
  explicit OpenLoop(const Load& load)
      : load_(load), server_(net::ip::make_address(load.address), load.port) {}

  LoadResult run() {
    for (std::size_t i = 0; i < load_.connections; ++i)
      net::co_spawn(context_, connection(), net::detached);
    net::co_spawn(context_, arrivals(), net::detached);
    context_.run();
    const std::chrono::duration<double> answering = last_answer_ - first_counted_;
    // The last request is due an interval before the end.
    result_.answering_seconds = std::max(answering.count(), load_.seconds);
    return std::move(result_);
  }

 private:
  static constexpr auto no_throw = net::as_tuple(net::use_awaitable);

  net::awaitable<void> arrivals() {
    const auto start = Steady::now();
    const auto total =
        static_cast<std::uint64_t>(load_.rate * (load_.warm_up_seconds + load_.seconds));
    const auto uncounted = static_cast<std::uint64_t>(load_.rate * load_.warm_up_seconds);
    const std::chrono::duration<double> interval(1 / load_.rate);
    net::steady_timer timer(context_);
    for (std::uint64_t i = 0; i < total; ++i) {
      const auto due =
          start + std::chrono::duration_cast<Steady::duration>(interval * static_cast<double>(i));
      if (i == uncounted) first_counted_ = last_answer_ = due;
      timer.expires_at(due);
      co_await timer.async_wait(no_throw);
      jobs_.push_back({due, &load_.targets[i % load_.targets.size()], i >= uncounted});
      if (!idle_.empty()) wake();
    }
    closing_ = true;
    while (!idle_.empty()) wake();
  }

  // The one that worked last: it is the least likely to have been closed for idleness.
  void wake() {
    idle_.back()->cancel();
    idle_.pop_back();
  }

  net::awaitable<void> connection() {
    beast::tcp_stream stream(context_);
    net::steady_timer sleep(context_, Steady::time_point::max());
    bool open = false;
    for (;;) {
      if (jobs_.empty()) {
        if (closing_) co_return;
        idle_.push_back(&sleep);
        co_await sleep.async_wait(no_throw);
        continue;
      }
      const Job job = jobs_.front();
      jobs_.pop_front();
      const bool used = open;
      Asked asked = co_await ask(stream, open, *job.target);
      // The server may close a connection that has been idle, just as it is used again.
      if (used && !asked.answered) asked = co_await ask(stream, open, *job.target);
      if (job.counted) count(job, asked.failure);
    }
  }

  void count(const Job& job, const std::string& failure) {
    last_answer_ = Steady::now();
    if (failure.empty()) {
      const std::chrono::duration<double, std::milli> latency = last_answer_ - job.due;
      result_.latencies.push_back(latency.count());
      return;
    }
    if (result_.errors++ == 0) result_.first_error = fmt::format("{}: {}", *job.target, failure);
  }

  // `open`: the connection can be used again. Closes it where that is not so.
  net::awaitable<Asked> ask(beast::tcp_stream& stream, bool& open, const std::string& target) {
    stream.expires_after(patience);
    const bool reused = std::exchange(open, false);
    if (!reused) {
      const auto [error] = co_await stream.async_connect(server_, no_throw);
      if (error) {
        stream.close();
        co_return Asked{"connect: " + error.message()};
      }
      stream.socket().set_option(net::ip::tcp::no_delay(true));
    }
    http::request<http::empty_body> request(http::verb::get, target, 11);
    request.set(http::field::host, load_.address);
    const auto [write_error, written] = co_await http::async_write(stream, request, no_throw);
    if (write_error) {
      stream.close();
      co_return Asked{"write: " + write_error.message()};
    }
    beast::flat_buffer buffer;
    http::response_parser<http::string_body> answer;
    answer.body_limit(boost::none);
    const auto [read_error, read] = co_await http::async_read(stream, buffer, answer, no_throw);
    // Patience that ends is an answer of its kind: asking again would double the load.
    const bool answered = answer.got_some() || read_error == beast::error::timeout;
    if (read_error) {
      stream.close();
      co_return Asked{"read: " + read_error.message(), answered};
    }
    open = answer.get().keep_alive();
    if (!open) stream.close();
    if (answer.get().result() != http::status::ok)
      co_return Asked{fmt::format("status {}", answer.get().result_int()), true};
    co_return Asked{{}, true};
  }

  const Load& load_;
  const net::ip::tcp::endpoint server_;
  net::io_context context_{1};
  std::deque<Job> jobs_;
  std::vector<net::steady_timer*> idle_;
  bool closing_ = false;
  Steady::time_point first_counted_, last_answer_;
  LoadResult result_;
};

}  // namespace

LoadResult run_open_loop(const Load& load) { return OpenLoop(load).run(); }

}  // namespace incontro::bench
