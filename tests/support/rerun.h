#pragma once

#include <unistd.h>

#include <string>
#include <vector>

namespace incontro {

// Starts this test program again with one disabled test in it, and `variables` ("NAME=value") added
// to its environment; returns the process id. A program of its own and not a bare fork(), because
// libraries with threads and locks do not survive one.
inline pid_t rerun(const std::string& test, std::vector<std::string> variables) {
  std::vector<std::string> arguments{"rerun", "--gtest_filter=" + test,
                                     "--gtest_also_run_disabled_tests", "--gtest_brief=1"};
  const auto pointers = [](std::vector<std::string>& texts) {
    std::vector<char*> all;
    for (std::string& text : texts) all.push_back(text.data());
    return all;
  };
  std::vector<char*> argv = pointers(arguments), env = pointers(variables);
  for (char** inherited = environ; *inherited; ++inherited) env.push_back(*inherited);
  argv.push_back(nullptr);
  env.push_back(nullptr);
  const pid_t pid = fork();
  if (pid == 0) {
    execve("/proc/self/exe", argv.data(), env.data());
    _exit(127);
  }
  return pid;
}

}  // namespace incontro
