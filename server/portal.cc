#include <incontro/deadline.h>
#include <incontro/portal.h>
#include <incontro/professions.h>
#include <sodium.h>
#include <spdlog/spdlog.h>

#include <thread>

#include "handlers/errors.h"
#include "handlers/routes.h"
#include "http/ascii.h"
#include "http/http_server.h"
#include "http/log_names.h"

namespace incontro {
namespace {

constexpr char language[] = "it";
// What somebody who opens a page after a pause may ask for at once, in seconds of the rate.
constexpr unsigned burst_seconds = 10;

// "https://lavoro.example.org" or with http and a port; nothing after it.
bool is_origin(std::string_view url) {
  std::string_view host;
  for (const std::string_view scheme : {"https://", "http://"})
    if (url.starts_with(scheme)) host = url.substr(scheme.size());
  return !host.empty() && std::ranges::all_of(host, [](char c) {
    return server::is_letter(c) || server::is_digit(c) || server::is_one_of(c, ".-:[]");
  });
}

}  // namespace

Done serve(Engine& engine, const Clock& clock, const PortalOptions& options,
           const std::function<void(unsigned short port)>& listening) {
  using namespace server;
  if (sodium_init() < 0) return Error{Code::io, "no source of random numbers"};
  if (!options.public_url.empty() && !is_origin(options.public_url))
    return Error{Code::invalid, "public_url: not of the form https://host"};
  const auto texts = Texts::open(language);
  if (!texts) return texts.error();
  const StaticFiles files;
  const Renderer renderer(*texts, files.root());
  const Places places;
  const FormGuard forms(options.public_url.starts_with("https://"));
  FormDesk desk;
  const Context context{engine, clock, *texts, renderer,          places,
                        forms,  desk,  files,  options.public_url};

  auto proxies = TrustedProxies::parse(options.trusted_proxies);
  if (!proxies) return proxies.error();
  ServerOptions http;
  http.proxies = std::move(*proxies);
  http.rate = {options.requests_per_second * burst_seconds,
               std::chrono::milliseconds(1'000 / std::max(1U, options.requests_per_second))};
  http.https = options.public_url.starts_with("https://");
  LogNames names(options.log_keys);
  http.log_name = [&](const Client& client) { return names.name_of(client.name, clock.today()); };
  http.address = options.address;
  http.port = options.port;
  http.workers = std::max(1U, options.workers);
  http.connections = options.connections;
  http.connections_per_address = options.connections_per_address;
  http.waiting_requests = options.waiting_requests;
  http.stop_patience = options.stop_patience;
  const auto server = HttpServer::open(
      http,
      [&](const Request& request) {
        const Deadline deadline(Deadline::Clock::now() + options.answer_patience);
        return dispatch(context, request);
      },
      [&](unsigned status, std::string_view path) {
        return error_response(renderer, status, path);
      },
      [](std::string_view path) { return path == "/healthz" || path.starts_with("/static/"); });
  if (!server) return server.error();
  const std::jthread first_lists([&] {  // that the first who type and search would wait for
    profession_linker();
    engine.refresh_suggestions();
  });
  listening((*server)->port());
  spdlog::info("listening on {} port {}", options.address, (*server)->port());
  const Done done = (*server)->run(true);
  spdlog::info("stopped");
  return done;
}

}  // namespace incontro
