#pragma once

#include <incontro/codes.h>
#include <incontro/date.h>

#include <optional>
#include <string>
#include <variant>
#include <vector>

// The records as plain data: English names, the standard's element in the comment. An empty string
// or code means "not stated": the standard admits <fax/> for an absent fax. Flags that may be
// unstated are std::optional<bool> (SI, NO, absent). Text is UTF-8; lengths in comments are code
// points.
namespace incontro {

enum class Collection : std::uint8_t { vacancies, cvs };
inline constexpr Collection collections[] = {Collection::vacancies, Collection::cvs};
constexpr Collection other(Collection collection) {
  return collection == Collection::vacancies ? Collection::cvs : Collection::vacancies;
}

// codicecandidatura, codiceofferta: any 25 characters; unique within its collection.
struct RecordCode {
  Collection collection;
  std::string value;
  auto operator<=>(const RecordCode&) const = default;
};

struct Contacts {         // Recapiti, DatiContatto, and the same fields of DatiSistema
  std::string address;    // indirizzo
  std::string telephone;  // telefono
  std::string mobile;     // cellulare (a person's only)
  std::string fax;
  std::string email;
  bool operator==(const Contacts&) const = default;
};

struct Intermediary {       // part of DatiSistema
  std::string code;         // idintermediario (CV), intermediario (vacancy): at most 11
  std::string fiscal_code;  // codicefiscaleintermediario
  std::string name;         // denominazioneintermediario
  PlaceCode place;          // idcomune
  std::string postcode;     // cap
  Contacts contacts;
  bool stated() const { return !code.empty() || !name.empty() || !fiscal_code.empty(); }
  bool operator==(const Intermediary&) const = default;
};

enum class Kind : std::uint8_t { publish, close };  // tipocandidatura, tipoofferta: 01, 02

struct SystemData {  // DatiSistema, and DurataRichiesta of a vacancy
  Kind kind = Kind::publish;
  std::string code;                      // 25 characters
  std::string predecessor;               // codice...precedente; empty: a first communication
  std::string closing_reason;            // motivochiusura: no official list, at most 2
  Timestamp inserted{};                  // datainserimento, datapubblicazione
  std::optional<Date> expires;           // datascadenza
  std::optional<bool> contacts_visible;  // visibilita
  Intermediary intermediary;
  bool operator==(const SystemData&) const = default;
};

struct LanguageSkill {  // Lingue, Lingua
  LanguageCode language;
  LanguageLevel read, written, spoken;
  bool operator==(const LanguageSkill&) const = default;
};

struct Job {                     // EsperienzeLavorative
  ContractCode kind;             // tipoesperienza
  ProfessionCode profession;     // qualificasvolta
  std::string title;             // descrqualificasvolta
  std::string duties;            // principalimansioni
  std::string employer;          // nomedatore
  std::string employer_address;  // indirizzodatore
  std::optional<Date> from, to;  // datainizio, datafine
  bool operator==(const Job&) const = default;
};

struct Education {      // Istruzione; titolostudio of a vacancy
  EducationCode level;  // titolostudio
  std::string title;    // descrizioneistruzione, descrizionestudio
  std::string mark;     // votazione (CV only)
  bool operator==(const Education&) const = default;
};

struct Training {               // Formazione
  std::string title;            // titolocorso
  PlaceCode place;              // idsede
  std::string duration;         // durata: digits, or empty
  DurationUnitCode unit;        // idtipologiadurata
  AttestationCode attestation;  // idattestazione
  ProfessionCode profession;    // idqualifica
  std::string qualification;    // descrqualifica
  bool operator==(const Training&) const = default;
};

struct WantedJob {  // ProfessioneDesiderataDisponibilita: availability belongs to each wanted job
  ProfessionCode profession;            // idprofessione
  std::string title;                    // descrprofessione
  std::string description;              // descrizioneprofessione
  std::optional<bool> experienced;      // esperienzasettore
  std::string experience;               // descrizioneesperienza
  std::optional<bool> transfers;        // trasferte
  std::vector<WorkingModeCode> modes;   // idmodalitalavorativa
  std::vector<ContractCode> contracts;  // idtipologiacontratto
  std::optional<bool> own_transport;    // mezzitrasporto
  bool operator==(const WantedJob&) const = default;
};

struct Person {                 // DatiAnagrafici, Domicilio, Recapiti of the Lavoratore
  std::string fiscal_code;      // codicefiscale
  std::string surname, name;    // cognome, nome
  std::string sex;              // sesso: M, F
  Date born{};                  // datanascita
  PlaceCode birthplace;         // idcomune of DatiAnagrafici
  CitizenshipCode citizenship;  // idcittadinanza
  PlaceCode home;               // idcomune of Domicilio
  std::string postcode;         // cap of Domicilio
  Contacts contacts;
  bool operator==(const Person&) const = default;
};

struct Cv {  // Candidatura, Rev.038
  SystemData system;
  Person person;
  std::vector<Job> jobs;
  std::vector<Education> education;
  std::vector<Training> training;
  std::vector<LanguageSkill> languages;
  std::string it_skills;                      // tipoconoscenza
  std::string it_details;                     // specifiche
  std::vector<RegisterCode> registers;        // idalbo
  std::vector<LicenceCode> licences;          // idpatenteguida
  std::vector<CertificateCode> certificates;  // idpatentino
  std::vector<WantedJob> wanted;              // at least one
  DiffusionCode diffusion;                    // ambitodiffusione
  std::optional<bool> receives_benefits;      // percettore
  bool operator==(const Cv&) const = default;
};

struct Employer {           // DatoreLavoro
  std::string fiscal_code;  // codicefiscale
  std::string name;         // denominazione
  SectorCode sector;        // settore
  EmployerSizeCode size;    // ampiezza
  std::string web;
  PlaceCode place;       // idcomune of DatiContatto
  std::string postcode;  // cap
  Contacts contacts;
  bool operator==(const Employer&) const = default;
};

struct Vacancy {  // Ricerca personale, Rev.038 and Rev.064
  SystemData system;
  Employer employer;
  int positions = 1;                          // numerolavoratori, 1 to 99
  ProfessionCode profession;                  // idprofessione
  std::string title;                          // descrprofessione
  std::string description;                    // descrizionericerca
  std::optional<bool> experience_required;    // esperienzarichiesta
  std::string experience;                     // descrizioneesperienza
  std::vector<Education> education;           // titolostudio: any of these
  RegisterCode professional_register;         // idalbo
  std::vector<LanguageSkill> languages;       // Lingua: all of these
  std::string it_skills;                      // conoscenzeinformatiche
  std::string other_skills;                   // altrecapacita
  std::optional<bool> transfers;              // trasferte
  std::vector<LicenceCode> licences;          // idpatenteguida
  std::optional<bool> own_transport;          // idmezzitrasporto
  std::vector<CertificateCode> certificates;  // idpatentino
  std::string other_requirements;             // ulteriorirequisiti
  PlaceCode workplace;                        // idcomune of CondizioniOfferte
  ContractCode contract;                      // idtipologiacontratto
  std::string duration;                       // durata
  AgreementCode agreement;                    // idccnl
  ContractLevelCode contract_level;           // idlivellocontrattuale
  WorkingModeCode mode;                       // idmodalitalavoro
  std::string gross_salary;                   // retribuzioneannualorda: euro a year, digits
  std::string other_conditions;               // ulterioricondizioni
  std::optional<bool> open_to_non_eu;         // AltreInformazioni/N.O.: Rev.064 only
  std::string intermediary_reference;         // codiceoffertaintermediario
  bool operator==(const Vacancy&) const = default;
};

struct Party {  // Interlocutore
  std::string fiscal_code, intermediary_code, name, address, telephone, email;
  PlaceCode place;
  std::string record_code;  // codiceoffertacandidatura
  bool operator==(const Party&) const = default;
};

struct Message {            // Messaggio, Rev.038
  std::string sender_kind;  // tiposoggetto: 1 company, 2 citizen, 3 intermediary
  Party sender, recipient;
  std::string text;              // testomessaggio
  std::optional<bool> positive;  // contattopositivo
  std::string kind;              // tipocomunicazione: 03 contact, 04 answer
  Timestamp sent{};              // data
  std::string code, predecessor;
  bool operator==(const Message&) const = default;
};

// A stored record, and at the same time the communication that brought it. The order of the
// alternatives is that of Collection.
using Record = std::variant<Vacancy, Cv>;

inline Collection collection_of(const Record& r) { return static_cast<Collection>(r.index()); }
inline const SystemData& system_of(const Record& r) {
  return std::visit([](const auto& x) -> const SystemData& { return x.system; }, r);
}
inline RecordCode code_of(const Record& r) { return {collection_of(r), system_of(r).code}; }
// What a reader sees first: the vacancy's title, or the CV's first wanted job.
const std::string& title_of(const Record& record);

}  // namespace incontro
