#include "pages/places.h"

#include <incontro/analyzer.h>

#include <algorithm>

#include "http/ascii.h"

namespace incontro::server {
namespace {

const CodeTable& territory() { return code_table(Table::territory); }

// Kinds of place, the likeliest meaning of a bare name first.
enum class PlaceKind { region, comune, province, state };

PlaceKind kind_of(CodeIndex row) {
  const std::string_view kind = territory().extra(row, "kind");
  if (kind == "comune") return PlaceKind::comune;
  if (kind == "region") return PlaceKind::region;
  if (kind == "province") return PlaceKind::province;
  return PlaceKind::state;
}

// Words without case, accents and punctuation.
std::string key_of(const Analyzer& analyzer, std::string_view name) {
  std::string key;
  for (const Token& token : analyzer.analyze(name)) {
    if (!key.empty()) key += ' ';
    key += token.word;
  }
  return key;
}

}  // namespace

PlaceNames names_of(std::string_view place_code) {
  PlaceNames names;
  names.place = place_code;
  auto row = territory().find(place_code);
  if (!row) return names;
  names.place = territory().row(*row).label;
  for (; *row != no_code; row = territory().row(*row).parent) {
    const CodeRow& node = territory().row(*row);
    const PlaceKind kind = kind_of(*row);
    if (node.code == "EE") names.abroad = true;
    if (kind == PlaceKind::province) {
      names.province = node.label;
      names.province_code = node.code;
    }
    if (kind == PlaceKind::region) {
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

Places::Places(const Texts& texts) : texts_(texts) {
  const Analyzer analyzer;
  const auto rows = territory().rows();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto row = static_cast<CodeIndex>(i);
    const auto know_as = [&](std::string_view name) {
      if (const std::string key = key_of(analyzer, name); !key.empty()) {
        auto& known = by_name_[key];
        if (std::ranges::find(known, row) == known.end()) known.push_back(row);
      }
    };
    if (rows[i].to) continue;  // a comune that is no more
    know_as(rows[i].label);
    know_as(territory().extra(row, "name_other"));
    if (kind_of(row) == PlaceKind::comune) know_as(place_label(rows[i].code));
    if (kind_of(row) == PlaceKind::province) {
      know_as(rows[i].code);
      know_as(texts.format("place.province", {{"name", rows[i].label}}));
    }
  }
}

std::vector<std::string> Places::find(std::string_view typed) const {
  static const Analyzer analyzer;
  const auto found = by_name_.find(key_of(analyzer, typed));
  if (found == by_name_.end()) return {};
  const auto likeliest = std::ranges::min(found->second, {}, kind_of);
  std::vector<std::string> codes;
  for (const CodeIndex row : found->second)
    if (kind_of(row) == kind_of(likeliest)) codes.emplace_back(territory().row(row).code);
  return codes;
}

std::string Places::box_text(std::string_view code) const {
  const auto row = territory().find(code);
  if (!row) return {};
  const std::string_view label = territory().row(*row).label;
  for (const std::string& text :
       {std::string(label), place_label(code), texts_.format("place.province", {{"name", label}})})
    if (find(text) == std::vector<std::string>{std::string(code)}) return text;
  return {};
}

}  // namespace incontro::server
