#pragma once

#include <incontro/codes.h>
#include <incontro/date.h>
#include <incontro/finding.h>
#include <incontro/record.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decode/blank_text.h"
#include "xml/xml_reader.h"

namespace incontro {

// Fills a record from a valid tree, along a shape (shape_cv.h ...). Its twin is FieldWriter: both
// offer the same functions, so that one shape serves both directions.
class FieldReader {
 public:
  FieldReader(const Element& root, Findings& findings)
      : here_(&root), path_(root.name), findings_(findings) {}

  // An element with children; `stated` tells the writer whether an optional one is there.
  template <class F>
  void group(std::string_view name, F&& f, bool stated = true) {
    static_cast<void>(stated);
    if (const Element* child = here_->child(name)) inside(*child, f);
  }
  // A repeated element with children.
  template <class T, class F>
  void each(std::string_view name, std::vector<T>& items, F&& f) {
    for (const Element& child : here_->children)
      if (child.name == name) inside(child, [&] { f(items.emplace_back()); });
  }

  // An optional text of blanks alone is as if it were not there.
  void text(std::string_view name, std::string& value) {
    const Element* child = here_->child(name);
    if (child != nullptr && !is_blank_text(child->text)) value = child->text;
  }
  void required(std::string_view name, std::string& value) { text(name, value); }
  template <Table T>
  void text(std::string_view name, CodeOf<T>& code) {
    text(name, code.value);
  }
  template <Table T>
  void required(std::string_view name, CodeOf<T>& code) {
    text(name, code.value);
  }
  template <Table T>
  void codes(std::string_view name, std::vector<CodeOf<T>>& values) {
    for (const Element& child : here_->children)
      if (child.name == name) values.push_back({child.text});
  }

  void flag(std::string_view name, std::optional<bool>& value) {
    if (const Element* child = here_->child(name)) value = child->text == "SI";
  }
  void kind(std::string_view name, Kind& value) {
    if (const Element* child = here_->child(name))
      value = child->text == "02" ? Kind::close : Kind::publish;
  }
  // Digits only, as the record's comment promises.
  void digits(std::string_view name, std::string& value);
  void number(std::string_view name, int& value);
  void date(std::string_view name, Date& value);
  void date(std::string_view name, std::optional<Date>& value);
  void stamp(std::string_view name, Timestamp& value);

 private:
  template <class F>
  void inside(const Element& child, F&& f) {
    const Element* const parent = here_;
    const std::size_t length = path_.size();
    here_ = &child;
    path_.append("/").append(child.name);
    f();
    here_ = parent;
    path_.resize(length);
  }
  void refuse(const Element& element, const char* rule, const char* reason);

  const Element* here_;
  std::string path_;
  Findings& findings_;
};

}  // namespace incontro
