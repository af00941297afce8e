#include "archive/zip_reader.h"

#include <zip.h>

#include <algorithm>
#include <set>

#include "archive/entry_name.h"
#include "archive/limits.h"
#include "archive/litter.h"
#include "xml/limits.h"

namespace incontro {
namespace {

void refuse(Findings& findings, const char* rule, std::string reason) {
  findings.push_back({Grade::blocking, rule, 0, "", std::move(reason)});
}

std::string engineers_text(int code) {
  zip_error_t error;
  zip_error_init_with_code(&error, code);
  std::string text = zip_error_strerror(&error);
  zip_error_fini(&error);
  return text;
}

// The kind of file that a Unix program noted in the upper half of the attributes: a regular file,
// a directory, or nothing at all.
bool is_special(zip* archive, std::uint64_t index) {
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  zip_file_get_external_attributes(archive, index, 0, &system, &attributes);
  constexpr std::uint32_t kind_mask = 0xF000, regular = 0x8000, directory = 0x4000;
  const std::uint32_t kind = attributes >> 16 & kind_mask;
  return kind != 0 && kind != regular && kind != directory;
}

std::string name_of(zip* archive, std::uint64_t index, zip_flags_t flags) {
  const char* name = zip_get_name(archive, index, flags);
  return name == nullptr ? std::string() : name;
}

bool has_controls(std::string_view raw) {
  return std::any_of(raw.begin(), raw.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

void judge(const zip_stat_t& stat, const std::string& name, const std::string& raw, bool special,
           Findings& findings) {
  if (const char* objection = objection_to_name(name))
    refuse(findings, "archive.name", objection);
  else if (has_controls(raw))
    refuse(findings, "archive.name", "Il nome del file contiene caratteri di controllo.");
  if (special)
    refuse(findings, "archive.special", "Non è un file normale: collegamenti e dispositivi no.");
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
    refuse(findings, "archive.encrypted", "Il file è cifrato: comprimere senza password.");
  else if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
    refuse(findings, "archive.method",
           "Il file usa un metodo di compressione non ammesso: usare lo zip normale (deflate).");
  if (is_archive_name(name))
    refuse(findings, "archive.nested", "È un archivio dentro l'archivio: non è ammesso.");
  else if (!is_xml_name(name))
    refuse(findings, "archive.not-xml", "Nell'archivio sono ammessi solo file .xml.");
}

constexpr const char* damaged_archive =
    "L'archivio zip è danneggiato o contraddittorio: ricrearlo e riprovare.";

// Whether libzip has found the same directory: what was checked is what is read.
bool is_of(zip* archive, const std::vector<ZipPart>& layout) {
  if (zip_get_num_entries(archive, 0) != static_cast<zip_int64_t>(layout.size())) return false;
  for (std::uint64_t i = 0; i < layout.size(); ++i) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive, i, 0, &stat) != 0 || stat.crc != layout[i].crc ||
        stat.size != layout[i].size || stat.comp_size != layout[i].stored ||
        name_of(archive, i, ZIP_FL_ENC_RAW) != layout[i].name)
      return false;
  }
  return true;
}

Error open_error(int code) {
  return {code == ZIP_ER_NOENT ? Code::not_found : Code::io, "zip: " + engineers_text(code)};
}

}  // namespace

bool InflateBudget::spend(std::uint64_t bytes) {
  const std::uint64_t total = inflated_.fetch_add(bytes) + bytes;
  if (total > archive_inflated_limit_bytes) return false;
  return total <= archive_ratio_floor_bytes || total / archive_ratio_limit <= archive_bytes_;
}

Result<std::unique_ptr<ZipReader>> ZipReader::open(const std::filesystem::path& archive,
                                                   const std::vector<ZipPart>& layout,
                                                   Findings& findings) {
  int code = 0;
  zip* const opened = zip_open(archive.c_str(), ZIP_RDONLY, &code);
  if (opened == nullptr) {
    switch (code) {
      case ZIP_ER_NOENT:
      case ZIP_ER_OPEN:
      case ZIP_ER_READ:
      case ZIP_ER_SEEK:
      case ZIP_ER_MEMORY:
        return open_error(code);
      default:
        refuse(findings, "archive.damaged", damaged_archive);
        return std::unique_ptr<ZipReader>();
    }
  }
  std::unique_ptr<ZipReader> reader(new ZipReader(opened));
  if (!is_of(opened, layout)) {
    refuse(findings, "archive.damaged", damaged_archive);
    reader.reset();
  }
  return reader;
}

ZipReader::~ZipReader() { zip_discard(archive_); }

std::vector<ZipEntry> ZipReader::entries(Findings& findings) const {
  std::vector<ZipEntry> result;
  const auto count =
      static_cast<std::uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(archive_, 0)));
  std::set<std::string> places;
  bool any = false;
  for (std::uint64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    zip_stat_index(archive_, i, 0, &stat);
    const std::string name = with_slashes(name_of(archive_, i, ZIP_FL_ENC_GUESS));
    const std::string raw = name_of(archive_, i, ZIP_FL_ENC_RAW);
    const bool special = is_special(archive_, i);
    const bool plain_directory = !name.empty() && name.back() == '/' && stat.size == 0 &&
                                 !special && objection_to_name(name) == nullptr;
    if (plain_directory) continue;
    if (!places.insert(place_of_name(name)).second) {
      refuse(findings, "archive.duplicate-name",
             "Lo stesso nome di file compare più volte nell'archivio.");
      return {};
    }
    ZipEntry entry{i, printable_name(name), stat.crc, stat.size, is_litter(name), {}};
    if (!entry.litter)
      judge(stat, name, raw, special, entry.findings);
    else if (const char* objection = objection_to_name(name))
      refuse(entry.findings, "archive.name", objection);
    any = any || !entry.litter;
    result.push_back(std::move(entry));
  }
  if (!any) refuse(findings, "archive.empty", "L'archivio non contiene nessun file da leggere.");
  return result;
}

std::optional<std::string> ZipReader::read(const ZipEntry& entry, InflateBudget& budget,
                                           Findings& findings) {
  const auto fail = [&](const char* rule, const char* reason) -> std::optional<std::string> {
    refuse(findings, rule, reason);
    return std::nullopt;
  };
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(archive_, entry.index, 0, &stat) != 0 || stat.crc != entry.crc)
    return fail("archive.changed", "L'archivio è cambiato durante la lettura.");
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
      zip_fopen_index(archive_, entry.index, 0), zip_fclose);
  if (!file) return fail("archive.damaged", "Il file non si può estrarre: archivio danneggiato.");

  std::string bytes;
  bytes.reserve(std::min<std::uint64_t>(entry.size, document_limit_bytes));
  char chunk[32 << 10];
  while (true) {
    const zip_int64_t got = zip_fread(file.get(), chunk, sizeof chunk);
    if (got < 0)
      return fail("archive.damaged", "Il file non si può estrarre: archivio danneggiato.");
    if (got == 0) break;
    bytes.append(chunk, static_cast<std::size_t>(got));
    if (!budget.spend(static_cast<std::uint64_t>(got)))
      return fail("archive.bomb",
                  "L'archivio, decompresso, è smisurato rispetto alla sua dimensione.");
    if (bytes.size() > document_limit_bytes)
      return fail("archive.entry-size", "Il file, decompresso, supera i 4 MiB.");
  }
  if (bytes.size() != entry.size)
    return fail("archive.damaged", "La dimensione dichiarata del file non è quella vera.");
  if (is_archive_content(bytes))
    return fail("archive.nested", "È un archivio dentro l'archivio: non è ammesso.");
  return bytes;
}

}  // namespace incontro
