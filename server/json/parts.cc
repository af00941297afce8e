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

}  // namespace incontro::json
