#pragma once

#include "match/reason_words.h"

// Every text of the reasons, in Italian and English.
namespace incontro::reasons {

// --- Lists and numbers
inline constexpr Text others{" e altre {}", " and {} more"};
inline constexpr Text thousands{".", ","};
inline constexpr Text month{"1 mese", "1 month"};
inline constexpr Text months{"{} mesi", "{} months"};

// --- Profession
inline constexpr Text wants_same{"Cerca: {}, la stessa professione.",
                                 "Wants: {}, the same profession."};
inline constexpr Text wants_related{"Cerca: {}, una professione affine.",
                                    "Wants: {}, a related profession."};
inline constexpr Text wants_other{"Cerca: {}, un’altra professione.",
                                  "Wants: {}, another profession."};
inline constexpr Text did_same{"Ha lavorato come: {}, la stessa professione.",
                               "Has worked as: {}, the same profession."};
inline constexpr Text did_related{"Ha lavorato come: {}, una professione affine.",
                                  "Has worked as: {}, a related profession."};
inline constexpr Text past_work{"Esperienza come: {}", "Experience as: {}"};
inline constexpr Text no_profession{"Non indica la professione.", "States no profession."};

// --- Experience
inline constexpr Text related_months{"{} in professioni affini", "{} in related professions"};
inline constexpr Text declared{"esperienza dichiarata", "declared experience"};
inline constexpr Text experience{"Esperienza in professioni affini: {}; richiesta: {}.",
                                 "Experience in related professions: {}; asked: {}."};
inline constexpr Text declares_experience{
    "Dichiara di avere esperienza. In professioni affini: {}; richiesta: {}.",
    "Declares experience. In related professions: {}; asked: {}."};
inline constexpr Text none{"nessuna", "none"};
inline constexpr Text any_length{"durata non indicata", "length not stated"};
inline constexpr Text any_experience{"esperienza in professioni affini",
                                     "experience in related professions"};

// --- Education
inline constexpr Text education_reached{"Titolo di studio: {}.", "Education: {}."};
inline constexpr Text education_lower{"Titolo di studio: {}; è richiesto: {}.",
                                      "Education: {}; asked: {}."};
inline constexpr Text education_unstated{"Non indica il titolo di studio; è richiesto: {}.",
                                         "States no education; asked: {}."};

// --- Languages
inline constexpr Text language_and_levels{"{} ({})", "{} ({})"};
inline constexpr Text read{"letto {}", "read {}"};
inline constexpr Text written{"scritto {}", "written {}"};
inline constexpr Text spoken{"parlato {}", "spoken {}"};
inline constexpr Text languages_known{"Conosce: {}.", "Knows: {}."};
inline constexpr Text languages_asked{"È richiesto: {}.", "Asked: {}."};
inline constexpr Text languages_known_and_asked{"Conosce: {}; è richiesto: {}.",
                                                "Knows: {}; asked: {}."};
inline constexpr Text italian_unstated{
    "L’italiano si considera conosciuto se il curriculum non ne indica il livello.",
    "Italian counts as known where the CV states no level of it."};

// --- Skills
inline constexpr Text skills_had{"Competenze presenti: {}.", "Skills found: {}."};
inline constexpr Text skills_lacking{"Competenze non trovate: {}.", "Skills not found: {}."};
inline constexpr Text skills_had_and_lacking{"Competenze presenti: {}; non trovate: {}.",
                                             "Skills found: {}; not found: {}."};
inline constexpr Text skills_near{" Ha competenze dello stesso gruppo di: {}.",
                                  " Has skills of the same group as: {}."};

// --- Registers, licences, certificates
inline constexpr Text registers_had{"Iscrizione all’albo: {}.", "Professional register: {}."};
inline constexpr Text registers_lacking{"Manca l’iscrizione all’albo: {}.",
                                        "Missing from the professional register: {}."};
inline constexpr Text registers_had_and_lacking{"Iscrizione all’albo: {}; manca: {}.",
                                                "Professional register: {}; missing: {}."};
inline constexpr Text the_licence{"la patente{}", "Patente{}"};
inline constexpr Text licences_had{"Ha {}.", "Has: {}."};
inline constexpr Text licences_lacking{"Manca {}.", "Missing: {}."};
inline constexpr Text licences_had_and_lacking{"Ha {}; manca {}.", "Has: {}; missing: {}."};
inline constexpr Text certificates_had{"Ha il patentino: {}.", "Has the certificate: {}."};
inline constexpr Text certificates_lacking{"Manca il patentino: {}.",
                                           "Missing the certificate: {}."};
inline constexpr Text certificates_had_and_lacking{"Ha il patentino: {}; manca: {}.",
                                                   "Has the certificate: {}; missing: {}."};

// --- Contract and working mode
inline constexpr Text contract_accepted{"Accetta il contratto offerto: {}.",
                                        "Accepts the contract offered: {}."};
inline constexpr Text contract_open{"Non pone condizioni sul contratto; quello offerto è: {}.",
                                    "Sets no condition on the contract; offered: {}."};
inline constexpr Text contract_refused{"Non indica il contratto offerto ({}) tra quelli accettati.",
                                       "The contract offered ({}) is not among those accepted."};
inline constexpr Text mode_accepted{"Accetta l’orario offerto: {}.",
                                    "Accepts the working hours offered: {}."};
inline constexpr Text mode_open{"Non pone condizioni sull’orario; quello offerto è: {}.",
                                "Sets no condition on the working hours; offered: {}."};
inline constexpr Text mode_refused{"Non indica l’orario offerto ({}) tra quelli accettati.",
                                   "The working hours offered ({}) are not among those accepted."};

// --- Transfers and transport
inline constexpr Text transfers{"Disponibilità alle trasferte", "Readiness to travel for work"};
inline constexpr Text transfers_yes{"È disponibile alle trasferte richieste.",
                                    "Is ready to travel for work, as asked."};
inline constexpr Text transfers_unstated{"Non indica se è disponibile alle trasferte richieste.",
                                         "Does not state readiness to travel for work, as asked."};
inline constexpr Text transfers_no{"Non è disponibile alle trasferte richieste.",
                                   "Is not ready to travel for work, as asked."};
inline constexpr Text transport{"Mezzo di trasporto proprio", "Own means of transport"};
inline constexpr Text transport_yes{"Ha un mezzo di trasporto proprio, come richiesto.",
                                    "Has own means of transport, as asked."};
inline constexpr Text transport_unstated{
    "Non indica se ha un mezzo di trasporto proprio, che è richiesto.",
    "Does not state own means of transport, which is asked."};
inline constexpr Text transport_no{"Non ha un mezzo di trasporto proprio, che è richiesto.",
                                   "Has no means of transport of their own, which is asked."};

// --- Territory
inline constexpr Text same_place{"{}, dove è il lavoro", "{}, where the work is"};
inline constexpr Text at_km{"{}, a {} km da {}", "{}, {} km from {}"};
inline constexpr Text below_a_km{"{}, a meno di 1 km da {}", "{}, less than 1 km from {}"};
inline constexpr Text unmeasured{"{}; luogo di lavoro: {}", "{}; workplace: {}"};
inline constexpr Text home{"Domicilio: {}.", "Home: {}."};
inline constexpr Text home_unstated{"Non indica il domicilio; luogo di lavoro: {}.",
                                    "States no home; workplace: {}."};
inline constexpr Text abroad{"un altro Stato", "another state"};
inline constexpr Text eures{"Curriculum destinato alla rete europea (EURES)",
                            "CV given to the European network (EURES)"};
inline constexpr Text abroad_yes{
    "Il lavoro è all’estero: {}. Il curriculum è destinato anche alla rete europea (EURES).",
    "The work is abroad: {}. The CV is given to the European network (EURES) too."};
inline constexpr Text abroad_no{
    "Il lavoro è all’estero: {}. Il curriculum non è destinato alla rete europea (EURES).",
    "The work is abroad: {}. The CV is not given to the European network (EURES)."};

// --- Salary
inline constexpr Text euro_a_year{"{} euro l’anno", "{} euro a year"};
inline constexpr Text salary_reached{"Retribuzione offerta: {} euro l’anno; desiderata: {}.",
                                     "Salary offered: {} euro a year; wished: {}."};

// --- Text
inline constexpr Text words_in_common{"Parole in comune: {}.", "Words in common: {}."};
inline constexpr Text few_words_in_common{"I testi hanno poche parole in comune.",
                                          "The texts have few words in common."};

// --- Freshness
inline constexpr Text published_lately{"Pubblicato negli ultimi {} giorni",
                                       "Published in the last {} days"};
inline constexpr Text published_before{"Pubblicato da oltre {} giorni",
                                       "Published more than {} days ago"};
inline constexpr Text published_long_ago{"Pubblicato da {} giorni o più",
                                         "Published {} days ago or earlier"};

}  // namespace incontro::reasons
