#pragma once

#include <incontro/job_title_forms.h>
#include <incontro/vocabulary.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace incontro {

// Calls visit(number) for each word of the vocabulary that is `word` in another gender or number,
// and for itself: cuoche, cuochi, cuoca for cuoco. What begins like too many words has no forms.
template <class Visit>
void for_each_form(const Vocabulary& words, std::string_view word, Visit&& visit) {
  constexpr std::size_t longest_ending = 3;  // of -trice: the forms share what is before
  constexpr std::uint32_t most_looked_at = 4'096;
  const std::string form = fold_inflection(word);
  const std::size_t shared =
      form.size() > 2 * longest_ending ? form.size() - longest_ending : longest_ending;
  const auto [begin, end] = words.with_prefix(std::string_view(form).substr(0, shared));
  if (end - begin > most_looked_at) return;
  for (std::uint32_t i = begin; i < end; ++i)
    if (fold_inflection(words[i]) == form) visit(i);
}

}  // namespace incontro
