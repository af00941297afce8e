// SQLite with FTS5, as its manual shows: stems and words as two contentless full-text tables,
// beside a table of the documents with one number a facet: that of the cell, the codes a document
// has there.

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <vector>

#include "database.h"
#include "peer.h"

namespace {

using peer::Filter;

constexpr const char* database_file = "peer.db";

std::string column(std::size_t field) { return "f" + std::to_string(field); }

// "f0, f1", each with something in front.
std::string columns(const std::vector<std::size_t>& fields, const std::string& before = "") {
  std::string list;
  for (const std::size_t field : fields)
    list += (list.empty() ? "" : ", ") + before + column(field);
  return list;
}

std::vector<std::size_t> up_to(std::size_t count) {
  std::vector<std::size_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  return numbers;
}

void add_term(std::string& match, const std::string& term, const char* joint = " AND ") {
  match += (match.empty() ? "" : joint) + term;
}

std::string in_quotes(const std::string& words) { return '"' + words + '"'; }

std::string in_brackets(const std::string& match) { return '(' + match + ')'; }

// The expression for MATCH on the stems; empty: no condition.
std::string match_stems(const peer::Clauses& clauses, const char* joint = " AND ") {
  std::string match;
  for (const std::string& stem : clauses.stems) add_term(match, in_quotes(stem), joint);
  return match;
}

// The expression for MATCH on the words.
std::string match_words(const peer::Clauses& clauses, const char* joint = " AND ") {
  std::string match;
  for (const auto& phrase : clauses.phrases) {
    std::string words;
    for (const std::string& word : phrase) words += (words.empty() ? "" : " ") + word;
    add_term(match, in_quotes(words), joint);
  }
  for (const std::string& prefix : clauses.prefixes)
    add_term(match, in_quotes(prefix) + " *", joint);
  return match;
}

// The numbers of the documents that match in one table.
std::string numbers_in(const std::string& table, const std::string& match) {
  return "SELECT rowid FROM " + table + " WHERE " + table + " MATCH '" + match + "'";
}

// The numbers of the documents that fit one of the alternatives.
std::string numbers_of(const peer::Alternatives& group) {
  std::string numbers;
  for (const peer::Clauses& one : group) {
    const std::string stems = match_stems(one), words = match_words(one);
    numbers += numbers.empty() ? "" : " UNION ";
    if (words.empty())
      numbers += numbers_in("stems", stems);
    else
      numbers += numbers_in("words", words) +
                 (stems.empty() ? "" : " AND +rowid IN (" + numbers_in("stems", stems) + ")");
  }
  return numbers;
}

// What a query asks of the two full-text tables.
struct Text {
  std::string stems, words;         // for MATCH
  std::vector<std::string> listed;  // conditions on the number: "IN (...)"

  bool empty() const { return stems.empty() && words.empty() && listed.empty(); }
};

Text text_of(const peer::Query& query) {
  Text text{match_stems(query.required), match_words(query.required), {}};
  for (const peer::Alternatives& group : query.any_of) {
    std::string stems;
    for (const peer::Clauses& one : group)
      if (!one.stems.empty()) add_term(stems, in_brackets(match_stems(one)), " OR ");
    if (!peer::stems_only(group)) text.listed.push_back("IN (" + numbers_of(group) + ")");
    // No expression spans both tables, and none has terms that may be missing: so that those of the
    // alternatives count in the score, a required one that is always there stands beside them.
    if (peer::stems_only(group))
      add_term(text.stems, in_brackets(stems));
    else if (!stems.empty() && !query.required.stems.empty() && !query.by_date)
      add_term(text.stems, in_brackets(in_quotes(query.required.stems.front()) + " OR " + stems));
  }
  if (const std::string words = match_words(query.excluded, " OR "); !words.empty())
    text.listed.push_back("NOT IN (" + numbers_in("words", words) + ")");
  const std::string stems = match_stems(query.excluded, " OR ");
  if (stems.empty()) return text;
  if (text.stems.empty())
    text.listed.push_back("NOT IN (" + numbers_in("stems", stems) + ")");
  else
    text.stems = in_brackets(text.stems) + " NOT " + in_brackets(stems);
  return text;
}

// Numbers the distinct cells of each field while documents are read.
class Cells {
 public:
  explicit Cells(std::size_t fields) : ids_(fields) {}

  std::int64_t id(std::size_t field, std::string_view codes) {
    auto& ids = ids_[field];
    return ids.try_emplace(std::string(codes), static_cast<std::int64_t>(ids.size())).first->second;
  }

