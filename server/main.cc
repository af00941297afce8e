#include <fmt/core.h>

#include <exception>

#include "cli/program.h"
#include "cli/texts_it.h"
#include "cli/verb.h"

int main(int argc, char** argv) {
  try {
    return incontro::cli::run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const std::exception& e) {  // bad_alloc, a broken pipe of fmt
    std::fputs(e.what(), stderr);
    return incontro::cli::exit_unreadable;
  }
}
