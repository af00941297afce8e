#include "xml/compiled_schema.h"

#include <libxml/xmlschemas.h>

namespace incontro {
namespace {

using OnError = std::function<void(const xmlError&)>;

void ignore_error(void*, xmlErrorPtr) {}
void forward_error(void* data, xmlErrorPtr error) { (*static_cast<const OnError*>(data))(*error); }

}  // namespace

Result<std::unique_ptr<CompiledSchema>> CompiledSchema::compile(std::string_view xsd) {
  prepare_xml_library();
  const std::unique_ptr<xmlSchemaParserCtxt, decltype(&xmlSchemaFreeParserCtxt)> parser(
      xmlSchemaNewMemParserCtxt(xsd.data(), static_cast<int>(xsd.size())), xmlSchemaFreeParserCtxt);
  if (!parser) return Error{Code::invalid, "no memory for a schema"};
  xmlSchemaSetParserStructuredErrors(parser.get(), ignore_error, nullptr);
  xmlSchema* schema = xmlSchemaParse(parser.get());
  if (schema == nullptr) return Error{Code::invalid, "the bytes are not an XML schema"};
  return std::unique_ptr<CompiledSchema>(new CompiledSchema(schema));
}

CompiledSchema::~CompiledSchema() { xmlSchemaFree(schema_); }

bool CompiledSchema::valid(const XmlDocument& document) const {
  return validate(document, [](const xmlError&) {});
}

bool CompiledSchema::validate(const XmlDocument& document, const OnError& on_error) const {
  const std::unique_ptr<xmlSchemaValidCtxt, decltype(&xmlSchemaFreeValidCtxt)> context(
      xmlSchemaNewValidCtxt(schema_), xmlSchemaFreeValidCtxt);
  xmlSchemaSetValidStructuredErrors(context.get(), forward_error, const_cast<OnError*>(&on_error));
  return xmlSchemaValidateDoc(context.get(), document.get()) == 0;
}

}  // namespace incontro
