#include <libxml/tree.h>

#include <algorithm>

#include "xml/limits.h"
#include "xml/schema_errors.h"
#include "xml/xsd_catalog.h"

// libxml2 skips the siblings after the first child out of place. To report every bad element of a
// file, the children are first brought into the order of the model (each departure is a finding),
// with placeholders for what is missing; then a second validation finds all bad values.
namespace incontro {
namespace {

std::string_view text_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// The positions of a longest non-decreasing subsequence: the children that need not move.
std::vector<bool> in_order(const std::vector<std::size_t>& ranks) {
  std::vector<std::size_t> tails, before(ranks.size());
  constexpr auto none = static_cast<std::size_t>(-1);
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    const auto at = std::upper_bound(tails.begin(), tails.end(), ranks[i],
                                     [&](std::size_t r, std::size_t t) { return r < ranks[t]; });
    before[i] = at == tails.begin() ? none : *(at - 1);
    if (at == tails.end())
      tails.push_back(i);
    else
      *at = i;
  }
  std::vector<bool> kept(ranks.size(), false);
  for (std::size_t i = tails.empty() ? none : tails.back(); i != none; i = before[i])
    kept[i] = true;
  return kept;
}

// libxml2 forgets that xs:date and xs:dateTime collapse white space: takes it away at both ends of
// such leaves. True where anything changed.
bool trim_dates(const SchemaModel& model, xmlNode* node, std::string_view type) {
  if (const ElementGroup* group = model.group(type)) {
    bool changed = false;
    for (xmlNode* c = node->children; c != nullptr; c = c->next) {
      const auto rank =
          c->type == XML_ELEMENT_NODE ? group->index_of(text_of(c->name)) : std::nullopt;
      if (rank && trim_dates(model, c, group->particles[*rank].type)) changed = true;
    }
    return changed;
  }
  const xmlNode* text = node->children;
  if ((type != "date" && type != "dateTime") || text == nullptr || text->next != nullptr ||
      text->type != XML_TEXT_NODE)
    return false;
  constexpr std::string_view blanks = " \t\r\n";
  const std::string whole(text_of(text->content));
  const std::size_t first = whole.find_first_not_of(blanks);
  if (first == std::string::npos) return false;
  const std::size_t length = whole.find_last_not_of(blanks) - first + 1;
  if (length == whole.size()) return false;
  xmlNodeSetContent(node, nullptr);
  xmlNodeAddContentLen(node, reinterpret_cast<const xmlChar*>(whole.data() + first),
                       static_cast<int>(length));
  return true;
}

class Repair {
 public:
  Repair(const SchemaModel& model, SchemaErrors& errors) : model_(model), errors_(errors) {}

  void element(xmlNode* node, std::string_view type) {
    const ElementGroup* group = model_.group(type);
    if (group == nullptr) return;
    std::vector<xmlNode*> children;
    std::vector<std::size_t> ranks;
    take_children(node, *group, children, ranks);
    const std::vector<bool> kept = in_order(ranks);
    for (std::size_t i = 0; i < children.size(); ++i)
      if (!kept[i])
        errors_.add(node, children[i], "schema.order",
                    "È fuori posto: l'ordine degli elementi in " +
                        std::string(text_of(node->name)) + " è " + around(*group, ranks[i]) + ".");
    put_back(node, *group, children, ranks);
  }

 private:
  // Unlinks all child elements; those that the group does not know are reported and freed.
  void take_children(xmlNode* node, const ElementGroup& group, std::vector<xmlNode*>& children,
                     std::vector<std::size_t>& ranks) {
    for (xmlNode *c = node->children, *next; c != nullptr; c = next) {
      next = c->next;
      if (c->type != XML_ELEMENT_NODE) continue;
      const std::string_view space = text_of(c->ns == nullptr ? nullptr : c->ns->href);
      const auto rank = group.index_of(text_of(c->name));
      xmlUnlinkNode(c);
      if (!rank) {
        errors_.add(node, c, "schema.unexpected",
                    "Non è previsto in " + std::string(text_of(node->name)) +
                        ", che ammette: " + all(group) + ".");
        errors_.retire(c);
        continue;
      }
      if (space != model_.target_namespace) {
        errors_.add(node, c, "schema.namespace",
                    "Ha un namespace sbagliato: deve essere " + model_.target_namespace + ".");
        xmlSetNs(c, node->ns);
      }
      children.push_back(c);
      ranks.push_back(*rank);
    }
  }

  void put_back(xmlNode* node, const ElementGroup& group, const std::vector<xmlNode*>& children,
                const std::vector<std::size_t>& ranks) {
    std::vector<std::vector<xmlNode*>> by_rank(group.particles.size());
    for (std::size_t i = 0; i < children.size(); ++i) by_rank[ranks[i]].push_back(children[i]);
    for (std::size_t r = 0; r < group.particles.size(); ++r) {
      const Particle& particle = group.particles[r];
      if (by_rank[r].size() < particle.min) {
        errors_.add_missing(node, particle.name,
                            "Manca l'elemento obbligatorio " + particle.name + " in " +
                                std::string(text_of(node->name)) + meaning(particle.type) + ".");
        xmlNode* placeholder =
            xmlNewNode(node->ns, reinterpret_cast<const xmlChar*>(particle.name.c_str()));
        xmlAddChild(node, placeholder);
        errors_.silence(placeholder);
      }
      for (std::size_t k = 0; k < by_rank[r].size(); ++k) {
        if (k >= particle.max) {
          errors_.add(node, by_rank[r][k], "schema.repeated",
                      "È ripetuto: in " + std::string(text_of(node->name)) +
                          " può comparire una volta sola.");
          errors_.retire(by_rank[r][k]);
        } else {
          xmlAddChild(node, by_rank[r][k]);
          errors_.note_type(by_rank[r][k], particle.type);
          element(by_rank[r][k], particle.type);
        }
      }
    }
  }

  std::string meaning(std::string_view type) const {
    const std::string_view text = model_.meaning(type);
    return text.empty() ? std::string() : ": è " + std::string(text);
  }

  static std::string all(const ElementGroup& group) {
    return names(group, 0, group.particles.size());
  }
  static std::string around(const ElementGroup& group, std::size_t rank) {
    return names(group, rank < 2 ? 0 : rank - 2, std::min(rank + 3, group.particles.size()));
  }
  static std::string names(const ElementGroup& group, std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i)
      out += (i == from ? "" : ", ") + group.particles[i].name;
    return out;
  }

  const SchemaModel& model_;
  SchemaErrors& errors_;
};

}  // namespace

bool check_schema(XmlDocument& document, const SchemaRevision& revision, Findings& findings) {
  xmlNode* root = xmlDocGetRootElement(document.get());
  SchemaErrors errors(revision.model);
  errors.refuse_type_overrides(root);
  const SchemaModel& model = revision.model;
  if (errors.empty() &&
      (revision.schema->valid(document) ||
       (trim_dates(model, root, model.root_type) && revision.schema->valid(document))))
    return true;
  errors.note_type(root, model.root_type);
  Repair(model, errors).element(root, model.root_type);
  revision.schema->validate(document, [&](const _xmlError& error) { errors.add(error); });
  errors.move_to(findings);
  return false;
}

}  // namespace incontro
