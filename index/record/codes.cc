#include <incontro/codes.h>

#include <array>
#include <memory>
#include <mutex>

#include "record/table_from_tsv.h"
#include "table_file.h"

namespace incontro {
namespace {

// In the order of Table.
constexpr std::array<std::string_view, table_count> files = {
    "professions.tsv",    "territory.tsv",  "languages.tsv",       "language_levels.tsv",
    "education.tsv",      "contracts.tsv",  "working_modes.tsv",   "licences.tsv",
    "certificates.tsv",   "registers.tsv",  "sectors.tsv",         "citizenships.tsv",
    "employer_sizes.tsv", "agreements.tsv", "contract_levels.tsv", "attestations.tsv",
    "duration_units.tsv", "diffusion.tsv",  "incentives.tsv",      "incentive_conditions.tsv",
    "skills.tsv"};

}  // namespace

bool CodeTable::valid_on(std::string_view code, Date day) const {
  const auto place = find(code);
  if (!place) return false;
  const CodeRow& found = row(*place);
  return (!found.from || *found.from <= day) && (!found.to || day <= *found.to);
}

std::string_view CodeTable::label(std::string_view code) const {
  const auto place = find(code);
  return place ? row(*place).label : code;
}

const CodeTable& code_table(Table table) {
  struct Slot {
    std::once_flag once;
    std::unique_ptr<const TableFromTsv> table;
  };
  static std::array<Slot, table_count> slots;
  const auto i = static_cast<std::size_t>(table);
  std::call_once(slots[i].once, [i] {
    slots[i].table = std::make_unique<const TableFromTsv>(table_file(files[i]));
  });
  return *slots[i].table;
}

std::uint64_t code_tables_fingerprint() {
  static const std::uint64_t fingerprint = [] {
    std::uint64_t sum = 0xCBF29CE484222325u;  // FNV-1a
    for (const std::string_view file : files)
      for (const char c : table_file(file))
        sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return sum;
  }();
  return fingerprint;
}

}  // namespace incontro
