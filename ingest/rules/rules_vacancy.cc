#include "rules/fiscal_code.h"
#include "rules/profession_rule.h"
#include "rules/report.h"
#include "rules/rules.h"
#include "rules/system_rules.h"

namespace incontro {
namespace {

constexpr SystemElements at = {"Richiesta/DurataRichiesta/datascadenza",
                               "DatiSistema/codiceoffertaprecedente"};

void positions(const Vacancy& vacancy, Report& report) {
  if (vacancy.positions < 1)
    report("Richiesta/ProfiloRichiesto/numerolavoratori",
           "Il numero di lavoratori richiesti deve essere almeno 1.");
}

void expiry_order(const Vacancy& vacancy, Report& report) {
  expiry_follows_insertion(vacancy.system, at, report);
}

// D.lgs 276/2003 art. 9: only authorised intermediaries, who name themselves, may publish
// anonymous vacancies.
void hidden_employer(const Vacancy& vacancy, Report& report) {
  if (hidden_without_intermediary(vacancy.system))
    report("DatiSistema/visibilita",
           "Un'offerta anonima (visibilita NO) è ammessa solo con un intermediario che si nomina.");
}

void closing_reason(const Vacancy& vacancy, Report& report) {
  closure_has_reason(vacancy.system, report);
}
void closing_predecessor(const Vacancy& vacancy, Report& report) {
  closure_has_predecessor(vacancy.system, at, report);
}
void own_predecessor(const Vacancy& vacancy, Report& report) {
  predecessor_is_another(vacancy.system, at, report);
}
void stray_reason(const Vacancy& vacancy, Report& report) {
  reason_only_when_closing(vacancy.system, report);
}

void fiscal_code_check(const Vacancy& vacancy, Report& report) {
  if (!vacancy.employer.fiscal_code.empty() && !fiscal_code_checks(vacancy.employer.fiscal_code))
    report("DatoreLavoro/DatiAnagrafici/codicefiscale",
           "Il carattere di controllo del codice fiscale non torna.");
}

// A01 fixed term, A03 traineeship.
void duration_expected(const Vacancy& vacancy, Report& report) {
  if ((vacancy.contract.value == "A01" || vacancy.contract.value == "A03") &&
      vacancy.duration.empty())
    report("Richiesta/CondizioniOfferte/durata",
           "Per un contratto a termine o un tirocinio è bene indicare la durata.");
}

void experience_text(const Vacancy& vacancy, Report& report) {
  if (vacancy.experience_required == false && !vacancy.experience.empty())
    report("Richiesta/ProfiloRichiesto/descrizioneesperienza",
           "È descritta un'esperienza, ma esperienzarichiesta dice NO.");
}

void profession_title(const Vacancy& vacancy, Report& report) {
  title_fits_code(vacancy.title, vacancy.profession, "Richiesta/ProfiloRichiesto/descrprofessione",
                  report);
}

void language_levels(const Vacancy& vacancy, Report& report) {
  for (std::size_t i = 0; i < vacancy.languages.size(); ++i)
    language_is_complete(vacancy.languages[i], "Richiesta/IstruzioneFormazione/" + nth("Lingua", i),
                         report);
}

void intermediary_place(const Vacancy& vacancy, Report& report) {
  intermediary_has_place(vacancy.system, report);
}
void intermediary_visibility(const Vacancy& vacancy, Report& report) {
  intermediary_has_visibility(vacancy.system, report);
}

struct VacancyRule {
  const char* name;
  Grade grade;
  void (*check)(const Vacancy&, Report&);
};
// To add a rule, write a function above, name it here and in README.md.
constexpr VacancyRule rules[] = {
    {"vacancy.positions", Grade::blocking, positions},
    {"vacancy.expiry-order", Grade::blocking, expiry_order},
    {"vacancy.hidden-employer", Grade::blocking, hidden_employer},
    {"vacancy.closing-reason", Grade::blocking, closing_reason},
    {"vacancy.closing-predecessor", Grade::blocking, closing_predecessor},
    {"vacancy.own-predecessor", Grade::blocking, own_predecessor},
    {"vacancy.stray-closing-reason", Grade::warning, stray_reason},
    {"vacancy.fiscal-code-check", Grade::warning, fiscal_code_check},
    {"vacancy.duration-expected", Grade::warning, duration_expected},
    {"vacancy.experience-text", Grade::warning, experience_text},
    {"vacancy.profession-title", Grade::warning, profession_title},
    {"vacancy.language-levels", Grade::warning, language_levels},
    {"vacancy.intermediary-place", Grade::warning, intermediary_place},
    {"vacancy.intermediary-visibility", Grade::warning, intermediary_visibility},
};

}  // namespace

void check_rules(const Vacancy& vacancy, const Element& root, Findings& findings) {
  Report report(root, findings);
  for (const VacancyRule& rule : rules) {
    report.begin(rule.name, rule.grade);
    rule.check(vacancy, report);
  }
}

}  // namespace incontro
