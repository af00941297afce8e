#pragma once

#include <incontro/block.h>
#include <incontro/impact.h>

#include <cstdint>
#include <vector>

#include "eval/plan.h"

namespace incontro {

// What documents of one block gain for words that they hold as they were typed. Asked only of
// documents that may be among the best, so that no list of positions is read for all the others.
// Keeps its memory between blocks; one thread at a time.
class ExactForms {
 public:
  explicit ExactForms(const Plan& plan) : plan_(plan) {}

  // `documents`: how many may be asked for. The words must outlive the answers.
  void look_up(const WordIndex& words, std::uint32_t documents);
  // The largest gain that gain() can tell; 0: no document of the block gains anything.
  std::uint64_t most() const { return most_; }
  // Of one term, by its place in the plan.
  std::uint64_t most_of_term(std::size_t term) const;
  // Of a document that has all of the plan's required terms.
  std::uint64_t gain(std::uint16_t offset) const;
  // Of one term that the document has.
  std::uint64_t gain_of_term(std::size_t term, std::uint16_t offset) const;

 private:
  struct Form {
    std::size_t term;     // in the plan
    std::uint32_t word;   // in the word index
    std::uint8_t number;  // its text number, or 0
    std::uint32_t set;    // in sets_; no_set: its documents are asked for one by one
  };
  static constexpr std::uint32_t no_set = 0xFFFF'FFFF;

  std::uint64_t gain_of(std::size_t term) const {
    return plan_.required.terms[term].weight * exact_form_impact;
  }
  BitSet& next_set(Form& form);
  bool holds(const Form& form, std::uint16_t offset) const;

  const Plan& plan_;
  const WordIndex* words_ = nullptr;
  std::vector<Form> forms_;  // those that the block holds, term by term
  std::vector<BitSet> sets_;
  std::uint32_t sets_used_ = 0;
  std::uint64_t most_ = 0;
};

}  // namespace incontro
