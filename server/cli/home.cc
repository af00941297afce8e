#include "cli/home.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>

#include "cli/progress.h"
#include "cli/texts_it.h"

namespace incontro::cli {
namespace {

void explain(const Error& error, const std::string& home) {
  std::string text;
  switch (error.code) {
    case Code::busy:
      text = fmt::format(texts::home_busy, home);
      break;
    case Code::not_found:
      text = fmt::format(texts::home_absent, home);
      break;
    case Code::invalid:
      text = fmt::format(texts::home_settings, home, error.message);
      break;
    case Code::corrupt:
      text = fmt::format(texts::home_corrupt, home, error.message);
      break;
    case Code::conflict:
    case Code::denied:
    case Code::io:
      text = fmt::format(texts::home_failed, home, error.message);
      break;
  }
  fmt::print(stderr, texts::failure, text);
}

}  // namespace

void add_home(CLI::App& app, std::filesystem::path& home) {
  app.add_option("--home", home, texts::home)->required()->type_name(texts::directory_type);
}

std::unique_ptr<Engine> open_home(const std::filesystem::path& home, Need need,
                                  const Clock& clock) {
  std::error_code ignored;
  if (need != Need::create && !std::filesystem::exists(home / "store", ignored)) {
    explain({Code::not_found, ""}, home.string());
    return nullptr;
  }
  auto engine = Engine::open({home, Access::exclusive, &clock});
  if (!engine && engine.error().code == Code::busy && need == Need::read)
    engine = Engine::open({home, Access::shared, &clock});
  if (!engine) {
    explain(engine.error(), home.string());
    return nullptr;
  }
  return std::move(*engine);
}

bool wait_until_searchable(Engine& engine, const std::filesystem::path& home) {
  using namespace std::chrono_literals;
  // A million records are indexed in minutes: an hour means that something hangs.
  const Done done = engine.wait_for(engine.store().last(), 1h);
  if (!done)
    fmt::print(stderr, texts::failure,
               fmt::format(texts::not_searchable, home.string(), done.error().message));
  return done.has_value();
}

}  // namespace incontro::cli
