#include <incontro/json.h>

#include "json/parts.h"

namespace incontro {

std::string to_json(std::span<const ProfessionHit> hits) {
  const CodeTable& table = code_table(Table::profession);
  json::array professions;
  for (const ProfessionHit& hit : hits) {
    const CodeRow& row = table.row(hit.row);
    json::object one = json::coded(row.code, row.label);
    one["score"] = hit.score;
    one["title"] = json::text_of(hit.title);
    one["exact"] = hit.exact;
    professions.push_back(std::move(one));
  }
  return boost::json::serialize(json::object{{"professions", std::move(professions)}});
}

}  // namespace incontro
