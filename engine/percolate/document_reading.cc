#include "percolate/document_reading.h"

#include <incontro/block.h>
#include <incontro/fields.h>
#include <incontro/make_distinct.h>
#include <incontro/names.h>

#include <algorithm>
#include <iterator>

#include "query/compound_forms.h"

namespace incontro {

void DocumentReading::read(const Document& document) {
  document_ = &document;
  ++reading_;
  of_term_.resize(terms_.size());
  of_word_.resize(words_.size());
  held_terms_.clear();
  held_words_.clear();
  const auto hold = [&](std::string_view text) {
    if (const auto number = terms_.find(text)) {
      of_term_[*number] = reading_;
      held_terms_.push_back(*number);
    }
  };
  for (const DocumentTerm& term : document.terms) hold(term.term);
  for (const std::string& name : document.names) {
    hold(name);
    // A query asks for the beginning of one, which is the end of what it names.
    if (name.starts_with(reference_mark))
      for (std::size_t length = 2; length < name.size(); ++length)
        hold(std::string_view(name).substr(0, length));
  }
  for (std::size_t i = 0; i < document.words.size(); ++i)
    if (const auto number = words_.find(document.words[i].word)) {
      of_word_[*number] = {reading_, static_cast<std::uint32_t>(i)};
      held_words_.push_back(*number);
    }
  close_values();
}

void DocumentReading::close_values() {
  const auto fields = fields_of(collection_);
  values_.resize(fields.size());
  for (std::size_t f = 0; f < fields.size(); ++f) {
    std::vector<CodeIndex>& closed = values_[f];
    closed.clear();
    if (fields[f].kind == FieldKind::age) continue;
    const FieldDomain& domain = *fields[f].domain;
    if (fields[f].dated())
      hold_on_publication(closed);
    else
      closed = document_->values[f];
    if (closed.empty()) closed.push_back(domain.unstated());
    if (fields[f].kind == FieldKind::tree)
      for (std::size_t i = 0; i < closed.size(); ++i)
        if (const CodeIndex parent = domain.parent(closed[i]); parent != no_code)
          closed.push_back(parent);
    make_distinct(closed);
  }
}

void DocumentReading::hold_on_publication(std::vector<CodeIndex>& values) const {
  const Day day = day_of(document_->published);
  for (const DatedValue& value : document_->dated)
    if (value.holds_on(day)) values.push_back(value.value);
}

CodeIndex DocumentReading::value(std::size_t field) const {
  const std::vector<CodeIndex>& stated = document_->values[field];
  return stated.empty() ? fields_of(collection_)[field].domain->unstated() : stated.front();
}

const DocumentWord* DocumentReading::word(std::uint32_t number) const {
  if (number >= of_word_.size() || of_word_[number].reading != reading_) return nullptr;
  return &document_->words[of_word_[number].index];
}

bool DocumentReading::has_phrase(std::span<const std::uint32_t> words) const {
  const DocumentWord* const first = word(words.front());
  if (!first || !std::ranges::all_of(words, [&](std::uint32_t number) { return word(number); }))
    return false;
  return std::ranges::any_of(first->positions, [&](std::uint32_t start) {
    for (std::uint32_t i = 1; i < words.size(); ++i)
      if (!std::ranges::binary_search(word(words[i])->positions, start + i)) return false;
    return true;
  });
}

bool DocumentReading::has_open_phrase(const OpenPhrase& phrase) const {
  std::vector<std::uint32_t> starts, here, both;
  for (std::uint32_t place = 0; place < phrase.size(); ++place) {
    const auto& [text, open] = phrase[place];
    here.clear();
    auto word = std::ranges::lower_bound(document_->words, text, {}, &DocumentWord::word);
    for (; word != document_->words.end() &&
           (open ? word->word.starts_with(text) : word->word == text);
         ++word)
      for (const std::uint32_t position : word->positions)
        if (position >= place) here.push_back(position - place);
    std::ranges::sort(here);
    both.clear();
    std::ranges::set_intersection(starts, here, std::back_inserter(both));
    starts = place == 0 ? here : both;
  }
  return !starts.empty();
}

std::vector<std::uint32_t> DocumentReading::positions_of(const CompoundWord& asked) const {
  std::vector<std::uint32_t> positions;
  for (const DocumentWord& word : document_->words)
    if (is_form_of(word.word, asked, analyzer_))
      positions.insert(positions.end(), word.positions.begin(), word.positions.end());
  std::ranges::sort(positions);
  return positions;
}

bool DocumentReading::has_compound(const Compound& words) const {
  std::vector<std::uint32_t> starts = positions_of(words.front()), both;
  for (std::uint32_t place = 1; place < words.size() && !starts.empty(); ++place) {
    std::vector<std::uint32_t> here = positions_of(words[place]);
    std::erase_if(here, [&](std::uint32_t position) { return position < place; });
    for (std::uint32_t& position : here) position -= place;
    both.clear();
    std::ranges::set_intersection(starts, here, std::back_inserter(both));
    starts.swap(both);
  }
  return !starts.empty();
}

bool DocumentReading::has_prefix(std::string_view prefix) const {
  const auto at = std::ranges::lower_bound(
      document_->words, prefix, {}, [](const auto& word) { return std::string_view(word.word); });
  return at != document_->words.end() && at->word.starts_with(prefix);
}

bool active_on_publication(const Document& document) {
  return !document.expires || day_of(*document.expires) >= day_of(document.published);
}

}  // namespace incontro
