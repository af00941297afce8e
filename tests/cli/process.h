#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "support/temp_dir.h"

namespace incontro {

inline std::string file_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// The program as a child, its outputs in files, so that no pipe can fill up. Killed and awaited at
// the end of its life.
class Child {
 public:
  explicit Child(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), INCONTRO_PROGRAM);
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    for (const auto& [fd, path] :
         {std::pair{STDOUT_FILENO, out_path()}, {STDERR_FILENO, err_path()}})
      posix_spawn_file_actions_addopen(&actions, fd, path.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                       0600);
    if (posix_spawn(&pid_, argv[0], &actions, nullptr, argv.data(), environ) != 0) pid_ = -1;
    posix_spawn_file_actions_destroy(&actions);
  }
  ~Child() {
    signal(SIGKILL);
    wait();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  void signal(int number) const {
    if (pid_ > 0) kill(pid_, number);
  }
  // The exit status; minus the signal when one ended it.
  int wait() {
    if (pid_ > 0) {
      int status = 0;
      waitpid(pid_, &status, 0);
      exit_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
      pid_ = -1;
    }
    return exit_;
  }
  std::string out() const { return file_text(out_path()); }
  std::string err() const { return file_text(err_path()); }

 private:
  std::string out_path() const { return (directory_ / "out").string(); }
  std::string err_path() const { return (directory_ / "err").string(); }

  TempDir directory_;
  pid_t pid_ = -1;
  int exit_ = -1000;  // not started
};

struct Ran {
  int exit;
  std::string out, err;

  // Fails the test when stdout is not one JSON value.
  boost::json::value json() const {
    boost::system::error_code error;
    boost::json::value value = boost::json::parse(out, error);
    EXPECT_FALSE(error) << "not JSON: " << out << err;
    return value;
  }
};

inline Ran run(std::vector<std::string> arguments) {
  Child child(std::move(arguments));
  const int exit = child.wait();
  return {exit, child.out(), child.err()};
}

// run() that must end well, for the steps that a test stands on.
inline Ran run_well(std::vector<std::string> arguments) {
  Ran ran = run(std::move(arguments));
  EXPECT_EQ(ran.exit, 0) << ran.out << ran.err;
  return ran;
}

// The JSON answer of a verb that must end well.
inline boost::json::value run_json(std::vector<std::string> arguments) {
  arguments.emplace_back("--json");
  return run_well(std::move(arguments)).json();
}

}  // namespace incontro
