// Groonga in this process, through its C API: stems and words as two full-text indexes, the words
// with positions, and a column a facet that refers to its cell, the codes a document has there.
// Facets are Groonga's own drilldowns, one a facet, as its `select` does them.

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <vector>

#include "hits.h"
#include "peer.h"

namespace {

constexpr const char* database_file = "peer.grn";

std::string column(std::size_t field) { return "f" + std::to_string(field); }

std::string cell_table(std::size_t field) { return "Cells" + std::to_string(field); }

// A filter: which cells of its field contain one of the codes.
struct Condition {
  std::size_t field = 0;
  std::vector<char> accepts;  // by number of the cell
  std::uint64_t documents = 0;
};

// Newer days are higher, and with the same day higher numbers.
std::int64_t date_key(std::int32_t day, std::uint32_t number) {
  return (static_cast<std::int64_t>(day) << 32) | number;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

class GroongaPeer : public peer::Engine {
 public:
  std::string version() const override { return std::string("groonga ") + grn_get_version(); }

  void build(peer::Documents& documents, const std::filesystem::path& index) override {
    const Database database = Database::create(index / database_file);
    grn_obj* docs = database.make_table("Docs", GRN_OBJ_TABLE_NO_KEY, GRN_ID_NIL);
    grn_obj* number = database.make_column(docs, "number", GRN_DB_UINT32);
    grn_obj* date = database.make_column(docs, "date", GRN_DB_INT64);
    grn_obj* stems = database.make_column(docs, "stems", GRN_DB_TEXT);
    grn_obj* words = database.make_column(docs, "words", GRN_DB_TEXT);
    std::vector<grn_obj*> cells, facets;
    for (std::size_t field = 0; field < documents.fields().size(); ++field) {
      cells.push_back(
          database.make_table(cell_table(field), GRN_OBJ_TABLE_HASH_KEY, GRN_DB_SHORT_TEXT));
      facets.push_back(
          database.make_column(docs, column(field), grn_obj_id(database.context(), cells.back())));
    }
    peer::Document document;
    while (documents.next(document)) {
      const grn_id id = database.add(docs);
      database.set(number, id, document.number);
      database.set(date, id, date_key(document.day, document.number));
      database.set(stems, id, document.stems);
      // The break between sections is a word like others here: it keeps its place, and nothing asks
      // for it.
      database.set(words, id, document.words);
      for (std::size_t field = 0; field < facets.size(); ++field)
        database.refer(facets[field], id, database.add(cells[field], document.facets[field]));
    }
    database.make_text_index(
        database.make_table("Stems", GRN_OBJ_TABLE_HASH_KEY, GRN_DB_SHORT_TEXT), stems, 0);
    // A Patricia trie, for the prefixes.
    database.make_text_index(database.make_table("Words", GRN_OBJ_TABLE_PAT_KEY, GRN_DB_SHORT_TEXT),
                             words, GRN_OBJ_WITH_POSITION);
    database.make_index(database.make_table("Dates", GRN_OBJ_TABLE_PAT_KEY, GRN_DB_INT64), date, 0);
    for (std::size_t field = 0; field < facets.size(); ++field)
      database.make_index(cells[field], facets[field], 0);
    database.flush();
  }

  void open(const std::filesystem::path& index, const std::vector<std::string>& fields) override {
    database_ = Database::open(index / database_file);
    docs_ = database_.get("Docs");
    date_ = database_.get("Docs.date");
    stems_ = database_.get("Stems");
    stem_index_ = database_.get("Stems.docs");
    word_index_ = database_.get("Words.docs");
    number_.emplace(database_, database_.get("Docs.number"));
    for (std::size_t field = 0; field < fields.size(); ++field) {
      grn_obj* cells = database_.get(cell_table(field));
      Facet facet{fields[field], column(field),
                  Values(database_, database_.get("Docs." + column(field))),
                  database_.get(cell_table(field) + ".docs")};
      for (grn_id id = 1; id <= database_.size(cells); ++id)
        facet.cells.push_back(database_.key(cells, id));
      facets_.push_back(std::move(facet));
    }
  }

  peer::Answer ask(const peer::Query& query) override {
    peer::Answer answer;
    const bool text = query.has_text();
    const std::vector<Condition> conditions = conditions_of(query);
    if (!text && conditions.empty()) {
      answer.total = database_.size(docs_);
      answer.best = numbers(highest(database_, docs_, date_, query.offset, query.limit));
      for (const Facet& facet : facets_) count(docs_, facet, answer);
      return answer;
    }
    Hits hits(database_, docs_);
    Records found;  // before any condition, or with the first of those only
    if (text) {
      match(query, hits);
      if (!conditions.empty()) found = hits.records();
    } else {
      found = records_with(conditions.front());
    }
    // A facet counts without its own filter.
    for (const Condition& own : conditions)
      if (!text && conditions.size() == 1)
        count(docs_, facets_[own.field], answer);
      else
        count_without(own, conditions,
                      text || &own != &conditions.front() ? found : records_with(conditions[1]),
                      answer);

    const auto passes_all = [&](grn_id id) { return passes(id, conditions, nullptr); };
    if (!text) {
      std::erase_if(found, std::not_fn(passes_all));
      hits.add(found);
    } else if (!conditions.empty()) {
      hits.keep_if(passes_all);
    }
    answer.total = database_.size(hits.table());
    answer.best =
        numbers(hits.highest(query.by_date ? "date" : "_score", query.offset, query.limit));
    for (const Facet& facet : facets_)
      if (!query.filter_on(facet.name)) count(hits.table(), facet, answer);
    return answer;
  }

 private:
  struct Facet {
    std::string name, column;
    Values cell;                            // by document
    grn_obj* index;                         // of the documents by cell
    std::vector<std::string> cells = {""};  // from 1: codes, separated by blanks
  };

  void match(const peer::Query& query, Hits& hits) const {
    match(query.required, GRN_OP_AND, hits);
    for (const peer::Alternatives& group : query.any_of) {
      if (!hits.filled()) {
        match_any(group, hits);
        continue;
      }
      Hits any(database_, docs_);
      match_any(group, any);
      hits.match(any, GRN_OP_AND);
    }
    match(query.excluded, GRN_OP_AND_NOT, hits);
  }

  void match_any(const peer::Alternatives& group, Hits& hits) const {
    for (const peer::Clauses& one : group) {
      if (one.stems.size() + one.phrases.size() + one.prefixes.size() == 1) {
        match(one, GRN_OP_OR, hits);
        continue;
      }
      Hits all(database_, docs_);
      match(one, GRN_OP_AND, all);
      hits.match(all, GRN_OP_OR);
    }
  }

  void match(const peer::Clauses& clauses, grn_operator how, Hits& hits) const {
    // The rarest first: the others are then only looked up among its documents.
    std::vector<std::pair<std::uint32_t, std::string>> stems;
    for (const std::string& stem : clauses.stems)
      stems.emplace_back(estimate(database_, stem_index_, database_.find(stems_, stem)), stem);
    std::sort(stems.begin(), stems.end());
    // TF-IDF as a weight: Groonga's own scorer takes a logarithm for each document, and a fifth
    // more time.
    for (const auto& [documents, stem] : stems)
      hits.match(stem_index_, stem,
                 documents == 0 ? 1
                                : std::log1p(static_cast<float>(database_.size(docs_)) /
                                             static_cast<float>(documents)),
                 how);
    for (const auto& phrase : clauses.phrases) hits.match(word_index_, joined(phrase), 1, how);
    for (const std::string& prefix : clauses.prefixes) hits.match_prefix(word_index_, prefix, how);
  }

  // The one with the fewest documents first.
  std::vector<Condition> conditions_of(const peer::Query& query) const {
    std::vector<Condition> conditions;
    for (const peer::Filter& filter : query.filters) {
      Condition condition;
      while (facets_.at(condition.field).name != filter.field) ++condition.field;
      const Facet& facet = facets_[condition.field];
      for (grn_id cell = 0; cell < facet.cells.size(); ++cell) {
        const bool accepts = peer::accepts(filter, facet.cells[cell]);
        condition.accepts.push_back(accepts);
        if (accepts) condition.documents += estimate(database_, facet.index, cell);
      }
      conditions.push_back(std::move(condition));
    }
    std::sort(conditions.begin(), conditions.end(),
              [](const Condition& a, const Condition& b) { return a.documents < b.documents; });
    return conditions;
  }

  Records records_with(const Condition& condition) const {
    Records records;
    records.reserve(condition.documents);
    for (grn_id cell = 0; cell < condition.accepts.size(); ++cell)
      if (condition.accepts[cell])
        add_records(database_, facets_[condition.field].index, cell, records);
    return records;
  }

  // Reads the columns, as in_values does when few records are left; its way by the index takes two
  // to three times as long.
  bool passes(grn_id id, const std::vector<Condition>& conditions,
              const Condition* left_out) const {
    for (const Condition& condition : conditions)
      if (&condition != left_out && !condition.accepts[facets_[condition.field].cell[id]])
        return false;
    return true;
  }

  void count(grn_obj* table, const Facet& facet, peer::Answer& answer) const {
    for (const auto& [cell, documents] : drilldown(database_, table, facet.column))
      peer::add_codes(facet.cells[cell], documents, answer.facets[facet.name]);
  }

  // Of those records that pass the other filters.
  void count_without(const Condition& own, const std::vector<Condition>& conditions,
                     Records records, peer::Answer& answer) const {
    std::erase_if(records, [&](grn_id id) { return !passes(id, conditions, &own); });
    Hits others(database_, docs_);
    others.add(records);
    count(others.table(), facets_[own.field], answer);
  }

  std::vector<std::uint32_t> numbers(const Records& records) const {
    std::vector<std::uint32_t> numbers;
    for (const grn_id id : records) numbers.push_back((*number_)[id]);
    return numbers;
  }

  Database database_;
  grn_obj *docs_ = nullptr, *date_ = nullptr, *stems_ = nullptr;
  grn_obj *stem_index_ = nullptr, *word_index_ = nullptr;
  std::optional<Values> number_;
  std::vector<Facet> facets_;
};

}  // namespace

int main(int argc, char** argv) {
  GroongaPeer groonga;
  return peer::run(groonga, argc, argv);
}
