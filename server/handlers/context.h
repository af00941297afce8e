#pragma once

#include <incontro/clock.h>
#include <incontro/engine.h>
#include <incontro/places.h>

#include <string>

#include "handlers/form_desk.h"
#include "handlers/form_guard.h"
#include "handlers/static_files.h"
#include "pages/renderer.h"

namespace incontro::server {

// What handlers may use. All of it may be used from any thread.
struct Context {
  Engine& engine;
  const Clock& clock;
  const Texts& texts;
  const Renderer& renderer;
  const Places& places;
  const FormGuard& forms;
  FormDesk& desk;
  const StaticFiles& files;
  std::string public_url;  // "https://lavoro.example.org", or "" where nobody said
};

}  // namespace incontro::server
