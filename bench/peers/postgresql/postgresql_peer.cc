// PostgreSQL with its own full-text search, as its manual shows: stems and words as two tsvector
// columns with GIN indexes, and one number a facet: that of the cell, the codes a document has
// there.

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <unordered_map>

#include "connection.h"
#include "peer.h"
#include "server.h"

namespace {

using peer::Filter;

const std::vector<std::string> settings = {
    "shared_buffers=3GB",
    "effective_cache_size=6GB",
    "work_mem=512MB",
    "hash_mem_multiplier=1",
    "temp_buffers=64MB",
    "maintenance_work_mem=1GB",
    "jit=off",
    "random_page_cost=1.1",  // all is in memory
    "max_connections=4",
    // One thread for all, and nothing on the side.
    "max_parallel_workers_per_gather=0",
    "max_parallel_maintenance_workers=0",
    "autovacuum=off",
    // An index is built beside its place and thrown away when that fails.
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "max_wal_size=1GB",
};

std::string column(std::size_t field) { return "f" + std::to_string(field); }

std::string columns(const std::vector<std::size_t>& fields, const std::string& after = "") {
  std::string list;
  for (const std::size_t field : fields) list += (list.empty() ? "" : ", ") + column(field) + after;
  return list;
}

std::vector<std::size_t> up_to(std::size_t count) {
  std::vector<std::size_t> numbers;
  for (std::size_t number = 0; number < count; ++number) numbers.push_back(number);
  return numbers;
}

void add_term(std::string& match, const std::string& term, const char* joint = " & ") {
  match += (match.empty() ? "" : joint) + term;
}

std::string in_brackets(const std::string& match) { return '(' + match + ')'; }

// Tokens are ASCII letters and digits: nothing to quote. Empty: no condition.
std::string match_stems(const peer::Clauses& clauses, const char* joint = " & ") {
  std::string match;
  for (const std::string& stem : clauses.stems) add_term(match, stem, joint);
  return match;
}

std::string match_words(const peer::Clauses& clauses, const char* joint = " & ") {
  std::string match;
  for (const auto& phrase : clauses.phrases) {
    std::string words;
    for (const std::string& word : phrase) add_term(words, word, " <-> ");
    add_term(match, in_brackets(words), joint);
  }
  for (const std::string& prefix : clauses.prefixes) add_term(match, prefix + ":*", joint);
  return match;
}

// One of the alternatives, as far as stems are asked for.
std::string match_stems(const peer::Alternatives& group) {
  std::string match;
  for (const peer::Clauses& one : group)
    if (!one.stems.empty()) add_term(match, in_brackets(match_stems(one)), " | ");
  return match.empty() ? "" : in_brackets(match);
}

// What ts_rank looks for, whether it must be there or not.
std::string ranked_stems(const peer::Query& query) {
  std::string match = match_stems(query.required);
  for (const peer::Alternatives& group : query.any_of)
    if (const std::string stems = match_stems(group); !stems.empty()) add_term(match, stems);
  return match;
}

// Tokens as a tsvector with their places: "word:1,5". A tsvector keeps places up to 16383 and 255 a
// word, silently; where that would make phrases inexact, it is an error.
std::string vector_of(std::string_view tokens, bool phrases) {
  constexpr std::size_t last_place = 16383, most_places = 255;
  std::vector<std::pair<std::string_view, std::size_t>> places;
  std::size_t place = 0;
  for (const std::string_view token : peer::split(tokens, ' ')) {
    ++place;
    if (token != peer::section_break) places.emplace_back(token, std::min(place, last_place));
  }
  if (phrases && place > last_place) throw std::runtime_error("a document has too many words");
  std::sort(places.begin(), places.end());
  std::string text;
  std::size_t same = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    same = i > 0 && places[i].first == places[i - 1].first ? same + 1 : 1;
    if (phrases && same > most_places)
      throw std::runtime_error("a document repeats a word too often");
    if (same == 1) {
      if (i > 0) text += ' ';
      text += places[i].first;
    }
    text += (same == 1 ? ':' : ',') + std::to_string(places[i].second);
  }
  return text;
}

class PostgresqlPeer : public peer::Engine {
 public:
  std::string version() const override { return "postgresql " + server_version(); }

