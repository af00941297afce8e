#include "eval/exact_forms.h"

#include <incontro/word_documents.h>

#include <algorithm>
#include <cstring>

namespace incontro {
namespace {

// So many documents of a block are asked for one by one. Then all documents of the word are found:
// those of a frequent one stay known, so that other queries need not ask.
constexpr std::uint32_t most_one_by_one = 16;

}  // namespace

ExactForms::ExactForms(const Plan& plan) : plan_(plan) {
  for (std::size_t t = 0; t < plan.required.terms.size(); ++t) most_ += most_of_term(t);
}

void ExactForms::begin_block(const BlockView& view) {
  view_ = &view;
  looked_up_ = false;
}

void ExactForms::look_up() {
  looked_up_ = true;
  forms_.clear();
  positions_used_ = 0;
  const WordIndex& words = *view_->words;
  for (std::size_t t = 0; t < plan_.required.terms.size(); ++t)
    for (const PlannedForm& planned : plan_.required.terms[t].forms)
      if (const auto word = words.words.find(planned.word, planned.hash)) {
        Form& form = forms_.emplace_back(Form{t, *word, words.text_number(*word)});
        if (form.text_number != 0) form.documents = view_->word_documents->known(form.text_number);
      }
}

bool ExactForms::holds(Form& form, std::uint16_t offset) {
  return form.text_number != 0 ? holds_frequent(form, offset) : holds_other(form, offset);
}

bool ExactForms::holds_frequent(Form& form, std::uint16_t offset) {
  if (form.documents) return form.documents->test(offset);
  const WordIndex& words = *view_->words;
  if (++form.asked > most_one_by_one) {
    form.documents = &view_->word_documents->of(words, form.text_number);
    return form.documents->test(offset);
  }
  const std::uint32_t first = words.base[offset], last = words.base[offset + 1u];
  return std::memchr(words.text.data() + first, form.text_number, last - first) != nullptr;
}

bool ExactForms::holds_other(Form& form, std::uint16_t offset) {
  const WordIndex& words = *view_->words;
  const std::uint32_t first = words.base[offset], last = words.base[offset + 1u];
  if (form.positions == none) {
    if (++form.asked <= most_one_by_one) return words.positions.any_between(form.word, first, last);
    if (positions_used_ == positions_.size()) positions_.emplace_back();
    form.positions = positions_used_++;
    words.positions.read(form.word, positions_[form.positions]);
  }
  const std::vector<std::uint32_t>& positions = positions_[form.positions];
  const auto found = std::ranges::lower_bound(positions, first);
  return found != positions.end() && *found < last;
}

std::uint64_t ExactForms::gain(std::uint16_t offset) {
  if (!looked_up_) look_up();
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    const std::size_t term = forms_[i].term;
    if (!holds(forms_[i], offset)) continue;
    sum += gain_of(term);
    while (i + 1 < forms_.size() && forms_[i + 1].term == term) ++i;
  }
  return sum;
}

std::uint64_t ExactForms::gain_of_term(std::size_t term, std::uint16_t offset) {
  if (!looked_up_) look_up();
  for (Form& form : forms_)
    if (form.term == term && holds(form, offset)) return gain_of(term);
  return 0;
}

}  // namespace incontro
