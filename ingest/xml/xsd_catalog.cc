#include "xml/xsd_catalog.h"

#include <incontro/assert.h>
#include <libxml/tree.h>

#include "ingest_schema.h"

namespace incontro {
namespace {

struct CatalogRow {
  DocumentKind kind;
  const char* title;
  const char* file;
  bool with_other_information;  // AltreInformazioni is mandatory in it
};
// To add a revision, add its file to data/schemas and name it here and in CMakeLists.txt.
constexpr CatalogRow rows[] = {
    {DocumentKind::cv, "Candidatura Rev.038", "candidatura-rev038.xsd", false},
    {DocumentKind::vacancy, "Ricerca personale Rev.038", "vacancy-rev038.xsd", false},
    {DocumentKind::vacancy, "Ricerca personale Rev.064", "vacancy-rev064.xsd", true},
    {DocumentKind::message, "Messaggio Rev.038", "messaggio-rev038.xsd", false},
};

std::vector<SchemaRevision> compile_all() {
  std::vector<SchemaRevision> revisions;
  for (const CatalogRow& row : rows) {
    const std::string_view xsd = ingest_schema(row.file);
    auto compiled = CompiledSchema::compile(xsd);
    INCONTRO_ASSERT(compiled && "an embedded schema does not compile");
    revisions.push_back({row.kind, row.title, read_schema_model(xsd), std::move(*compiled)});
  }
  return revisions;
}

std::string_view text_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

bool has_other_information(const xmlNode* root) {
  for (const xmlNode* c = root->children; c != nullptr; c = c->next)
    if (c->type == XML_ELEMENT_NODE && text_of(c->name) == "AltreInformazioni") return true;
  return false;
}

}  // namespace

const SchemaRevision* revision_of(const XmlDocument& document, Findings& findings) {
  static const std::vector<SchemaRevision> revisions = compile_all();
  const xmlNode* root = xmlDocGetRootElement(document.get());
  const std::string_view name = text_of(root->name);
  const std::string_view space = text_of(root->ns == nullptr ? nullptr : root->ns->href);
  bool name_known = false;
  for (std::size_t i = 0; i < revisions.size(); ++i) {
    if (revisions[i].model.root != name) continue;
    name_known = true;
    if (revisions[i].model.target_namespace != space) continue;
    if (revisions[i].kind == DocumentKind::vacancy &&
        rows[i].with_other_information != has_other_information(root))
      continue;
    return &revisions[i];
  }
  const auto line = static_cast<std::size_t>(std::max(0L, xmlGetLineNo(root)));
  findings.push_back(
      {Grade::blocking, "schema.root", line, "",
       name_known ? "Il namespace del documento non è quello dello standard: si attende "
                    "http://servizi.lavoro.gov.it/ seguito da candidatura, vacancy o messaggio."
                  : "Il documento non è dello standard: la radice deve essere Candidatura, Vacancy "
                    "o Messaggio."});
  return nullptr;
}

}  // namespace incontro
