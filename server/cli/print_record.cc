#include "cli/print_record.h"

#include <fmt/core.h>
#include <fmt/ranges.h>
#include <incontro/privacy.h>

#include "cli/printable.h"
#include "cli/texts_it.h"

namespace incontro::cli {
namespace {

// Prints "label: value" lines, and passes over what is not stated.
void line(const char* label, const std::string& value) {
  if (!value.empty())
    fmt::print("  {:<24} {}\n", *label ? fmt::format("{}:", label) : std::string(),
               printable(value));
}

void line(const char* label, const std::optional<bool>& flag) {
  if (flag) line(label, std::string(*flag ? "sì" : "no"));
}

template <Table T>
std::string said(const CodeOf<T>& code) {
  if (code.empty()) return {};
  const std::string_view label = code.label();
  return label == code.value ? code.value : fmt::format("{} ({})", label, code.value);
}

template <Table T>
void line(const char* label, const CodeOf<T>& code) {
  line(label, said(code));
}

template <Table T>
void line(const char* label, const std::vector<CodeOf<T>>& codes) {
  std::vector<std::string> all;
  for (const auto& code : codes) all.push_back(said(code));
  line(label, fmt::format("{}", fmt::join(all, "; ")));
}

// The stated ones of several texts: "a, b".
std::string joined(std::initializer_list<std::string> texts) {
  std::string all;
  for (const std::string& text : texts)
    if (!text.empty()) all += (all.empty() ? "" : ", ") + text;
  return all;
}

std::string day(const std::optional<Date>& date) { return date ? format_date_it(*date) : ""; }

void print(const Contacts& c) {
  line("Indirizzo", c.address);
  line("Telefono", joined({c.telephone, c.mobile}));
  line("Fax", c.fax);
  line("E-mail", c.email);
}

void print(const Intermediary& i) {
  if (!i.stated()) return;
  fmt::print(texts::heading, texts::intermediary);
  line("Nome", joined({i.name, i.code}));
  line("Comune", i.place);
  print(i.contacts);
}

void print(const std::vector<LanguageSkill>& languages) {
  for (const LanguageSkill& l : languages)
    line("Lingua", fmt::format("{}: lettura {}, scrittura {}, parlato {}", said(l.language),
                               l.read.value, l.written.value, l.spoken.value));
}

void print(const std::vector<Education>& education) {
  for (const Education& e : education)
    line("Titolo di studio", joined({said(e.level), e.title, e.mark}));
}

void print(const Vacancy& v) {
  line("Professione", v.profession);
  line("Descrizione", v.description);
  line("Posti", std::to_string(v.positions));
  line("Luogo di lavoro", v.workplace);
  line("Contratto", v.contract);
  line("Durata", v.duration);
  line("Orario", v.mode);
  line("Contratto collettivo", v.agreement);
  line("Livello", v.contract_level);
  line("Retribuzione annua", v.gross_salary);
  line("Altre condizioni", v.other_conditions);
  line("Esperienza richiesta", v.experience_required);
  line("Esperienza", v.experience);
  print(v.education);
  line("Albo", v.professional_register);
  print(v.languages);
  line("Informatica", v.it_skills);
  line("Altre capacità", v.other_skills);
  line("Patenti", v.licences);
  line("Patentini", v.certificates);
  line("Trasferte", v.transfers);
  line("Mezzo proprio", v.own_transport);
  line("Altri requisiti", v.other_requirements);
  line("Aperta a non UE", v.open_to_non_eu);
  fmt::print(texts::heading, texts::employer);
  line("Nome", v.employer.name);
  line("Settore", v.employer.sector);
  line("Dipendenti", v.employer.size);
  line("Sito", v.employer.web);
  line("Comune", v.employer.place);
  print(v.employer.contacts);
}

void print(const Job& j) {
  line("Esperienza", joined({j.title.empty() ? said(j.profession) : j.title, j.employer,
                             day(j.from), day(j.to)}));
  line("", j.duties);
}

void print(const WantedJob& w) {
  line("Cerca lavoro come", joined({w.title, said(w.profession)}));
  line("Descrizione", w.description);
  line("Esperienza nel settore", w.experienced);
  line("", w.experience);
  line("Contratti", w.contracts);
  line("Orari", w.modes);
  line("Trasferte", w.transfers);
  line("Mezzo proprio", w.own_transport);
}

void print(const Cv& cv) {
  for (const WantedJob& w : cv.wanted) print(w);
  line("Diffusione", cv.diffusion);
  line("Percettore", cv.receives_benefits);
  line("Domicilio", cv.person.home);
  for (const Job& j : cv.jobs) print(j);
  print(cv.education);
  for (const Training& t : cv.training)
    line("Corso", joined({t.title, said(t.place), t.qualification, said(t.attestation)}));
  print(cv.languages);
  line("Informatica", joined({cv.it_skills, cv.it_details}));
  line("Albi", cv.registers);
  line("Patenti", cv.licences);
  line("Patentini", cv.certificates);
  fmt::print(texts::heading, texts::contact_data);
  if (!contacts_visible(cv)) fmt::print(texts::hidden);
  line("Nome", joined({cv.person.name, cv.person.surname}));
  print(cv.person.contacts);
}

void print(const std::vector<Incentive>& incentives) {
  if (incentives.empty()) return;
  const CodeTable& rules = code_table(Table::incentive);
  fmt::print(texts::heading, texts::incentives);
  for (const Incentive& one : incentives) {
    const std::string status(incentive_domain().label(incentive_value(one.status)));
    line(status.c_str(),
         fmt::format("{} ({})", rules.row(one.rule).label, rules.extra(one.rule, "law")));
    line("  Beneficio", std::string(rules.extra(one.rule, "note")));
    line("  Da verificare", fmt::format("{}", fmt::join(one.missing, "; ")));
    line("  L'offerta deve avere", fmt::format("{}", fmt::join(one.of_offer, "; ")));
  }
}

}  // namespace

const char* state_label(State state) {
  switch (state) {
    case State::scheduled:
      return texts::state_scheduled;
    case State::active:
      return texts::state_active;
    case State::expired:
      return texts::state_expired;
    case State::withdrawn:
      return texts::state_withdrawn;
  }
  return "";
}

void print_record(const View& view) {
  const SystemData& system = system_of(view.record);
  fmt::print("{}\n", printable(title_of(view.record)));
  line("Codice", system.code);
  line("Stato",
       fmt::format("{}, valido dal {} al {}", state_label(view.state),
                   format_date_it(view.validity.first), format_date_it(view.validity.last)));
  line("Sostituisce", system.predecessor);
  line("Sostituito da", view.successor);
  std::visit([](const auto& record) { print(record); }, view.record);
  print(system.intermediary);
  print(view.incentives);
}

}  // namespace incontro::cli
