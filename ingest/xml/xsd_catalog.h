#pragma once

#include <incontro/finding.h>

#include <memory>
#include <string>
#include <string_view>

#include "xml/compiled_schema.h"
#include "xml/schema_model.h"
#include "xml/xml_reader.h"

namespace incontro {

enum class DocumentKind { cv, vacancy, message };

// One revision of the standard. Immutable; any thread.
struct SchemaRevision {
  DocumentKind kind;
  std::string title;  // "Ricerca personale Rev.064"
  SchemaModel model;
  std::unique_ptr<CompiledSchema> schema;
};

// The revision that rules this document: by its root, and for a vacancy by the presence of
// AltreInformazioni. Null with a blocking finding where the root is none of ours.
const SchemaRevision* revision_of(const XmlDocument& document, Findings& findings);

// True where the document is valid; else each bad element is a blocking finding, by line, at most
// finding_limit of them. Takes blanks around dates away; the tree of an invalid document is changed
// and good for nothing after.
bool check_schema(XmlDocument& document, const SchemaRevision& revision, Findings& findings);

}  // namespace incontro
