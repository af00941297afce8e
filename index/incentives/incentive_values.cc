#include <incontro/incentives.h>

#include <string>

namespace incontro {
namespace {

// In the order of IncentiveStatus.
constexpr struct {
  std::string_view code, label;
} roots[incentive_status_count] = {
    {"certo", "Certo"}, {"possibile", "Possibile"}, {"non-determinabile", "Non determinabile"}};

std::size_t rule_count() { return code_table(Table::incentive).rows().size(); }

// All rules once below each status.
std::vector<CodeRow> value_rows() {
  const auto rules = code_table(Table::incentive).rows();
  static std::vector<std::string> codes;
  codes.reserve(incentive_status_count * rules.size());
  std::vector<CodeRow> rows;
  for (const auto& root : roots) {
    const auto place = static_cast<CodeIndex>(rows.size());
    rows.push_back({.code = root.code,
                    .label = root.label,
                    .last = static_cast<CodeIndex>(place + rules.size()),
                    .from = {},
                    .to = {}});
    for (const CodeRow& rule : rules) {
      codes.push_back(std::string(root.code) + "." + std::string(rule.code));
      rows.push_back({.code = codes.back(),
                      .label = rule.label,
                      .parent = place,
                      .last = static_cast<CodeIndex>(rows.size()),
                      .level = 1,
                      .from = rule.from,
                      .to = rule.to});
    }
  }
  return rows;
}

}  // namespace

const FieldDomain& incentive_domain() {
  static const std::vector<CodeRow> rows = value_rows();
  static const FieldDomain domain{std::span(rows)};
  return domain;
}

CodeIndex incentive_value(IncentiveStatus status) {
  return static_cast<CodeIndex>(static_cast<std::size_t>(status) * (rule_count() + 1));
}

CodeIndex incentive_value(IncentiveStatus status, CodeIndex rule) {
  return static_cast<CodeIndex>(incentive_value(status) + 1 + rule);
}

}  // namespace incontro
