#pragma once

#include <incontro/import.h>

#include <memory>
#include <vector>

#include "archive/zip_reader.h"

namespace incontro {

// An archive under work: one reader a thread, so that no two share a handle.
class OpenArchive {
 public:
  // As ZipReader::open; null with a finding where it is not a sound archive.
  static Result<std::unique_ptr<OpenArchive>> open(const std::filesystem::path& archive,
                                                   unsigned threads, Findings& findings);

  unsigned threads() const { return static_cast<unsigned>(readers_.size()); }
  ZipReader& reader(unsigned worker) { return *readers_[worker]; }
  std::uint64_t file_bytes() const { return file_bytes_; }

 private:
  std::vector<std::unique_ptr<ZipReader>> readers_;
  std::uint64_t file_bytes_ = 0;
};

// What is kept of a record between the check and the storing.
struct CheckedEntry {
  ZipEntry entry;
  std::string predecessor;
  bool is_record = false;  // false: a message, or refused
};

struct CheckedArchive {
  ArchiveReport report;
  std::vector<CheckedEntry> entries;  // beside report.files
  std::vector<std::size_t> order;     // of the records among them: predecessors first
};

// The formal check of all entries, and of the codes of the whole archive.
CheckedArchive check_archive(OpenArchive& archive, const Progress& progress);

}  // namespace incontro
