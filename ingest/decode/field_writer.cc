#include "decode/field_writer.h"

namespace incontro {
namespace {

void append_escaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '\r':
        out += "&#13;";  // as itself it would be read as a line feed
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') out += c;
    }
  }
}

}  // namespace

FieldWriter::FieldWriter(std::string_view root, std::string_view target_namespace) : root_(root) {
  out_.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<").append(root).append(" xmlns=\"");
  out_.append(target_namespace).append("\">\n");
}

std::string FieldWriter::finish() {
  out_.append("</").append(root_).append(">\n");
  return std::move(out_);
}

void FieldWriter::required(std::string_view name, std::string_view value) {
  indent();
  out_.append("<").append(name).append(">");
  append_escaped(value, out_);
  out_.append("</").append(name).append(">\n");
}

void FieldWriter::open(std::string_view name) {
  indent();
  out_.append("<").append(name).append(">\n");
  ++depth_;
}

void FieldWriter::close(std::string_view name) {
  --depth_;
  indent();
  out_.append("</").append(name).append(">\n");
}

void FieldWriter::indent() { out_.append(2 * depth_, ' '); }

}  // namespace incontro
