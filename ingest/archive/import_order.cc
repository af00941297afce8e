#include "archive/import_order.h"

#include <map>

namespace incontro {

ImportOrder import_order(const std::vector<OrderedRecord>& records) {
  std::map<RecordCode, std::size_t> by_code;
  for (std::size_t i = 0; i < records.size(); ++i) by_code.emplace(records[i].code, i);

  constexpr auto none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> before(records.size(), none);
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto found = by_code.find(RecordCode{records[i].code.collection, records[i].predecessor});
    if (found != by_code.end()) before[i] = found->second;
  }

  // Each record has at most one predecessor: follow the chain back to one that is settled.
  enum class Mark : char { fresh, on_chain, placed, stuck };
  std::vector<Mark> marks(records.size(), Mark::fresh);
  ImportOrder result;
  for (std::size_t i = 0; i < records.size(); ++i) {
    std::vector<std::size_t> chain;
    std::size_t at = i;
    for (; at != none && marks[at] == Mark::fresh; at = before[at]) {
      marks[at] = Mark::on_chain;
      chain.push_back(at);
    }
    const bool circle = at != none && marks[at] != Mark::placed;
    for (; !chain.empty(); chain.pop_back()) {
      marks[chain.back()] = circle ? Mark::stuck : Mark::placed;
      if (!circle) result.order.push_back(chain.back());
    }
  }
  for (std::size_t i = 0; i < records.size(); ++i)
    if (marks[i] == Mark::stuck) result.stuck.push_back(i);
  return result;
}

}  // namespace incontro
