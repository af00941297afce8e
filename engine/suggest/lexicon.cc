#include "suggest/lexicon.h"

#include <incontro/fields.h>
#include <incontro/live_day.h>
#include <incontro/names.h>
#include <incontro/places.h>

#include <algorithm>

#include "suggest/value_counts.h"

namespace incontro {
namespace {

// The fields whose values are suggested by name; what a collection has no field for is passed over.
struct CodedSource {
  SuggestionKind kind;
  std::string_view field;
};
constexpr CodedSource coded_sources[] = {
    {SuggestionKind::profession, "profession"},
    {SuggestionKind::skill, "skill"},
};

SuggestionKind kind_of_place(CodeIndex row) {
  switch (kind_of(row)) {
    case PlaceKind::region:
      return SuggestionKind::region;
    case PlaceKind::province:
      return SuggestionKind::province;
    case PlaceKind::comune:
    case PlaceKind::former:
      return SuggestionKind::comune;
    default:
      return SuggestionKind::state;
  }
}

bool only_letters(std::string_view word) {
  return std::ranges::all_of(
      word, [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; });
}

FrequentWords frequent_words(const std::vector<BlockView>& views) {
  constexpr std::size_t fewest_letters = 3;
  std::unordered_map<std::string_view, std::uint64_t> counts;
  for (const BlockView& view : views) {
    const WordIndex& index = *view.words;
    for (std::size_t i = 0; i < index.words.size(); ++i)
      if (const std::string_view word = index.words[i];
          word.size() >= fewest_letters && only_letters(word))
        counts[word] += index.positions.count[i];
  }
  std::vector<std::pair<std::string_view, std::uint64_t>> kept(counts.begin(), counts.end());
  if (kept.size() > FrequentWords::capacity) {
    std::ranges::nth_element(kept, kept.begin() + FrequentWords::capacity, std::greater<>(),
                             [](const auto& one) { return one.second; });
    kept.resize(FrequentWords::capacity);
  }
  std::ranges::sort(kept);
  FrequentWords words;
  VocabularyBuilder vocabulary;
  for (const auto& [word, count] : kept) {
    vocabulary.add(word);
    words.count.push_back(count);
  }
  words.words = std::move(vocabulary).finish();
  return words;
}

}  // namespace

std::shared_ptr<const Lexicon> LexiconMaker::make(const Snapshot& snapshot, Date today,
                                                  int validity_days) {
  today_ = day_of(today);
  validity_days_ = validity_days;
  before_ = std::exchange(analysed_, {});
  auto lexicon = std::make_shared<Lexicon>();
  lexicon->sequence = snapshot.sequence;
  lexicon->today = today;
  for (const Collection collection : collections) {
    const Views& views = snapshot.of(collection).blocks;
    Lexicon::OfCollection& out = lexicon->collections[static_cast<std::size_t>(collection)];
    std::vector<Candidate> what, where;
    add_coded(collection, views, what);
    add_names(views, employer_mark, most_employers, SuggestionKind::employer, what);
    add_names(views, title_mark, most_titles, SuggestionKind::phrase, what);
    out.what = SuggestionIndex(std::move(what));
    out.asked = std::make_unique<Lexicon::OfCollection::Asked[]>(out.what.size());
    add_places(collection, views, where);
    out.where = SuggestionIndex(std::move(where));
    out.words = frequent_words(views);
  }
  before_.clear();
  return lexicon;
}

const LexiconMaker::Analysed& LexiconMaker::analysed(std::string_view text) {
  const auto [place, added] = analysed_.try_emplace(std::string(text));
  if (!added) return place->second;
  if (const auto known = before_.find(place->first); known != before_.end())
    place->second = std::move(known->second);
  else
    place->second.words = searchable_words(analyzer_, text, &place->second.stems);
  return place->second;
}

std::vector<std::uint64_t> LexiconMaker::counts_of(Collection collection, std::size_t field,
                                                   const Views& views) const {
  ValueCounts counts(collection, field);
  for (const BlockView& view : views)
    counts.add(*view.block, view.days->on(view, today_, validity_days_)->live);
  return std::move(counts).finish();
}

void LexiconMaker::add_coded(Collection collection, const Views& views,
                             std::vector<Candidate>& candidates) {
  for (const CodedSource& source : coded_sources) {
    const auto field = find_field(collection, source.field);
    if (!field) continue;
    const FieldDomain& domain = *fields_of(collection)[*field].domain;
    const auto counts = counts_of(collection, *field, views);
    for (CodeIndex value = 0; value < domain.unstated(); ++value) {
      // Below a node there is often one of the same name, for records that are coded more deeply.
      const CodeIndex parent = domain.parent(value);
      const bool repeated = parent != no_code && domain.label(parent) == domain.label(value);
      if (counts[value] == 0 || repeated) continue;
      const std::string text(domain.label(value));
      candidates.push_back({source.kind, text, std::string(domain.code(value)),
                            analysed(text).words, counts[value]});
    }
  }
}

void LexiconMaker::add_places(Collection collection, const Views& views,
                              std::vector<Candidate>& candidates) {
  const auto field = find_field(collection, "territory");
  const CodeTable& table = code_table(Table::territory);
  const auto counts = counts_of(collection, *field, views);
  for (std::size_t i = 0; i < table.rows().size(); ++i) {
    if (counts[i] == 0) continue;
    const auto row = static_cast<CodeIndex>(i);
    const CodeRow& place = table.row(row);
    const SuggestionKind kind = kind_of_place(row);
    std::string names(place.label);
    names.append(" ").append(table.extra(row, "name_other"));
    if (kind == SuggestionKind::province) names.append(" ").append(place.code);
    std::string words = analysed(names).words;
    if (kind == SuggestionKind::comune && place.parent != no_code)
      words.append(" ").append(1, beside_mark).append(analyzer_.fold(table.row(place.parent).code));
    candidates.push_back(
        {kind, std::string(place.label), std::string(place.code), std::move(words), counts[i]});
  }
}

std::vector<LexiconMaker::Name> LexiconMaker::frequent_names(const Views& views, char mark,
                                                             std::size_t most) const {
  std::unordered_map<std::string_view, std::uint64_t> counts;
  for (const BlockView& view : views) {
    const auto day = view.days->on(view, today_, validity_days_);
    const Postings& postings = view.block->postings;
    const auto [begin, end] = postings.terms.with_prefix(std::string_view(&mark, 1));
    for (std::uint32_t term = begin; term < end; ++term)
      if (const std::uint32_t live = count_in(postings.list(term).documents, day->live); live > 0)
        counts[postings.terms[term].substr(1)] += live;
  }
  std::vector<Name> names;
  for (const auto& [text, count] : counts) names.push_back({text, count});
  const auto better = [](const Name& a, const Name& b) {
    return a.count != b.count ? a.count > b.count : a.text < b.text;
  };
  const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(most, names.size()));
  std::ranges::partial_sort(names, end, better);
  names.erase(end, names.end());
  return names;
}

// Spellings that a search takes for the same are one phrase, written as most records write it. An
// employer is searched word by word, a title by stems.
void LexiconMaker::add_names(const Views& views, char mark, std::size_t most, SuggestionKind kind,
                             std::vector<Candidate>& candidates) {
  std::unordered_map<std::string, std::size_t> places;
  for (const Name& name : frequent_names(views, mark, most)) {
    const Analysed& known = analysed(name.text);
    if (known.stems.empty()) continue;  // no word that could be searched
    const auto [place, added] = places.try_emplace(
        kind == SuggestionKind::employer ? analyzer_.fold(name.text) : known.stems,
        candidates.size());
    if (added)
      candidates.push_back({kind, std::string(name.text), "", known.words, name.count});
    else
      candidates[place->second].count += name.count;
  }
}

}  // namespace incontro
