#pragma once

#include <incontro/check.h>
#include <incontro/result.h>
#include <incontro/store.h>

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace incontro {

// What became of one file of an archive.
struct FileReport {
  std::string name;    // as in the archive, made safe to print: control and bidi characters escaped
  std::string schema;  // see CheckedFile
  FileKind kind = FileKind::unknown;
  RecordCode code{};  // empty value where it could not be read or the file is a message
  std::string title;  // of the record; empty for messages and refused files
  Findings findings;
  std::size_t more = 0;  // findings that are counted and not listed (ArchiveReport)
  enum class Fate : std::uint8_t {
    valid,      // formally right (verify, or an archive refused because of another file)
    refused,    // a blocking finding
    published,  // outcomes of the store, as in Outcome
    replaced,
    closed,
    unchanged,    // already stored, identical
    not_handled,  // a valid message: messages are not handled yet
    ignored,      // what a system or an editor leaves in folders: not read
  } fate = Fate::valid;
};

// Its size is bounded whatever is wrong: of the first files all findings are listed (at most
// finding_limit of one file), of those after them the first, and all are counted.
struct ArchiveReport {
  // The warnings of one rule in all files, and the first of them.
  struct Warnings {
    std::size_t count = 0;
    std::string file;
    Finding first;
  };
  std::string archive;  // the path as given
  Findings findings;    // about the archive itself: not a zip, encrypted entry, too large ...
  std::vector<FileReport> files;             // in the order of the archive
  std::map<std::string, Warnings> warnings;  // by rule
  // No blocking finding anywhere: the formal check passed as a whole.
  bool formally_good() const;
  // Formally good, and each file was taken by the store (or is a message).
  bool all_good() const;
};

// Called from the calling thread now and then: files done, files in all, and what is going on.
enum class Phase : std::uint8_t { checking, storing };
using Progress = std::function<void(Phase, std::size_t done, std::size_t total)>;

// The formal check of a whole archive, on `threads` threads. Streams: no entry is written to disk,
// and no more than a few entries are in memory at once. Refuses the same code twice in one archive.
// The only Error is an archive that cannot be opened as a file (not_found, io): everything that is
// wrong inside it is a finding.
Result<ArchiveReport> verify_archive(const std::filesystem::path& archive, unsigned threads,
                                     const Progress& progress = {});

// verify_archive(), and if nothing blocks, every file into the store, predecessors first. One bad
// file refuses the whole archive. A file that only the store can refuse (its code is taken, its
// predecessor unknown) is reported as refused and does not stop the others. Safe to repeat after a
// cut: what is already stored comes back as unchanged.
Result<ArchiveReport> import_archive(const std::filesystem::path& archive, Store& store,
                                     unsigned threads, const Progress& progress = {});

}  // namespace incontro