  void build(peer::Documents& documents, const std::filesystem::path& index) override {
    make_cluster(index);
    const Server server(index, settings);
    const Connection connection(server.connection());
    const auto fields = up_to(documents.fields().size());
    // In the transaction that made the tables, loading needs no log, and rows are frozen at once.
    connection.run("BEGIN");
    connection.run("CREATE TABLE cell (field integer, id integer, codes text)");
    connection.run("CREATE TABLE doc (number integer, day integer, " +
                   columns(fields, " integer NOT NULL") + ", stems tsvector, words tsvector)");
    // Ranking reads the stems of every hit: they stay in the row; the words, read for phrases only,
    // are put out of it, neither packed.
    connection.run(
        "ALTER TABLE doc ALTER stems SET STORAGE MAIN, ALTER words SET STORAGE EXTERNAL");
    load(connection, documents);
    connection.run("COMMIT");
    connection.run("ALTER TABLE doc ADD PRIMARY KEY (number)");
    connection.run("CREATE INDEX ON doc USING gin (stems)");
    connection.run("CREATE INDEX ON doc USING gin (words)");
    connection.run("CREATE INDEX ON doc (day, number)");
    for (const std::size_t field : fields)
      connection.run("CREATE INDEX ON doc (" + column(field) + ")");
    // What a query without words needs, without the texts between.
    connection.run("CREATE INDEX ON doc (number) INCLUDE (day, " + columns(fields) + ")");
    connection.run("VACUUM (ANALYZE)");
    connection.run("CHECKPOINT");
  }

  void open(const std::filesystem::path& index, const std::vector<std::string>& fields) override {
    server_.emplace(index, settings);
    connection_.emplace(server_->connection());
    fields_ = fields;
    cells_.assign(fields.size(), {});
    const Rows cells = connection_->run("SELECT field, codes FROM cell ORDER BY field, id");
    for (int row = 0; row < cells.size(); ++row)
      cells_.at(static_cast<std::size_t>(cells.number(row, 0))).emplace_back(cells.text(row, 1));
  }

  peer::Answer ask(const peer::Query& query) override {
    std::vector<std::size_t> open;
    for (std::size_t field = 0; field < fields_.size(); ++field)
      if (!query.filter_on(fields_[field])) open.push_back(field);
    std::vector<std::string> parameters;
    std::string score = "0";
    if (!query.by_date) {
      parameters.push_back(ranked_stems(query));
      score = "ts_rank(stems, $1::tsquery)";
    }
    const std::string conditions = where(query, nullptr, parameters);
    const std::string order = query.by_date ? "day DESC, number DESC" : "score DESC, number";
    // One answer: the page, then the total and the counts of the facets, one pass for all.
    const Rows rows =
        connection_->run("WITH hit AS MATERIALIZED (SELECT number, day, " + score + " AS score, " +
                             columns(up_to(fields_.size())) + " FROM doc" + conditions +
                             ") (SELECT -1, number, 0::bigint FROM hit ORDER BY " + order +
                             " LIMIT " + std::to_string(query.limit) + " OFFSET " +
                             std::to_string(query.offset) + ") UNION ALL " + counted(open),
                         parameters);
    peer::Answer answer;
    for (int row = 0; row < rows.size(); ++row) {
      const auto kind = rows.number(row, 0);
      if (kind < 0)
        answer.best.push_back(static_cast<std::uint32_t>(rows.number(row, 1)));
      else if (const auto grouped = grouped_by(static_cast<std::uint32_t>(kind), open))
        count(rows, row, *grouped, answer);
      else
        answer.total = static_cast<std::uint64_t>(rows.number(row, 2));
    }
    // A facet counts without its own filter: once more without it.
    for (std::size_t field = 0; field < fields_.size(); ++field)
      if (const Filter* own = query.filter_on(fields_[field])) {
        parameters.clear();
        const std::string others = where(query, own, parameters);
        const Rows counts = connection_->run("SELECT 0, " + column(field) + ", count(*) FROM doc" +
                                                 others + " GROUP BY " + column(field),
                                             parameters);
        for (int row = 0; row < counts.size(); ++row) count(counts, row, field, answer);
      }
    return answer;
  }

