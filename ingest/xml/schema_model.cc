#include "xml/schema_model.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>

#include "xml/xml_reader.h"

namespace incontro {
namespace {

std::string attribute(xmlNode* node, const char* name) {
  std::string value;
  if (xmlChar* raw = xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name))) {
    value = reinterpret_cast<const char*>(raw);
    xmlFree(raw);
  }
  return value;
}

std::string without_prefix(const std::string& name) { return name.substr(name.find(':') + 1); }

bool is(const xmlNode* node, std::string_view name) {
  return node->type == XML_ELEMENT_NODE && reinterpret_cast<const char*>(node->name) == name;
}

template <class F>
void each_child(xmlNode* node, std::string_view name, F&& f) {
  for (xmlNode* c = node->children; c != nullptr; c = c->next)
    if (is(c, name)) f(c);
}

Particle read_particle(xmlNode* node) {
  Particle p;
  p.name = attribute(node, "name");
  p.type = without_prefix(attribute(node, "type"));
  if (attribute(node, "minOccurs") == "0") p.min = 0;
  if (attribute(node, "maxOccurs") == "unbounded") p.max = Particle::unbounded;
  return p;
}

}  // namespace

std::optional<std::size_t> ElementGroup::index_of(std::string_view name) const {
  for (std::size_t i = 0; i < particles.size(); ++i)
    if (particles[i].name == name) return i;
  return std::nullopt;
}

const ElementGroup* SchemaModel::group(std::string_view type) const {
  const auto found = groups.find(type);
  return found == groups.end() ? nullptr : &found->second;
}

std::string_view SchemaModel::meaning(std::string_view type) const {
  if (type == "date") return "una data nella forma AAAA-MM-GG";
  if (type == "dateTime") return "una data con ora nella forma AAAA-MM-GGThh:mm:ss";
  const auto found = values.find(type);
  return found == values.end() ? std::string_view() : std::string_view(found->second.meaning);
}

SchemaModel read_schema_model(std::string_view xsd) {
  prepare_xml_library();
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> doc(
      xmlReadMemory(xsd.data(), static_cast<int>(xsd.size()), nullptr, nullptr, XML_PARSE_NONET),
      xmlFreeDoc);
  SchemaModel model;
  if (!doc) return model;
  xmlNode* schema = xmlDocGetRootElement(doc.get());
  model.target_namespace = attribute(schema, "targetNamespace");
  each_child(schema, "element", [&](xmlNode* e) {
    model.root = attribute(e, "name");
    model.root_type = without_prefix(attribute(e, "type"));
  });
  each_child(schema, "complexType", [&](xmlNode* type) {
    ElementGroup& group = model.groups[attribute(type, "name")];
    each_child(type, "sequence", [&](xmlNode* sequence) {
      each_child(sequence, "element",
                 [&](xmlNode* e) { group.particles.push_back(read_particle(e)); });
    });
  });
  each_child(schema, "simpleType", [&](xmlNode* type) {
    ValueType& value = model.values[attribute(type, "name")];
    each_child(type, "annotation", [&](xmlNode* annotation) {
      each_child(annotation, "documentation", [&](xmlNode* text) {
        xmlChar* content = xmlNodeGetContent(text);
        value.meaning = reinterpret_cast<const char*>(content);
        xmlFree(content);
      });
    });
  });
  return model;
}

}  // namespace incontro
