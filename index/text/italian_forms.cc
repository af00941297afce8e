#include "text/italian_forms.h"

#include <algorithm>
#include <array>

namespace incontro {
namespace {

struct Form {
  std::string_view written, base;
};

// Titles whose forms no rule below joins: feminines made in ways of their own, and men in -ano and
// -ono, which Snowball takes for what they do (artigiano as lavorano). Sorted by what is written.
constexpr std::array<Form, 45> irregular = {{
    {"anziano", "anziani"},        {"artigiano", "artigiani"},    {"avvocatessa", "avvocato"},
    {"avvocatesse", "avvocato"},   {"bicchierai", "bicchieraio"}, {"calderai", "calderaio"},
    {"campionessa", "campione"},   {"campionesse", "campione"},   {"capitano", "capitani"},
    {"decano", "decani"},          {"deputatessa", "deputato"},   {"diacono", "diaconi"},
    {"difenditrice", "difensore"}, {"difenditrici", "difensore"}, {"divano", "divani"},
    {"filosofessa", "filosofo"},   {"filosofesse", "filosofo"},   {"frantoiano", "frantoiani"},
    {"guardiano", "guardiani"},    {"interprete", "interpreti"},  {"italiano", "italiani"},
    {"mandriano", "mandriani"},    {"medichessa", "medico"},      {"medichesse", "medico"},
    {"notaressa", "notaio"},       {"operai", "operaio"},         {"ortolano", "ortolani"},
    {"ostessa", "oste"},           {"ostesse", "oste"},           {"pasticcera", "pasticciera"},
    {"pasticcere", "pasticciera"}, {"pasticceri", "pasticciera"}, {"poetessa", "poeta"},
    {"poetesse", "poeta"},         {"sacerdotessa", "sacerdote"}, {"sacerdotesse", "sacerdote"},
    {"sacrestano", "sacrestani"},  {"sagrestano", "sagrestani"},  {"sindachessa", "sindaco"},
    {"soldatessa", "soldato"},     {"soldatesse", "soldato"},     {"sportive", "sportivi"},
    {"veterano", "veterani"},      {"vigilessa", "vigile"},       {"vigilesse", "vigile"},
}};

// Plurals in -trico's way, and no feminine of a -tore: elettrici, geometrici, eccentrici,
// ostetrici, pediatrici.
bool plural_of_trico(std::string_view word) {
  constexpr std::array<std::string_view, 10> ends = {
      "elettrici",   "metrici",   "centrici",   "tetrici",   "pediatrici",
      "sichiatrici", "eriatrici", "foniatrici", "toiatrici", "fisiatrici"};
  return std::ranges::any_of(ends, [&](std::string_view end) { return word.ends_with(end); });
}

// Infinitives: scegliere, cogliere, adempiere; not the nouns consigliere, pompiere.
bool verb_in_iere(std::string_view word) {
  return word.ends_with("egliere") || word.ends_with("ogliere") || word.ends_with("empiere") ||
         word.ends_with("compiere");
}

// Futures: lavorerai, dormirai, condurrai, andrai.
bool future_in_ai(std::string_view word) {
  constexpr std::array<std::string_view, 6> ends = {"erai",  "irai",  "drai",
                                                    "arrai", "orrai", "urrai"};
  return std::ranges::any_of(ends, [&](std::string_view end) { return word.ends_with(end); });
}

// Plurals of -aio: fornai, cartolai, valigiai.
bool plural_of_aio(std::string_view word) {
  return word.size() >= 5 && word.ends_with("ai") &&
         std::string_view("aeou").find(word[word.size() - 3]) == std::string_view::npos &&
         !future_in_ai(word);
}

// `word` with its last `length` letters replaced.
std::string with_end(std::string_view word, std::size_t length, std::string_view end) {
  return std::string(word.substr(0, word.size() - length)).append(end);
}

}  // namespace

std::string italian_base(std::string_view word) {
  const auto ends = [&](std::string_view end, std::size_t letters_before) {
    return word.size() >= end.size() + letters_before && word.ends_with(end);
  };
  const auto found = std::ranges::lower_bound(irregular, word, {}, &Form::written);
  if (found != irregular.end() && found->written == word) return std::string(found->base);

  if (plural_of_trico(word)) return with_end(word, 1, "o");
  if (ends("trice", 1) || ends("trici", 1)) return with_end(word, 4, "ore");
  for (const std::string_view end : {"oressa", "oresse", "entessa", "entesse"})
    if (ends(end, 3)) return with_end(word, 4, "e");
  // Snowball takes -ere for a verb's, and would find cameriere with camera; ...
  if (ends("ingegnere", 0) || (ends("iere", 2) && !verb_in_iere(word)))
    return with_end(word, 1, "i");
  // ... and the -i of fornai for all of the plural's ending.
  if (plural_of_aio(word)) return with_end(word, 0, "o");
  return std::string(word);
}

}  // namespace incontro
