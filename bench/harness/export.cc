#include "harness/export.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>

#include "corpus.h"
#include "harness/facet_codes.h"
#include "harness/give_up.h"
#include "harness/parallel.h"

namespace incontro::bench {
namespace {

namespace json = boost::json;

constexpr std::size_t piece = 2'000;
constexpr std::string_view section_break = "q00";

// A token that every tokenizer keeps: see the peers' README.
void append_encoded(std::string& out, std::string_view token) {
  for (const char c : token) {
    if ((c >= 'a' && c <= 'z' && c != 'q') || (c >= '0' && c <= '9'))
      out.push_back(c);
    else
      fmt::format_to(std::back_inserter(out), "q{:02x}", static_cast<unsigned char>(c));
  }
}

std::string encoded(std::string_view token) {
  std::string out;
  append_encoded(out, token);
  return out;
}

struct Place {
  std::uint32_t position;
  const std::string* word;
};

std::vector<Place> in_text_order(const Document& document) {
  std::vector<Place> places;
  for (const DocumentWord& word : document.words)
    for (const std::uint32_t position : word.positions) places.push_back({position, &word.word});
  std::ranges::sort(places, {}, &Place::position);
  return places;
}

// The stems beside the words they belong to, empty for a stop word. The document itself has words
// and stems without this link; that each stem was found again is checked.
std::vector<std::string> stem_of_each_word(const Analyzer& analyzer, const Document& document) {
  std::vector<std::string> stems;
  std::size_t found = 0;
  std::vector<bool> seen(document.terms.size());
  for (const DocumentWord& word : document.words) {
    const std::vector<Token> tokens = analyzer.analyze(word.word);
    std::string& stem = stems.emplace_back();
    if (tokens.size() != 1 || tokens.front().stop) continue;
    const auto term =
        std::ranges::lower_bound(document.terms, tokens.front().term, {}, &DocumentTerm::term);
    if (term == document.terms.end() || term->term != tokens.front().term) continue;
    stem = term->term;
    const auto place = static_cast<std::size_t>(term - document.terms.begin());
    found += seen[place] ? 0 : 1;
    seen[place] = true;
  }
  // Stems of other languages (en:develop) are those of no Italian word.
  const auto italian = std::ranges::count_if(document.terms, [](const DocumentTerm& term) {
    return term.term.find(':') == std::string::npos;
  });
  if (found != static_cast<std::size_t>(italian))
    give_up("document {}: a stem belongs to none of its words", document.number);
  return stems;
}

void append_facets(std::string& out, const Document& document) {
  for (std::size_t field = 0; field < document.values.size(); ++field) {
    char separator = '\t';
    for (const std::string_view code : facet_codes(document, field)) {
      if (code.find_first_of(" \t\n") != std::string_view::npos)
        give_up("the code '{}' cannot be written between blanks", code);
      out.push_back(separator);
      out.append(code);
      separator = ' ';
    }
  }
}

void append_document(std::string& out, const Analyzer& analyzer, const Document& document) {
  fmt::format_to(std::back_inserter(out), "{}\t{}", document.number,
                 document.published.time_since_epoch().count());
  append_facets(out, document);
  const std::vector<std::string> stems = stem_of_each_word(analyzer, document);
  std::string stem_column, word_column;
  const auto append = [](std::string& column, std::string_view token) {
    if (!column.empty()) column.push_back(' ');
    append_encoded(column, token);
  };
  std::uint32_t next = 0;
  for (const Place& place : in_text_order(document)) {
    if (place.position != next && !word_column.empty())
      word_column.append(" ").append(section_break);
    next = place.position + 1;
    append(word_column, *place.word);
    const auto row = std::ranges::lower_bound(document.words, *place.word, {}, &DocumentWord::word);
    const std::string& stem = stems[static_cast<std::size_t>(row - document.words.begin())];
    if (!stem.empty()) append(stem_column, stem);
  }
  out.append("\t").append(stem_column).append("\t").append(word_column).append("\n");
}

std::string first_line() {
  std::string line = "number\tday";
  for (const Field& field : fields_of(Collection::vacancies)) line.append("\t").append(field.name);
  return line + "\tstems\twords\n";
}

json::array encoded_all(const std::vector<std::string>& tokens) {
  json::array array;
  for (const std::string& token : tokens) array.emplace_back(encoded(token));
  return array;
}

json::object to_json(const Clauses& clauses) {
  json::array phrases;
  for (const Phrase& phrase : clauses.phrases) phrases.push_back(encoded_all(phrase));
  return {{"stems", encoded_all(clauses.terms)},
          {"phrases", std::move(phrases)},
          {"prefixes", encoded_all(clauses.prefixes)}};
}

json::object to_json(const BenchQuery& query) {
  json::object line{{"class", query.name}};
  for (const auto& [key, list] : to_json(query.read.required)) line[key] = list;
  json::array groups, filters;
  for (const std::vector<ParsedQuery>& group : query.read.any_of) {
    json::array alternatives;
    for (const ParsedQuery& alternative : group)
      alternatives.push_back(to_json(alternative.required));
    groups.push_back(std::move(alternatives));
  }
  for (const Filter& filter : query.query.filters)
    filters.push_back({{"field", filter.field}, {"codes", json::value_from(filter.codes)}});
  line["any_of"] = std::move(groups);
  line["excluded"] = to_json(query.read.excluded);
  line["filters"] = std::move(filters);
  line["sort"] = query.query.sort == Sort::date ? "date" : "relevance";
  line["offset"] = query.query.offset;
  line["limit"] = query.query.limit;
  return line;
}

std::ofstream create(const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary);
  if (!out) give_up("{} cannot be written", file.string());
  return out;
}

void finish(std::ofstream& out, const std::filesystem::path& file) {
  out.close();
  if (!out) give_up("{} could not be written to its end", file.string());
}

std::string document_lines(const Analyzer& analyzer, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t n = begin; n < end; ++n)
    append_document(
        text, analyzer,
        make_document(analyzer, bench_generator().vacancy(n), static_cast<DocumentNumber>(n)));
  return text;
}

