#include "suggest/typing_cost.h"

#include <algorithm>
#include <array>
#include <vector>

namespace incontro {
namespace {

constexpr unsigned any_letter = 6, one_more_or_less = 5, vowel = 4, neighbour = 4, voice = 4;
constexpr unsigned exchanged = 3, doubled = 2, silent = 2, same_sound = 2;
constexpr unsigned first_letter = 2;  // on top

bool is_one_of(std::string_view letters, char c) {
  return letters.find(c) != std::string_view::npos;
}

bool is_vowel(char c) { return is_one_of("aeiou", c); }

bool share(std::initializer_list<std::string_view> groups, char a, char b) {
  return std::ranges::any_of(
      groups, [&](std::string_view group) { return is_one_of(group, a) && is_one_of(group, b); });
}

// Side by side on the keyboard, in a row or across two.
bool are_neighbours(char a, char b) {
  constexpr std::array<std::string_view, 3> rows = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  const auto key = [&](char c) {
    for (std::size_t row = 0; row < rows.size(); ++row)
      if (const std::size_t at = rows[row].find(c); at != std::string_view::npos)
        return std::pair(static_cast<int>(row), static_cast<int>(at));
    return std::pair(-9, -9);
  };
  const auto [row_a, at_a] = key(a);
  const auto [row_b, at_b] = key(b);
  if (row_a < 0 || row_b < 0) return false;
  if (row_a == row_b) return std::abs(at_a - at_b) == 1;
  const int lower = row_a > row_b ? at_a : at_b, upper = row_a > row_b ? at_b : at_a;
  return std::abs(row_a - row_b) == 1 && (upper == lower || upper == lower + 1);
}

unsigned cost_of_instead(char typed, char meant) {
  if (typed == meant) return 0;
  if (share({"ckq", "iyj", "vw"}, typed, meant)) return same_sound;
  if (is_vowel(typed) && is_vowel(meant)) return vowel;
  if (share({"bp", "dt", "fv", "cg", "sz", "mn", "lr"}, typed, meant)) return voice;
  return are_neighbours(typed, meant) ? neighbour : any_letter;
}

// Of a letter at `at` that the other one lacks, whichever of the two has it.
unsigned cost_of_one_more(std::string_view text, std::size_t at) {
  const char c = text[at];
  const auto has = [&](std::size_t other, char wanted) {
    return other < text.size() && text[other] == wanted;
  };
  if (has(at - 1, c) || has(at + 1, c)) return doubled;
  if (c == 'h' || (c == 'c' && has(at + 1, 'q'))) return silent;
  return is_vowel(c) ? vowel : one_more_or_less;
}

}  // namespace

unsigned typing_cost(std::string_view typed, std::string_view word) {
  const auto first = [](std::size_t at) { return at == 0 ? first_letter : 0; };
  // By letters of `typed`: the cost of its beginning against the beginnings of `word`.
  std::vector<std::vector<unsigned>> cost(typed.size() + 1,
                                          std::vector<unsigned>(word.size() + 1, 0));
  for (std::size_t i = 1; i <= typed.size(); ++i)
    cost[i][0] = cost[i - 1][0] + cost_of_one_more(typed, i - 1) + first(i - 1);
  for (std::size_t j = 1; j <= word.size(); ++j)
    cost[0][j] = cost[0][j - 1] + cost_of_one_more(word, j - 1) + first(j - 1);
  for (std::size_t i = 1; i <= typed.size(); ++i)
    for (std::size_t j = 1; j <= word.size(); ++j) {
      const unsigned instead = cost_of_instead(typed[i - 1], word[j - 1]);
      const unsigned start = first(std::max(i, j) - 1);
      unsigned& least = cost[i][j];
      least = std::min({cost[i - 1][j - 1] + instead + (instead > 0 ? start : 0),
                        cost[i - 1][j] + cost_of_one_more(typed, i - 1) + start,
                        cost[i][j - 1] + cost_of_one_more(word, j - 1) + start});
      if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
        least = std::min(least, cost[i - 2][j - 2] + exchanged);
    }
  return cost.back().back();
}

}  // namespace incontro
