#include "archive/store_pass.h"

#include <incontro/check.h>

#include <future>
#include <optional>
#include <span>

#include "archive/parallel.h"

namespace incontro {
namespace {

// One disk sync a batch; its records are all that is in memory, twice (one batch is read while the
// one before is stored).
constexpr std::size_t batch_records = 256;
constexpr std::uint64_t batch_bytes = 8ull << 20;

using Batch = std::span<const std::size_t>;  // files, in order

std::vector<Batch> batches_of(const CheckedArchive& checked) {
  std::vector<Batch> batches;
  const Batch all(checked.order);
  std::size_t start = 0;
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::uint64_t size = checked.entries[all[i]].entry.size;
    if (i > start && (i - start == batch_records || bytes + size > batch_bytes)) {
      batches.push_back(all.subspan(start, i - start));
      start = i;
      bytes = 0;
    }
    bytes += size;
  }
  if (start < all.size()) batches.push_back(all.subspan(start));
  return batches;
}

std::optional<Record> record_of(CheckedFile&& file) {
  if (auto* cv = std::get_if<Cv>(&file.content)) return Record(std::move(*cv));
  if (auto* vacancy = std::get_if<Vacancy>(&file.content)) return Record(std::move(*vacancy));
  return std::nullopt;
}

class StorePass {
 public:
  StorePass(OpenArchive& archive, CheckedArchive& checked, Store& store)
      : archive_(archive), checked_(checked), store_(store), budget_(archive.file_bytes()) {}

  // Records of a batch, empty where the entry is no longer what was checked.
  std::vector<std::optional<Record>> read(Batch batch) {
    std::vector<std::optional<Record>> records(batch.size());
    run_parallel(archive_.threads(), batch.size(), [&](unsigned worker, std::size_t i) {
      records[i] = read_again(archive_.reader(worker), batch[i]);
    });
    return records;
  }

  void store(Batch batch, std::vector<std::optional<Record>> records) {
    std::vector<std::size_t> files;
    std::vector<Record> whole;
    for (std::size_t i = 0; i < batch.size(); ++i) {
      if (!records[i]) {
        refuse(batch[i], "store.changed",
               "Il file è cambiato fra la verifica e l'importazione: ripetere l'importazione.");
        continue;
      }
      files.push_back(batch[i]);
      whole.push_back(std::move(*records[i]));
    }
    const auto outcomes = store_.apply(std::span<const Record>(whole));
    for (std::size_t i = 0; i < outcomes.size(); ++i) note(files[i], outcomes[i]);
  }

 private:
  std::optional<Record> read_again(ZipReader& reader, std::size_t file) {
    Findings ignored;
    const auto bytes = reader.read(checked_.entries[file].entry, budget_, ignored);
    if (!bytes) return std::nullopt;
    auto record = record_of(check_file(*bytes));
    if (!record || code_of(*record) != checked_.report.files[file].code ||
        system_of(*record).predecessor != checked_.entries[file].predecessor)
      return std::nullopt;
    return record;
  }

  void refuse(std::size_t file, const char* rule, const char* reason) {
    FileReport& report = checked_.report.files[file];
    report.findings.push_back({Grade::blocking, rule, 0, "", reason});
    report.fate = FileReport::Fate::refused;
  }

  void note(std::size_t file, const Result<Applied>& applied) {
    FileReport& report = checked_.report.files[file];
    if (!applied) {
      switch (applied.error().code) {
        case Code::conflict:
          return refuse(file, "store.conflict",
                        "Il codice è già di un'altra comunicazione, oppure la comunicazione "
                        "precedente è già stata sostituita o chiusa.");
        case Code::not_found:
          return refuse(file, "store.no-predecessor",
                        "La comunicazione precedente non è presente.");
        default:
          return refuse(file, "store.failed",
                        "Il file è corretto, ma non è stato possibile salvarlo: riprovare.");
      }
    }
    switch (applied->outcome) {
      case Outcome::published:
        report.fate = FileReport::Fate::published;
        break;
      case Outcome::replaced:
        report.fate = FileReport::Fate::replaced;
        break;
      case Outcome::closed:
        report.fate = FileReport::Fate::closed;
        break;
      case Outcome::unchanged:
        report.fate = FileReport::Fate::unchanged;
        break;
    }
  }

  OpenArchive& archive_;
  CheckedArchive& checked_;
  Store& store_;
  InflateBudget budget_;
};

}  // namespace

void store_archive(OpenArchive& archive, CheckedArchive& checked, Store& store,
                   const Progress& progress) {
  for (std::size_t i = 0; i < checked.entries.size(); ++i)
    if (!checked.entries[i].is_record && !checked.entries[i].entry.litter)
      checked.report.files[i].fate = FileReport::Fate::not_handled;

  const std::vector<Batch> batches = batches_of(checked);
  StorePass pass(archive, checked, store);
  const auto read_later = [&](std::size_t b) {
    return std::async(std::launch::async, [&pass, batch = batches[b]] { return pass.read(batch); });
  };
  std::future<std::vector<std::optional<Record>>> next;
  if (!batches.empty()) next = read_later(0);
  std::size_t done = 0;
  for (std::size_t b = 0; b < batches.size(); ++b) {
    auto records = next.get();
    if (b + 1 < batches.size()) next = read_later(b + 1);
    pass.store(batches[b], std::move(records));
    done += batches[b].size();
    if (progress) progress(Phase::storing, done, checked.order.size());
  }
}

}  // namespace incontro
