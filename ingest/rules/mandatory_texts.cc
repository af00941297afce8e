#include "rules/mandatory_texts.h"

#include <string>

#include "decode/blank_text.h"

namespace incontro {
namespace {

void check(const Element& element, std::string_view type, const SchemaModel& model,
           std::string& path, Findings& findings) {
  const ElementGroup* group = model.group(type);
  if (group == nullptr) return;
  const std::size_t length = path.size();
  path.append(path.empty() ? "" : "/").append(element.name);
  for (const Element& child : element.children) {
    const auto place = group->index_of(child.name);
    if (!place) continue;
    const Particle& particle = group->particles[*place];
    if (model.group(particle.type) != nullptr)
      check(child, particle.type, model, path, findings);
    else if (particle.min > 0 && is_blank_text(child.text))
      findings.push_back({Grade::blocking, "schema.blank", child.line,
                          path + "/" + std::string(child.name),
                          "È vuoto o contiene solo spazi: deve essere " +
                              std::string(model.meaning(particle.type)) + "."});
  }
  path.resize(length);
}

}  // namespace

void check_mandatory_texts(const Element& root, const SchemaModel& model, Findings& findings) {
  std::string path;
  check(root, model.root_type, model, path, findings);
}

}  // namespace incontro
