#include "xml/xml_reader.h"

#include <libxml/SAX2.h>
#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlIO.h>

#include <algorithm>
#include <mutex>

#include "xml/encoding.h"
#include "xml/limits.h"
#include "xml/xml_guard.h"

namespace incontro {
namespace {

// What the guards saw during one parse; reached through the context's _private.
struct Watch {
  std::size_t elements = 0;
  std::size_t depth = 0;
  Findings* findings = nullptr;

  void refuse(xmlParserCtxt* context, const char* rule, const char* reason) {
    if (findings->empty())
      findings->push_back({Grade::blocking, rule,
                           static_cast<std::size_t>(std::max(0, xmlSAX2GetLineNumber(context))), "",
                           reason});
    xmlStopParser(context);
  }
};

xmlParserCtxt* context_of(void* data) { return static_cast<xmlParserCtxt*>(data); }
Watch& watch_of(void* data) { return *static_cast<Watch*>(context_of(data)->_private); }

void on_start(void* data, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri,
              int namespaces_count, const xmlChar** namespaces, int attributes_count,
              int defaulted_count, const xmlChar** attributes) {
  Watch& watch = watch_of(data);
  if (++watch.elements > element_limit)
    return watch.refuse(context_of(data), "xml.elements", "Il file ha troppi elementi.");
  if (++watch.depth > depth_limit)
    return watch.refuse(context_of(data), "xml.depth",
                        "Gli elementi sono annidati oltre 64 livelli.");
  if (static_cast<std::size_t>(attributes_count) + static_cast<std::size_t>(namespaces_count) >
      attribute_limit)
    return watch.refuse(context_of(data), "xml.attributes", "Un elemento ha più di 64 attributi.");
  xmlSAX2StartElementNs(data, name, prefix, uri, namespaces_count, namespaces, attributes_count,
                        defaulted_count, attributes);
}

void on_end(void* data, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri) {
  --watch_of(data).depth;
  xmlSAX2EndElementNs(data, name, prefix, uri);
}

void on_subset(void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
  watch_of(data).refuse(context_of(data), "xml.doctype",
                        "Il file contiene una dichiarazione DOCTYPE: va tolta.");
}

void on_error(void* data, xmlErrorPtr error) {
  if (data == nullptr || error->level < XML_ERR_ERROR) return;
  Findings& findings = *watch_of(data).findings;
  if (!findings.empty()) return;
  const char* reason = "Il file non è XML ben formato";
  switch (error->code) {
    case XML_ERR_TAG_NAME_MISMATCH:
      reason = "Un'etichetta di chiusura non corrisponde a quella di apertura";
      break;
    case XML_ERR_DOCUMENT_EMPTY:
      reason = "Il file non contiene XML";
      break;
    case XML_ERR_DOCUMENT_END:
      reason = "C'è altro contenuto dopo la fine del documento";
      break;
    case XML_ERR_INVALID_CHAR:
      reason = "Il file contiene un carattere non ammesso in XML";
      break;
    case XML_ERR_TAG_NOT_FINISHED:
      reason = "Il file è troncato: manca la chiusura di un elemento";
      break;
    case XML_ERR_ATTRIBUTE_REDEFINED:
      reason = "Un attributo è ripetuto nello stesso elemento";
      break;
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      reason = "Un prefisso di namespace non è dichiarato";
      break;
    default:
      break;
  }
  findings.push_back({Grade::blocking, "xml.malformed",
                      static_cast<std::size_t>(std::max(0, error->line)), "",
                      std::string(reason) + "."});
}

xmlParserInputPtr deny_external(const char*, const char*, xmlParserCtxtPtr) { return nullptr; }

struct FreeContext {
  void operator()(xmlParserCtxt* context) const {
    if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
  }
};

xmlSAXHandler guarded_handler() {
  xmlSAXHandler sax{};
  xmlSAXVersion(&sax, 2);
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.internalSubset = on_subset;
  sax.externalSubset = on_subset;
  sax.serror = on_error;
  sax.warning = nullptr;
  sax.error = nullptr;
  sax.fatalError = nullptr;
  return sax;
}

void append_tree(const xmlNode* node, Element& out) {
  out.name = reinterpret_cast<const char*>(node->name);
  out.line = static_cast<std::size_t>(std::max(0L, xmlGetLineNo(node)));
  std::size_t elements = 0;
  for (const xmlNode* c = node->children; c != nullptr; c = c->next)
    elements += c->type == XML_ELEMENT_NODE;
  out.children.reserve(elements);
  for (const xmlNode* c = node->children; c != nullptr; c = c->next) {
    if (c->type == XML_ELEMENT_NODE)
      append_tree(c, out.children.emplace_back());
    else if (elements == 0 && (c->type == XML_TEXT_NODE || c->type == XML_CDATA_SECTION_NODE) &&
             c->content != nullptr)
      out.text += reinterpret_cast<const char*>(c->content);
  }
}

}  // namespace

const Element* Element::child(std::string_view wanted) const {
  for (const Element& c : children)
    if (c.name == wanted) return &c;
  return nullptr;
}

XmlDocument::~XmlDocument() { xmlFreeDoc(doc_); }

Element XmlDocument::tree() const {
  Element root;
  append_tree(xmlDocGetRootElement(doc_), root);
  return root;
}

void prepare_xml_library() {
  static std::once_flag once;
  std::call_once(once, [] {
    xmlInitParser();
    xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
    xmlSetExternalEntityLoader(deny_external);
  });
}

std::unique_ptr<XmlDocument> read_xml(std::string_view bytes, Findings& findings) {
  if (bytes.empty()) {
    findings.push_back({Grade::blocking, "xml.empty", 0, "", "Il file è vuoto."});
    return nullptr;
  }
  if (bytes.size() > document_limit_bytes) {
    findings.push_back({Grade::blocking, "xml.size", 0, "", "Il file supera i 4 MiB."});
    return nullptr;
  }
  const std::optional<std::string> text = decode_to_utf8(bytes, findings);
  if (!text || !passes_guard(*text, findings)) return nullptr;
  return parse_guarded(*text, findings);
}

std::unique_ptr<XmlDocument> parse_guarded(std::string_view text, Findings& findings) {
  prepare_xml_library();
  static const xmlSAXHandler handler = guarded_handler();
  xmlSAXHandler sax = handler;
  std::unique_ptr<xmlParserCtxt, FreeContext> context(
      xmlCreatePushParserCtxt(&sax, nullptr, nullptr, 0, nullptr));
  Findings seen;
  Watch watch;
  watch.findings = &seen;
  context->_private = &watch;
  // The encoding is told and no declaration is believed: the parser reads what the guard has read.
  xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
  xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES |
                                       XML_PARSE_IGNORE_ENC);
  constexpr std::size_t chunk = 64u << 10;
  for (std::size_t at = 0; at < text.size() && seen.empty(); at += chunk)
    xmlParseChunk(context.get(), text.data() + at,
                  static_cast<int>(std::min(chunk, text.size() - at)), 0);
  if (seen.empty()) xmlParseChunk(context.get(), nullptr, 0, 1);
  context->_private = nullptr;
  if (seen.empty() && (context->wellFormed == 0 || context->myDoc == nullptr))
    seen.push_back({Grade::blocking, "xml.malformed", 0, "", "Il file non è XML ben formato."});
  if (!seen.empty()) {
    findings.insert(findings.end(), seen.begin(), seen.end());
    return nullptr;
  }
  xmlDoc* doc = context->myDoc;
  context->myDoc = nullptr;
  return std::make_unique<XmlDocument>(doc);
}

}  // namespace incontro
