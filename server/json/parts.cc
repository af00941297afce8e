#include "json/parts.h"

#include <incontro/places.h>

namespace incontro::json {

object coded(std::string_view code, std::string_view label) {
  return {{"code", text_of(code)}, {"label", text_of(label)}};
}

void put(object& to, std::string_view key, std::string_view text) {
  if (!text.empty()) to[text_of(key)] = text_of(text);
}

void put(object& to, std::string_view key, std::optional<bool> flag) {
  if (flag) to[text_of(key)] = *flag;
}

void put(object& to, std::string_view key, std::optional<Date> date) {
  if (date) put(to, key, std::string_view(format_date(*date)));
}

void put(object& to, std::string_view key, object part) {
  if (!part.empty()) to[text_of(key)] = std::move(part);
}

void put(object& to, std::string_view key, array part) {
  if (!part.empty()) to[text_of(key)] = std::move(part);
}

object place(const PlaceCode& code) {
  if (code.empty()) return {};
  const PlaceNames names = names_of(code.value);
  object out = coded(code.value, names.place);
  if (!names.province.empty()) put(out, "province", coded(names.province_code, names.province));
  if (!names.region.empty()) put(out, "region", coded(names.region_code, names.region));
  return out;
}

object contacts(const Contacts& contacts) {
  object out;
  put(out, "address", contacts.address);
  put(out, "telephone", contacts.telephone);
  put(out, "mobile", contacts.mobile);
  put(out, "fax", contacts.fax);
  put(out, "email", contacts.email);
  return out;
}

object intermediary(const Intermediary& intermediary) {
  object out;
  put(out, "code", intermediary.code);
  put(out, "name", intermediary.name);
  put(out, "place", place(intermediary.place));
  put(out, "postcode", intermediary.postcode);
  put(out, "contacts", contacts(intermediary.contacts));
  return out;
}

std::string_view name_of(IncentiveStatus status) {
  return incentive_domain().code(incentive_value(status));
}

array incentives(const std::vector<Incentive>& incentives) {
  const CodeTable& rules = code_table(Table::incentive);
  const auto put_texts = [](object& to, std::string_view key,
                            const std::vector<std::string_view>& texts) {
    array list;
    for (const std::string_view text : texts) list.push_back(value(text_of(text)));
    put(to, key, std::move(list));
  };
  array list;
  for (const Incentive& one : incentives) {
    object out;
    put(out, "rule", rules.row(one.rule).code);
    put(out, "label", rules.row(one.rule).label);
    put(out, "law", rules.extra(one.rule, "law"));
    put(out, "note", rules.extra(one.rule, "note"));
    put(out, "status", name_of(one.status));
    put_texts(out, "missing", one.missing);
    put_texts(out, "offer", one.of_offer);
    list.push_back(std::move(out));
  }
  return list;
}

}  // namespace incontro::json
