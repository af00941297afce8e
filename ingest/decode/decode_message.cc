#include "decode/decode.h"
#include "decode/field_reader.h"

namespace incontro {
namespace {

void read_party(FieldReader& reader, Party& party) {
  reader.group("Interlocutore", [&] {
    reader.text("codicefiscale", party.fiscal_code);
    reader.text("codiceintermediario", party.intermediary_code);
    reader.text("denominazione", party.name);
    reader.text("indirizzo", party.address);
    reader.text("comune", party.place);
    reader.text("telefono", party.telephone);
    reader.text("email", party.email);
    reader.text("codiceoffertacandidatura", party.record_code);
  });
}

}  // namespace

Message decode_message(const Element& root, Findings& findings) {
  Message message;
  FieldReader reader(root, findings);
  reader.group("Mittente", [&] {
    reader.required("tiposoggetto", message.sender_kind);
    read_party(reader, message.sender);
  });
  reader.group("Destinatario", [&] { read_party(reader, message.recipient); });
  reader.group("Corpo", [&] {
    reader.required("testomessaggio", message.text);
    reader.flag("contattopositivo", message.positive);
  });
  reader.group("DatiSistema", [&] {
    reader.required("tipocomunicazione", message.kind);
    reader.stamp("data", message.sent);
    reader.required("codicemessaggio", message.code);
    reader.text("codicemessaggioprecedente", message.predecessor);
  });
  return message;
}

}  // namespace incontro
