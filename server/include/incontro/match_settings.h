#pragma once

#include <incontro/match.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace incontro {

// What people and programs set of a matching's criteria, by the names of criteria(): read alike
// from the command line, the API's parameters and the addresses of pages.
class MatchSettings {
 public:
  enum class Fault : std::uint8_t {
    none,
    unknown,     // no criterion of that name
    never_must,  // it cannot be a must
    twice,       // set before, and otherwise
    bad_weight,  // not a whole number from 0 to most_weight
  };

  Fault set_kind(std::string_view name, CriterionKind kind);
  Fault set_weight(std::string_view name, std::string_view weight);
  // Whatever was set before.
  void change(Criterion criterion, CriterionKind kind);

  // As set, or by default.
  CriterionKind kind(Criterion criterion) const;
  std::uint32_t weight(Criterion criterion) const;
  // What differs from the defaults, in the order of criteria().
  std::vector<CriterionSetting> settings() const;

 private:
  struct Set {
    std::optional<CriterionKind> kind;
    std::optional<std::uint32_t> weight;
  };
  Set& of(Criterion criterion) { return set_[static_cast<std::size_t>(criterion)]; }
  const Set& of(Criterion criterion) const { return set_[static_cast<std::size_t>(criterion)]; }

  std::array<Set, criterion_count> set_;  // by Criterion
};

const CriterionInfo& info_of(Criterion criterion);
// "profession, experience, ...", for messages.
std::string criterion_names();

}  // namespace incontro
