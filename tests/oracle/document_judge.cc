#include "oracle/document_judge.h"

#include <incontro/impact.h>
#include <incontro/lifecycle.h>
#include <incontro/names.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "oracle/judged_distance.h"

namespace incontro {
namespace {

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

std::uint32_t id_in(const std::unordered_map<std::string, std::uint32_t>& ids,
                    const std::string& text) {
  const auto found = ids.find(text);
  return found == ids.end() ? nowhere : found->second;
}

// Words with one stem that begin as the word and its stem do; codes are themselves only.
bool is_form(const std::string& word, const CompoundWord& asked) {
  if (word == asked.word) return true;
  if (asked.word == asked.term) return false;
  std::size_t same = 0;
  while (same < asked.word.size() && same < asked.term.size() &&
         asked.word[same] == asked.term[same])
    ++same;
  if (word.compare(0, same, asked.word, 0, same) != 0) return false;
  static const Analyzer analyzer;
  const std::vector<Token> tokens = analyzer.analyze(word);
  return tokens.size() == 1 && !tokens[0].stop && tokens[0].term == asked.term;
}

// What the words of one half of the query ask for.
struct Wanted {
  std::vector<std::uint32_t> terms;
  std::vector<std::vector<std::uint32_t>> phrases;
  std::vector<std::vector<bool>> prefixes;  // of each, by word: it begins so
  // Of each, of each place, by word: it fits there.
  std::vector<std::vector<std::vector<bool>>> open_phrases, compounds;
};

struct WantedExpansion {
  std::vector<std::uint32_t> terms;
  // Of each, of each of its terms: any of these will do.
  std::vector<std::vector<std::vector<std::uint32_t>>> synonyms;
  std::vector<std::vector<std::vector<bool>>> compounds;
};

}  // namespace

struct DocumentJudge::Branch {
  Wanted required, excluded;
  std::vector<WantedExpansion> expansions;
  std::map<std::uint32_t, std::set<std::uint32_t>> typed;  // by term: its words as typed
  std::set<std::uint32_t> implied;  // of the required terms: not asked for by themselves
  std::vector<std::vector<Branch>> any_of;
  std::vector<Branch> none_of;

