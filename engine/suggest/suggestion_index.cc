#include "suggest/suggestion_index.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "suggest/near_words.h"
#include "suggest/word_forms.h"

namespace incontro {
namespace {

constexpr unsigned most_errors = 4;  // of all words together

void add_once(std::string_view word, std::string& words) {
  for (std::size_t at = words.find(word); at != std::string::npos; at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return;
  }
  words.append(words.empty() ? "" : " ").append(word);
}

template <class Visit>
void for_each_word(std::string_view words, Visit&& visit) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    visit(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

// Candidates by the errors of the words so far.
using ByErrors = std::vector<BitSet>;

// One word more: errors add up.
ByErrors combined(const ByErrors& before, const ByErrors& word) {
  ByErrors all(std::min<std::size_t>(before.size() + word.size() - 1, most_errors + 1));
  for (std::size_t i = 0; i < before.size(); ++i)
    for (std::size_t j = 0; j < word.size() && i + j < all.size(); ++j) {
      BitSet both = before[i];
      both.intersect(word[j]);
      all[i + j].unite(both);
    }
  return all;
}

}  // namespace

std::string searchable_words(const Analyzer& analyzer, std::string_view text, std::string* stems) {
  std::string words;
  for (const Token& token : analyzer.analyze(text)) {
    if (token.stop) continue;
    add_once(token.word, words);
    add_once(token.term, words);
    if (stems) stems->append(token.term).append(1, ' ');
  }
  return words;
}

SuggestionIndex::SuggestionIndex(std::vector<Candidate> candidates)
    : candidates_(std::move(candidates)) {
  std::ranges::stable_sort(candidates_, std::greater<>(), &Candidate::count);
  if (candidates_.size() > capacity)
    candidates_.erase(candidates_.begin() + capacity, candidates_.end());

  struct Posting {
    std::uint32_t word;
    std::uint16_t candidate;
  };
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  std::vector<std::pair<std::string_view, std::uint32_t>> words;  // and their numbers
  std::vector<Posting> postings;
  for (std::size_t i = 0; i < candidates_.size(); ++i)
    for_each_word(candidates_[i].words, [&](std::string_view word) {
      const auto [place, added] =
          numbers.try_emplace(word, static_cast<std::uint32_t>(words.size()));
      if (added) words.emplace_back(word, place->second);
      postings.push_back({place->second, static_cast<std::uint16_t>(i)});
    });

  std::ranges::sort(words);
  VocabularyBuilder vocabulary;
  std::vector<std::uint32_t> sorted(words.size());  // by number
  for (std::size_t i = 0; i < words.size(); ++i) {
    vocabulary.add(words[i].first);
    sorted[words[i].second] = static_cast<std::uint32_t>(i);
  }
  words_ = std::move(vocabulary).finish();
  start_.assign(words.size() + 1, 0);
  for (const Posting& p : postings) ++start_[sorted[p.word] + 1];
  for (std::size_t i = 1; i < start_.size(); ++i) start_[i] += start_[i - 1];
  std::vector<std::uint32_t> next = start_;
  lists_.resize(postings.size());
  for (const Posting& p : postings) lists_[next[sorted[p.word]]++] = p.candidate;
}

void SuggestionIndex::add(std::uint32_t first_word, std::uint32_t last_word, BitSet& out) const {
  for (std::uint32_t i = start_[first_word]; i < start_[last_word]; ++i) out.set(lists_[i]);
}

bool SuggestionIndex::add_exact(const Token& token, bool last, bool alone, BitSet& out) const {
  bool known = token.stop || errors_allowed(token.word) == 0;
  const auto add_word = [&](std::string_view word) {
    if (const auto found = words_.find(word)) {
      add(*found, *found + 1, out);
      known = true;
    }
  };
  if (last) {
    const auto [begin, end] = words_.with_prefix(token.word);
    add(begin, end, out);
    known = known || begin < end;
  } else {
    add_word(token.word);
  }
  if (!alone) add_word(beside_mark + token.word);
  if (!known) for_each_form(words_, token.word, [&](std::uint32_t) { known = true; });
  if (known) add_stem(token, out);
  return known;
}

void SuggestionIndex::add_stem(const Token& token, BitSet& out) const {
  if (token.stop) return;
  if (const auto found = words_.find(token.term)) add(*found, *found + 1, out);
}

std::vector<SuggestionIndex::Found> SuggestionIndex::find(const std::vector<Token>& typed,
                                                          std::size_t enough,
                                                          std::size_t most) const {
  constexpr std::size_t most_words =
      8;  // each is a walk through the vocabulary; more decide nothing
  std::vector<const Token*> asked;
  for (const Token& token : typed)
    if ((!token.stop || &token == &typed.back()) && asked.size() < most_words)
      asked.push_back(&token);
  std::vector<Found> found;
  if (asked.empty() || candidates_.empty()) return found;

  std::vector<ByErrors> by_word;  // of each word
  std::vector<bool> known;
  BitSet matching;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    by_word.emplace_back(1);
    known.push_back(add_exact(*asked[i], i + 1 == asked.size(), asked.size() == 1, by_word[i][0]));
    if (i == 0)
      matching = by_word[i][0];
    else
      matching.intersect(by_word[i][0]);
  }
  ByErrors matches{matching};
  if (matching.count() < enough) {
    for (std::size_t i = 0; i < asked.size(); ++i) {
      const std::string& word = asked[i]->word;
      const unsigned errors = asked[i]->stop ? 0 : errors_allowed(word);
      by_word[i].resize(errors + 1);
      if (errors > 0)
        for (const NearWords& near : near_words(words_, word, errors, i + 1 == asked.size()))
          add(near.first, near.last, by_word[i][near.errors]);
      if (!known[i]) add_stem(*asked[i], by_word[i].emplace_back());
      matches = i == 0 ? by_word[0] : combined(matches, by_word[i]);
    }
  }

  BitSet seen;
  for (unsigned errors = 0; errors < matches.size() && found.size() < most; ++errors) {
    matches[errors].subtract(seen);
    seen.unite(matches[errors]);
    matches[errors].for_each([&](std::uint16_t candidate) {
      if (found.size() < most) found.push_back({candidate, errors});
    });
  }
  return found;
}

}  // namespace incontro
