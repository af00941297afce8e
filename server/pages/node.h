#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>

namespace incontro::server {

// What a template is filled with. Wraps the template library's data so that a section over an empty
// text, like one over `false` or an empty list, is skipped and never falls through to a value of
// the same name further out: every name that a template uses must be set.
class Node {
 public:
  using Data = kainjow::mustache::data;

  Node& set(const std::string& name, std::string_view text) {
    data_.set(name, text.empty() ? Data(Data::type::bool_false) : Data(std::string(text)));
    return *this;
  }
  Node& set(const std::string& name, const char* text) { return set(name, std::string_view(text)); }
  Node& set(const std::string& name, bool flag) {
    data_.set(name, Data(flag ? Data::type::bool_true : Data::type::bool_false));
    return *this;
  }
  Node& set(const std::string& name, Node node) {
    data_.set(name, std::move(node.data_));
    return *this;
  }
  // One node for each of `items`.
  template <class Items, class ToNode>
  Node& list(const std::string& name, const Items& items, ToNode&& to_node) {
    Data all(Data::type::list);
    for (const auto& item : items) all.push_back(to_node(item).data_);
    data_.set(name, std::move(all));
    return *this;
  }
  const Data& data() const { return data_; }

 private:
  Data data_;
};

}  // namespace incontro::server
