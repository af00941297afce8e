#include "text/text_apart.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <incontro/bytes.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>

#include "text/text_format.h"
#include "text/xapian_guard.h"

namespace incontro {
namespace {

// What the child writes: 'g' and the content, or 'd' and how damage shows.
constexpr char good = 'g', damaged = 'd';

// A damaged tree may lead round in a circle.
constexpr unsigned longest_seconds = 3'600;

std::string content_of(const std::filesystem::path& directory, Walk walk) {
  ByteWriter out;
  const Done done = guarded([&]() -> Done {
    const Xapian::Database database(directory.string());
    // Xapian does without them until it is too late: it cannot write, or documents have lost their
    // data. Of an empty index there may be none.
    if (database.get_doccount() > 0)
      for (const char* const table : {"termlist.glass", "docdata.glass"})
        if (!std::filesystem::exists(directory / table))
          return Error{Code::corrupt, std::string(table) + " is missing"};
    const std::string applied = database.get_metadata(std::string(key_applied));
    const std::string identity = database.get_metadata(std::string(key_identity));
    if (walk != Walk::open)
      if (const auto errors = Xapian::Database::check(directory.string(), 0, nullptr); errors > 0)
        return Error{Code::corrupt, fmt::format("{} faults in its tables", errors)};
    out.number(identity_in(identity));
    out.number(number_in(applied));
    if (walk != Walk::entries) return ok;
    for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
      const auto entry = entry_of(number_of(*id), database.get_document(*id).get_data());
      out.number(entry.number);
      out.number(entry.digest);
      out.text(entry.code);
    }
    return ok;
  });
  return done ? good + std::move(out).take() : damaged + done.error().message;
}

void write_all(int pipe, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(pipe, bytes.data(), bytes.size());
    if (written <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

[[noreturn]] void be_the_child(int pipe, const std::filesystem::path& directory, Walk walk) {
  for (const int signal : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGTERM, SIGINT, SIGPIPE})
    ::signal(signal, SIG_DFL);
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  ::alarm(longest_seconds);
  try {
    write_all(pipe, content_of(directory, walk));
  } catch (...) {  // out of memory: a length that is none
    write_all(pipe, std::string(1, damaged) + "it asks for more memory than there is");
  }
  ::_exit(0);
}

std::string read_all(int pipe) {
  std::string bytes;
  char piece[65'536];
  for (ssize_t size = 0; (size = ::read(pipe, piece, sizeof piece)) != 0;) {
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) break;
    bytes.append(piece, static_cast<std::size_t>(size));
  }
  return bytes;
}

Result<TextContent> decoded(std::string_view bytes, Walk walk) {
  ByteReader in(bytes);
  TextContent content;
  content.identity = in.number();
  content.applied = in.number();
  while (walk == Walk::entries && in.good() && !in.at_end()) {
    TextReader::Entry& entry = content.entries.emplace_back();
    entry.number = static_cast<DocumentNumber>(in.number());
    entry.digest = in.number();
    entry.code = in.text();
  }
  if (!in.good()) return Error{Code::corrupt, "it could not be read to its end"};
  return content;
}

}  // namespace

Result<TextContent> read_text_apart(const std::filesystem::path& directory, Walk walk) {
  std::error_code error;
  if (!std::filesystem::exists(directory, error) || std::filesystem::is_empty(directory, error))
    return Error{Code::not_found, "no text index at " + directory.string()};
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return Error{Code::io, std::strerror(errno)};
  const pid_t child = ::fork();
  if (child < 0) return Error{Code::io, std::strerror(errno)};
  if (child == 0) be_the_child(ends[1], directory, walk);
  ::close(ends[1]);
  const std::string said = read_all(ends[0]);
  ::close(ends[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  const auto corrupt = [&](std::string_view how) {
    return Error{Code::corrupt, fmt::format("the text index {}: {}", directory.string(), how)};
  };
  if (WIFSIGNALED(status))
    return corrupt(fmt::format("it crashes its library (signal {})", WTERMSIG(status)));
  if (said.empty() || said.front() != good)
    return corrupt(said.empty() ? "it gives nothing" : std::string_view(said).substr(1));
  auto content = decoded(std::string_view(said).substr(1), walk);
  return content ? std::move(content) : Result<TextContent>(corrupt(content.error().message));
}

}  // namespace incontro
