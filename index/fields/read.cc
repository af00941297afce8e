#include "fields/read.h"

namespace incontro {

const FieldDomain& flag_domain() {
  static constexpr CodeRow rows[] = {
      {.code = "SI", .label = "Sì", .last = 0, .from = {}, .to = {}},
      {.code = "NO", .label = "No", .last = 1, .from = {}, .to = {}},
  };
  static const FieldDomain domain{std::span<const CodeRow>(rows)};
  return domain;
}

const FieldDomain& age_domain() {
  static constexpr CodeRow rows[] = {
      {.code = "1", .label = "Oggi", .last = 0, .from = {}, .to = {}},
      {.code = "3", .label = "Ultimi 3 giorni", .last = 1, .from = {}, .to = {}},
      {.code = "7", .label = "Ultimi 7 giorni", .last = 2, .from = {}, .to = {}},
      {.code = "14", .label = "Ultimi 14 giorni", .last = 3, .from = {}, .to = {}},
      {.code = "31", .label = "Ultimi 31 giorni", .last = 4, .from = {}, .to = {}},
  };
  static_assert(std::size(rows) == std::size(age_buckets));
  static const FieldDomain domain{std::span<const CodeRow>(rows)};
  return domain;
}

bool is_abroad(const PlaceCode& place) {
  const CodeTable& territory = code_table(Table::territory);
  const auto abroad = territory.find("EE");
  const auto row = territory.find(place.value);
  return abroad && row && *row > *abroad && *row <= territory.row(*abroad).last;
}

bool given_to_europe(const Cv& cv) { return cv.diffusion.value == "03"; }

void read_nothing(const Record&, std::vector<CodeIndex>&) {}

}  // namespace incontro
