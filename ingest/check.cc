#include <incontro/check.h>

#include <algorithm>

#include "decode/decode.h"
#include "rules/check_codes.h"
#include "rules/mandatory_texts.h"
#include "rules/repetitions.h"
#include "rules/rules.h"
#include "xml/limits.h"
#include "xml/root_name.h"
#include "xml/xml_reader.h"
#include "xml/xsd_catalog.h"

namespace incontro {
namespace {

FileKind kind_of(std::string_view root) {
  if (root == "Candidatura") return FileKind::cv;
  if (root == "Vacancy") return FileKind::vacancy;
  if (root == "Messaggio") return FileKind::message;
  return FileKind::unknown;
}

// The later layers, the same for each kind of document.
template <class T>
void check_content(T content, Date day, const Element& root, CheckedFile& file) {
  if (!blocks(file.findings)) check_codes(root, day, file.findings);
  if (!blocks(file.findings)) check_rules(content, root, file.findings);
  if (!blocks(file.findings)) file.content = std::move(content);
}

void check_record(DocumentKind kind, const Element& root, CheckedFile& file) {
  switch (kind) {
    case DocumentKind::cv: {
      Cv cv = decode_cv(root, file.findings);
      const Date day = date_of(cv.system.inserted);
      return check_content(std::move(cv), day, root, file);
    }
    case DocumentKind::vacancy: {
      Vacancy vacancy = decode_vacancy(root, file.findings);
      const Date day = date_of(vacancy.system.inserted);
      return check_content(std::move(vacancy), day, root, file);
    }
    case DocumentKind::message: {
      Message message = decode_message(root, file.findings);
      const Date day = date_of(message.sent);
      return check_content(std::move(message), day, root, file);
    }
  }
}

// In the order of lines; where there are too many, warnings go first.
void tidy(Findings& findings) {
  if (findings.size() > finding_limit) {
    std::stable_partition(findings.begin(), findings.end(),
                          [](const Finding& f) { return f.grade == Grade::blocking; });
    findings.resize(finding_limit);
  }
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.line < b.line; });
}

}  // namespace

bool blocks(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& f) { return f.grade == Grade::blocking; });
}

CheckedFile check_file(std::string_view bytes) {
  CheckedFile file;
  file.kind = kind_of(root_name(bytes));
  const std::unique_ptr<XmlDocument> document = read_xml(bytes, file.findings);
  if (!document) return file;
  const SchemaRevision* revision = revision_of(*document, file.findings);
  if (revision == nullptr) return file;
  file.schema = revision->title;
  if (!check_schema(*document, *revision, file.findings)) return file;
  const Element root = document->tree();
  check_repetitions(root, file.findings);
  if (revision->kind != DocumentKind::message)
    check_mandatory_texts(root, revision->model, file.findings);
  if (!blocks(file.findings)) check_record(revision->kind, root, file);
  tidy(file.findings);
  return file;
}

}  // namespace incontro
