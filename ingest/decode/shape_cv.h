#pragma once

#include "decode/shape_common.h"

namespace incontro {

template <class Fields, class CvLike>
void shape_worker(Fields& fields, CvLike& cv) {
  auto& person = cv.person;
  fields.group("DatiAnagrafici", [&] {
    fields.required("codicefiscale", person.fiscal_code);
    fields.required("cognome", person.surname);
    fields.required("nome", person.name);
    fields.required("sesso", person.sex);
    fields.date("datanascita", person.born);
    fields.required("idcomune", person.birthplace);
    fields.required("idcittadinanza", person.citizenship);
  });
  fields.group("Domicilio", [&] {
    fields.required("idcomune", person.home);
    fields.text("cap", person.postcode);
  });
  fields.group("Recapiti", [&] {
    fields.text("indirizzo", person.contacts.address);
    fields.text("telefono", person.contacts.telephone);
    fields.text("cellulare", person.contacts.mobile);
    fields.text("fax", person.contacts.fax);
    fields.required("email", person.contacts.email);
  });
}

template <class Fields, class CvLike>
void shape_history(Fields& fields, CvLike& cv) {
  fields.each("EsperienzeLavorative", cv.jobs, [&](auto& job) {
    fields.text("tipoesperienza", job.kind);
    fields.text("qualificasvolta", job.profession);
    fields.text("descrqualificasvolta", job.title);
    fields.text("principalimansioni", job.duties);
    fields.text("nomedatore", job.employer);
    fields.date("datainizio", job.from);
    fields.date("datafine", job.to);
    fields.text("indirizzodatore", job.employer_address);
  });
  fields.each("Istruzione", cv.education, [&](auto& education) {
    fields.required("titolostudio", education.level);
    fields.text("descrizioneistruzione", education.title);
    fields.text("votazione", education.mark);
  });
  fields.each("Formazione", cv.training, [&](auto& training) {
    fields.text("titolocorso", training.title);
    fields.text("idsede", training.place);
    fields.digits("durata", training.duration);
    fields.text("idtipologiadurata", training.unit);
    fields.text("idattestazione", training.attestation);
    fields.text("idqualifica", training.profession);
    fields.text("descrqualifica", training.qualification);
  });
}

template <class Fields, class CvLike>
void shape_skills(Fields& fields, CvLike& cv) {
  fields.each("Lingue", cv.languages, [&](auto& skill) {
    fields.text("idlingua", skill.language);
    shape_language_levels(fields, skill);
  });
  fields.group(
      "ConoscenzeInformatiche",
      [&] {
        fields.text("tipoconoscenza", cv.it_skills);
        fields.text("specifiche", cv.it_details);
      },
      !cv.it_skills.empty() || !cv.it_details.empty());
  fields.group(
      "AbilitazioniPatenti",
      [&] {
        fields.codes("idalbo", cv.registers);
        fields.codes("idpatenteguida", cv.licences);
        fields.codes("idpatentino", cv.certificates);
      },
      !cv.registers.empty() || !cv.licences.empty() || !cv.certificates.empty());
}

template <class Fields, class CvLike>
void shape_cv(Fields& fields, CvLike& cv) {
  fields.group("Lavoratore", [&] { shape_worker(fields, cv); });
  fields.group("DatiCurriculari", [&] {
    shape_history(fields, cv);
    shape_skills(fields, cv);
    fields.each("ProfessioneDesiderataDisponibilita", cv.wanted, [&](auto& wanted) {
      fields.required("idprofessione", wanted.profession);
      fields.required("descrprofessione", wanted.title);
      fields.text("descrizioneprofessione", wanted.description);
      fields.flag("esperienzasettore", wanted.experienced);
      fields.text("descrizioneesperienza", wanted.experience);
      fields.flag("trasferte", wanted.transfers);
      fields.codes("idmodalitalavorativa", wanted.modes);
      fields.codes("idtipologiacontratto", wanted.contracts);
      fields.flag("mezzitrasporto", wanted.own_transport);
    });
  });
  fields.group("DatiSistema", [&] {
    auto& system = cv.system;
    fields.required("ambitodiffusione", cv.diffusion);
    fields.stamp("datainserimento", system.inserted);
    fields.date("datascadenza", system.expires);
    fields.text("idintermediario", system.intermediary.code);
    shape_intermediary(fields, system);
    fields.kind("tipocandidatura", system.kind);
    fields.text("motivochiusura", system.closing_reason);
    fields.required("codicecandidatura", system.code);
    fields.text("codicecandidaturaprecedente", system.predecessor);
    fields.flag("percettore", cv.receives_benefits);
  });
}

}  // namespace incontro
