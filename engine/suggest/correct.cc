// "Did you mean": words that nobody writes, and with few results those that the index hardly knows
// -> the likeliest spellings that find something.

#include <incontro/suggest.h>

#include <algorithm>
#include <functional>
#include <iterator>

#include "engine_impl.h"
#include "query/pieces.h"
#include "suggest/near_words.h"
#include "suggest/spellings.h"
#include "suggest/table_words.h"
#include "suggest/written_words.h"

namespace incontro {
namespace {

constexpr std::size_t most_looked_at = 16;  // words of a text
constexpr std::size_t most_words = 6;       // of these, that may be replaced
constexpr std::size_t most_spellings = 4;   // of each
constexpr std::size_t most_tries = 24;      // searches in all

// A run of letters in the text that the analyzer takes for a word of its own.
struct TypedWord {
  TextRange range;
  std::string word;           // folded
  std::uint64_t occurrences;  // in the snapshot
  bool quoted;
};

// Words of the text that may be replaced: one, or two that are one.
struct Suspect {
  TextRange range;
  bool unknown;  // to records and tables alike
  std::vector<Spelling> spellings;
};

// A choice of spellings: of each suspect one, or none.
struct Attempt {
  std::vector<const Spelling*> spellings;  // null: as typed
  unsigned errors = 0;
  double likelihood = 0;
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::uint64_t occurrences_in(const CollectionSnapshot& collection, std::string_view word) {
  const std::uint64_t hash = Vocabulary::hash(word);
  std::uint64_t occurrences = 0;
  for (const BlockView& view : collection.blocks)
    if (const auto found = view.words->words.find(word, hash))
      occurrences += view.words->positions.count[*found];
  return occurrences;
}

// No parts of C++, SAP/R3 or L.68/99, no function words, exclusions and prefixes.
std::vector<TypedWord> typed_words(std::string_view text, const Analyzer& analyzer,
                                   const CollectionSnapshot& collection) {
  std::vector<TypedWord> words;
  Pieces pieces(text);
  for (Piece piece; pieces.next(piece);) {
    if (piece.kind != Piece::Kind::words || piece.excluded || piece.prefix) continue;
    const std::vector<Token> tokens = analyzer.analyze(piece.text);
    const auto at = static_cast<std::size_t>(piece.text.data() - text.data());
    for (std::size_t begin = at, end; begin < at + piece.text.size(); begin = end + 1) {
      end = begin;
      while (end < at + piece.text.size() && is_letter(text[end])) ++end;
      const std::vector<Token> run = analyzer.analyze(text.substr(begin, end - begin));
      if (run.size() != 1) continue;
      const auto token = std::ranges::find(tokens, run[0].word, &Token::word);
      if (token == tokens.end() || token->stop) continue;
      if (words.size() == most_looked_at) return words;
      words.push_back(
          {{begin, end}, token->word, occurrences_in(collection, token->word), piece.quoted});
    }
  }
  return words;
}

// In no record, no table and no title.
bool is_unknown(const TypedWord& typed) {
  return typed.occurrences == 0 && table_words().origin_of(typed.word) == TableWords::Origin::none;
}

// Two words with a blank between them that are one: "info rmatica".
std::optional<Suspect> joined(std::string_view text, const TypedWord& a, const TypedWord& b,
                              const FrequentWords& known) {
  const std::string_view between = text.substr(a.range.end, b.range.begin - a.range.end);
  if (a.quoted || b.quoted || between.find_first_not_of(' ') != std::string_view::npos)
    return std::nullopt;
  if (!is_unknown(a) && !is_unknown(b)) return std::nullopt;
  std::string word = a.word + b.word;
  if (!known.words.find(word)) return std::nullopt;
  return Suspect{{a.range.begin, b.range.end}, true, {{{std::move(word)}, 1, 0}}};
}

// What stands in a table is never wrong. Words of foreign titles may be an Italian word's slip. An
// unknown word may be another form of a known one: then a spelling must be likelier than that.
std::optional<Suspect> suspect(const TypedWord& typed, const FrequentWords& known) {
  constexpr std::uint64_t much = 10;  // so many times as often as what is typed
  if (errors_allowed(typed.word) == 0) return std::nullopt;
  if (table_words().origin_of(typed.word) == TableWords::Origin::italian) return std::nullopt;
  Suspect suspect{typed.range, is_unknown(typed),
                  spellings_of(typed.word, known, much * typed.occurrences, most_spellings)};
  if (typed.occurrences == 0) {
    const double form = likelihood_of_forms(typed.word, known);
    std::erase_if(suspect.spellings, [&](const Spelling& s) { return s.likelihood <= form; });
  }
  if (suspect.spellings.empty()) return std::nullopt;
  return suspect;
}

std::vector<Suspect> suspects_in(std::string_view text, const std::vector<TypedWord>& words,
                                 const FrequentWords& known) {
  std::vector<Suspect> suspects;
  for (std::size_t i = 0; i < words.size() && suspects.size() < most_words; ++i) {
    std::optional<Suspect> next;
    if (i + 1 < words.size()) next = joined(text, words[i], words[i + 1], known);
    if (next)
      ++i;
    else
      next = suspect(words[i], known);
    if (next) suspects.push_back(std::move(*next));
  }
  return suspects;
}

// All unknown words are replaced together; where all are known, one of them.
std::vector<Attempt> attempts_for(const std::vector<Suspect>& suspects) {
  const bool unknown = std::ranges::any_of(suspects, &Suspect::unknown);
  std::vector<Attempt> attempts;
  const auto with = [](Attempt attempt, const Spelling& spelling) {
    attempt.spellings.back() = &spelling;
    attempt.errors += spelling.errors;
    attempt.likelihood += spelling.likelihood;
    return attempt;
  };
  if (unknown) attempts.emplace_back();
  for (std::size_t i = 0; i < suspects.size(); ++i) {
    for (Attempt& attempt : attempts) attempt.spellings.push_back(nullptr);
    if (unknown && !suspects[i].unknown) continue;
    Attempt alone;
    alone.spellings.resize(i + 1);
    std::vector<Attempt> longer;
    for (const Spelling& spelling : suspects[i].spellings)
      for (const Attempt& attempt : unknown ? attempts : std::vector{alone})
        longer.push_back(with(attempt, spelling));
    if (unknown) attempts.clear();
    std::ranges::move(longer, std::back_inserter(attempts));
  }
  std::ranges::stable_sort(attempts, [](const Attempt& a, const Attempt& b) {
    return a.errors != b.errors ? a.errors < b.errors : a.likelihood > b.likelihood;
  });
  if (attempts.size() > most_tries) attempts.resize(most_tries);
  return attempts;
}

// How people write a folded word: as the tables do, else as the best hits of it.
std::string as_written(const Engine& engine, const Analyzer& analyzer, Collection collection,
                       const std::string& word) {
  constexpr std::size_t hits_read = 3;
  if (const std::string_view known = table_words().written(word); !known.empty())
    return std::string(known);
  Query query;
  query.collection = collection;
  query.text = word;
  query.synonyms = false;
  query.limit = hits_read;
  query.highlight = true;
  const auto answer = engine.search(query);
  if (!answer) return word;
  for (const Hit& hit : answer->hits)
    if (hit.highlights)
      for (const Marked* marked : {&hit.highlights->title, &hit.highlights->passage})
        for (const std::string_view written : written_words(marked->text))
          if (written.size() != word.size() && analyzer.fold(written) == word)
            return in_lower_case(written);
  return word;
}

template <class Write>
Correction corrected(std::string_view text, const std::vector<Suspect>& suspects,
                     const Attempt& attempt, Write&& written) {
  Correction correction;
  std::size_t at = 0;
  for (std::size_t i = 0; i < suspects.size(); ++i) {
    if (attempt.spellings[i] == nullptr) continue;
    const TextRange range = suspects[i].range;
    correction.text.append(text.substr(at, range.begin - at));
    const std::size_t begin = correction.text.size();
    for (const std::string& word : attempt.spellings[i]->words)
      correction.text.append(correction.text.size() > begin ? " " : "").append(written(word));
    correction.corrected.push_back({begin, correction.text.size()});
    at = range.end;
  }
  correction.text.append(text.substr(at));
  return correction;
}

}  // namespace

Result<std::optional<Correction>> Engine::correct(const Query& query,
                                                  std::optional<std::uint64_t> total) const {
  const auto snapshot = impl_->indexer->snapshot();
  if (!total) {
    const auto found = impl_->count(query, *snapshot);
    if (!found) return found.error();
    total = *found;
  }
  const CollectionSnapshot& collection = snapshot->of(query.collection);
  const std::vector<TypedWord> words = typed_words(query.text, impl_->analyzer, collection);
  const bool doubtful = *total < few_results || std::ranges::any_of(words, [](const auto& typed) {
    return typed.occurrences == 0;
  });
  std::optional<Correction> best;
  if (!doubtful) return best;
  const auto lexicon = impl_->lexicons->current(snapshot->sequence, today());
  const auto suspects = suspects_in(query.text, words, lexicon->of(query.collection).words);
  // An unknown word is wrong, whatever its stem finds.
  const bool unknown = std::ranges::any_of(suspects, &Suspect::unknown);
  const std::uint64_t worse = unknown ? 0 : *total;
  for (const Attempt& attempt : attempts_for(suspects)) {
    Query tried = query;
    tried.text = corrected(query.text, suspects, attempt, std::identity()).text;
    const auto count = impl_->count(tried, *snapshot);
    if (!count) return count.error();
    if (*count <= worse) continue;
    best = corrected(query.text, suspects, attempt, [&](const std::string& word) {
      return as_written(*this, impl_->analyzer, query.collection, word);
    });
    best->count = *count;
    break;
  }
  return best;
}

}  // namespace incontro
