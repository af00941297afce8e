#include "facets.h"

#include <algorithm>
#include <set>

namespace incontro {
namespace {

using Counts = std::span<const std::uint32_t>;

// The values of the field that the filters name; most queries name none.
std::set<CodeIndex> named(const Field& field, const std::vector<Filter>& filters) {
  std::set<CodeIndex> values;
  for (const Filter& filter : filters)
    if (filter.field == field.name)
      for (const std::string& code : filter.codes)
        if (const auto value = field.domain->find(code)) values.insert(*value);
  return values;
}

class FacetMaker {
 public:
  FacetMaker(const Field& field, const Query& query, Counts counts)
      : domain_(*field.domain),
        counts_(counts),
        selected_(named(field, query.filters)),
        expanded_(selected_) {
    const auto opened = named(field, query.open);
    expanded_.insert(opened.begin(), opened.end());
    facet_.field = field.name;
    facet_.kind = field.kind;
    if (field.kind == FieldKind::tree)
      add_tree();
    else
      add_list(field.kind == FieldKind::flat, field.most_shown);
  }

  Facet take() && { return std::move(facet_); }

 private:
  bool shown(CodeIndex value) const { return counts_[value] > 0 || selected_.contains(value); }

  void add(CodeIndex value) {
    const CodeIndex parent = domain_.parent(value);
    facet_.values.push_back({domain_.code(value), domain_.label(value), counts_[value],
                             parent == no_code ? std::string_view() : domain_.code(parent),
                             domain_.level(value), selected_.contains(value)});
  }

  void add_sorted(std::vector<CodeIndex> values, bool descend) {
    std::ranges::stable_sort(values, [&](CodeIndex a, CodeIndex b) {
      if ((a == domain_.unstated()) != (b == domain_.unstated())) return b == domain_.unstated();
      return counts_[a] > counts_[b];
    });
    for (const CodeIndex value : values) {
      add(value);
      if (descend && expanded_.contains(value)) add_sorted(children(value), true);
    }
  }

  // `most`: 0 for all.
  void add_list(bool by_count, std::size_t most) {
    std::vector<CodeIndex> values;
    for (std::size_t value = 0; value < domain_.size(); ++value)
      if (shown(static_cast<CodeIndex>(value))) values.push_back(static_cast<CodeIndex>(value));
    if (most > 0) keep_most_frequent(most, values);
    if (by_count) return add_sorted(std::move(values), false);
    for (const CodeIndex value : values) add(value);
  }

  void keep_most_frequent(std::size_t most, std::vector<CodeIndex>& values) const {
    std::vector<CodeIndex> stated;
    for (const CodeIndex value : values)
      if (value != domain_.unstated()) stated.push_back(value);
    if (stated.size() <= most) return;
    const auto more = [&](CodeIndex a, CodeIndex b) {
      return counts_[a] != counts_[b] ? counts_[a] > counts_[b] : a < b;
    };
    const auto last = stated.begin() + static_cast<std::ptrdiff_t>(most) - 1;
    std::ranges::nth_element(stated, last, more);
    std::erase_if(values, [&, last = *last](CodeIndex value) {
      return value != domain_.unstated() && !selected_.contains(value) && more(last, value);
    });
  }

  void add_tree() {
    // A selected or opened node shows its children, and so do all nodes above it.
    for (const CodeIndex named : std::vector(expanded_.begin(), expanded_.end()))
      for (CodeIndex above = domain_.parent(named);
           above != no_code && expanded_.insert(above).second;)
        above = domain_.parent(above);
    std::vector<CodeIndex> roots;
    for (std::size_t value = 0; value < domain_.size();
         value = domain_.last(static_cast<CodeIndex>(value)) + std::size_t{1})
      if (shown(static_cast<CodeIndex>(value)) || expanded_.contains(value))
        roots.push_back(static_cast<CodeIndex>(value));
    add_sorted(std::move(roots), true);
  }

  std::vector<CodeIndex> children(CodeIndex node) const {
    std::vector<CodeIndex> found;
    const std::size_t end = domain_.last(node);
    for (std::size_t value = node + std::size_t{1}; value <= end;
         value = domain_.last(static_cast<CodeIndex>(value)) + std::size_t{1})
      if (shown(static_cast<CodeIndex>(value)) || expanded_.contains(value))
        found.push_back(static_cast<CodeIndex>(value));
    return found;
  }

  const FieldDomain& domain_;
  const Counts counts_;
  const std::set<CodeIndex> selected_;
  std::set<CodeIndex> expanded_;
  Facet facet_;
};

}  // namespace

std::vector<Facet> make_facets(const Query& query, const FieldCounts& counts) {
  std::vector<Facet> facets;
  const auto fields = fields_of(query.collection);
  for (std::size_t i = 0; i < fields.size(); ++i)
    facets.push_back(FacetMaker(fields[i], query, counts[i]).take());
  return facets;
}

}  // namespace incontro
