// Xapian alone, as its manual shows: stems and bare words as terms, facets as boolean terms to
// filter by and as values that a ValueCountMatchSpy counts.

#include <xapian.h>

#include <algorithm>
#include <deque>

#include "peer.h"

namespace {

using peer::Filter;

std::string stem_term(std::string_view stem) { return "S" + std::string(stem); }
std::string word_term(std::string_view word) { return "W" + std::string(word); }
using Parts = std::vector<Xapian::Query>;

Parts parts_of(const peer::Clauses& clauses) {
  Parts parts;
  for (const std::string& stem : clauses.stems) parts.emplace_back(stem_term(stem));
  for (const auto& phrase : clauses.phrases) {
    std::vector<std::string> terms;
    for (const std::string& word : phrase) terms.push_back(word_term(word));
    parts.emplace_back(Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
                       static_cast<Xapian::termcount>(terms.size()));
  }
  for (const std::string& prefix : clauses.prefixes)
    parts.emplace_back(Xapian::Query::OP_WILDCARD, word_term(prefix));
  return parts;
}

Xapian::Query all_of(const Parts& parts) {
  return Xapian::Query(Xapian::Query::OP_AND, parts.begin(), parts.end());
}

Xapian::Query any_of(const Parts& parts) {
  return Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end());
}

std::string code_term(std::size_t field, std::string_view code) {
  return "F" + std::to_string(field) + ":" + std::string(code);
}

// Orders as bytes: by day, then by number.
std::string date_key(std::int32_t day, std::uint32_t number) {
  std::string key;
  for (const auto value : {static_cast<std::uint32_t>(day), number})
    for (int shift = 24; shift >= 0; shift -= 8) key.push_back(static_cast<char>(value >> shift));
  return key;
}

class XapianPeer : public peer::Engine {
 public:
  std::string version() const override { return std::string("xapian ") + Xapian::version_string(); }

  void build(peer::Documents& documents, const std::filesystem::path& index) override {
    Xapian::WritableDatabase database(index.string(), Xapian::DB_CREATE);
    peer::Document document;
    while (documents.next(document)) {
      Xapian::Document out;
      for (const std::string_view stem : peer::split(document.stems, ' '))
        out.add_term(stem_term(stem));
      Xapian::termpos position = 0;
      for (const std::string_view word : peer::split(document.words, ' ')) {
        ++position;
        // Without a frequency of their own, words do not change the length that BM25 divides by.
        if (word != peer::section_break) out.add_posting(word_term(word), position, 0);
      }
      for (std::size_t field = 0; field < document.facets.size(); ++field) {
        for (const std::string_view code : peer::split(document.facets[field], ' '))
          out.add_boolean_term(code_term(field, code));
        out.add_value(static_cast<Xapian::valueno>(field), std::string(document.facets[field]));
      }
      out.add_value(static_cast<Xapian::valueno>(document.facets.size()),
                    date_key(document.day, document.number));
      database.replace_document(document.number + 1, out);
    }
    database.commit();
    database.close();
    Xapian::Database(index.string()).compact(index.string() + "-compact");
    std::filesystem::remove_all(index);
    std::filesystem::rename(index.string() + "-compact", index);
  }

  void open(const std::filesystem::path& index, const std::vector<std::string>& fields) override {
    database_ = Xapian::Database(index.string());
    fields_ = fields;
  }

  peer::Answer ask(const peer::Query& query) override {
    peer::Answer answer;
    Xapian::Enquire enquire(database_);
    enquire.set_query(query_of(query, nullptr));
    if (query.by_date) {
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_sort_by_value(static_cast<Xapian::valueno>(fields_.size()), true);
    }
    std::deque<Xapian::ValueCountMatchSpy> spies;  // which cannot be moved
    for (std::size_t field = 0; field < fields_.size(); ++field) {
      spies.emplace_back(static_cast<Xapian::valueno>(field));
      if (!query.filter_on(fields_[field])) enquire.add_matchspy(&spies.back());
    }
    const Xapian::MSet matches =
        enquire.get_mset(static_cast<Xapian::doccount>(query.offset),
                         static_cast<Xapian::doccount>(query.limit), database_.get_doccount());
    answer.total = matches.get_matches_estimated();
    for (auto match = matches.begin(); match != matches.end(); ++match)
      answer.best.push_back(*match - 1);

    // A facet counts without its own filter: once more without it.
    for (std::size_t field = 0; field < fields_.size(); ++field)
      if (const Filter* own = query.filter_on(fields_[field])) {
        Xapian::Enquire others(database_);
        others.set_query(query_of(query, own));
        others.set_weighting_scheme(Xapian::BoolWeight());
        others.add_matchspy(&spies[field]);
        others.get_mset(0, 0, database_.get_doccount());
      }
    for (std::size_t field = 0; field < fields_.size(); ++field) {
      peer::Counts& counts = answer.facets[fields_[field]];
      for (auto value = spies[field].values_begin(); value != spies[field].values_end(); ++value)
        peer::add_codes(*value, value.get_termfreq(), counts);
    }
    return answer;
  }

 private:
  Xapian::Query query_of(const peer::Query& query, const Filter* left_out) const {
    Parts parts = parts_of(query.required);
    for (const peer::Alternatives& group : query.any_of) {
      Parts alternatives;
      for (const peer::Clauses& one : group) alternatives.push_back(all_of(parts_of(one)));
      parts.push_back(any_of(alternatives));
    }
    Xapian::Query text(Xapian::Query::MatchAll);
    if (!parts.empty()) text = all_of(parts);
    if (!query.excluded.empty())
      text = Xapian::Query(Xapian::Query::OP_AND_NOT, text, any_of(parts_of(query.excluded)));
    for (const Filter& filter : query.filters) {
      if (&filter == left_out) continue;
      const auto field = static_cast<std::size_t>(
          std::find(fields_.begin(), fields_.end(), filter.field) - fields_.begin());
      std::vector<std::string> codes;
      for (const std::string& code : filter.codes) codes.push_back(code_term(field, code));
      text = Xapian::Query(Xapian::Query::OP_FILTER, text,
                           Xapian::Query(Xapian::Query::OP_OR, codes.begin(), codes.end()));
    }
    return text;
  }

  Xapian::Database database_;
  std::vector<std::string> fields_;
};

}  // namespace

int main(int argc, char** argv) {
  XapianPeer xapian;
  try {
    return peer::run(xapian, argc, argv);
  } catch (const Xapian::Error& error) {  // not a std::exception
    std::fprintf(stderr, "error: %s\n", error.get_description().c_str());
    return 1;
  }
}
