#include "rules/report.h"
#include "rules/rules.h"

namespace incontro {
namespace {

void answer_predecessor(const Message& message, Report& report) {
  if (message.kind == "04" && message.predecessor.empty())
    report("DatiSistema/codicemessaggioprecedente",
           "Una risposta (tipo 04) deve indicare il codice del messaggio a cui risponde.");
}

void own_predecessor(const Message& message, Report& report) {
  if (!message.predecessor.empty() && message.predecessor == message.code)
    report("DatiSistema/codicemessaggioprecedente",
           "Il codice precedente è uguale al codice del messaggio.");
}

void stray_answer(const Message& message, Report& report) {
  if (message.kind == "03" && message.positive)
    report("Corpo/contattopositivo", "L'esito del contatto appartiene alle risposte (tipo 04).");
}

void empty_text(const Message& message, Report& report) {
  if (message.text.empty()) report("Corpo/testomessaggio", "Il messaggio non ha testo.");
}

bool tells_personal_data(const Party& party) {
  return !party.intermediary_code.empty() &&
         (!party.fiscal_code.empty() || !party.name.empty() || !party.address.empty() ||
          !party.telephone.empty() || !party.email.empty());
}

void personal_data(const Message& message, Report& report) {
  constexpr const char* reason =
      "Con il codice intermediario non servono altri dati della parte: è bene non inviarli.";
  if (tells_personal_data(message.sender)) report("Mittente/Interlocutore", reason);
  if (tells_personal_data(message.recipient)) report("Destinatario/Interlocutore", reason);
}

struct MessageRule {
  const char* name;
  Grade grade;
  void (*check)(const Message&, Report&);
};
// To add a rule, write a function above, name it here and in README.md.
constexpr MessageRule rules[] = {
    {"message.answer-predecessor", Grade::blocking, answer_predecessor},
    {"message.own-predecessor", Grade::blocking, own_predecessor},
    {"message.stray-answer", Grade::warning, stray_answer},
    {"message.empty-text", Grade::warning, empty_text},
    {"message.personal-data", Grade::warning, personal_data},
};

}  // namespace

void check_rules(const Message& message, const Element& root, Findings& findings) {
  Report report(root, findings);
  for (const MessageRule& rule : rules) {
    report.begin(rule.name, rule.grade);
    rule.check(message, report);
  }
}

}  // namespace incontro
