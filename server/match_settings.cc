#include <incontro/match_settings.h>

#include <algorithm>
#include <charconv>

namespace incontro {

const CriterionInfo& info_of(Criterion criterion) {
  return *std::ranges::find(criteria(), criterion, &CriterionInfo::criterion);
}

std::string criterion_names() {
  std::string names;
  for (const CriterionInfo& info : criteria())
    names.append(names.empty() ? "" : ", ").append(info.name);
  return names;
}

MatchSettings::Fault MatchSettings::set_kind(std::string_view name, CriterionKind kind) {
  const auto criterion = find_criterion(name);
  if (!criterion) return Fault::unknown;
  if (kind == CriterionKind::must && !info_of(*criterion).may_be_must) return Fault::never_must;
  Set& set = of(*criterion);
  if (set.kind.value_or(kind) != kind) return Fault::twice;
  set.kind = kind;
  return Fault::none;
}

MatchSettings::Fault MatchSettings::set_weight(std::string_view name, std::string_view weight) {
  const auto criterion = find_criterion(name);
  if (!criterion) return Fault::unknown;
  std::uint32_t number = 0;
  const char* const end = weight.data() + weight.size();
  const auto [stopped, error] = std::from_chars(weight.data(), end, number);
  if (error != std::errc{} || stopped != end || number > most_weight) return Fault::bad_weight;
  Set& set = of(*criterion);
  if (set.weight.value_or(number) != number) return Fault::twice;
  set.weight = number;
  return Fault::none;
}

void MatchSettings::change(Criterion criterion, CriterionKind kind) { of(criterion).kind = kind; }

CriterionKind MatchSettings::kind(Criterion criterion) const {
  return of(criterion).kind.value_or(info_of(criterion).kind);
}

std::uint32_t MatchSettings::weight(Criterion criterion) const {
  return of(criterion).weight.value_or(info_of(criterion).weight);
}

std::vector<CriterionSetting> MatchSettings::settings() const {
  std::vector<CriterionSetting> settings;
  for (const CriterionInfo& info : criteria()) {
    CriterionSetting setting{info.criterion, {}, {}};
    if (kind(info.criterion) != info.kind) setting.kind = kind(info.criterion);
    if (weight(info.criterion) != info.weight) setting.weight = weight(info.criterion);
    if (setting.kind || setting.weight) settings.push_back(setting);
  }
  return settings;
}

}  // namespace incontro
