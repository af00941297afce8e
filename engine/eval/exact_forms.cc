#include "eval/exact_forms.h"

#include <algorithm>
#include <cstring>

namespace incontro {
namespace {

// Asking for a document costs as much as reading so many positions of a list.
constexpr std::uint32_t list_per_document = 16;

}  // namespace

void ExactForms::look_up(const WordIndex& words, std::uint32_t documents) {
  words_ = &words;
  forms_.clear();
  sets_used_ = 0;
  most_ = 0;
  for (std::size_t t = 0; t < plan_.required.terms.size(); ++t) {
    const std::size_t before = forms_.size();
    for (const PlannedForm& planned : plan_.required.terms[t].forms) {
      const auto word = words.words.find(planned.word, planned.hash);
      if (!word) continue;
      Form& form = forms_.emplace_back(Form{t, *word, words.text_number(*word), no_set});
      const std::uint32_t positions = words.positions.count[*word];
      if (form.number != 0 || positions / list_per_document > documents) continue;
      BitSet& holding = next_set(form);
      words.positions.for_each(*word, [&](std::uint32_t position) {
        holding.set(static_cast<std::uint16_t>(words.document_at(position)));
      });
    }
    if (forms_.size() > before) most_ += gain_of(t);
  }
}

BitSet& ExactForms::next_set(Form& form) {
  if (sets_used_ == sets_.size()) sets_.emplace_back();
  form.set = sets_used_++;
  sets_[form.set].clear();
  return sets_[form.set];
}

bool ExactForms::holds(const Form& form, std::uint16_t offset) const {
  if (form.set != no_set) return sets_[form.set].test(offset);
  const std::uint32_t first = words_->base[offset], last = words_->base[offset + 1u];
  if (form.number == 0) return words_->positions.any_between(form.word, first, last);
  return std::memchr(words_->text.data() + first, form.number, last - first) != nullptr;
}

std::uint64_t ExactForms::gain(std::uint16_t offset) const {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    const std::size_t term = forms_[i].term;
    if (!holds(forms_[i], offset)) continue;
    sum += gain_of(term);
    while (i + 1 < forms_.size() && forms_[i + 1].term == term) ++i;
  }
  return sum;
}

std::uint64_t ExactForms::most_of_term(std::size_t term) const {
  return std::ranges::find(forms_, term, &Form::term) == forms_.end() ? 0 : gain_of(term);
}

std::uint64_t ExactForms::gain_of_term(std::size_t term, std::uint16_t offset) const {
  for (const Form& form : forms_)
    if (form.term == term && holds(form, offset)) return gain_of(term);
  return 0;
}

}  // namespace incontro
