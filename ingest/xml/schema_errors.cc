#include "xml/schema_errors.h"

#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include <algorithm>

#include "xml/limits.h"

namespace incontro {
namespace {

// Enough to sort by line and keep the first hundred of any sane file, bounded for the others.
constexpr std::size_t collected_limit = 20 * finding_limit;

const std::string silent_mark;

std::string_view text_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::size_t line_of(const xmlNode* node) {
  return static_cast<std::size_t>(std::max(0L, xmlGetLineNo(node)));
}

std::string path_of(const xmlNode* node) {
  std::string path;
  for (; node != nullptr && node->type == XML_ELEMENT_NODE; node = node->parent) {
    std::string step(text_of(node->name));
    path = path.empty() ? step : step + "/" + path;
  }
  return path;
}

bool is_silent(const xmlNode* node) {
  for (; node != nullptr && node->type == XML_ELEMENT_NODE; node = node->parent)
    if (node->_private == &silent_mark) return true;
  return false;
}

const char* rule_of(int code) {
  switch (code) {
    case XML_SCHEMAV_CVC_PATTERN_VALID:
      return "schema.pattern";
    case XML_SCHEMAV_CVC_MINLENGTH_VALID:
      return "schema.too-short";
    case XML_SCHEMAV_CVC_MAXLENGTH_VALID:
      return "schema.too-long";
    case XML_SCHEMAV_CVC_LENGTH_VALID:
      return "schema.length";
    case XML_SCHEMAV_CVC_ENUMERATION_VALID:
      return "schema.value";
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1:
      return "schema.date";
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
    case XML_SCHEMAV_CVC_TYPE_3_1_1:
      return "schema.attribute";
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
      return "schema.text";
    case XML_SCHEMAV_CVC_TYPE_3_1_2:
      return "schema.children";
    default:
      return "schema.invalid";
  }
}

}  // namespace

SchemaErrors::~SchemaErrors() {
  for (xmlNode* node : retired_) xmlFreeNode(node);
}

void SchemaErrors::put(Finding finding) {
  ++count_;
  if (findings_.size() < collected_limit) findings_.push_back(std::move(finding));
}

void SchemaErrors::refuse_type_overrides(xmlNode* root) {
  for (const xmlAttr* a = root->properties; a != nullptr; a = a->next) {
    const std::string_view space = text_of(a->ns == nullptr ? nullptr : a->ns->href);
    const std::string_view name = text_of(a->name);
    if (space == "http://www.w3.org/2001/XMLSchema-instance" && (name == "type" || name == "nil"))
      put({Grade::blocking, "schema.attribute", line_of(root), path_of(root),
           "Gli attributi xsi:type e xsi:nil non sono ammessi."});
  }
  for (xmlNode* c = root->children; c != nullptr; c = c->next)
    if (c->type == XML_ELEMENT_NODE) refuse_type_overrides(c);
}

void SchemaErrors::add(const xmlNode* parent, const xmlNode* child, const char* rule,
                       std::string reason) {
  if (is_silent(parent)) return;
  put({Grade::blocking, rule, line_of(child),
       path_of(parent) + "/" + std::string(text_of(child->name)), std::move(reason)});
}

void SchemaErrors::add_missing(const xmlNode* parent, const std::string& name, std::string reason) {
  if (is_silent(parent)) return;
  put({Grade::blocking, "schema.missing", line_of(parent), path_of(parent) + "/" + name,
       std::move(reason)});
}

std::string SchemaErrors::value_reason(const xmlNode* node, int code) const {
  const auto* type = static_cast<const std::string*>(node->_private);
  const std::string meaning(type == nullptr ? std::string_view() : model_.meaning(*type));
  switch (code) {
    case XML_SCHEMAV_CVC_MINLENGTH_VALID:
      return "È vuoto o troppo corto: deve essere " + meaning + ".";
    case XML_SCHEMAV_CVC_MAXLENGTH_VALID:
      return "È troppo lungo: deve essere " + meaning + ".";
    case XML_SCHEMAV_CVC_LENGTH_VALID:
      return "La lunghezza non è giusta: deve essere " + meaning + ".";
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1:
      return "La data non esiste o non è scritta bene: deve essere " + meaning + ".";
    default:
      return "Il valore non è ammesso: deve essere " + meaning + ".";
  }
}

void SchemaErrors::add(const xmlError& error) {
  const auto* node = static_cast<const xmlNode*>(error.node);
  if (node != nullptr && node->type == XML_ATTRIBUTE_NODE) node = node->parent;
  if (node == nullptr || is_silent(node)) return;
  const char* rule = rule_of(error.code);
  std::string reason;
  switch (error.code) {
    case XML_SCHEMAV_CVC_PATTERN_VALID:
    case XML_SCHEMAV_CVC_MINLENGTH_VALID:
    case XML_SCHEMAV_CVC_MAXLENGTH_VALID:
    case XML_SCHEMAV_CVC_LENGTH_VALID:
    case XML_SCHEMAV_CVC_ENUMERATION_VALID:
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1:
      if (node == last_value_) return;
      last_value_ = node;
      reason = value_reason(node, error.code);
      break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
    case XML_SCHEMAV_CVC_TYPE_3_1_1:
      reason = "Ha un attributo: lo standard non ne prevede.";
      break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
      reason = "Contiene testo: può contenere solo elementi.";
      break;
    case XML_SCHEMAV_CVC_TYPE_3_1_2:
      last_value_ = node;
      reason = "Contiene altri elementi: può contenere solo testo.";
      break;
    default:
      if (node == last_value_) return;
      reason = "Non rispetta lo schema dello standard.";
      break;
  }
  put({Grade::blocking, rule, line_of(node), path_of(node), std::move(reason)});
}

void SchemaErrors::note_type(xmlNode* node, const std::string& type) {
  node->_private = const_cast<std::string*>(&type);
}

void SchemaErrors::silence(xmlNode* node) {
  node->_private = const_cast<std::string*>(&silent_mark);
}

void SchemaErrors::retire(xmlNode* node) { retired_.push_back(node); }

void SchemaErrors::move_to(Findings& findings) {
  if (findings_.empty())
    put({Grade::blocking, "schema.invalid", 0, model_.root,
         "Il documento non rispetta lo schema dello standard."});
  std::stable_sort(findings_.begin(), findings_.end(),
                   [](const Finding& a, const Finding& b) { return a.line < b.line; });
  if (findings_.size() > finding_limit) {
    findings_.resize(finding_limit);
    findings_.push_back({Grade::blocking, "schema.more", findings_.back().line, "",
                         "Ci sono altri errori: correggere questi e verificare di nuovo."});
  }
  findings.insert(findings.end(), findings_.begin(), findings_.end());
}

}  // namespace incontro
