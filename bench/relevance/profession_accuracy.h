#pragma once

#include <incontro/professions.h>

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace incontro::bench {

// A text and the codes of Table::profession that are right for it; any of them will do.
struct CodedText {
  std::string text;
  std::vector<CodeIndex> rows;
};

inline constexpr std::array<std::size_t, 3> accuracy_depths = {1, 5, 10};
inline constexpr std::size_t profession_levels = 6;

// The share of texts with a right code among the first 1, 5 and 10 that the linker gives, where the
// first k of a code's six parts are what has to agree: shares[k - 1][place in accuracy_depths]. A
// code that has fewer parts agrees on none of those that it lacks.
struct Accuracy {
  std::size_t texts = 0;
  std::array<std::array<double, accuracy_depths.size()>, profession_levels> shares{};
  double microseconds = 0;  // a text
};
Accuracy accuracy(const ProfessionLinker& linker, const std::vector<CodedText>& texts);

// Advertisements of job centres, JSON lines with "title", "profile" and "cp2011_code". Titles as
// they stand; profiles as far as their first line end.
struct Advertisements {
  std::vector<CodedText> titles, profiles;
};
Advertisements read_advertisements(const std::filesystem::path& file);

// A tenth of our own Italian titles, chosen by their words, and the linker of all others: no title
// of the same words is left in it.
struct HeldOut {
  std::vector<CodedText> labels, esco;
  std::vector<ProfessionTitle> others;
};
HeldOut hold_out();

}  // namespace incontro::bench
