#pragma once

#include <incontro/finding.h>
#include <incontro/result.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "archive/zip_layout.h"

struct zip;  // libzip stays inside zip_reader.cc

namespace incontro {

// What the entries of one archive inflated to so far, all threads together. Any thread.
class InflateBudget {
 public:
  explicit InflateBudget(std::uint64_t archive_bytes) : archive_bytes_(archive_bytes) {}
  // False once the archive is a bomb: too many bytes, or too many for its size.
  bool spend(std::uint64_t bytes);

 private:
  std::uint64_t archive_bytes_;
  std::atomic<std::uint64_t> inflated_{0};
};

// One file of an archive as its directory declares it.
struct ZipEntry {
  std::uint64_t index = 0;
  std::string name;  // safe to print
  std::uint32_t crc = 0;
  std::uint64_t size = 0;  // declared, not yet believed
  bool litter = false;     // left there by a system or an editor: not to be read
  Findings findings;       // a bad name, encryption, method, kind ...
};

// An archive opened for reading; nothing of it is written anywhere. One thread at a time: each
// thread opens its own.
class ZipReader {
 public:
  // `layout`: as read_layout() has found the archive sound. not_found, io: the file cannot be
  // opened. Null with a finding: libzip sees something else in it.
  static Result<std::unique_ptr<ZipReader>> open(const std::filesystem::path& archive,
                                                 const std::vector<ZipPart>& layout,
                                                 Findings& findings);
  ~ZipReader();
  ZipReader(const ZipReader&) = delete;
  ZipReader& operator=(const ZipReader&) = delete;

  // The files of the archive, without its plain directories; each is judged by what the directory
  // says. A finding about the whole archive (a name twice, no file) goes to `findings`.
  std::vector<ZipEntry> entries(Findings& findings) const;

  // The bytes of one entry, at most document_limit_bytes. Empty with a finding where they are too
  // many, damaged, not as declared, an archive again, or changed since the entry was listed.
  std::optional<std::string> read(const ZipEntry& entry, InflateBudget& budget, Findings& findings);

 private:
  explicit ZipReader(zip* archive) : archive_(archive) {}
  zip* archive_;
};

}  // namespace incontro
