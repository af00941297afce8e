#pragma once

#include <incontro/record.h>

#include "rules/report.h"

namespace incontro {

// Where one kind of document keeps the fields of SystemData, below its root.
struct SystemElements {
  const char* expires;
  const char* predecessor;
};

// The rules that CVs and vacancies share.
void expiry_follows_insertion(const SystemData& system, const SystemElements& at, Report& report);
void closure_has_reason(const SystemData& system, Report& report);
void closure_has_predecessor(const SystemData& system, const SystemElements& at, Report& report);
void predecessor_is_another(const SystemData& system, const SystemElements& at, Report& report);
void reason_only_when_closing(const SystemData& system, Report& report);
void intermediary_has_place(const SystemData& system, Report& report);
void intermediary_has_visibility(const SystemData& system, Report& report);
bool hidden_without_intermediary(const SystemData& system);

// A language with all three levels, and levels with a language.
void language_is_complete(const LanguageSkill& skill, const std::string& path, Report& report);

}  // namespace incontro
