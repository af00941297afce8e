#include "cli/home.h"

#include <fmt/core.h>
#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <algorithm>

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

// Records of people stand in a home.
void warn_of_readers(const std::filesystem::path& home) {
  struct stat status {};
  if (::stat(home.c_str(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    fmt::print(stderr, texts::warning, fmt::format(texts::home_readable, home.string()));
}

// With shared access what was made again stays in memory.
void tell_repairs(const Engine& engine, Need need, const std::string& home) {
  for (const Repair& repair : engine.repairs()) {
    const char* const text = repair.kind == Repair::Kind::ahead  ? texts::store_behind
                             : repair.kind == Repair::Kind::text ? texts::text_set_aside
                             : need == Need::read                ? texts::blocks_in_memory
                                                                 : texts::blocks_made_again;
    fmt::print(stderr, texts::warning, fmt::format(fmt::runtime(text), home, repair.what));
  }
}

}  // namespace

void add_home(CLI::App& app, std::filesystem::path& home) {
  app.add_option("--home", home, texts::home)->required()->type_name(texts::directory_type);
}

std::unique_ptr<Engine> open_home(const std::filesystem::path& home, Need need,
                                  const Clock& clock) {
  ::umask(S_IRWXG | S_IRWXO);  // personal data: what is made is for its owner alone
  const Access access = need == Need::read     ? Access::shared
                        : need == Need::create ? Access::create
                                               : Access::exclusive;
  auto engine = Engine::open({home, access, &clock});
  if (!engine) {
    explain(engine.error(), home.string());
    return nullptr;
  }
  warn_of_readers(home);
  tell_repairs(**engine, need, home.string());
  return std::move(*engine);
}

bool wait_until_searchable(Engine& engine, const std::filesystem::path& home) {
  using namespace std::chrono_literals;
  const Sequence last = engine.store().last();
  const Sequence step = std::max<Sequence>(1, last / 100);
  ProgressBar bar;
  for (Sequence waited = 0; waited < last;) {
    waited = std::min(waited + step, last);
    // A million records are indexed in minutes: an hour for a hundredth means that something hangs.
    if (const Done done = engine.wait_for(waited, 1h); !done) {
      fmt::print(stderr, texts::failure,
                 fmt::format(texts::not_searchable, home.string(), done.error().message));
      return false;
    }
    bar.show(texts::phase_indexing, waited, last);
  }
  return true;
}

}  // namespace incontro::cli
