#pragma once

#include <incontro/finding.h>

#include <string>
#include <string_view>

#include "xml/xml_reader.h"

namespace incontro {

// Puts a rule's remark on the line of its element.
class Report {
 public:
  Report(const Element& root, Findings& findings) : root_(root), findings_(findings) {}

  // The rule whose remarks follow.
  void begin(const char* rule, Grade grade) {
    rule_ = rule;
    grade_ = grade;
  }
  // `path` below the root; "Lingue[2]" is the third of that name (plain: the first). Where the
  // element is absent the line is that of its nearest ancestor.
  void operator()(std::string_view path, std::string reason);

 private:
  const Element& root_;
  Findings& findings_;
  const char* rule_ = "";
  Grade grade_ = Grade::blocking;
};

// "EsperienzeLavorative[3]" and the like.
std::string nth(std::string_view name, std::size_t index);

}  // namespace incontro
