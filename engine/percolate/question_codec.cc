#include "percolate/question_codec.h"

#include <incontro/bytes.h>

#include <limits>

namespace incontro {
namespace {

constexpr std::uint64_t version = 2;  // 1: matches without past_work

void write(const Query& query, ByteWriter& out) {
  out.number(static_cast<std::uint64_t>(query.collection));
  out.text(query.text);
  out.number(query.synonyms);
  out.number(query.filters.size());
  for (const Filter& filter : query.filters) {
    out.text(filter.field);
    out.number(filter.codes.size());
    for (const std::string& code : filter.codes) out.text(code);
  }
  out.number(query.near ? query.near->km : 0);
  if (query.near) out.text(query.near->place);
  out.number(static_cast<std::uint64_t>(query.sort));
  out.number(static_cast<std::uint64_t>(query.scope));
}

void write(const SavedMatch& match, ByteWriter& out) {
  out.number(static_cast<std::uint64_t>(match.question.collection));
  out.text(match.question.value);
  out.number(match.settings.size());
  for (const CriterionSetting& setting : match.settings) {
    out.number(static_cast<std::uint64_t>(setting.criterion));
    out.number(setting.kind ? static_cast<std::uint64_t>(*setting.kind) + 1 : 0);
    out.number(setting.weight ? std::uint64_t{*setting.weight} + 1 : 0);
  }
  out.number(match.radius_km);
  out.number(match.lowest_salary);
  out.number(match.least);
  out.number(match.past_work);
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : in_(bytes) {}

  Result<SavedQuestion> run() {
    version_ = up_to(version);
    if (version_ == 0) in_.fail();
    SavedQuestion question;
    if (up_to(1) == 0)
      question = query();
    else
      question = match();
    if (!in_.at_end()) return Error{Code::corrupt, "a saved search that cannot be read"};
    return question;
  }

 private:
  Query query() {
    Query query;
    query.collection = static_cast<Collection>(up_to(1));
    query.text = in_.text();
    query.synonyms = up_to(1) == 1;
    for (std::size_t left = in_.count(); left > 0; --left) {
      Filter& filter = query.filters.emplace_back();
      filter.field = in_.text();
      for (std::size_t codes = in_.count(); codes > 0; --codes) filter.codes.push_back(in_.text());
    }
    if (const auto km = static_cast<unsigned>(up_to(Near::most_km)); km > 0)
      query.near = Near{in_.text(), km};
    query.sort = static_cast<Sort>(up_to(static_cast<std::uint64_t>(Sort::distance)));
    query.scope = static_cast<Scope>(up_to(static_cast<std::uint64_t>(Scope::all)));
    return query;
  }

  SavedMatch match() {
    SavedMatch match;
    match.question.collection = static_cast<Collection>(up_to(1));
    match.question.value = in_.text();
    for (std::size_t left = in_.count(); left > 0; --left) {
      CriterionSetting& setting = match.settings.emplace_back();
      setting.criterion = static_cast<Criterion>(up_to(criterion_count - 1));
      if (const std::uint64_t kind = up_to(3); kind > 0)
        setting.kind = static_cast<CriterionKind>(kind - 1);
      if (const std::uint64_t weight = up_to(std::uint64_t{most_weight} + 1); weight > 0)
        setting.weight = static_cast<std::uint32_t>(weight - 1);
    }
    match.radius_km = static_cast<unsigned>(up_to(Near::most_km));
    match.lowest_salary =
        static_cast<std::uint32_t>(up_to(std::numeric_limits<std::uint32_t>::max()));
    match.least = static_cast<Millionths>(up_to(full_score));
    if (version_ >= 2) match.past_work = up_to(1) == 1;
    return match;
  }

  std::uint64_t up_to(std::uint64_t most) {
    const std::uint64_t number = in_.number();
    if (number <= most) return number;
    in_.fail();
    return 0;
  }

  ByteReader in_;
  std::uint64_t version_ = 0;
};

}  // namespace

std::string encode_question(const SavedQuestion& question) {
  ByteWriter out;
  out.number(version);
  out.number(question.index());
  std::visit([&](const auto& asked) { write(asked, out); }, question);
  return std::move(out).take();
}

MatchRequest request_of(const SavedMatch& match) {
  MatchRequest request;
  request.question = match.question;
  request.settings = match.settings;
  request.radius_km = match.radius_km;
  request.past_work = match.past_work;
  request.lowest_salary = match.lowest_salary;
  return request;
}

Result<SavedQuestion> decode_question(std::string_view bytes) { return Reader(bytes).run(); }

}  // namespace incontro
