#include "profile/experience_words.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <unordered_map>

#include "text/ascii.h"

namespace incontro {
namespace {

using enum WordRole;

using Roles = std::unordered_map<std::string_view, RoleWord>;

const Roles& known_roles() {
  static const Roles roles = [] {
    Roles made;
    const auto say = [&](WordRole role, std::initializer_list<std::string_view> words) {
      for (const std::string_view word : words) made[word] = {role, 0, Gap::none};
    };
    say(half, {"mezzo"});
    say(floor, {"almeno", "minimo", "minima", "min", "oltre"});
    say(ceiling,
        {"massimo", "massima", "max", "fino", "entro", "ultimo", "ultima", "ultimi", "ultime"});
    say(less, {"meno", "inferiore", "inferiori", "minore"});
    say(more, {"piu", "superiore", "superiori", "maggiore"});
    say(denial, {"non", "senza"});
    say(link, {"di", "d", "da", "dai", "del", "della", "per", "tra", "fra", "i", "circa",
               "compresa", "preferibile", "preferibilmente", "pari"});
    say(join, {"e", "ed", "o", "od", "oppure", "a", "ad", "ai"});
    say(company, {"con"});
    say(employer, {"azienda", "societa", "ditta", "impresa", "vanta", "nostra", "ha"});
    say(unrelated,
        {"eta",         "anagrafica",  "laurea",      "diploma",        "qualifica",   "corso",
         "scuola",      "contratto",   "contratti",   "tempo",          "determinato", "durata",
         "periodo",     "stage",       "tirocinio",   "apprendistato",  "inserimento", "prova",
         "disoccupato", "disoccupata", "disoccupati", "disoccupazione", "iscritto",    "iscritta",
         "iscritti",    "iscrizione",  "assunzione",  "mobilita",       "residenza",   "residente",
         "proroga",     "rinnovo",     "garanzia",    "patente"});
    const auto count = [&](WordRole role,
                           std::initializer_list<std::pair<std::string_view, int>> words) {
      for (const auto& [word, value] : words)
        made[word] = {role, static_cast<std::uint16_t>(value), Gap::none};
    };
    count(number, {{"un", 1},
                   {"uno", 1},
                   {"una", 1},
                   {"paio", 2},
                   {"due", 2},
                   {"tre", 3},
                   {"quattro", 4},
                   {"cinque", 5},
                   {"sei", 6},
                   {"sette", 7},
                   {"otto", 8},
                   {"nove", 9},
                   {"dieci", 10},
                   {"dodici", 12},
                   {"diciotto", 18}});
    count(unit, {{"anno", 12}, {"anni", 12}, {"mese", 1}, {"mesi", 1}});
    count(length, {{"trimestrale", 3},
                   {"semestre", 6},
                   {"semestrale", 6},
                   {"annuale", 12},
                   {"biennio", 24},
                   {"biennale", 24},
                   {"triennio", 36},
                   {"triennale", 36},
                   {"quadriennio", 48},
                   {"quadriennale", 48},
                   {"quinquennio", 60},
                   {"quinquennale", 60},
                   {"decennio", 120},
                   {"decennale", 120},
                   {"ventennale", 240}});
    return made;
  }();
  return roles;
}

RoleWord role_of(std::string_view word) {
  if (is_digit(word.front())) {
    RoleWord found{.role = number};
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), found.value);
    if (error != std::errc() || end != word.data() + word.size()) found.role = other;
    return found;
  }
  if (word.starts_with("esperienz") || word.starts_with("anzianit")) return {.role = experience};
  const auto place = known_roles().find(word);
  return place == known_roles().end() ? RoleWord{} : place->second;
}

// What the signs between two words say. Full stops part no decimals (1,5) and end no abbreviation
// (min. 2 anni); hyphens join figures (3-5) and compounds (part-time).
Gap gap_of(std::string_view signs, const RoleWord& before, const RoleWord& after) {
  const bool figures = before.role == number && after.role == number;
  const bool abbreviation = before.role == floor || before.role == ceiling;
  const bool spaced = std::ranges::any_of(signs, is_space);
  Gap gap = Gap::none;
  for (const char sign : signs) {
    if (sign == ';' || sign == '!' || sign == '?' || sign == '*' || sign == '=')
      gap = Gap::stop;
    else if (sign == '.')
      gap = std::max(gap, abbreviation || (figures && !spaced) ? Gap::none : Gap::stop);
    else if (sign == '-')
      gap = std::max(gap, figures || (!spaced && before.role != unit) ? Gap::none : Gap::stop);
    else if (sign == ',' || sign == '(' || sign == ')' || sign == '\n')
      gap = std::max(gap, figures && !spaced ? Gap::none : Gap::comma);
    else if (sign == ':')
      gap = std::max(gap, Gap::colon);
  }
  return gap;
}

}  // namespace

std::vector<RoleWord> role_words(std::string_view folded) {
  std::vector<RoleWord> words;
  std::size_t at = 0;
  while (true) {
    const std::size_t signs = at;
    while (at < folded.size() && !is_word_byte(folded[at])) ++at;
    if (at == folded.size()) return words;
    const std::size_t begin = at;
    // Figures and letters part: 2anni.
    const bool figure = is_digit(folded[begin]);
    while (at < folded.size() && is_word_byte(folded[at]) && is_digit(folded[at]) == figure) ++at;
    RoleWord word = role_of(folded.substr(begin, at - begin));
    word.gap =
        words.empty() ? Gap::stop : gap_of(folded.substr(signs, begin - signs), words.back(), word);
    words.push_back(word);
  }
}

}  // namespace incontro