  // The word was typed for the term, in an alternative perhaps.
  bool was_typed(std::uint32_t term, std::uint32_t word) const {
    const auto found = typed.find(term);
    if (found != typed.end() && found->second.contains(word)) return true;
    return std::ranges::any_of(any_of, [&](const std::vector<Branch>& group) {
      return std::ranges::any_of(
          group, [&](const Branch& branch) { return branch.was_typed(term, word); });
    });
  }
  // Of the alternatives too; each once.
  void add_scored(std::vector<std::uint32_t>& terms) const {
    for (const std::uint32_t term : required.terms)
      if (std::ranges::find(terms, term) == terms.end()) terms.push_back(term);
    for (const std::vector<Branch>& group : any_of)
      for (const Branch& branch : group) branch.add_scored(terms);
  }
};

struct DocumentJudge::Asked {
  Branch words;
  bool signs_only;
  std::map<std::size_t, std::set<CodeIndex>> filters;  // by field
  std::vector<std::optional<std::uint32_t>> metres;    // by value of the territory; empty: anywhere
  Scope scope;
  Date today;
  int validity_days;
};

// The values and, of a tree, all nodes above them; nothing is a value too.
std::vector<CodeIndex> DocumentJudge::closed(const Field& field,
                                             const std::vector<CodeIndex>& values) const {
  std::set<CodeIndex> all(values.begin(), values.end());
  if (all.empty()) all.insert(field.domain->unstated());
  if (field.kind == FieldKind::tree)
    for (CodeIndex value : values)
      while ((value = field.domain->parent(value)) != no_code) all.insert(value);
  return {all.begin(), all.end()};
}

void DocumentJudge::add(const Document& document, bool withdrawn) {
  Entry& entry = entries_.emplace_back();
  entry.number = document.number;
  entry.withdrawn = withdrawn;
  entry.published = document.published;
  entry.expires = document.expires;
  entry.length = document.length;
  for (const DocumentTerm& t : document.terms) {
    const Id id = term_ids_.try_emplace(t.term, static_cast<Id>(term_ids_.size())).first->second;
    entry.terms[id] = t.weight;
    holding_.resize(term_ids_.size());
    ++holding_[id];
  }
  for (const std::string& name : document.names)
    entry.terms[term_ids_.try_emplace(name, static_cast<Id>(term_ids_.size())).first->second] = 1;
  holding_.resize(term_ids_.size());
  for (const DocumentWord& w : document.words) {
    const Id id = word_ids_.try_emplace(w.word, static_cast<Id>(word_ids_.size())).first->second;
    for (const std::uint32_t position : w.positions) entry.text.push_back({position, id});
  }
  std::ranges::sort(entry.text, {}, &Word::position);
  const auto fields = fields_of(collection_);
  for (std::size_t f = 0; f < fields.size(); ++f)
    entry.values.push_back(closed(fields[f], document.values[f]));
  entry.dated = document.dated;
  const std::size_t territory = *find_field(collection_, "territory");
  entry.place = document.values[territory].empty() ? fields[territory].domain->unstated()
                                                   : document.values[territory].front();
}

DocumentJudge::Branch DocumentJudge::branch_of(const ParsedQuery& parsed) const {
  const auto words_with = [this](auto&& fits) {
    std::vector<bool> those(word_ids_.size());
    for (const auto& [word, id] : word_ids_) those[id] = fits(word);
    return those;
  };
  // A reference's name stands for all that begin with it.
  const auto ids_of = [this](const std::string& term) {
    std::vector<Id> ids;
    if (!term.starts_with(reference_mark)) return std::vector<Id>{id_in(term_ids_, term)};
    for (const auto& [name, id] : term_ids_)
      if (name.starts_with(term)) ids.push_back(id);
    return ids;
  };
  const auto wanted = [&](const Clauses& clauses) {
    Wanted out;
    for (const std::string& term : clauses.terms) out.terms.push_back(id_in(term_ids_, term));
    for (const Phrase& phrase : clauses.phrases) {
      auto& ids = out.phrases.emplace_back();
      for (const std::string& word : phrase) ids.push_back(id_in(word_ids_, word));
    }
    for (const std::string& prefix : clauses.prefixes)
      out.prefixes.push_back(
          words_with([&](const std::string& word) { return word.starts_with(prefix); }));
    for (const OpenPhrase& phrase : clauses.open_phrases) {
      auto& places = out.open_phrases.emplace_back();
      for (const PhraseWord& asked : phrase)
        if (asked.open) {
          places.push_back(
              words_with([&](const std::string& word) { return word.starts_with(asked.word); }));
        } else {
          auto& only = places.emplace_back(word_ids_.size());
          if (const Id id = id_in(word_ids_, asked.word); id != nowhere) only[id] = true;
        }
    }
    for (const Compound& compound : clauses.compounds) {
      auto& places = out.compounds.emplace_back();
      for (const CompoundWord& asked : compound)
        places.push_back(words_with([&](const std::string& word) { return is_form(word, asked); }));
    }
    return out;
  };
  Branch branch{wanted(parsed.required), wanted(parsed.excluded), {}, {}, {}, {}, {}};
  for (const TypedForm& typed : parsed.required.typed)
    branch.typed[id_in(term_ids_, typed.term)].insert(id_in(word_ids_, typed.word));
  for (const std::string& term : parsed.required.implied)
    branch.implied.insert(id_in(term_ids_, term));
  for (const Expansion& expansion : parsed.expansions) {
    auto& out = branch.expansions.emplace_back();
    out.terms = wanted({expansion.terms, {}, {}}).terms;
    for (const Synonym& synonym : expansion.synonyms)
      for (auto& terms = out.synonyms.emplace_back(); const std::string& term : synonym)
        terms.push_back(ids_of(term));
    Clauses held;
    held.compounds = expansion.compounds;
    out.compounds = wanted(held).compounds;
  }
  for (const std::vector<ParsedQuery>& group : parsed.any_of) {
    auto& members = branch.any_of.emplace_back();
    for (const ParsedQuery& member : group) members.push_back(branch_of(member));
  }
  for (const ParsedQuery& refused : parsed.none_of) branch.none_of.push_back(branch_of(refused));
  return branch;
}

DocumentJudge::Asked DocumentJudge::understood(const Query& query, const ParsedQuery& parsed,
                                               Date today, int validity_days) const {
  Asked asked{branch_of(parsed),
              parsed.signs_only,
              {},
              query.near ? judged_radius(*query.near) : std::vector<std::optional<std::uint32_t>>(),
              query.scope,
              today,
              validity_days};
  for (const Filter& filter : query.filters) {
    const std::size_t field = *find_field(collection_, filter.field);
    for (const std::string& code : filter.codes)
      asked.filters[field].insert(*fields_of(collection_)[field].domain->find(code));
  }
  return asked;
}

bool DocumentJudge::in_scope(const Entry& entry, const Asked& asked) const {
  if (entry.withdrawn) return false;
  SystemData system;
  system.inserted = Timestamp(entry.published);
  system.expires = entry.expires;
  const State state = state_on(validity_of(system, asked.validity_days), asked.today);
  if (asked.scope == Scope::all) return state != State::scheduled;
  return state == (asked.scope == Scope::active ? State::active : State::expired);
}

bool DocumentJudge::has_phrase(const Entry& entry, const std::vector<Id>& phrase) {
  const std::vector<Word>& text = entry.text;
  for (std::size_t begin = 0; begin + phrase.size() <= text.size(); ++begin) {
    std::size_t same = 0;
    while (same < phrase.size() && text[begin + same].word == phrase[same] &&
           text[begin + same].position == text[begin].position + same)
      ++same;
    if (same == phrase.size()) return true;
  }
  return false;
}

bool DocumentJudge::has_open_phrase(const Entry& entry,
                                    const std::vector<std::vector<bool>>& phrase) {
  const std::vector<Word>& text = entry.text;
  for (std::size_t begin = 0; begin + phrase.size() <= text.size(); ++begin) {
    std::size_t same = 0;
    while (same < phrase.size() && phrase[same][text[begin + same].word] &&
           text[begin + same].position == text[begin].position + same)
      ++same;
    if (same == phrase.size()) return true;
  }
  return false;
}

bool DocumentJudge::fits(const Entry& entry, const Branch& asked, bool synonyms) {
  const auto has_term = [&](Id id) { return entry.terms.contains(id); };
  const auto has_text = [&](const std::vector<Id>& phrase) { return has_phrase(entry, phrase); };
  const auto has_prefix = [&](const std::vector<bool>& begins) {
    return std::ranges::any_of(entry.text, [&](const Word& w) { return begins[w.word]; });
  };
  const auto has_open_text = [&](const auto& phrase) { return has_open_phrase(entry, phrase); };
  const auto has_expansion = [&](const WantedExpansion& expansion) {
    return (std::ranges::all_of(expansion.terms, has_term) &&
            std::ranges::all_of(expansion.compounds, has_open_text)) ||
           (synonyms && std::ranges::any_of(expansion.synonyms, [&](const auto& synonym) {
              return std::ranges::all_of(synonym, [&](const std::vector<Id>& any) {
                return std::ranges::any_of(any, has_term);
              });
            }));
  };
  const auto has_plain_term = [&](Id id) {
    return has_term(id) || asked.implied.contains(id) ||
           std::ranges::any_of(asked.expansions, [&](const WantedExpansion& expansion) {
             return std::ranges::count(expansion.terms, id) > 0;
           });
  };
  const auto fits_one = [&](const std::vector<Branch>& group) {
    return std::ranges::any_of(group,
                               [&](const Branch& member) { return fits(entry, member, synonyms); });
  };
  return std::ranges::all_of(asked.required.terms, has_plain_term) &&
         std::ranges::all_of(asked.expansions, has_expansion) &&
         std::ranges::all_of(asked.required.phrases, has_text) &&
         std::ranges::all_of(asked.required.prefixes, has_prefix) &&
         std::ranges::all_of(asked.required.open_phrases, has_open_text) &&
         std::ranges::all_of(asked.required.compounds, has_open_text) &&
         std::ranges::all_of(asked.any_of, fits_one) &&
         std::ranges::none_of(asked.excluded.terms, has_term) &&
         std::ranges::none_of(asked.excluded.phrases, has_text) &&
         std::ranges::none_of(asked.excluded.prefixes, has_prefix) &&
         std::ranges::none_of(asked.excluded.open_phrases, has_open_text) &&
         std::ranges::none_of(asked.excluded.compounds, has_open_text) &&
         std::ranges::none_of(asked.none_of,
                              [&](const Branch& refused) { return fits(entry, refused, false); });
}

bool DocumentJudge::matches(const Entry& entry, const Asked& asked) const {
  if (asked.signs_only || (!asked.metres.empty() && !asked.metres[entry.place])) return false;
  return in_scope(entry, asked) && fits(entry, asked.words, true);
}

DocumentJudge::Verdict DocumentJudge::answer(const Query& query, const ParsedQuery& parsed,
                                             Date today, int validity_days) const {
  const Asked asked = understood(query, parsed, today, validity_days);
  const auto fields = fields_of(collection_);
  Verdict verdict;
  for (const Field& field : fields) verdict.counts.emplace_back(field.domain->size(), 0);

  std::vector<Id> terms;
  asked.words.add_scored(terms);
  std::vector<double> rarity;  // by term
  for (const Id term : terms)
    rarity.push_back(idf(entries_.size(), term == nowhere ? 0 : holding_[term]));
  for (const Entry& entry : entries_) {
    if (!matches(entry, asked)) continue;
    std::vector<CodeIndex> ages;  // that it has not passed
    for (std::size_t i = 0; i < std::size(age_buckets); ++i)
      if ((today - entry.published).count() < age_buckets[i])
        ages.push_back(static_cast<CodeIndex>(i));
    std::vector<CodeIndex> today_only;
    for (const DatedValue& value : entry.dated)
      if (value.from <= day_of(today) && day_of(today) <= value.to)
        today_only.push_back(value.value);
    const auto values_of = [&](std::size_t f) {
      if (fields[f].dated()) return closed(fields[f], today_only);
      return fields[f].kind == FieldKind::age ? ages : entry.values[f];
    };
    std::vector<std::size_t> failed;
    for (const auto& [field, wanted] : asked.filters)
      if (std::ranges::none_of(values_of(field), [&](CodeIndex v) { return wanted.contains(v); }))
        failed.push_back(field);
    for (std::size_t f = 0; f < fields.size() && failed.size() <= 1; ++f)
      if (failed.empty() || failed.front() == f)
        for (const CodeIndex value : values_of(f)) ++verdict.counts[f][value];
    if (!failed.empty()) continue;

    Hit& hit = verdict.hits.emplace_back(
        Hit{fits(entry, asked.words, false), 0, 0, entry.published, entry.number, 0});
    if (!asked.metres.empty()) hit.metres = *asked.metres[entry.place];
    for (std::size_t t = 0; t < rarity.size(); ++t) {
      if (!entry.terms.contains(terms[t])) continue;
      // Of a word that a text repeats without end, blocks see the first 255.
      const std::uint32_t weight = std::min(entry.terms.at(terms[t]), 255u);
      const std::uint32_t length = std::min(entry.length, 65'535u);
      const bool as_typed = std::ranges::any_of(
          entry.text, [&](const Word& w) { return asked.words.was_typed(terms[t], w.word); });
      const std::uint32_t gain = as_typed ? exact_form_impact : 0;
      hit.exact += rarity[t] * (bm25_share(weight, length) + gain * impact_step);
      hit.score += static_cast<std::uint64_t>(std::round(rarity[t] * 4096)) *
                   (impact_of(weight, length) + gain);
    }
  }
  std::ranges::sort(verdict.hits, [&](const Hit& a, const Hit& b) {
    if (query.sort == Sort::distance && a.metres != b.metres) return a.metres < b.metres;
    if (query.sort == Sort::relevance && a.literal != b.literal) return a.literal;
    if (query.sort == Sort::relevance && a.score != b.score) return a.score > b.score;
    if (a.published != b.published) return a.published > b.published;
    return a.number > b.number;
  });
  return verdict;
}

}  // namespace incontro
