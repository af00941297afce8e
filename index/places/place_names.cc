#include <incontro/places.h>

namespace incontro {
namespace {

const CodeTable& territory() { return code_table(Table::territory); }

}  // namespace

PlaceKind kind_of(CodeIndex territory_row) {
  const std::string_view kind = territory().extra(territory_row, "kind");
  if (kind == "comune") return PlaceKind::comune;
  if (kind == "former") return PlaceKind::former;
  if (kind == "region") return PlaceKind::region;
  if (kind == "province") return PlaceKind::province;
  return PlaceKind::state;
}

PlaceNames names_of(std::string_view place_code) {
  PlaceNames names;
  names.place = place_code;
  auto row = territory().find(place_code);
  if (!row) return names;
  names.place = territory().row(*row).label;
  for (; *row != no_code; row = territory().row(*row).parent) {
    const CodeRow& node = territory().row(*row);
    if (node.code == "EE") names.abroad = true;
    if (kind_of(*row) == PlaceKind::province) {
      names.province = node.label;
      names.province_code = node.code;
    }
    if (kind_of(*row) == PlaceKind::region) {
      names.region = node.label;
      names.region_code = node.code;
    }
  }
  return names;
}

std::string place_label(std::string_view place_code) {
  const PlaceNames names = names_of(place_code);
  std::string label(names.place);
  if (!names.province_code.empty() && names.province_code != place_code)
    label.append(" (").append(names.province_code).append(")");
  return label;
}

}  // namespace incontro
