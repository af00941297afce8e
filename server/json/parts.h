#pragma once

#include <incontro/codes.h>
#include <incontro/incentives.h>
#include <incontro/record.h>

#include <boost/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

// Pieces that several answers share. What is not stated is left out.
namespace incontro::json {

using boost::json::array;
using boost::json::object;
using boost::json::value;

inline boost::json::string_view text_of(std::string_view text) {
  return {text.data(), text.size()};
}

object coded(std::string_view code, std::string_view label);
void put(object& to, std::string_view key, std::string_view text);
void put(object& to, std::string_view key, std::optional<bool> flag);
void put(object& to, std::string_view key, std::optional<Date> date);
void put(object& to, std::string_view key, object part);  // left out when empty
void put(object& to, std::string_view key, array part);   // left out when empty

template <Table T>
void put(object& to, std::string_view key, const CodeOf<T>& code) {
  if (!code.empty()) put(to, key, coded(code.value, code.label()));
}

template <Table T>
void put(object& to, std::string_view key, const std::vector<CodeOf<T>>& codes) {
  array list;
  for (const CodeOf<T>& code : codes) list.push_back(coded(code.value, code.label()));
  put(to, key, std::move(list));
}

// {"code", "label", "province": {...}, "region": {...}}; of a foreign state only code and label.
object place(const PlaceCode& code);
object contacts(const Contacts& contacts);
object intermediary(const Intermediary& intermediary);
// "certo", "possibile" or "non-determinabile".
std::string_view name_of(IncentiveStatus status);
// [{"rule", "label", "law", "note", "status", "missing": [...], "offer": [...]}], the surest first.
array incentives(const std::vector<Incentive>& incentives);

}  // namespace incontro::json
