#pragma once

#include <incontro/clock.h>

#include <functional>
#include <memory>

namespace CLI {
class App;
}

namespace incontro::cli {

// What the program answers to the shell.
enum Exit : int {
  exit_good = 0,
  exit_refused = 1,     // it worked, and the answer is no: refused files, unknown code, differences
  exit_usage = 2,       // the command itself is wrong
  exit_unreadable = 3,  // an archive or a home cannot be opened, or the machine failed
};

// The options of every verb.
struct Common {
  bool json = false;
  std::unique_ptr<const Clock> clock;  // --now, or the machine's; nothing else reads a clock
};

// What a verb does once the command line has been understood; gives an Exit.
using Action = std::function<int(const Common&)>;

// Each verb declares its options and returns what to do with them: one file each. To add one,
// declare it here and give it a row in program.cc.
Action declare_alerts(CLI::App& app);
Action declare_check(CLI::App& app);
Action declare_contacts(CLI::App& app);
Action declare_generate(CLI::App& app);
Action declare_import(CLI::App& app);
Action declare_match(CLI::App& app);
Action declare_profession(CLI::App& app);
Action declare_rank(CLI::App& app);
Action declare_rebuild(CLI::App& app);
Action declare_search(CLI::App& app);
Action declare_serve(CLI::App& app);
Action declare_show(CLI::App& app);
Action declare_suggest(CLI::App& app);
Action declare_trace(CLI::App& app);
Action declare_verify(CLI::App& app);

}  // namespace incontro::cli