void write_documents(const std::filesystem::path& file, const Analyzer& analyzer,
                     std::size_t records) {
  std::ofstream out = create(file);
  out << first_line();
  std::size_t written = 0;
  in_order(
      records, piece,
      [&](std::size_t begin, std::size_t end) { return document_lines(analyzer, begin, end); },
      [&](const std::string& text) {
        out << text;
        written += std::min(piece, records - written);
        if (written % 50'000 == 0 || written == records)
          fmt::print(stderr, "export: {} of {} documents\n", written, records);
      });
  finish(out, file);
}

// An earlier export stays, if it begins and ends as one made now would.
bool holds_documents(const std::filesystem::path& file, const Analyzer& analyzer,
                     std::size_t records) {
  std::ifstream in(file, std::ios::binary);
  const std::size_t looked_at = std::min(records, piece);
  const std::string head = first_line() + document_lines(analyzer, 0, looked_at);
  const std::string tail = document_lines(analyzer, records - looked_at, records);
  std::string read(head.size(), '\0');
  if (!in.read(read.data(), static_cast<std::streamsize>(read.size())) || read != head)
    return false;
  read.resize(tail.size());
  in.seekg(-static_cast<std::streamoff>(tail.size()), std::ios::end);
  return in.read(read.data(), static_cast<std::streamsize>(read.size())) && read == tail;
}

}  // namespace

void export_for_peers(const Analyzer& analyzer, std::size_t records,
                      std::span<const BenchQuery> queries, const std::filesystem::path& directory) {
  std::filesystem::create_directories(directory);
  const auto query_file = directory / "queries.jsonl";
  std::ofstream query_out = create(query_file);
  for (const BenchQuery& query : queries) query_out << json::serialize(to_json(query)) << '\n';
  finish(query_out, query_file);

  const auto document_file = directory / "documents.tsv";
  if (holds_documents(document_file, analyzer, records)) return;
  // Beside its place first: what stands there is whole.
  const auto new_file = directory / "documents.tsv.new";
  write_documents(new_file, analyzer, records);
  std::filesystem::rename(new_file, document_file);
}

}  // namespace incontro::bench
