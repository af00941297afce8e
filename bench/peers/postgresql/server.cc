#include "server.h"

#include <fcntl.h>
#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace {

namespace fs = std::filesystem;

constexpr const char* account = "postgres";  // which the package makes; the server refuses root

std::string program(const char* name) { return std::string(PEER_PG_BIN "/") + name; }

const passwd* account_of_server() {
  const passwd* user = getpwnam(account);
  if (!user) throw std::runtime_error(std::string("there is no account ") + account);
  return user;
}

void give_away(const fs::path& directory) {
  if (geteuid() != 0) return;
  const passwd* user = account_of_server();
  if (chown(directory.c_str(), user->pw_uid, user->pw_gid) != 0)
    throw std::runtime_error(directory.string() + " cannot be given to " + account);
}

// Starts a program in a directory, as the server's account when we are root. What it prints goes to
// the end of a file; without one, only errors are seen.
pid_t start(std::vector<std::string> words, const fs::path& directory, const fs::path& log) {
  const passwd* user = geteuid() == 0 ? account_of_server() : nullptr;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("no process for " + words[0]);
  if (child > 0) return child;

  if (user && (initgroups(user->pw_name, user->pw_gid) != 0 || setgid(user->pw_gid) != 0 ||
               setuid(user->pw_uid) != 0))
    _exit(126);
  // After the change of account, which would clear it: for a server this signal is a fast stop.
  prctl(PR_SET_PDEATHSIG, SIGINT);
  if (getppid() != parent) _exit(126);
  const int out =
      open(log.empty() ? "/dev/null" : log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (out < 0 || dup2(out, 1) < 0 || (!log.empty() && dup2(out, 2) < 0)) _exit(126);
  if (chdir(directory.c_str()) != 0) _exit(126);
  execv(arguments[0], arguments.data());
  _exit(127);
}

int result_of(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

std::string server_version() {
  FILE* out = popen(("'" + program("postgres") + "' --version").c_str(), "r");
  if (!out) throw std::runtime_error("postgres cannot be started");
  char line[256] = "";
  const bool read = fgets(line, sizeof line, out) != nullptr;
  pclose(out);
  const std::string text = line, before = "(PostgreSQL) ";
  const std::size_t at = text.find(before);
  if (!read || at == std::string::npos) throw std::runtime_error("postgres tells no version");
  return text.substr(at + before.size(),
                     text.find_first_of(" \n", at + before.size()) - at - before.size());
}

void make_cluster(const fs::path& directory) {
  give_away(directory);
  const int result = result_of(
      start({program("initdb"), "--pgdata=" + fs::absolute(directory).string(), "--username=peer",
             "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"},
            directory, ""));
  if (result != 0) throw std::runtime_error("initdb ended with " + std::to_string(result));
}

Server::Server(const fs::path& cluster, const std::vector<std::string>& settings) {
  std::string name = (fs::temp_directory_path() / "peer-pg-XXXXXX").string();
  if (!mkdtemp(name.data())) throw std::runtime_error(name + " cannot be made");
  socket_ = name;
  try {
    give_away(socket_);
    std::vector<std::string> words = {
        program("postgres"), "-D", fs::absolute(cluster).string(), "-k", socket_.string(), "-c",
        "listen_addresses="};
    for (const std::string& setting : settings) words.insert(words.end(), {"-c", setting});
    process_ = start(words, socket_, fs::absolute(cluster) / "server.log");
    wait_until_ready();
  } catch (...) {
    stop();
    throw;
  }
}

Server::~Server() { stop(); }

std::string Server::connection() const {
  return "host='" + socket_.string() + "' user=peer dbname=postgres";
}

void Server::wait_until_ready() const {
  for (int tries = 0; tries < 3000; ++tries) {
    if (PQping(connection().c_str()) == PQPING_OK) return;
    siginfo_t ended{};
    if (waitid(P_PID, static_cast<id_t>(process_), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 &&
        ended.si_pid != 0)
      break;
    usleep(100000);
  }
  throw std::runtime_error("the server does not start, see its server.log");
}

void Server::stop() {
  if (process_ > 0) {
    kill(process_, SIGINT);  // a fast stop: closes connections, writes all out
    result_of(process_);
    process_ = -1;
  }
  std::error_code ignored;
  fs::remove_all(socket_, ignored);
}
