#pragma once

#include "decode/shape_common.h"

namespace incontro {

template <class Fields, class VacancyLike>
void shape_employer(Fields& fields, VacancyLike& vacancy) {
  auto& employer = vacancy.employer;
  fields.group("DatiAnagrafici", [&] {
    fields.text("codicefiscale", employer.fiscal_code);
    fields.required("denominazione", employer.name);
    fields.required("settore", employer.sector);
    fields.text("ampiezza", employer.size);
    fields.text("web", employer.web);
  });
  fields.group("DatiContatto", [&] {
    fields.text("indirizzo", employer.contacts.address);
    fields.required("idcomune", employer.place);
    fields.text("cap", employer.postcode);
    fields.text("telefono", employer.contacts.telephone);
    fields.text("fax", employer.contacts.fax);
    fields.required("email", employer.contacts.email);
  });
}

template <class Fields, class VacancyLike>
void shape_profile(Fields& fields, VacancyLike& vacancy) {
  fields.group("ProfiloRichiesto", [&] {
    fields.number("numerolavoratori", vacancy.positions);
    fields.required("idprofessione", vacancy.profession);
    fields.required("descrprofessione", vacancy.title);
    fields.required("descrizionericerca", vacancy.description);
    fields.flag("esperienzarichiesta", vacancy.experience_required);
    fields.text("descrizioneesperienza", vacancy.experience);
  });
  fields.group("IstruzioneFormazione", [&] {
    fields.each("titolostudio", vacancy.education, [&](auto& education) {
      fields.required("idtitolostudio", education.level);
      fields.text("descrizionestudio", education.title);
    });
    fields.text("idalbo", vacancy.professional_register);
    fields.each("Lingua", vacancy.languages, [&](auto& skill) {
      fields.required("idlingua", skill.language);
      shape_language_levels(fields, skill);
    });
    fields.text("conoscenzeinformatiche", vacancy.it_skills);
    fields.text("altrecapacita", vacancy.other_skills);
    fields.flag("trasferte", vacancy.transfers);
    fields.codes("idpatenteguida", vacancy.licences);
    fields.flag("idmezzitrasporto", vacancy.own_transport);
    fields.codes("idpatentino", vacancy.certificates);
    fields.text("ulteriorirequisiti", vacancy.other_requirements);
  });
}

template <class Fields, class VacancyLike>
void shape_offer(Fields& fields, VacancyLike& vacancy) {
  fields.group("CondizioniOfferte", [&] {
    fields.required("idcomune", vacancy.workplace);
    fields.required("idtipologiacontratto", vacancy.contract);
    fields.text("durata", vacancy.duration);
    fields.text("idccnl", vacancy.agreement);
    fields.text("idlivellocontrattuale", vacancy.contract_level);
    fields.text("idmodalitalavoro", vacancy.mode);
    fields.digits("retribuzioneannualorda", vacancy.gross_salary);
    fields.text("ulterioricondizioni", vacancy.other_conditions);
  });
  fields.group("DurataRichiesta", [&] {
    fields.stamp("datapubblicazione", vacancy.system.inserted);
    fields.date("datascadenza", vacancy.system.expires);
  });
}

template <class Fields, class VacancyLike>
void shape_vacancy(Fields& fields, VacancyLike& vacancy) {
  fields.group("DatoreLavoro", [&] { shape_employer(fields, vacancy); });
  fields.group("Richiesta", [&] {
    shape_profile(fields, vacancy);
    shape_offer(fields, vacancy);
  });
  fields.group(
      "AltreInformazioni", [&] { fields.flag("N.O.", vacancy.open_to_non_eu); },
      vacancy.open_to_non_eu.has_value());
  fields.group("DatiSistema", [&] {
    auto& system = vacancy.system;
    fields.text("intermediario", system.intermediary.code);
    shape_intermediary(fields, system);
    fields.kind("tipoofferta", system.kind);
    fields.text("motivochiusura", system.closing_reason);
    fields.required("codiceofferta", system.code);
    fields.text("codiceoffertaprecedente", system.predecessor);
    fields.text("codiceoffertaintermediario", vacancy.intermediary_reference);
  });
}

}  // namespace incontro
