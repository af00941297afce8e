#pragma once

#include <incontro/engine.h>

#include <filesystem>
#include <memory>

#include "cli/verb.h"

namespace CLI {
class App;
}

namespace incontro::cli {

// Declares --home, mandatory.
void add_home(CLI::App& app, std::filesystem::path& home);

enum class Need {
  read,     // an absent home is an error; writes nothing, beside a server or on a read-only disk
  rewrite,  // alone; an absent home is an error
  create,   // alone; an absent home is made
};

// Opens the home, or says on stderr what is wrong and what to do, and gives null: the verb ends
// with exit_unreadable.
std::unique_ptr<Engine> open_home(const std::filesystem::path& home, Need need, const Clock& clock);

// Waits until everything stored is searchable; on stderr a progress bar, and the reason when it
// fails.
bool wait_until_searchable(Engine& engine, const std::filesystem::path& home);

}  // namespace incontro::cli
