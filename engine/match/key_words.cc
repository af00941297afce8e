#include "match/key_words.h"

#include <incontro/impact.h>

#include <algorithm>
#include <cmath>

#include "eval/plan.h"

namespace incontro {
namespace {

struct Candidate {
  std::size_t place = 0;  // in the question
  std::uint64_t idf = 0, worth = 0;
};

}  // namespace

KeyWords::KeyWords(std::vector<QuestionWord> question, const CollectionSnapshot& found) {
  std::vector<Vocabulary::Term> terms;
  for (const QuestionWord& word : question)
    terms.push_back({word.term, Vocabulary::hash(word.term)});
  std::vector<std::uint64_t> holding(terms.size(), 0);
  std::vector<std::vector<std::uint32_t>> numbers;  // by block
  for (const BlockView& view : found.blocks) {
    const Postings& postings = view.block->postings;
    const auto& found_terms = numbers.emplace_back(postings.terms.find_all(terms));
    for (std::size_t i = 0; i < terms.size(); ++i)
      if (found_terms[i] != Vocabulary::none) holding[i] += postings.count(found_terms[i]);
  }

  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < question.size(); ++i) {
    if (holding[i] == 0) continue;
    const double rarity = idf(found.documents(), holding[i]);
    const auto weight = static_cast<std::uint64_t>(std::round(rarity * weight_scale));
    const std::uint64_t worth = weight * std::min<std::uint64_t>(question[i].weight, 8);
    if (worth > 0) candidates.push_back({i, weight, worth});
  }
  std::ranges::sort(candidates, [&](const Candidate& a, const Candidate& b) {
    if (a.worth != b.worth) return a.worth > b.worth;
    return question[a.place].term < question[b.place].term;
  });
  if (candidates.size() > most) candidates.resize(most);

  std::uint64_t total = 0;
  for (const auto& [place, weight, worth] : candidates) {
    total += weight;
    words_.push_back({weight, std::move(question[place].written)});
  }
  full_ = std::max<std::uint64_t>(1, total * 65'535 / 2);
  for (std::size_t b = 0; b < found.blocks.size(); ++b) {
    InBlock& in_block = blocks_.emplace_back();
    in_block.first = found.blocks[b].block->first;
    for (const Candidate& candidate : candidates)
      in_block.numbers.push_back(numbers[b][candidate.place]);
  }
}

std::vector<PostingList> KeyWords::lists_in(const Block& block) const {
  if (words_.empty()) return {};
  const InBlock& in_block = *std::ranges::lower_bound(blocks_, block.first, {}, &InBlock::first);
  std::vector<PostingList> lists;
  for (const std::uint32_t number : in_block.numbers)
    lists.push_back(number == Vocabulary::none ? PostingList{} : block.postings.list(number));
  return lists;
}

Units KeyWords::units(std::uint64_t sum) const {
  return static_cast<Units>(std::min<std::uint64_t>(full_units, sum * full_units / full_));
}

}  // namespace incontro
