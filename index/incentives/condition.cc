#include "incentives/condition.h"

#include <incontro/assert.h>

#include <algorithm>
#include <charconv>

namespace incontro {
namespace {

constexpr struct {
  std::string_view sign;
  Condition::Test test;
} signs[] = {
    {"!=", Condition::Test::none_of}, {">=", Condition::Test::at_least},
    {"<=", Condition::Test::at_most}, {"=", Condition::Test::one_of},
    {"<", Condition::Test::below},
};

constexpr std::string_view offer_mark = "offer.";

void read_test(std::string_view test, Condition& out) {
  const auto sign =
      std::ranges::find_if(signs, [&](const auto& known) { return test.starts_with(known.sign); });
  INCONTRO_ASSERT(sign != std::end(signs) && "a condition has a test that nobody knows");
  out.test = sign->test;
  test.remove_prefix(sign->sign.size());
  if (out.test != Condition::Test::one_of && out.test != Condition::Test::none_of) {
    std::from_chars(test.data(), test.data() + test.size(), out.number);
    return;
  }
  while (true) {
    const std::size_t comma = test.find(',');
    out.codes.push_back(test.substr(0, comma));
    if (comma == std::string_view::npos) return;
    test.remove_prefix(comma + 1);
  }
}

Verdict verdict(bool holds) { return holds ? Verdict::yes : Verdict::no; }

}  // namespace

Condition condition_of(std::string_view code) {
  const CodeTable& table = code_table(Table::incentive_condition);
  Condition out;
  const auto row = table.find(code);
  INCONTRO_ASSERT(row && "a rule asks for a condition that is not in the table");
  out.row = *row;
  out.label = table.row(*row).label;
  out.from = table.row(*row).from;
  const bool told = !code.starts_with('?');
  if (!told) code.remove_prefix(1);
  out.of_offer = code.starts_with(offer_mark);
  if (!told) return out;
  const std::size_t end = code.find_first_of("!<>=");
  const std::string_view name = code.substr(0, end);
  if (out.of_offer)
    out.offer = find_offer_fact(name.substr(offer_mark.size()));
  else
    out.person = find_person_fact(name);
  INCONTRO_ASSERT((out.offer || out.person) && "a condition names a fact that nobody reads");
  read_test(code.substr(end), out);
  return out;
}

Verdict Condition::of_code(std::string_view code) const {
  if (code.empty()) return Verdict::unknown;
  const bool named = std::ranges::find(codes, code) != codes.end();
  return verdict(named == (test == Test::one_of));
}

Verdict Condition::of_number(int value) const {
  switch (test) {
    case Test::at_least:
      return verdict(value >= number);
    case Test::below:
      return verdict(value < number);
    case Test::at_most:
      return verdict(value <= number);
    case Test::one_of:
    case Test::none_of:
      break;
  }
  INCONTRO_ASSERT(false && "a number is compared with codes");
  return Verdict::unknown;
}

Verdict of_region(const Condition& condition, const PlaceCode& place) {
  const CodeTable& territory = code_table(Table::territory);
  auto row = territory.find(place.value);
  while (row && territory.row(*row).parent != no_code) row = territory.row(*row).parent;
  // "0000" stands for no place at all.
  if (!row || territory.extra(*row, "kind") == "unknown") return Verdict::unknown;
  return condition.of_code(territory.row(*row).code);
}

}  // namespace incontro
