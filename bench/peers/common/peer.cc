#include "peer.h"

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace peer {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using Steady = std::chrono::steady_clock;

struct Numbered {
  std::size_t number;  // line of the query, from 0
  Query query;
};

Clauses clauses_from(const json::value& object) {
  return {json::value_to<std::vector<std::string>>(object.at("stems")),
          json::value_to<std::vector<std::vector<std::string>>>(object.at("phrases")),
          json::value_to<std::vector<std::string>>(object.at("prefixes"))};
}

bool has_stems(const Clauses& clauses) { return !clauses.stems.empty(); }

bool gives_scores(const Query& query) {
  return has_stems(query.required) ||
         std::any_of(query.any_of.begin(), query.any_of.end(), [](const Alternatives& group) {
           return std::any_of(group.begin(), group.end(), has_stems);
         });
}

Query query_from(const json::value& line) {
  Query query;
  query.required = clauses_from(line);
  query.excluded = clauses_from(line.at("excluded"));
  for (const json::value& group : line.at("any_of").as_array()) {
    Alternatives& alternatives = query.any_of.emplace_back();
    for (const json::value& one : group.as_array()) alternatives.push_back(clauses_from(one));
  }
  for (const json::value& filter : line.at("filters").as_array())
    query.filters.push_back({json::value_to<std::string>(filter.at("field")),
                             json::value_to<std::vector<std::string>>(filter.at("codes"))});
  query.by_date = line.at("sort").as_string() == "date" || !gives_scores(query);
  query.offset = line.at("offset").to_number<std::size_t>();
  query.limit = line.at("limit").to_number<std::size_t>();
  return query;
}

std::vector<Numbered> read_queries(const fs::path& file, std::size_t per_class) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file.string() + " cannot be read");
  std::vector<Numbered> queries;
  std::map<std::string, std::size_t> taken;
  std::size_t number = 0;
  for (std::string text; std::getline(in, text); ++number) {
    const json::value line = json::parse(text);
    if (++taken[json::value_to<std::string>(line.at("class"))] <= per_class)
      queries.push_back({number, query_from(line)});
  }
  return queries;
}

std::string line_of(std::size_t number, double us, const Answer& answer) {
  json::object facets;
  for (const auto& [field, counts] : answer.facets) {
    json::object& values = facets[field].emplace_object();
    for (const auto& [code, count] : counts)
      if (count > 0) values[code] = count;
  }
  return json::serialize(json::object{{"query", number},
                                      {"us", us},
                                      {"total", answer.total},
                                      {"best", json::value_from(answer.best)},
                                      {"facets", std::move(facets)}});
}

std::uintmax_t bytes_in(const fs::path& directory) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(directory))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
}

double seconds_since(Steady::time_point start) {
  return std::chrono::duration<double>(Steady::now() - start).count();
}

// Built beside its place, so that an index that is there is whole.
void build(Engine& engine, const fs::path& documents_file, const fs::path& index) {
  const fs::path beside = index.string() + ".new";
  fs::remove_all(beside);
  fs::create_directories(beside);
  Documents documents(documents_file);
  const auto start = Steady::now();
  engine.build(documents, beside);
  std::fprintf(stderr, "indexed: %.1f s, %ju bytes\n", seconds_since(start), bytes_in(beside));
  fs::rename(beside, index);
}

void ask_all(Engine& engine, const std::vector<Numbered>& queries, const fs::path& file) {
  for (const Numbered& one : queries) engine.ask(one.query);
  std::ofstream out(file);
  for (const Numbered& one : queries) {
    const auto start = Steady::now();
    const Answer answer = engine.ask(one.query);
    out << line_of(one.number, seconds_since(start) * 1e6, answer) << '\n';
  }
  out.close();
  if (!out) throw std::runtime_error(file.string() + " cannot be written");
}

}  // namespace

const Filter* Query::filter_on(const std::string& field) const {
  for (const Filter& filter : filters)
    if (filter.field == field) return &filter;
  return nullptr;
}

bool stems_only(const Alternatives& group) {
  return std::all_of(group.begin(), group.end(),
                     [](const Clauses& one) { return one.stems_only(); });
}

bool accepts(const Filter& filter, std::string_view cell) {
  const auto codes = split(cell, ' ');
  return std::find_first_of(codes.begin(), codes.end(), filter.codes.begin(), filter.codes.end()) !=
         codes.end();
}

std::string accepted(const Filter& filter, const std::vector<std::string>& cells) {
  std::string ids;
  for (std::size_t id = 0; id < cells.size(); ++id)
    if (accepts(filter, cells[id])) ids += (ids.empty() ? "" : ",") + std::to_string(id);
  return ids;
}

void add_codes(std::string_view codes, std::uint64_t count, Counts& counts) {
  for (const std::string_view code : split(codes, ' ')) counts[std::string(code)] += count;
}

int run(Engine& engine, int argc, char** argv) {
  const bool limited = argc == 7 && std::string_view(argv[5]) == "--per-class";
  if (argc != 5 && !limited) {
    std::fprintf(stderr, "usage: run DOCUMENTS QUERIES INDEX_DIRECTORY ANSWERS [--per-class N]\n");
    return 2;
  }
  try {
    const std::size_t per_class = limited ? std::stoul(argv[6]) : static_cast<std::size_t>(-1);
    const fs::path index = argv[3];
    std::fprintf(stderr, "version: %s\n", engine.version().c_str());
    if (!fs::exists(index)) build(engine, argv[1], index);
    engine.open(index, Documents(argv[1]).fields());
    ask_all(engine, read_queries(argv[2], per_class), argv[4]);
    return 0;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "error: %s\n", failure.what());
    return 1;
  }
}

}  // namespace peer
