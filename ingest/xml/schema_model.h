#pragma once

#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace incontro {

// What a schema of data/schemas says, for explaining errors; libxml2 alone decides what is valid.
// The schemas are written for this: named types only, flat sequences, no name twice in a sequence.
struct Particle {
  std::string name;
  std::string type;  // without prefix; "date" and "dateTime" are those of XML Schema
  std::size_t min = 1;
  std::size_t max = 1;

  static constexpr std::size_t unbounded = std::numeric_limits<std::size_t>::max();
};

struct ElementGroup {  // a complexType
  std::vector<Particle> particles;
  std::optional<std::size_t> index_of(std::string_view name) const;
};

struct ValueType {      // a simpleType
  std::string meaning;  // Italian noun phrase: "un CAP di cinque cifre"
};

struct SchemaModel {
  std::string target_namespace;
  std::string root;
  std::string root_type;
  std::map<std::string, ElementGroup, std::less<>> groups;
  std::map<std::string, ValueType, std::less<>> values;

  const ElementGroup* group(std::string_view type) const;  // null for a simple type
  std::string_view meaning(std::string_view type) const;
};

// REQUIRES: one of our own schemas.
SchemaModel read_schema_model(std::string_view xsd);

}  // namespace incontro
