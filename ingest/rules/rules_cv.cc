#include "rules/fiscal_code.h"
#include "rules/profession_rule.h"
#include "rules/report.h"
#include "rules/rules.h"
#include "rules/system_rules.h"

namespace incontro {
namespace {

constexpr SystemElements at = {"DatiSistema/datascadenza",
                               "DatiSistema/codicecandidaturaprecedente"};

// Compulsory schooling ends at sixteen; apprenticeships of the first type begin at fifteen.
constexpr int youngest = 15;
constexpr int oldest = 100;

int full_years(Date from, Date to) {
  const std::chrono::year_month_day a{from}, b{to};
  const bool before_birthday =
      b.month() < a.month() || (b.month() == a.month() && b.day() < a.day());
  return static_cast<int>(b.year()) - static_cast<int>(a.year()) - (before_birthday ? 1 : 0);
}

void expiry_order(const Cv& cv, Report& report) { expiry_follows_insertion(cv.system, at, report); }

void job_dates(const Cv& cv, Report& report) {
  for (std::size_t i = 0; i < cv.jobs.size(); ++i)
    if (cv.jobs[i].from && cv.jobs[i].to && *cv.jobs[i].to < *cv.jobs[i].from)
      report("DatiCurriculari/" + nth("EsperienzeLavorative", i) + "/datafine",
             "La fine dell'esperienza precede l'inizio.");
}

void birth_date(const Cv& cv, Report& report) {
  if (cv.person.born > date_of(cv.system.inserted))
    report("Lavoratore/DatiAnagrafici/datanascita",
           "La data di nascita segue la data di inserimento.");
}

void closing_reason(const Cv& cv, Report& report) { closure_has_reason(cv.system, report); }
void closing_predecessor(const Cv& cv, Report& report) {
  closure_has_predecessor(cv.system, at, report);
}
void own_predecessor(const Cv& cv, Report& report) {
  predecessor_is_another(cv.system, at, report);
}
void stray_reason(const Cv& cv, Report& report) { reason_only_when_closing(cv.system, report); }

void age(const Cv& cv, Report& report) {
  const Date day = date_of(cv.system.inserted);
  if (cv.person.born > day) return;
  const int years = full_years(cv.person.born, day);
  if (years < youngest || years > oldest)
    report("Lavoratore/DatiAnagrafici/datanascita",
           "L'età alla data di inserimento è insolita: verificare la data di nascita.");
}

void fiscal_code_check(const Cv& cv, Report& report) {
  if (!fiscal_code_checks(cv.person.fiscal_code))
    report("Lavoratore/DatiAnagrafici/codicefiscale",
           "Il carattere di controllo del codice fiscale non torna.");
}

void fiscal_code_identity(const Cv& cv, Report& report) {
  const auto who = fiscal_identity(cv.person.fiscal_code);
  if (!who) return;
  const std::chrono::year_month_day born{cv.person.born};
  const bool same = cv.person.sex == std::string_view(&who->sex, 1) &&
                    static_cast<int>(born.year()) % 100 == who->year_of_century &&
                    static_cast<unsigned>(born.month()) == who->month &&
                    static_cast<unsigned>(born.day()) == who->day &&
                    cv.person.birthplace.value == who->birthplace;
  if (!same)
    report("Lavoratore/DatiAnagrafici/codicefiscale",
           "Il codice fiscale non corrisponde a sesso, data o luogo di nascita.");
}

void job_in_future(const Cv& cv, Report& report) {
  for (std::size_t i = 0; i < cv.jobs.size(); ++i)
    if (cv.jobs[i].from && *cv.jobs[i].from > date_of(cv.system.inserted))
      report("DatiCurriculari/" + nth("EsperienzeLavorative", i) + "/datainizio",
             "L'esperienza inizia dopo la data di inserimento.");
}

void training_duration(const Cv& cv, Report& report) {
  for (std::size_t i = 0; i < cv.training.size(); ++i)
    if (cv.training[i].duration.empty() != cv.training[i].unit.empty())
      report("DatiCurriculari/" + nth("Formazione", i),
             "La durata del corso e la sua unità di misura vanno indicate insieme.");
}

void language_levels(const Cv& cv, Report& report) {
  for (std::size_t i = 0; i < cv.languages.size(); ++i)
    language_is_complete(cv.languages[i], "DatiCurriculari/" + nth("Lingue", i), report);
}

void profession_title(const Cv& cv, Report& report) {
  for (std::size_t i = 0; i < cv.wanted.size(); ++i)
    title_fits_code(
        cv.wanted[i].title, cv.wanted[i].profession,
        "DatiCurriculari/" + nth("ProfessioneDesiderataDisponibilita", i) + "/descrprofessione",
        report);
}

void experience_text(const Cv& cv, Report& report) {
  for (std::size_t i = 0; i < cv.wanted.size(); ++i)
    if (cv.wanted[i].experienced == false && !cv.wanted[i].experience.empty())
      report("DatiCurriculari/" + nth("ProfessioneDesiderataDisponibilita", i) +
                 "/descrizioneesperienza",
             "È descritta un'esperienza, ma esperienzasettore dice NO.");
}

void hidden_contacts(const Cv& cv, Report& report) {
  if (hidden_without_intermediary(cv.system))
    report(
        "DatiSistema/visibilita",
        "I contatti sono nascosti e manca un intermediario: nessuno potrà contattare la persona.");
}

void intermediary_place(const Cv& cv, Report& report) { intermediary_has_place(cv.system, report); }
void intermediary_visibility(const Cv& cv, Report& report) {
  intermediary_has_visibility(cv.system, report);
}

struct CvRule {
  const char* name;
  Grade grade;
  void (*check)(const Cv&, Report&);
};
// To add a rule, write a function above, name it here and in README.md.
constexpr CvRule rules[] = {
    {"cv.expiry-order", Grade::blocking, expiry_order},
    {"cv.job-dates", Grade::blocking, job_dates},
    {"cv.birth-date", Grade::blocking, birth_date},
    {"cv.closing-reason", Grade::blocking, closing_reason},
    {"cv.closing-predecessor", Grade::blocking, closing_predecessor},
    {"cv.own-predecessor", Grade::blocking, own_predecessor},
    {"cv.stray-closing-reason", Grade::warning, stray_reason},
    {"cv.age", Grade::warning, age},
    {"cv.fiscal-code-check", Grade::warning, fiscal_code_check},
    {"cv.fiscal-code-identity", Grade::warning, fiscal_code_identity},
    {"cv.job-in-future", Grade::warning, job_in_future},
    {"cv.training-duration", Grade::warning, training_duration},
    {"cv.language-levels", Grade::warning, language_levels},
    {"cv.profession-title", Grade::warning, profession_title},
    {"cv.experience-text", Grade::warning, experience_text},
    {"cv.hidden-contacts", Grade::warning, hidden_contacts},
    {"cv.intermediary-place", Grade::warning, intermediary_place},
    {"cv.intermediary-visibility", Grade::warning, intermediary_visibility},
};

}  // namespace

void check_rules(const Cv& cv, const Element& root, Findings& findings) {
  Report report(root, findings);
  for (const CvRule& rule : rules) {
    report.begin(rule.name, rule.grade);
    rule.check(cv, report);
  }
}

}  // namespace incontro
