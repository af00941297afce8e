#include "rules/system_rules.h"

namespace incontro {

void expiry_follows_insertion(const SystemData& system, const SystemElements& at, Report& report) {
  if (system.expires && *system.expires < date_of(system.inserted))
    report(at.expires, "La scadenza precede la data di inserimento.");
}

void closure_has_reason(const SystemData& system, Report& report) {
  if (system.kind == Kind::close && system.closing_reason.empty())
    report("DatiSistema/motivochiusura", "Una chiusura (tipo 02) deve indicare il motivo.");
}

void closure_has_predecessor(const SystemData& system, const SystemElements& at, Report& report) {
  if (system.kind == Kind::close && system.predecessor.empty())
    report(at.predecessor,
           "Una chiusura (tipo 02) deve indicare il codice della comunicazione da chiudere.");
}

void predecessor_is_another(const SystemData& system, const SystemElements& at, Report& report) {
  if (!system.predecessor.empty() && system.predecessor == system.code)
    report(at.predecessor,
           "Il codice precedente è uguale al codice della comunicazione: deve essere quello della "
           "comunicazione sostituita o chiusa.");
}

void reason_only_when_closing(const SystemData& system, Report& report) {
  if (system.kind == Kind::publish && !system.closing_reason.empty())
    report("DatiSistema/motivochiusura",
           "Il motivo di chiusura è indicato, ma la comunicazione è un invio (tipo 01).");
}

void intermediary_has_place(const SystemData& system, Report& report) {
  if (system.intermediary.stated() && system.intermediary.place.empty())
    report("DatiSistema/idcomune", "È indicato un intermediario senza il comune della sede.");
}

void intermediary_has_visibility(const SystemData& system, Report& report) {
  if (system.intermediary.stated() && !system.contacts_visible)
    report("DatiSistema/visibilita",
           "È indicato un intermediario, ma non se i contatti siano visibili.");
}

bool hidden_without_intermediary(const SystemData& system) {
  return system.contacts_visible == false && !system.intermediary.stated();
}

void language_is_complete(const LanguageSkill& skill, const std::string& path, Report& report) {
  const bool all = !skill.read.empty() && !skill.written.empty() && !skill.spoken.empty();
  const bool any = !skill.read.empty() || !skill.written.empty() || !skill.spoken.empty();
  if (skill.language.empty() && any)
    report(path, "Sono indicati i livelli ma non la lingua.");
  else if (!skill.language.empty() && !all)
    report(path, "Per la lingua vanno indicati i livelli letto, scritto e parlato.");
}

}  // namespace incontro
