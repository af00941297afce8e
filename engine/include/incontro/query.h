#pragma once

#include <incontro/record.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace incontro {

enum class Sort : std::uint8_t {
  relevance,  // BM25, then the newer, then the later stored; without words: as date
  date,       // the newer first, then the later stored
  distance,   // the nearer to Query::near first, by whole metres, then as date
};

// Which records take part, by their state on the engine's day (lifecycle.h). Withdrawn ones never
// do.
enum class Scope : std::uint8_t { active, expired, all };

struct Filter {
  std::string field;               // a name of fields_of(collection)
  std::vector<std::string> codes;  // any of these; of a tree, a node stands for its descendants
};

// What lies within a distance of a comune, its own records included (distance.h): vacancies by
// their workplace, CVs by the comune of residence. Records that name no comune (a province, a
// state, nothing) lie nowhere, and are not found. Records of a former comune lie where its
// successor lies.
struct Near {
  static constexpr unsigned most_km = 500;
  std::string place;  // code of a comune, open or with a known successor
  unsigned km = 20;   // 1 to most_km, as the crow flies
};

// A search as plain data, without pointers into any index. Filters of different fields must all
// hold.
struct Query {
  Collection collection = Collection::vacancies;
  // As typed: words (all must occur), "phrases", -exclusions, prefix*, OR, AND, NOT and brackets.
  // What is not syntax is a word, and stop words do not count; signs alone find nothing.
  std::string text;
  // Words also find what they mean: a job title the records of that profession, an acronym what it
  // stands for, a word its forms in other languages. By relevance such hits come after all literal
  // ones. The
  // first search with words waits for the titles (professions.h), a quarter of a second.
  bool synonyms = true;
  std::vector<Filter> filters;
  // Unlike a filter it holds for the counts of every field, those of the territory too.
  std::optional<Near> near;
  Sort sort = Sort::relevance;
  Scope scope = Scope::active;
  std::size_t limit = 10;  // hits wanted, 0 to 1,000
  std::size_t offset = 0;  // hits passed over
  bool facets = false;     // count the values of every field
  bool records = true;     // false: hits have a number and a score only, nothing is read for them
  bool highlight = false;  // mark the words in titles and passages of the hits (highlight.h)
  // Nodes of tree fields whose children are wanted too; those of filters are opened by themselves.
  std::vector<Filter> open;
};

}  // namespace incontro
