#pragma once

#include <incontro/record.h>

// A shape names the elements of a document in the order of the standard, each with the field of the
// record that holds it. `fields` is a FieldReader (then the record is filled) or a FieldWriter
// (then it is const): decode and encode are inverse because they walk the same shape.
namespace incontro {

// The end of an intermediary in DatiSistema, the same in CVs and vacancies.
template <class Fields, class System>
void shape_intermediary(Fields& fields, System& system) {
  auto& intermediary = system.intermediary;
  fields.text("codicefiscaleintermediario", intermediary.fiscal_code);
  fields.text("denominazioneintermediario", intermediary.name);
  fields.text("indirizzo", intermediary.contacts.address);
  fields.text("idcomune", intermediary.place);
  fields.text("cap", intermediary.postcode);
  fields.text("telefono", intermediary.contacts.telephone);
  fields.text("fax", intermediary.contacts.fax);
  fields.text("email", intermediary.contacts.email);
  fields.flag("visibilita", system.contacts_visible);
}

template <class Fields, class Skill>
void shape_language_levels(Fields& fields, Skill& skill) {
  fields.text("idlivelloletto", skill.read);
  fields.text("idlivelloscritto", skill.written);
  fields.text("idlivelloparlato", skill.spoken);
}

}  // namespace incontro
