#include <fmt/core.h>
#include <incontro/portal.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <charconv>
#include <cstdio>
#include <optional>
#include <string_view>

#include "cli/home.h"
#include "cli/texts_it.h"
#include "cli/validators.h"
#include "http/log_names.h"

namespace incontro::cli {
namespace {

constexpr std::uint64_t most_workers = 256;
constexpr std::uint64_t most_requests_per_second = 1'000;
constexpr std::uint64_t most_seconds = 60;

struct Options {
  std::filesystem::path home;
  std::string listen = "127.0.0.1:8080";
  unsigned time_limit = 2;  // seconds
  PortalOptions portal;
};

// "127.0.0.1:8080", "[::1]:8080". Whether the address is one is for the portal to say.
bool read_listen(std::string_view text, PortalOptions& portal) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  std::string_view address = text.substr(0, colon);
  const std::string_view port = text.substr(colon + 1);
  if (address.starts_with('[') && address.ends_with(']'))
    address = address.substr(1, address.size() - 2);
  else if (address.find(':') != std::string_view::npos)
    return false;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), portal.port);
  if (error != std::errc{} || end != port.data() + port.size()) return false;
  portal.address = address;
  return !address.empty();
}

// At once, even into a pipe: whoever started the server waits for this line.
void announce(const PortalOptions& portal, unsigned short port, bool json) {
  if (json) {
    const boost::json::value result{{"address", portal.address}, {"port", port}};
    fmt::print("{}\n", boost::json::serialize(result));
  } else {
    const bool v6 = portal.address.find(':') != std::string::npos;
    fmt::print(texts::listening, v6 ? "[" + portal.address + "]" : portal.address, port);
  }
  std::fflush(stdout);
}

int serve_portal(Options& options, const Common& common) {
  if (!read_listen(options.listen, options.portal)) {
    fmt::print(stderr, texts::failure, fmt::format(texts::bad_listen, options.listen));
    return exit_usage;
  }
  const auto engine = open_home(options.home, Need::rewrite, *common.clock);
  if (!engine) return exit_unreadable;
  if (::geteuid() == 0) fmt::print(stderr, texts::warning, texts::as_root);
  options.portal.answer_patience = std::chrono::seconds(options.time_limit);
  options.portal.log_keys = options.home / server::log_keys_name;
  spdlog::set_default_logger(spdlog::stderr_color_mt("incontro"));  // stdout is for results
  const Done done = serve(*engine, *common.clock, options.portal, [&](unsigned short port) {
    announce(options.portal, port, common.json);
  });
  if (done) return exit_good;
  const std::string& reason = done.error().message;
  if (done.error().code == Code::invalid) {
    fmt::print(stderr, texts::failure, fmt::format(texts::bad_serve, reason));
    return exit_usage;
  }
  fmt::print(stderr, texts::failure, fmt::format(texts::listen_failed, options.listen, reason));
  return exit_unreadable;
}

}  // namespace

Action declare_serve(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_home(app, options->home);
  app.add_option("--listen", options->listen, texts::listen)->type_name(texts::listen_type);
  app.add_option("--public-url", options->portal.public_url, texts::public_url)->type_name("URL");
  app.add_option("--workers", options->portal.workers, texts::workers)
      ->check(number_between(1, most_workers))
      ->type_name(texts::number_type);
  app.add_option("--requests-per-second", options->portal.requests_per_second,
                 texts::requests_per_second)
      ->check(number_between(1, most_requests_per_second))
      ->type_name(texts::number_type);
  app.add_option("--time-limit", options->time_limit, texts::time_limit)
      ->check(number_between(1, most_seconds))
      ->type_name(texts::number_type);
  app.add_option("--trusted-proxy", options->portal.trusted_proxies, texts::trusted_proxy)
      ->type_name(texts::proxy_type);
  return [options](const Common& common) { return serve_portal(*options, common); };
}

}  // namespace incontro::cli
