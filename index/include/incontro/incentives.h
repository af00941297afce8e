#pragma once

#include <incontro/codes.h>
#include <incontro/fields.h>
#include <incontro/record.h>

#include <cstdint>
#include <string_view>
#include <vector>

// Hiring incentives: which reliefs the law gives to whoever hires a person. The rules are rows of
// Table::incentive, each in force on the days [from, to] of its row, with columns of their own:
// `law`, `conditions` (codes of Table::incentive_condition), `note` (what the relief is worth) and
// `source`. What a condition asks is read from declared fields alone, never from free text; reliefs
// for disability or health (L. 68/1999) are no rules here, because nothing may be read about them.
//
// Age and sex decide some of them. So nothing here may take part in a score or an order, and what
// is shown is the rule and how sure it is, never the facts that it was read from. A rule's name can
// still tell an age band or the sex: an exception, made openly (privacy.h).
namespace incontro {

enum class IncentiveStatus : std::uint8_t {
  certain,       // the record declares everything that the rule asks of it
  possible,      // what it declares fits; the rule asks for more, which no field tells
  undetermined,  // a field that the rule reads says nothing
};
inline constexpr std::size_t incentive_status_count = 3;

// One rule as it holds for a record, a person and an offer, on a day. Its texts are Italian labels
// of Table::incentive_condition, which live as long as the program.
struct Incentive {
  CodeIndex rule = no_code;  // row of Table::incentive
  IncentiveStatus status = IncentiveStatus::undetermined;
  std::vector<std::string_view> missing;   // what keeps it from being certain
  std::vector<std::string_view> of_offer;  // of a CV alone: what the offer must be like
  bool operator==(const Incentive&) const = default;
};

// The rules that the record's declared facts do not exclude, the surest first, then as in the
// table. A record is judged on `day`, but not before its publication and not later than
// incentive_days after it: by then what it declares is too old to count on.
//
// Of a CV it is the person's side that is judged. Of a vacancy it is what the offer opens: at most
// possible, because the law looks at who is hired. Of both: the hiring of this person for this
// offer on that very day; what the offer leaves open is missing too. REQUIRES: the stored record,
// not its public view, which has no birth date and no sex. Microseconds; any thread.
std::vector<Incentive> incentives_of(const Cv& cv, Date day);
std::vector<Incentive> incentives_of(const Vacancy& vacancy, Date day);
std::vector<Incentive> incentives_of(const Cv& cv, const Vacancy& vacancy, Date day);
std::vector<Incentive> incentives_of(const Record& record, Date day);

// The longest validity of a record that a region uses (lifecycle.h).
inline constexpr int incentive_days = 365;

// The values of the field `incentive`: a root for each status ("certo", "possibile",
// "non-determinabile"), below it every rule ("certo.apprendistato-2011").
const FieldDomain& incentive_domain();
CodeIndex incentive_value(IncentiveStatus status);
CodeIndex incentive_value(IncentiveStatus status, CodeIndex rule);

// For every day what incentives_of(record, day) finds, as values that hold on stretches of days. A
// value's stretches neither meet nor overlap.
void read_incentives(const Record& record, std::vector<DatedValue>& values);

}  // namespace incontro
