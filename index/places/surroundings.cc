#include "places/surroundings.h"

#include <algorithm>
#include <string_view>

#include "places/name_key.h"

namespace incontro {
namespace {

constexpr std::string_view everywhere[] = {"italia",
                                           "in italia",
                                           "tutta italia",
                                           "tutta l italia",
                                           "in tutta italia",
                                           "in tutta l italia",
                                           "italia intera",
                                           "repubblica italiana",
                                           "italy",
                                           "all italy",
                                           "italie",
                                           "italien",
                                           "ovunque",
                                           "ovunque in italia",
                                           "dovunque",
                                           "dappertutto",
                                           "tutto il territorio nazionale",
                                           "territorio nazionale",
                                           "tutte le regioni",
                                           "tutte le province",
                                           "qualsiasi luogo",
                                           "qualunque luogo",
                                           "qualsiasi",
                                           "anywhere",
                                           "everywhere"};
// Longer ones before those that they begin or end with.
constexpr std::string_view before[] = {"vicino a",
                                       "vicino ad",
                                       "vicino",
                                       "vicinanze di",
                                       "nelle vicinanze di",
                                       "nei pressi di",
                                       "in zona",
                                       "zona di",
                                       "zona",
                                       "nei dintorni di",
                                       "dintorni di",
                                       "dintorni",
                                       "intorno a",
                                       "attorno a",
                                       "hinterland di",
                                       "area metropolitana di",
                                       "area di",
                                       "centro storico di",
                                       "centro di",
                                       "centro",
                                       "presso",
                                       "citta",
                                       "near",
                                       "close to",
                                       "italia",
                                       "italy",
                                       "in",
                                       "a",
                                       "ad",
                                       "di"};
constexpr std::string_view behind[] = {
    "centro storico", "in centro",   "centro citta", "centro",     "citta",
    "e dintorni",     "dintorni",    "e hinterland", "hinterland", "e zone limitrofe",
    "e zona",         "e provincia", "nord",         "sud",        "est",
    "ovest",          "stazione",    "italia",       "italy",      "italie",
    "italien",        "it"};

bool ends_with_word(std::string_view name, std::string_view words) {
  return name.ends_with(words) &&
         (name.size() == words.size() || name[name.size() - words.size() - 1] == ' ');
}

bool starts_with_word(std::string_view name, std::string_view words) {
  return name.starts_with(words) && (name.size() == words.size() || name[words.size()] == ' ');
}

}  // namespace

bool means_everywhere(const std::vector<std::string>& words) {
  return std::ranges::find(everywhere, joined(words)) != std::end(everywhere);
}

std::vector<std::string> without_surroundings(std::vector<std::string> words) {
  const auto count = [](std::string_view phrase) { return std::ranges::count(phrase, ' ') + 1; };
  for (bool changed = true; changed && !words.empty();) {
    changed = false;
    const std::string name = joined(words);
    const auto first = std::ranges::find_if(
        before, [&](std::string_view phrase) { return starts_with_word(name, phrase); });
    const auto last = std::ranges::find_if(
        behind, [&](std::string_view phrase) { return ends_with_word(name, phrase); });
    if (last != std::end(behind)) {
      words.erase(words.end() - count(*last), words.end());
      changed = true;
    } else if (first != std::end(before)) {
      words.erase(words.begin(), words.begin() + count(*first));
      changed = true;
    }
  }
  return words;
}

}  // namespace incontro
