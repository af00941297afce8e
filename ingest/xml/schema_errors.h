#pragma once

#include <incontro/finding.h>

#include <string>
#include <vector>

#include "xml/schema_model.h"

struct _xmlError;
struct _xmlNode;

namespace incontro {

// Gathers what is wrong with one document and says it in Italian: where, what was expected, never
// what was found. Nodes carry the name of their type in their _private field while it works.
class SchemaErrors {
 public:
  explicit SchemaErrors(const SchemaModel& model) : model_(model) {}
  ~SchemaErrors();
  SchemaErrors(const SchemaErrors&) = delete;
  SchemaErrors& operator=(const SchemaErrors&) = delete;

  bool empty() const { return count_ == 0; }

  // xsi:type and xsi:nil: the standard has no use for them, and type names are our own.
  void refuse_type_overrides(_xmlNode* root);
  // A child that departs from the order of its parent; it may be unlinked already.
  void add(const _xmlNode* parent, const _xmlNode* child, const char* rule, std::string reason);
  void add_missing(const _xmlNode* parent, const std::string& name, std::string reason);
  // An error of the validator.
  void add(const _xmlError& error);

  void note_type(_xmlNode* node, const std::string& type);
  void silence(_xmlNode* node);  // a placeholder: nothing below it is reported
  void retire(_xmlNode* node);   // takes an unlinked node to free it at the end

  void move_to(Findings& findings);  // in the order of lines

 private:
  void put(Finding finding);
  std::string value_reason(const _xmlNode* node, int code) const;

  const SchemaModel& model_;
  Findings findings_;
  std::size_t count_ = 0;
  const _xmlNode* last_value_ = nullptr;  // the validator tells a bad value twice or more
  std::vector<_xmlNode*> retired_;
};

}  // namespace incontro
