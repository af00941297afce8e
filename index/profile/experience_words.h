#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace incontro {

// What a word can be in a statement about experience.
enum class WordRole : std::uint8_t {
  other,
  experience,  // esperienza, anzianità
  number,      // 3, tre, paio: `value` is it
  unit,        // anni, mesi: `value` months
  length,      // biennale, triennio: `value` months
  half,        // mezzo
  floor,       // almeno, minimo
  ceiling,     // massimo, entro, ultimi
  less,        // meno, inferiore: a ceiling, or after "non" a floor
  more,        // più, superiore: after "non" a ceiling
  denial,      // non, senza
  link,        // di, da, per: leads from a noun to its duration
  join,        // e, o, a: of ranges and lists
  company,     // con: what follows accompanies the word before it, but does not measure it
  employer,    // azienda, vanta: what an employer says of itself
  unrelated,   // età, contratto, laurea: nouns with durations of their own
};

// What stands before a word.
enum class Gap : std::uint8_t { none, colon, comma, stop };

struct RoleWord {
  WordRole role = WordRole::other;
  std::uint16_t value = 0;
  Gap gap = Gap::none;
};

// The words of a folded text (fold.h) with their roles.
std::vector<RoleWord> role_words(std::string_view folded);

}  // namespace incontro
