#include "query/expansion.h"

#include <incontro/names.h>
#include <incontro/professions.h>

#include <algorithm>

namespace incontro {
namespace {

constexpr std::size_t words_bound = 32;     // of a query
constexpr std::size_t longest_run = 8;      // in words, function words included
constexpr std::size_t synonyms_bound = 64;  // of one run of words: units of a wide branch

constexpr std::size_t reference_least = 5;  // letters and digits: fewer end too many references

using Words = std::span<const Token>;

// Whether a digit and enough other signs of a code are in what one typed word became.
bool may_be_reference(std::string_view name) {
  return name.size() > reference_least &&
         std::ranges::any_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

// How many words, from the first on, were typed as one: positions count from 0 in each.
std::size_t words_of_piece(Words words) {
  if (words.front().position != 0) return 0;
  const auto next = std::ranges::find(words.subspan(1), 0u, &Token::position);
  return 1 + static_cast<std::size_t>(next - words.subspan(1).begin());
}

// Of what was typed as one word, as reference_name() has it; empty: it is none.
std::string reference_of(Words piece) {
  std::string text;
  for (const Token& token : piece) text += token.word;
  std::string name = reference_name(text);
  return may_be_reference(name) ? name : std::string();
}

// Records are found by the unit or voice that they carry; a branch is all units beneath it.
void add_profession(CodeIndex row, std::vector<Synonym>& synonyms) {
  const CodeTable& table = code_table(Table::profession);
  const CodeIndex last = table.row(row).last;
  for (CodeIndex below = row; below <= last && synonyms.size() < synonyms_bound; ++below)
    if (below == row ? table.row(row).level >= unit_level : table.row(below).level == unit_level)
      synonyms.push_back({profession_mark + std::string(table.row(below).code)});
}

class Expander {
 public:
  Expander(const ParsedQuery& parsed, const Analyzer& analyzer, const Acronyms& acronyms)
      : parsed_(parsed), analyzer_(analyzer), acronyms_(acronyms) {}

  std::vector<Expansion> run() && {
    std::size_t seen = 0;
    for (const PlainWords& all : parsed_.plain) {
      const Words words = Words(all).first(std::min(all.size(), words_bound - seen));
      for (std::size_t i = 0; i < words.size();) i += std::max<std::size_t>(1, take(words, i));
      seen += words.size();
    }
    return std::move(expansions_);
  }

 private:
  // The longest run of words from `begin` on that means something else too; how many it takes.
  std::size_t take(Words words, std::size_t begin) {
    const Words rest = words.subspan(begin, std::min(longest_run, words.size() - begin));
    if (const std::size_t n = take_reference(rest); n > 0) return n;
    if (!searched(words[begin])) return 0;
    const std::size_t titled = profession_linker().words_of_titles(rest);
    for (std::size_t n = std::max({titled, words_of_acronym(rest), std::size_t{1}}); n > 0; --n) {
      if (!searched(rest[n - 1])) continue;
      const Words run = rest.first(n);
      Expansion expansion{terms_of(run), synonyms_of(run, n <= titled)};
      if (expansion.synonyms.empty() || !free(expansion.terms)) continue;
      expansions_.push_back(std::move(expansion));
      return n;
    }
    return 0;
  }

  // The words that were typed as one and may be a record's code or reference, or the end of one.
  std::size_t take_reference(Words words) {
    const std::size_t n = words_of_piece(words);
    if (n == 0) return 0;
    std::string reference = reference_of(words.first(n));
    if (reference.empty()) return 0;
    Expansion expansion{terms_of(words.first(n)), {{std::move(reference)}}};
    if (expansion.terms.empty() || !free(expansion.terms)) return 0;
    expansions_.push_back(std::move(expansion));
    return n;
  }

  static bool searched(const Token& token) { return !token.stop; }

  static std::vector<std::string> terms_of(Words run) {
    std::vector<std::string> terms;
    for (const Token& token : run)
      if (searched(token) && std::ranges::find(terms, token.term) == terms.end())
        terms.push_back(token.term);
    return terms;
  }

  // Function words left out.
  static std::vector<std::string> searched_terms(Words run) {
    std::vector<std::string> terms;
    for (const Token& token : run)
      if (searched(token)) terms.push_back(token.term);
    return terms;
  }

  // How many words, from the first on, an acronym stands for.
  std::size_t words_of_acronym(Words words) const {
    std::size_t terms = acronyms_.of_expansion(searched_terms(words)).terms, n = 0;
    for (; terms > 0; ++n) terms -= searched(words[n]);
    return n;
  }

  std::vector<Synonym> synonyms_of(Words run, bool begins_title) const {
    std::vector<Synonym> synonyms;
    if (begins_title)
      for (const CodeIndex row : profession_linker().codes_of_title(run))
        add_profession(row, synonyms);
    const std::vector<std::string> terms = searched_terms(run);
    if (const auto found = acronyms_.of_expansion(terms);
        found.acronym != nullptr && found.terms == terms.size())
      synonyms.push_back({analyzer_.analyze(found.acronym->word).front().term});
    if (run.size() > 1) return synonyms;
    for (const Acronym& acronym : acronyms_.of_word(run.front().word))
      synonyms.push_back(acronym.terms);
    for (const std::string& term : analyzer_.foreign_terms(run.front())) synonyms.push_back({term});
    return synonyms;
  }

  // Neither part of another expansion nor required by a phrase.
  bool free(const std::vector<std::string>& terms) const {
    const auto holds = [&](const std::vector<std::string>& others) {
      return std::ranges::any_of(terms, [&](const std::string& term) {
        return std::ranges::find(others, term) != others.end();
      });
    };
    return !holds(parsed_.required.implied) &&
           std::ranges::none_of(expansions_,
                                [&](const Expansion& other) { return holds(other.terms); });
  }

  const ParsedQuery& parsed_;
  const Analyzer& analyzer_;
  const Acronyms& acronyms_;
  std::vector<Expansion> expansions_;
};

// A compound is asked for where its terms are: by itself, or by the expansion that holds them all.
// One that holds some has none to stand in for the others, and of half a word nobody means another.
void move_compounds(ParsedQuery& parsed) {
  const auto searched = [&](const CompoundWord& word) {
    return std::ranges::find(parsed.required.terms, word.term) != parsed.required.terms.end();
  };
  std::vector<Compound> by_themselves;
  for (Compound& compound : parsed.required.compounds) {
    const auto count = std::ranges::count_if(compound, searched);
    const auto held = [&](const Expansion& expansion) {
      return std::ranges::count_if(compound, [&](const CompoundWord& word) {
        return std::ranges::find(expansion.terms, word.term) != expansion.terms.end();
      });
    };
    std::erase_if(parsed.expansions, [&](const Expansion& expansion) {
      const auto some = held(expansion);
      return some > 0 && some < count;
    });
    const auto whole = std::ranges::find_if(
        parsed.expansions, [&](const Expansion& expansion) { return held(expansion) > 0; });
    auto& owner = whole == parsed.expansions.end() ? by_themselves : whole->compounds;
    owner.push_back(std::move(compound));
  }
  parsed.required.compounds = std::move(by_themselves);
}

}  // namespace

void expand(ParsedQuery& parsed, const Analyzer& analyzer, const Acronyms& acronyms) {
  parsed.expansions = Expander(parsed, analyzer, acronyms).run();
  move_compounds(parsed);
  for (std::vector<ParsedQuery>& group : parsed.any_of)
    for (ParsedQuery& alternative : group) expand(alternative, analyzer, acronyms);
}

}  // namespace incontro
