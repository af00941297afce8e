#pragma once

#include <incontro/record.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace incontro {

struct Condition;

enum class Verdict : std::uint8_t { no, yes, unknown };  // unknown: the field says nothing

// A fact that a CV declares about a person.
struct PersonFact {
  std::string_view name;
  Verdict (*holds)(const Condition& condition, const Cv& cv, Date day);
  // Appends the days from which on the verdict may be another; null: it is always the same.
  void (*add_changes)(const Condition& condition, const Cv& cv, std::vector<Date>& days);
};
const PersonFact* find_person_fact(std::string_view name);

// A fact that a vacancy declares about the job or the employer.
struct OfferFact {
  std::string_view name;
  Verdict (*holds)(const Condition& condition, const Vacancy& vacancy);
};
const OfferFact* find_offer_fact(std::string_view name);

// A row of Table::incentive_condition, whose code says what is asked:
//   FACT=CODE,...   one of the codes      FACT!=CODE   not that code
//   FACT>=NUMBER    FACT<NUMBER    FACT<=NUMBER
//   ?NAME           what no field tells
// Names of an offer's facts, and of what an offer must be, begin with "offer.".
struct Condition {
  CodeIndex row = no_code;
  const PersonFact* person = nullptr;
  const OfferFact* offer = nullptr;  // both null: no field tells
  bool of_offer = false;
  enum class Test : std::uint8_t { one_of, none_of, at_least, below, at_most } test = Test::one_of;
  std::vector<std::string_view> codes;  // of one_of and none_of
  int number = 0;                       // of the others
  std::string_view label;
  std::optional<Date> from;  // asked from that day on

  bool asked_on(Date day) const { return !from || *from <= day; }
  Verdict of_code(std::string_view code) const;  // empty: unknown
  Verdict of_number(int value) const;
};

// REQUIRES: a code that Table::incentive_condition has.
Condition condition_of(std::string_view code);

// Whether the region of a place is one of the codes; a place abroad is in none.
Verdict of_region(const Condition& condition, const PlaceCode& place);

}  // namespace incontro
