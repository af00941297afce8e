#include "store/entry_codec.h"

#include <incontro/bytes.h>

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

std::string encode(const StoredSearch& search) {
  ByteWriter out;
  out.signed_number(search.saved.time_since_epoch().count());
  out.number(search.since);
  for (const std::string* text : {&search.owner, &search.name, &search.question}) out.text(*text);
  return std::move(out).take();
}

Result<StoredSearch> decode_search(std::string_view key, std::string_view bytes) {
  ByteReader in(bytes);
  StoredSearch search;
  search.saved = Timestamp(std::chrono::seconds(in.signed_number()));
  search.since = in.number();
  for (std::string* text : {&search.owner, &search.name, &search.question}) *text = in.text();
  const auto number = from_big_endian<std::uint64_t>(key);
  if (!in.at_end() || !number) return Error{Code::corrupt, "a damaged saved search"};
  search.number = *number;
  return search;
}

std::string encode(const Notice& notice) {
  ByteWriter out;
  out.number(notice.saved_search);
  out.number(notice.record.collection == Collection::cvs);
  out.text(notice.record.value);
  out.number(notice.sequence);
  out.number(notice.score);
  return std::move(out).take();
}

Result<Notice> decode_notice(std::string_view key, std::string_view bytes) {
  ByteReader in(bytes);
  Notice notice;
  notice.saved_search = in.number();
  const std::uint64_t collection = in.number();
  notice.record.collection = collection == 0 ? Collection::vacancies : Collection::cvs;
  notice.record.value = in.text();
  notice.sequence = in.number();
  const std::uint64_t score = in.number();
  notice.score = static_cast<std::uint32_t>(score);
  const auto number = from_big_endian<std::uint64_t>(key);
  if (!in.at_end() || !number || collection > 1 || notice.score != score)
    return Error{Code::corrupt, "a damaged notice"};
  notice.number = *number;
  return notice;
}

}  // namespace incontro
