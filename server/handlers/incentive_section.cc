#include "handlers/incentive_section.h"

#include <fmt/format.h>

#include "handlers/record_rows.h"

namespace incontro::server {
namespace {

std::string_view status_of(const Incentive& incentive) {
  return incentive_domain().label(incentive_value(incentive.status));
}

bool told(const Incentive& incentive) { return incentive.status != IncentiveStatus::undetermined; }

}  // namespace

std::string incentive_badge(const std::vector<Incentive>& incentives, const Texts& texts) {
  if (incentives.empty() || !told(incentives.front())) return {};
  const bool certain = incentives.front().status == IncentiveStatus::certain;
  return texts.get(certain ? "badge.incentive_certain" : "badge.incentive_possible");
}

void add_incentives(RecordPage& page, const std::vector<Incentive>& incentives,
                    const Texts& texts) {
  const CodeTable& rules = code_table(Table::incentive);
  std::vector<RecordBlock> blocks;
  Rows rows(texts);
  for (const Incentive& one : incentives) {
    if (!told(one)) continue;
    rows.add("label.incentive_status", status_of(one))
        .add("label.incentive_law", rules.extra(one.rule, "law"))
        .add("label.incentive_note", rules.extra(one.rule, "note"))
        .add("label.incentive_missing", fmt::format("{}", fmt::join(one.missing, "; ")))
        .add("label.incentive_offer", fmt::format("{}", fmt::join(one.of_offer, "; ")))
        .end_block(rules.row(one.rule).label, blocks);
  }
  std::string others;
  for (const Incentive& one : incentives) {
    if (told(one)) continue;
    others.append(others.empty() ? "" : "; ").append(rules.row(one.rule).label);
    others.append(" (").append(rules.extra(one.rule, "law")).append(")");
  }
  rows.add("label.incentive_undetermined", others).end_block("", blocks);
  if (!blocks.empty())
    add_section(page, "incentivi", texts.get("section.incentives"),
                texts.get("record.incentives_note"), std::move(blocks));
}

}  // namespace incontro::server
