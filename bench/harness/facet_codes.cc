#include "harness/facet_codes.h"

#include <algorithm>

#include "corpus.h"

namespace incontro::bench {
namespace {

CodeIndex root_of(const FieldDomain& domain, CodeIndex value) {
  while (domain.parent(value) != no_code) value = domain.parent(value);
  return value;
}

}  // namespace

std::vector<std::string_view> facet_codes(const Document& document, std::size_t field) {
  const Field& row = fields_of(Collection::vacancies)[field];
  std::vector<std::string_view> codes;
  if (row.kind == FieldKind::age) {
    const auto age = (bench_day - document.published).count();
    for (std::size_t i = 0; i < std::size(age_buckets); ++i)
      if (age < age_buckets[i]) codes.push_back(row.domain->code(static_cast<CodeIndex>(i)));
  } else {
    std::vector<CodeIndex> values = document.values[field];
    if (row.dated())
      for (const DatedValue& dated : document.dated)
        if (dated.holds_on(day_of(bench_day))) values.push_back(dated.value);
    for (CodeIndex value : values) {
      if (row.kind == FieldKind::tree) value = root_of(*row.domain, value);
      if (const auto code = row.domain->code(value); std::ranges::find(codes, code) == codes.end())
        codes.push_back(code);
    }
  }
  if (codes.empty()) codes.push_back(row.domain->code(row.domain->unstated()));
  return codes;
}

}  // namespace incontro::bench
