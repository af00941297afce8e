#include "store/entry_codec.h"

#include "store/bytes.h"
#include "store/keys.h"

namespace incontro {

std::string encode(const RecordState& state) {
  ByteWriter out;
  out.number(static_cast<std::uint64_t>(state.status));
  out.number(state.sequence);
  out.number(state.document);
  out.text(state.successor);
  return std::move(out).take();
}

Result<RecordState> decode_state(std::string_view bytes) {
  ByteReader in(bytes);
  RecordState state;
  const std::uint64_t status = in.number();
  state.status = static_cast<Status>(status);
  state.sequence = in.number();
  const std::uint64_t document = in.number();
  state.document = static_cast<DocumentNumber>(document);
  state.successor = in.text();
  if (!in.at_end() || status > 3 || state.document != document)
    return Error{Code::corrupt, "a damaged record state"};
  return state;
}

std::string encode(const Change& change) {
  ByteWriter out;
  out.number(change.collection == Collection::cvs);
  for (const auto& document : {change.added, change.withdrawn})
    out.number(document ? std::uint64_t{*document} + 1 : 0);
  return std::move(out).take();
}

Result<Change> decode_change(std::string_view key, std::string_view bytes) {
  ByteReader in(bytes);
  Change change;
  const auto sequence = from_big_endian<Sequence>(key);
  if (!sequence) return Error{Code::corrupt, "a damaged key of a change"};
  change.sequence = *sequence;
  const std::uint64_t collection = in.number();
  change.collection = collection == 0 ? Collection::vacancies : Collection::cvs;
  for (auto* document : {&change.added, &change.withdrawn})
    if (const std::uint64_t number = in.number(); number > 0) {
      *document = static_cast<DocumentNumber>(number - 1);
      if (**document != number - 1) in.fail();
    }
  if (!in.at_end() || collection > 1) return Error{Code::corrupt, "a damaged change"};
  return change;
}

std::string encode(const ContactMessage& m) {
  ByteWriter out;
  out.number(m.number);
  out.signed_number(m.received.time_since_epoch().count());
  for (const std::string* text : {&m.office, &m.name, &m.email, &m.subject, &m.text})
    out.text(*text);
  return std::move(out).take();
}

Result<ContactMessage> decode_contact(std::string_view bytes) {
  ByteReader in(bytes);
  ContactMessage m;
  m.number = in.number();
  m.received = Timestamp(std::chrono::seconds(in.signed_number()));
  for (std::string* text : {&m.office, &m.name, &m.email, &m.subject, &m.text}) *text = in.text();
  if (!in.at_end()) return Error{Code::corrupt, "a damaged contact message"};
  return m;
}

}  // namespace incontro
