#pragma once

#include <incontro/query.h>

#include <string>

#include "synth/random.h"

namespace incontro::bench {

// What visitors type, chosen from the first `records` generated vacancies. Same seed, same texts.
class TypedTexts {
 public:
  explicit TypedTexts(std::size_t records);

  // The beginning of a title, in every third one letter wrong.
  std::string what();
  // The beginning of a place's name, likewise.
  std::string where();
  // A whole title with an error in a word of four letters or more.
  Query misspelt();
  // Words of two titles in a comune where hardly anybody looks for both.
  Query too_much();

 private:
  std::string title();
  std::string beginning(std::string text);
  // One letter added, left out, replaced, or exchanged with its neighbour.
  void misspell(std::string& text, std::size_t begin, std::size_t end);

  Random random_;
  const std::uint32_t records_;
};

}  // namespace incontro::bench
