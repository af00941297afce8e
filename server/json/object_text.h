#pragma once

#include <string>
#include <string_view>

#include "json/parts.h"

namespace incontro::json {

// An object written member by member, for numbers that must come out digit for digit: the library
// has only its own way of writing them.
class ObjectText {
 public:
  ObjectText& add(std::string_view key, const value& part) {
    return add_json(key, boost::json::serialize(part));
  }
  ObjectText& add_json(std::string_view key, std::string_view json) {
    text_ += text_.size() > 1 ? "," : "";
    text_.append(boost::json::serialize(value(text_of(key)))).append(":").append(json);
    return *this;
  }
  std::string text() const { return text_ + "}"; }

 private:
  std::string text_ = "{";
};

// One text an item, as an array.
template <class Items, class ToText>
std::string array_text(const Items& items, ToText&& to_text) {
  std::string all = "[";
  for (const auto& item : items) all.append(all.size() > 1 ? "," : "").append(to_text(item));
  return all + "]";
}

}  // namespace incontro::json
