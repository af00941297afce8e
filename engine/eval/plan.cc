#include "eval/plan.h"

#include <incontro/impact.h>

#include <algorithm>
#include <cmath>

namespace incontro {
namespace {

PlannedClauses planned(const Clauses& clauses) {
  PlannedClauses out{.terms = {},
                     .phrases = clauses.phrases,
                     .prefixes = clauses.prefixes,
                     .compounds = clauses.compounds,
                     .open_phrases = clauses.open_phrases};
  for (const std::string& term : clauses.terms)
    out.terms.push_back({term, Vocabulary::hash(term),
                         std::ranges::find(clauses.implied, term) != clauses.implied.end()});
  for (const TypedForm& typed : clauses.typed) {
    const auto term = std::ranges::find(out.terms, typed.term, &PlannedTerm::term);
    term->forms.push_back({typed.word, Vocabulary::hash(typed.word)});
  }
  return out;
}

std::uint64_t weight_of(const PlannedTerm& term, const CollectionSnapshot& snapshot) {
  std::uint64_t holding = 0;
  for (const BlockView& view : snapshot.blocks)
    holding += view.block->postings.find(term.term, term.hash).documents.count;
  return static_cast<std::uint64_t>(std::round(idf(snapshot.documents(), holding) * weight_scale));
}

std::vector<PlannedExpansion> planned(const std::vector<Expansion>& expansions,
                                      std::vector<PlannedTerm>& required) {
  std::vector<PlannedExpansion> all;
  for (const Expansion& expansion : expansions) {
    PlannedExpansion& out = all.emplace_back();
    for (const std::string& term : expansion.terms) {
      const auto found = std::ranges::find(required, term, &PlannedTerm::term);
      found->expanded = true;
      out.terms.push_back(static_cast<std::size_t>(found - required.begin()));
    }
    out.compounds = expansion.compounds;
    for (const Synonym& synonym : expansion.synonyms) {
      auto& terms = out.synonyms.emplace_back();
      for (const std::string& term : synonym)
        terms.push_back({term, Vocabulary::hash(term), false});
    }
  }
  return all;
}

PlannedBranch planned(const ParsedQuery& parsed) {
  PlannedBranch branch{planned(parsed.required), planned(parsed.excluded), {}, {}, {}};
  branch.expansions = planned(parsed.expansions, branch.required.terms);
  for (const std::vector<ParsedQuery>& group : parsed.any_of) {
    auto& alternatives = branch.any_of.emplace_back();
    for (const ParsedQuery& alternative : group) alternatives.push_back(planned(alternative));
  }
  for (const ParsedQuery& refused : parsed.none_of) branch.none_of.push_back(planned(refused));
  return branch;
}

void add_scored(const PlannedTerm& term, std::vector<PlannedTerm>& terms) {
  auto found = std::ranges::find(terms, term.term, &PlannedTerm::term);
  if (found == terms.end()) {
    terms.push_back({term.term, term.hash, true});
    found = std::prev(terms.end());
  }
  for (const PlannedForm& form : term.forms)
    if (std::ranges::find(found->forms, form.word, &PlannedForm::word) == found->forms.end())
      found->forms.push_back(form);
}

// Whichever alternative a document fits, it scores by all words that it has.
void add_scored(const std::vector<std::vector<PlannedBranch>>& any_of,
                std::vector<PlannedTerm>& terms) {
  for (const std::vector<PlannedBranch>& group : any_of)
    for (const PlannedBranch& alternative : group) {
      for (const PlannedTerm& term : alternative.required.terms) add_scored(term, terms);
      add_scored(alternative.any_of, terms);
    }
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
    filters.push_back({*place, {}, std::vector<std::uint8_t>(field.domain->size(), 0)});
    planned = std::prev(filters.end());
  }
  for (const std::string& code : filter.codes) {
    const auto value = field.domain->find(code);
    if (!value || (field.kind == FieldKind::age && *value == field.domain->unstated()))
      return Error{Code::invalid, "unknown code '" + code + "' of field '" + filter.field + "'"};
    const CodeIndex last = field.kind == FieldKind::tree ? field.domain->last(*value) : *value;
    std::fill(planned->accept.begin() + *value, planned->accept.begin() + last + 1, 1);
    planned->values.push_back(*value);
    if (field.kind == FieldKind::age)
      planned->age_bucket = std::max<std::size_t>(planned->age_bucket, *value);
  }
  return ok;
}

void add_once(CodeIndex value, std::vector<CodeIndex>& values) {
  if (std::ranges::find(values, value) == values.end()) values.push_back(value);
}

void open_nodes(const Filter& filter, const Field& field, Plan::Opened& opened) {
  if (field.kind != FieldKind::tree) return;
  for (const std::string& code : filter.codes)
    if (const auto value = field.domain->find(code)) {
      const CodeIndex branch = field.domain->branches()[*value];
      add_once(field.domain->roots()[*value], opened.roots);
      if (field.domain->parent(branch) != no_code) add_once(branch, opened.branches);
    }
}

}  // namespace

Result<Plan> make_plan(const Query& query, const ParsedQuery& parsed,
                       const CollectionSnapshot& snapshot, Date today, int validity_days) {
  const auto fields = fields_of(query.collection);
  PlannedBranch branch = planned(parsed);
  add_scored(branch.any_of, branch.required.terms);
  Plan plan{.collection = query.collection,
            .required = std::move(branch.required),
            .excluded = std::move(branch.excluded),
            .expansions = std::move(branch.expansions),
            .any_of = std::move(branch.any_of),
            .none_of = std::move(branch.none_of),
            .finds_nothing = parsed.signs_only,
            .filters = {},
            .opened = std::vector<Plan::Opened>(fields.size()),
            .near = std::nullopt,
            .scope = query.scope,
            .today = day_of(today),
            .validity_days = validity_days};
  for (const Filter& filter : query.filters)
    if (filter.codes.empty())
      return Error{Code::invalid, "the filter on field '" + filter.field + "' has no code"};
    else if (const Done done = add_filter(filter, query.collection, plan.filters); !done)
      return done.error();

  if (query.near) {
    auto near = plan_near(query.collection, *query.near);
    if (!near) return near.error();
    plan.near = std::move(*near);
  } else if (query.sort == Sort::distance) {
    return Error{Code::invalid, "sort: by distance needs a place to be near to"};
  }

  for (PlannedTerm& term : plan.required.terms) term.weight = weight_of(term, snapshot);
  for (const std::vector<Filter>* const opening : {&query.filters, &query.open})
    for (const Filter& filter : *opening)
      if (const auto place = find_field(query.collection, filter.field))
        open_nodes(filter, fields[*place], plan.opened[*place]);
  return plan;
}

}  // namespace incontro
