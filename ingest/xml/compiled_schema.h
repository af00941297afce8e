#pragma once

#include <incontro/result.h>

#include <functional>
#include <memory>
#include <string_view>

#include "xml/xml_reader.h"

struct _xmlError;
struct _xmlSchema;

namespace incontro {

// A schema ready for use. Immutable; any thread (each call makes its own validation context).
class CompiledSchema {
 public:
  // invalid: the bytes are not a schema. Only for schemas that we trust.
  static Result<std::unique_ptr<CompiledSchema>> compile(std::string_view xsd);
  ~CompiledSchema();

  bool valid(const XmlDocument& document) const;
  // The same, telling each error as libxml2 meets it.
  bool validate(const XmlDocument& document,
                const std::function<void(const _xmlError&)>& on_error) const;

 private:
  explicit CompiledSchema(_xmlSchema* schema) : schema_(schema) {}
  _xmlSchema* schema_;
};

}  // namespace incontro
