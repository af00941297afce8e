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
  explicit ExactForms(const Plan& plan);

  // What follows is about documents of this block. The view must outlive the answers.
  void begin_block(const BlockView& view);
  // The largest gain that gain() can tell of any block; 0: no document gains anything.
  std::uint64_t most() const { return most_; }
  // Of one term, by its place in the plan.
  std::uint64_t most_of_term(std::size_t term) const {
    return plan_.required.terms[term].forms.empty() ? 0 : gain_of(term);
  }
  // Of a document that has all of the plan's required terms.
  std::uint64_t gain(std::uint16_t offset);
  // Of one term that the document has.
  std::uint64_t gain_of_term(std::size_t term, std::uint16_t offset);

 private:
  struct Form {
    std::size_t term;                   // in the plan
    std::uint32_t word;                 // in the word index
    std::uint8_t text_number;           // or 0
    const BitSet* documents = nullptr;  // of a word with a text number, once they are known
    std::size_t positions = none;       // of another: in positions_, once they are read
    std::uint32_t asked = 0;
  };
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::uint64_t gain_of(std::size_t term) const {
    return plan_.required.terms[term].weight * exact_form_impact;
  }
  void look_up();
  bool holds(Form& form, std::uint16_t offset);
  bool holds_frequent(Form& form, std::uint16_t offset);
  bool holds_other(Form& form, std::uint16_t offset);

  const Plan& plan_;
  std::uint64_t most_ = 0;
  const BlockView* view_ = nullptr;
  bool looked_up_ = false;   // no block needs it of which no document may be among the best
  std::vector<Form> forms_;  // those that the block holds, term by term
  std::vector<std::vector<std::uint32_t>> positions_;
  std::size_t positions_used_ = 0;
};

}  // namespace incontro
