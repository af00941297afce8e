// What the day makes of the dated field: a set of values for each set of dated ones, then the
// documents of each value.

#include <incontro/live_day.h>

#include <algorithm>

#include "blocks/set_pool.h"
#include "blocks/value_documents.h"

namespace incontro {
namespace {

ValueSets sets_on(Day today, const Field& field, const DatedSets& dated,
                  std::vector<std::uint16_t>& set_of) {
  ValueSets sets;
  SetPool pool(sets);
  std::vector<CodeIndex> values;
  for (std::size_t i = 0; i < dated.size(); ++i) {
    values.clear();
    for (const DatedValue& value : dated[i])
      if (value.holds_on(today)) values.push_back(value.value);
    set_of.push_back(pool.number(closed_set(field, values)));
  }
  return sets;
}

}  // namespace

DatedField dated_field_on(const Block& block, Day today) {
  DatedField out;
  const auto fields = fields_of(block.collection);
  const auto field = std::ranges::find_if(fields, &Field::dated);
  if (field == fields.end()) return out;
  const auto place = static_cast<std::size_t>(field - fields.begin());
  out.sets = sets_on(today, *field, block.dated, out.set_of);
  out.shown = value_documents(block, place, out.sets, out.set_of, field->domain->roots());
  out.branches = value_documents(block, place, out.sets, out.set_of, below_roots(*field->domain));
  return out;
}

FieldValues values_on(const Block& block, const BlockDay& day, std::size_t field) {
  if (fields_of(block.collection)[field].dated())
    return {day.dated.set_of.data(), &day.dated.sets, &day.dated.shown, &day.dated.branches};
  return {nullptr, &block.sets[field], &block.shown[field], &block.branches[field]};
}

}  // namespace incontro
