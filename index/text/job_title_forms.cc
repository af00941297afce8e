#include <incontro/job_title_forms.h>

#include <algorithm>
#include <array>

namespace incontro {
namespace {

constexpr std::size_t least_letters_folded = 4, least_letters_of_family = 4;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

template <std::size_t N>
bool ends_with_any(std::string_view word, const std::array<std::string_view, N>& endings) {
  return std::ranges::any_of(endings, [&](std::string_view e) { return word.ends_with(e); });
}

// Suffixes of Italian derivation (M. Grossmann and F. Rainer (eds.), "La formazione delle parole in
// italiano", 2004), as they stand after fold_inflection: without their last vowel.
constexpr std::string_view suffixes[] = {
    // who does it (-tore, -sore with the theme vowels), the doing (-zione, -sione, -ione)
    "tor", "ator", "itor", "utor", "ettor", "ttor", "uttor", "attor", "sor", "zion", "azion",
    "izion", "uzion", "ezion", "sion", "ion", "uttiv",
    // -tura, -mento, -ante and -ente, -anza and -enza
    "tur", "atur", "itur", "ettur", "ttur", "uttur", "attur", "ment", "ament", "iment", "ant",
    "ent", "ucent", "anz", "enz",
    // -ista, -istico, -ismo, -aio, -iere, -iero, -ario, -eria
    "ist", "istic", "ism", "ai", "er", "ier", "eri", "ar", "iar", "ari",
    // adjectives: -ale, -ile, -ico, -oso, -ivo, -ità, -abile, -ato, -uto
    "al", "ial", "ual", "il", "ic", "atic", "os", "iv", "ativ", "itiv", "abil", "ibil", "at", "it",
    "ut", "ott", "att"};

std::string_view without_suffix(std::string_view word) {
  std::size_t longest = 0;
  for (const std::string_view suffix : suffixes)
    if (suffix.size() > longest && suffix.size() + least_letters_of_family <= word.size() &&
        word.ends_with(suffix))
      longest = suffix.size();
  return word.substr(0, word.size() - longest);
}

// The ending that does not tell one title from another: how many letters it has.
std::size_t ending_length(std::string_view word) {
  // managers, barmans; but not business, virus
  const auto foreign_plural = [&] {
    const char before = word[word.size() - 2];
    return word.ends_with('s') && word.size() >= 6 && before != 's' && before != 'u';
  };
  static constexpr std::array<std::string_view, 2> females = {"essa", "esse"};
  static constexpr std::array<std::string_view, 3> makers = {"aio", "aia", "aie"};
  static constexpr std::array<std::string_view, 8> soft = {"che", "chi", "ghe", "ghi",
                                                           "cia", "cie", "gia", "gie"};
  if (word.size() >= 8 && ends_with_any(word, females)) return 4;
  if (ends_with_any(word, makers)) return 1;
  if (word.ends_with("ai")) return 0;
  if (foreign_plural()) return 1;
  if (ends_with_any(word, soft)) return 2;
  if (!is_vowel(word.back())) return 0;
  return word.size() > 4 && word[word.size() - 2] == 'i' ? 2 : 1;
}

}  // namespace

std::string fold_inflection(std::string_view word) {
  if (word.size() < least_letters_folded || !std::ranges::all_of(word, is_letter))
    return std::string(word);
  static constexpr std::array<std::string_view, 2> feminine_agents = {"trice", "trici"};
  if (word.size() >= 7 && ends_with_any(word, feminine_agents))
    return std::string(word.substr(0, word.size() - 4)) + "or";
  return std::string(word.substr(0, word.size() - ending_length(word)));
}

std::string word_family(std::string_view folded) {
  return std::string(without_suffix(without_suffix(folded)));
}

}  // namespace incontro
