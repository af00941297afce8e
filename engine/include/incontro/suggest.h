#pragma once

#include <incontro/query.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Help with what is typed: suggestions while typing, "did you mean", and what to drop when nothing
// is found. All of it is made from what the blocks hold, which is public views only, and every
// count is that of a search: what nobody can find is neither suggested nor corrected to.
namespace incontro {

// The two boxes of a search: what is looked for, and where.
enum class SuggestionBox : std::uint8_t { what, where };

enum class SuggestionKind : std::uint8_t {
  profession,  // of the code table, any level
  skill,       // the same
  employer,    // as a vacancy shows it
  phrase,      // the title of a record
  region,
  province,
  comune,
  state,  // abroad
};

struct SuggestRequest {
  SuggestionBox box = SuggestionBox::what;
  Collection collection = Collection::vacancies;
  // As typed so far: all words must occur, the last one as a beginning. Not only at the start:
  // "idraul" leads to "Installatore idraulico". Case, accents and elisions do not matter, nor does
  // the form of a word that has the same stem. A word of four letters or more may have one error
  // (a letter too many, too few, another, or two exchanged), one of eight or more two, where fewer
  // than few_results names have none. At most 300 bytes; "" suggests nothing.
  std::string text;
  std::size_t limit = 10;  // 1 to 20
};

struct Suggestion {
  SuggestionKind kind = SuggestionKind::phrase;
  std::string text;         // as its table or most of its records write it
  std::string field, code;  // to choose it is to filter by this; of employers and phrases empty
  std::string words;        // to choose it is to search for this text; of all others empty
  std::uint64_t count = 0;  // exact: the active records that choosing it finds; never 0
  unsigned errors = 0;      // of those typed, how many it takes for granted
};

// The search that choosing the suggestion makes.
Query chosen(const Suggestion& suggestion, Collection collection);

// A word or phrase in Query::text: bytes [begin, end), its sign and quotes included.
struct TextRange {
  std::size_t begin = 0, end = 0;
  bool operator==(const TextRange&) const = default;
};

// "Did you mean": the query's text with some words put right, spelt as people write them
// (contabilità); everything else as typed.
struct Correction {
  std::string text;
  std::vector<TextRange> corrected;  // in `text`, ascending
  std::uint64_t count = 0;           // exact, with the query's filters
};

// So few results that another spelling is worth looking for.
inline constexpr std::uint64_t few_results = 3;

// A filter that words of the text name: of "cuoco part time" the mode, and "cuoco" remains.
struct FilterOffer {
  std::string field, code;
  std::string label;        // as its table has it; of a place place_label()
  Query query;              // filtered, without the words
  std::uint64_t count = 0;  // exact; never 0
};

// What is said beside an answer.
struct SearchHelp {
  std::optional<Correction> correction;
  std::vector<FilterOffer> offers;
};

// One way out of a search that finds nothing.
struct Relaxation {
  struct Part {
    std::string field;  // the filter on this field, "near" for the radius, "" for part of the text
    std::string text;   // of that, as typed
    bool operator==(const Part&) const = default;
  };
  std::vector<Part> dropped;  // one, or two where no single one helps
  Query query;                // what remains
  std::uint64_t count = 0;    // exact; never 0
};

}  // namespace incontro
