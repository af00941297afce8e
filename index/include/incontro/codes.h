#pragma once

#include <incontro/date.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace incontro {

// The reference tables, one file each under data/tables.
enum class Table : std::uint8_t {
  profession,  // CP2011, six levels: "2", "2.1", ... "2.1.1.4.1", "2.1.1.4.1.17"
  territory,   // region "08" > province plate "BO" > comune by Belfiore code "A944"; "EE" > states
               // "Z110"
  language,    // "001" English ...
  language_level,         // CEFR "A1" to "C2"
  education,              // two digits: "40" secondary school diploma ...; 71 to 74 below 70
  contract,               // "A00" permanent ...
  working_mode,           // "FT", "PT" ...
  licence,                // driving licences "02" B ...
  certificate,            // patentini "20" ...
  professional_register,  // registers (albi) "0013" ...
  sector,                 // ATECO 2007: section "J" > "62" > "62.0" > "62.01" > "62.01.00"
  citizenship,            // "000" Italian ...
  employer_size,          // "01" to "05"
  agreement,              // collective agreements (CCNL) "042" ...
  contract_level,         // "1" to "6"
  attestation,            // outcome of a course: "F" attendance ...
  duration_unit,          // "O" hours, "G" days, "M" months, "A" years
  diffusion,              // "01" regional, "02" national, "03" European
  incentive,              // hiring incentives by law and days in force (incentives.h)
  incentive_condition,    // what they ask of a person and of an offer
  skill,                  // what texts name (skills.h): "excel", "haccp"; codes of our own
};
inline constexpr std::size_t table_count = 21;

// A row's place in its table. Rows are in tree order: a node is followed by all its descendants,
// so that a node is the range [row, last]. Fits the 16-bit columns of the blocks.
using CodeIndex = std::uint16_t;
inline constexpr CodeIndex no_code = 0xFFFF;

struct CodeRow {
  std::string_view code;
  std::string_view label;        // Italian, as the official table writes it, in sentence case
  CodeIndex parent = no_code;    // no_code: a root
  CodeIndex last = 0;            // last descendant; the row itself for a leaf
  std::uint8_t level = 0;        // 0 for a root
  std::optional<Date> from, to;  // in force on the days [from, to]; absent: unbounded
};

// One reference table. Immutable; any thread.
class CodeTable {
 public:
  virtual ~CodeTable() = default;
  virtual std::span<const CodeRow> rows() const = 0;
  virtual std::optional<CodeIndex> find(std::string_view code) const = 0;
  // A further column of the table's file ("lat", "cap", "name_other", ...); empty when absent.
  virtual std::string_view extra(CodeIndex row, std::string_view column) const = 0;

  const CodeRow& row(CodeIndex index) const { return rows()[index]; }
  bool known(std::string_view code) const { return find(code).has_value(); }
  bool valid_on(std::string_view code, Date day) const;
  // The label, or the code itself where the table does not know it.
  std::string_view label(std::string_view code) const;
};

// The table, read from the program's own bytes at first use (a few milliseconds).
const CodeTable& code_table(Table table);

// A 64-bit digest of all tables: stored beside whatever holds CodeIndex values, which are worthless
// once a table has changed.
std::uint64_t code_tables_fingerprint();

// A code of one table: distinct types keep a language out of a licence.
template <Table T>
struct CodeOf {
  static constexpr Table table = T;
  std::string value;
  bool empty() const { return value.empty(); }
  std::string_view label() const { return code_table(T).label(value); }
  auto operator<=>(const CodeOf&) const = default;
};

using ProfessionCode = CodeOf<Table::profession>;
using PlaceCode = CodeOf<Table::territory>;
using LanguageCode = CodeOf<Table::language>;
using LanguageLevel = CodeOf<Table::language_level>;
using EducationCode = CodeOf<Table::education>;
using ContractCode = CodeOf<Table::contract>;
using WorkingModeCode = CodeOf<Table::working_mode>;
using LicenceCode = CodeOf<Table::licence>;
using CertificateCode = CodeOf<Table::certificate>;
using RegisterCode = CodeOf<Table::professional_register>;
using SectorCode = CodeOf<Table::sector>;
using CitizenshipCode = CodeOf<Table::citizenship>;
using EmployerSizeCode = CodeOf<Table::employer_size>;
using AgreementCode = CodeOf<Table::agreement>;
using ContractLevelCode = CodeOf<Table::contract_level>;
using AttestationCode = CodeOf<Table::attestation>;
using DurationUnitCode = CodeOf<Table::duration_unit>;
using DiffusionCode = CodeOf<Table::diffusion>;

}  // namespace incontro
