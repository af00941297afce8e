#include "eval/plan.h"

#include <incontro/impact.h>

#include <algorithm>
#include <cmath>

namespace incontro {
namespace {

std::uint32_t weight_of(const std::string& term, const CollectionSnapshot& snapshot) {
  std::uint64_t holding = 0;
  for (const BlockView& view : snapshot.blocks)
    holding += view.block->postings.find(term).offsets.size();
  return static_cast<std::uint32_t>(std::round(idf(snapshot.documents(), holding) * weight_scale));
}

Done add_sets(const Clauses& clauses, const TextReader& text, std::vector<DocumentSet>& sets) {
  for (const Phrase& phrase : clauses.phrases) {
    auto found = text.phrase(phrase);
    if (!found) return found.error();
    sets.push_back(std::move(*found));
  }
  for (const std::string& prefix : clauses.prefixes) {
    auto found = text.prefix(prefix);
    if (!found) return found.error();
    sets.push_back(std::move(*found));
  }
  return ok;
}

std::string names_of(Collection collection) {
  std::string names;
  for (const Field& field : fields_of(collection))
    names.append(names.empty() ? "" : ", ").append(field.name);
  return names;
}

Done add_filter(const Filter& filter, Collection collection, std::vector<PlannedFilter>& filters) {
  const auto place = find_field(collection, filter.field);
  if (!place)
    return Error{Code::invalid,
                 "unknown field '" + filter.field + "': the fields are " + names_of(collection)};
  const Field& field = fields_of(collection)[*place];
  auto planned = std::ranges::find(filters, *place, &PlannedFilter::field);
  if (planned == filters.end()) {
    filters.push_back({*place, std::vector<std::uint8_t>(field.domain->size(), 0), 0});
    planned = std::prev(filters.end());
  }
  for (const std::string& code : filter.codes) {
    const auto value = field.domain->find(code);
    if (!value || (field.kind == FieldKind::age && *value == field.domain->unstated()))
      return Error{Code::invalid, "unknown code '" + code + "' of field '" + filter.field + "'"};
    const CodeIndex last = field.kind == FieldKind::tree ? field.domain->last(*value) : *value;
    std::fill(planned->accept.begin() + *value, planned->accept.begin() + last + 1, 1);
    if (field.kind == FieldKind::age)
      planned->age_limit = std::max(planned->age_limit, age_buckets[*value]);
  }
  return ok;
}

}  // namespace

Result<Plan> make_plan(const Query& query, const ParsedQuery& parsed, const Snapshot& snapshot,
                       Date today, int validity_days) {
  Plan plan{.collection = query.collection,
            .terms = {},
            .sets = {},
            .excluded_terms = parsed.excluded.terms,
            .excluded_sets = {},
            .filters = {},
            .scope = query.scope,
            .today = day_of(today),
            .validity_days = validity_days};
  for (const Filter& filter : query.filters)
    if (filter.codes.empty())
      return Error{Code::invalid, "the filter on field '" + filter.field + "' has no code"};
    else if (const Done done = add_filter(filter, query.collection, plan.filters); !done)
      return done.error();

  const CollectionSnapshot& collection = snapshot.of(query.collection);
  for (const std::string& term : parsed.required.terms)
    plan.terms.push_back({term, weight_of(term, collection)});
  if (!collection.text) return plan;  // a snapshot before the first document
  if (const Done done = add_sets(parsed.required, *collection.text, plan.sets); !done)
    return done.error();
  if (const Done done = add_sets(parsed.excluded, *collection.text, plan.excluded_sets); !done)
    return done.error();
  return plan;
}

}  // namespace incontro