 private:
  static void load(const Connection& connection, peer::Documents& documents) {
    std::vector<std::unordered_map<std::string, std::size_t>> cells(documents.fields().size());
    connection.begin_copy("COPY doc FROM STDIN WITH (FREEZE)");
    peer::Document document;
    while (documents.next(document)) {
      std::string line = std::to_string(document.number) + '\t' + std::to_string(document.day);
      for (std::size_t field = 0; field < cells.size(); ++field) {
        auto& ids = cells[field];
        const auto id = ids.try_emplace(std::string(document.facets[field]), ids.size()).first;
        line += '\t' + std::to_string(id->second);
      }
      connection.copy(line + '\t' + vector_of(document.stems, false) + '\t' +
                      vector_of(document.words, true) + '\n');
    }
    connection.end_copy();
    connection.begin_copy("COPY cell FROM STDIN WITH (FREEZE)");
    for (std::size_t field = 0; field < cells.size(); ++field)
      for (const auto& [codes, id] : cells[field])
        connection.copy(std::to_string(field) + '\t' + std::to_string(id) + '\t' + codes + '\n');
    connection.end_copy();
  }

  // The documents that match, with all filters but one.
  std::string where(const peer::Query& query, const Filter* left_out,
                    std::vector<std::string>& parameters) const {
    std::string conditions;
    const auto add = [&conditions](const std::string& condition) {
      conditions += (conditions.empty() ? " WHERE " : " AND ") + condition;
    };
    const auto matches = [&](const std::string& vector, const std::string& match) {
      parameters.push_back(match);
      return vector + " @@ $" + std::to_string(parameters.size()) + "::tsquery";
    };
    std::string stems = match_stems(query.required);
    for (const peer::Alternatives& group : query.any_of)
      if (peer::stems_only(group)) add_term(stems, match_stems(group));
    for (const std::string& stem : query.excluded.stems) add_term(stems, "!" + stem);
    if (!stems.empty()) add(matches("stems", stems));
    if (!query.required.stems_only()) add(matches("words", match_words(query.required)));
    for (const peer::Alternatives& group : query.any_of) {
      if (peer::stems_only(group)) continue;
      std::string either;
      for (const peer::Clauses& one : group) {
        std::string both = one.stems.empty() ? "" : matches("stems", match_stems(one));
        if (!one.stems_only()) add_term(both, matches("words", match_words(one)), " AND ");
        add_term(either, in_brackets(both), " OR ");
      }
      add(in_brackets(either));
    }
    if (!query.excluded.stems_only())
      add("NOT " + matches("words", match_words(query.excluded, " | ")));
    for (const Filter& filter : query.filters)
      if (&filter != left_out) add(condition(filter));
    return conditions;
  }

  // The cells of a field that contain one of the codes.
  std::string condition(const Filter& filter) const {
    const auto field = static_cast<std::size_t>(
        std::find(fields_.begin(), fields_.end(), filter.field) - fields_.begin());
    return column(field) + " = ANY ('{" + peer::accepted(filter, cells_.at(field)) +
           "}'::integer[])";
  }

  // Counts the hits by each field, and all of them: what a row is grouped by, the cell, the count.
  static std::string counted(const std::vector<std::size_t>& open) {
    if (open.empty()) return "SELECT 0, NULL::integer, count(*) FROM hit";
    const std::string list = columns(open);
    std::string sets;
    for (const std::size_t field : open) sets += "(" + column(field) + "), ";
    return "SELECT GROUPING(" + list + "), coalesce(" + list + "), count(*) FROM hit " +
           "GROUP BY GROUPING SETS (" + sets + "())";
  }

  // GROUPING has a bit for each of its columns, the first one highest, set where a row is not
  // grouped by it. Nothing: a row of all hits.
  static std::optional<std::size_t> grouped_by(std::uint32_t bits,
                                               const std::vector<std::size_t>& open) {
    for (std::size_t i = 0; i < open.size(); ++i)
      if ((bits >> (open.size() - 1 - i) & 1) == 0) return open[i];
    return std::nullopt;
  }

  void count(const Rows& rows, int row, std::size_t field, peer::Answer& answer) const {
    peer::add_codes(cells_[field].at(static_cast<std::size_t>(rows.number(row, 1))),
                    static_cast<std::uint64_t>(rows.number(row, 2)), answer.facets[fields_[field]]);
  }

  std::optional<Server> server_;  // first here, so that it stops after its connection
  std::optional<Connection> connection_;
  std::vector<std::string> fields_;
  std::vector<std::vector<std::string>> cells_;  // by field and id: codes, separated by blanks
};

}  // namespace

int main(int argc, char** argv) {
  PostgresqlPeer postgresql;
  return peer::run(postgresql, argc, argv);
}
