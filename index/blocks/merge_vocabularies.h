#pragma once

#include <incontro/vocabulary.h>

#include <queue>
#include <span>
#include <vector>

namespace incontro {

// Walks through several vocabularies at once, in the order of their terms: take(v, i) for each
// vocabulary v that has the term, as its i-th, in the order of v; then done(term).
template <class Take, class Done>
void merge_vocabularies(std::span<const Vocabulary* const> vocabularies, Take&& take, Done&& done) {
  struct Cursor {
    std::size_t vocabulary, term;
  };
  const auto term_at = [&](const Cursor& c) { return (*vocabularies[c.vocabulary])[c.term]; };
  const auto later = [&](const Cursor& a, const Cursor& b) {
    const int order = term_at(a).compare(term_at(b));
    return order != 0 ? order > 0 : a.vocabulary > b.vocabulary;
  };
  std::priority_queue<Cursor, std::vector<Cursor>, decltype(later)> cursors(later);
  for (std::size_t v = 0; v < vocabularies.size(); ++v)
    if (vocabularies[v]->size() > 0) cursors.push({v, 0});
  while (!cursors.empty()) {
    const std::string_view term = term_at(cursors.top());
    while (!cursors.empty() && term_at(cursors.top()) == term) {
      const Cursor cursor = cursors.top();
      cursors.pop();
      take(cursor.vocabulary, cursor.term);
      if (cursor.term + 1 < vocabularies[cursor.vocabulary]->size())
        cursors.push({cursor.vocabulary, cursor.term + 1});
    }
    done(term);
  }
}

}  // namespace incontro
