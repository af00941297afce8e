#pragma once

#include <incontro/finding.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct _xmlDoc;  // libxml2's tree stays inside ingest/xml

namespace incontro {

// An element without its namespace and attributes, which the schema has already judged.
struct Element {
  std::string_view name;  // local name, owned by the XmlDocument
  std::string text;       // of a leaf, as written; empty for an element with children
  std::size_t line = 0;
  std::vector<Element> children;

  const Element* child(std::string_view wanted) const;  // the first of that name, or null
};

// A parsed document. One thread at a time.
class XmlDocument {
 public:
  explicit XmlDocument(_xmlDoc* doc) : doc_(doc) {}
  ~XmlDocument();
  XmlDocument(const XmlDocument&) = delete;
  XmlDocument& operator=(const XmlDocument&) = delete;

  _xmlDoc* get() const { return doc_; }
  Element tree() const;

 private:
  _xmlDoc* doc_;
};

// bytes -> encoding -> guard -> parser. Null with a blocking finding where the bytes are too many,
// hostile or not well-formed.
std::unique_ptr<XmlDocument> read_xml(std::string_view bytes, Findings& findings);

// The last step alone. What it refuses by a limit the guard should have refused: tests look for
// that. REQUIRES: passes_guard(text).
std::unique_ptr<XmlDocument> parse_guarded(std::string_view text, Findings& findings);

// Once per process, by whoever uses libxml2: no catalogs, and no external resource is ever loaded.
void prepare_xml_library();

}  // namespace incontro