  void store(const Database& database) const {
    Statement insert = database.prepare("INSERT INTO cell VALUES (?1, ?2, ?3)");
    for (std::size_t field = 0; field < ids_.size(); ++field)
      for (const auto& [codes, id] : ids_[field]) {
        insert.bind(1, static_cast<std::int64_t>(field));
        insert.bind(2, id);
        insert.bind(3, codes);
        insert.run();
      }
  }

 private:
  std::vector<std::unordered_map<std::string, std::int64_t>> ids_;
};

class SqlitePeer : public peer::Engine {
 public:
  std::string version() const override { return std::string("sqlite ") + sqlite3_libversion(); }

  void build(peer::Documents& documents, const std::filesystem::path& index) override {
    const Database database(index / database_file);
    const std::size_t fields = documents.fields().size();
    // An index is built beside its place and thrown away when that fails: it needs no journal.
    database.run(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144");
    database.run("CREATE TABLE cell (field INTEGER, id INTEGER, codes TEXT)");
    database.run("CREATE TABLE doc (number INTEGER PRIMARY KEY, day INTEGER, " +
                 columns(up_to(fields)) + ")");
    database.run("CREATE VIRTUAL TABLE stems USING fts5(text, content='', tokenize='ascii')");
    // Only what is ranked needs the lengths of the documents.
    database.run(
        "CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='ascii', columnsize=0, "
        "prefix='3 4 5 6')");
    // Few large pieces, merged once at the end.
    for (const std::string table : {"stems", "words"})
      for (const std::string option :
           {"'hashsize', 268435456", "'automerge', 0", "'crisismerge', 64"})
        database.run("INSERT INTO " + table + "(" + table + ", rank) VALUES (" + option + ")");
    database.run("BEGIN");
    load(database, documents);
    database.run("COMMIT");
    database.run("INSERT INTO stems(stems) VALUES ('optimize')");
    database.run("INSERT INTO words(words) VALUES ('optimize')");
    // The number of the row closes every index, so that this one has the order by date.
    database.run("CREATE INDEX doc_day ON doc(day)");
    for (std::size_t field = 0; field < fields; ++field)
      database.run("CREATE INDEX doc_" + column(field) + " ON doc(" + column(field) + ")");
    database.run("ANALYZE");
  }

  void open(const std::filesystem::path& index, const std::vector<std::string>& fields) override {
    database_ = Database(index / database_file);
    fields_ = fields;
    database_.run(
        "PRAGMA mmap_size = 2147418112; PRAGMA cache_size = -1048576; PRAGMA temp_store = MEMORY; "
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF");
    cells_.assign(fields.size(), {});
    Statement cells = database_.prepare("SELECT field, codes FROM cell ORDER BY field, id");
    while (cells.step())
      cells_.at(static_cast<std::size_t>(cells.number(0))).push_back(cells.text(1));

    database_.run("CREATE TEMP TABLE hit (number INTEGER, day INTEGER, score REAL, " +
                  columns(up_to(fields.size())) + ")");
    clear_ = database_.prepare("DELETE FROM hit");
    all_ = statements("doc", "day DESC, number DESC");
    by_date_ = statements("hit", "day DESC, number DESC");
    by_score_ = statements("hit", "score, number");
  }

  peer::Answer ask(const peer::Query& query) override {
    peer::Answer answer;
    const Text text = text_of(query);
    const bool everything = text.empty() && query.filters.empty();
    Statements& hits = everything ? all_ : query.by_date ? by_date_ : by_score_;
    if (!everything) {
      clear_.run();
      const std::string score = query.by_date || text.stems.empty() ? "0" : "stems.rank";
      Statement fill = select("INSERT INTO hit SELECT doc.number, doc.day, " + score + ", " +
                                  columns(up_to(fields_.size()), "doc."),
                              query, nullptr, text);
      fill.run();
    }
    hits.best.bind(1, static_cast<std::int64_t>(query.limit));
    hits.best.bind(2, static_cast<std::int64_t>(query.offset));
    while (hits.best.step()) answer.best.push_back(static_cast<std::uint32_t>(hits.best.number(0)));
    hits.best.reset();

    std::vector<std::size_t> open;
    for (std::size_t field = 0; field < fields_.size(); ++field)
      if (const Filter* own = query.filter_on(fields_[field])) {
        // A facet counts without its own filter: once more without it.
        Statement others = select("SELECT doc." + column(field), query, own, text);
        count(others, {field}, answer);
      } else {
        open.push_back(field);
      }
    if (open.size() == fields_.size()) {
      answer.total = count(hits.facets, open, answer);
    } else {
      Statement facets =
          database_.prepare("SELECT " + (open.empty() ? "1" : columns(open)) + " FROM hit");
      answer.total = count(facets, open, answer);
    }
    return answer;
  }

 private:
  // What is asked of the hits, always in the same words.
  struct Statements {
    Statement best, facets;
  };

  static void load(const Database& database, peer::Documents& documents) {
    Cells cells(documents.fields().size());
    std::string places = "?1, ?2";
    for (std::size_t field = 0; field < documents.fields().size(); ++field)
      places += ", ?" + std::to_string(field + 3);
    Statement doc = database.prepare("INSERT INTO doc VALUES (" + places + ")");
    Statement stems = database.prepare("INSERT INTO stems(rowid, text) VALUES (?1, ?2)");
    Statement words = database.prepare("INSERT INTO words(rowid, text) VALUES (?1, ?2)");
    peer::Document document;
    while (documents.next(document)) {
      doc.bind(1, document.number);
      doc.bind(2, document.day);
      for (std::size_t field = 0; field < document.facets.size(); ++field)
        doc.bind(static_cast<int>(field) + 3, cells.id(field, document.facets[field]));
      doc.run();
      stems.bind(1, document.number);
      stems.bind(2, document.stems);
      stems.run();
      // The break between sections is a word like others here: it keeps its place, and nothing asks
      // for it.
      words.bind(1, document.number);
      words.bind(2, document.words);
      words.run();
    }
    cells.store(database);
  }

  Statements statements(const std::string& table, const std::string& order) const {
    return {database_.prepare("SELECT number FROM " + table + " ORDER BY " + order +
                              " LIMIT ?1 OFFSET ?2"),
            database_.prepare("SELECT " + columns(up_to(fields_.size())) + " FROM " + table)};
  }

  // A statement on the documents that match, with all filters but one.
  Statement select(const std::string& what, const peer::Query& query, const Filter* left_out,
                   const Text& text) const {
    std::string from = " FROM doc WHERE 1", number = "doc.number";
    // CROSS JOIN keeps the order: a full-text table is slow when asked document by document, be it
    // by a join or by a list of documents, which the plus sign prevents.
    if (!text.stems.empty()) {
      from = " FROM stems CROSS JOIN doc ON doc.number = stems.rowid WHERE stems MATCH ?1";
      number = "+stems.rowid";
      if (!text.words.empty())
        from += " AND +stems.rowid IN (SELECT rowid FROM words WHERE words MATCH ?2)";
    } else if (!text.words.empty()) {
      from = " FROM words CROSS JOIN doc ON doc.number = words.rowid WHERE words MATCH ?2";
      number = "+words.rowid";
    }
    for (const std::string& list : text.listed) from += " AND " + number + " " + list;
    for (const Filter& filter : query.filters)
      if (&filter != left_out) from += " AND doc." + condition(filter);
    Statement statement = database_.prepare(what + from);
    if (!text.stems.empty()) statement.bind(1, text.stems);
    if (!text.words.empty()) statement.bind(2, text.words);
    return statement;
  }

  // The cells of a field that contain one of the codes.
  std::string condition(const Filter& filter) const {
    const auto field = static_cast<std::size_t>(
        std::find(fields_.begin(), fields_.end(), filter.field) - fields_.begin());
    return column(field) + " IN (" + peer::accepted(filter, cells_.at(field)) + ")";
  }

  // Adds up what a statement yields, a column a field; returns the number of rows. SQLite groups by
  // sorting, once a facet: rows counted here, in one pass, take a quarter of the time.
  std::uint64_t count(Statement& statement, const std::vector<std::size_t>& fields,
                      peer::Answer& answer) const {
    std::vector<std::vector<std::uint64_t>> counts;
    for (const std::size_t field : fields) counts.emplace_back(cells_[field].size());
    std::uint64_t rows = 0;
    for (; statement.step(); ++rows)
      for (std::size_t i = 0; i < fields.size(); ++i)
        ++counts[i][static_cast<std::size_t>(statement.number(static_cast<int>(i)))];
    statement.reset();
    for (std::size_t i = 0; i < fields.size(); ++i)
      for (std::size_t id = 0; id < counts[i].size(); ++id)
        if (counts[i][id] > 0)
          peer::add_codes(cells_[fields[i]][id], counts[i][id], answer.facets[fields_[fields[i]]]);
    return rows;
  }

  Database database_;  // first here, so that it goes after its statements
  std::vector<std::string> fields_;
  std::vector<std::vector<std::string>> cells_;  // by field and id: codes, separated by blanks
  Statement clear_;
  Statements all_, by_date_, by_score_;
};

}  // namespace

int main(int argc, char** argv) {
  SqlitePeer sqlite;
  return peer::run(sqlite, argc, argv);
}
