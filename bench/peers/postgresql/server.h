#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

// What `postgres --version` says, without the words around it.
std::string server_version();

// Makes a cluster in an empty directory, which is given away to the server's account.
void make_cluster(const std::filesystem::path& directory);

// A server of its own over a cluster, reached by a socket only. It stops with this object, and when
// the program ends in any other way.
class Server {
 public:
  Server(const std::filesystem::path& cluster, const std::vector<std::string>& settings);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // How to connect.
  std::string connection() const;

 private:
  void wait_until_ready() const;
  void stop();

  std::filesystem::path socket_;  // a directory with a short name, as sockets need
  pid_t process_ = -1;
};
