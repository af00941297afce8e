#include <incontro/language.h>

#include <algorithm>
#include <memory>

#include "text/latin_1.h"
#include "text/word_table.h"
#include "word_list.h"

namespace incontro {
namespace {

constexpr std::size_t languages = 4;
constexpr std::size_t letters = 27;  // between two words, and a to z
constexpr std::size_t bytes_read = 4'096;
constexpr int margin = 12;  // in powers of two, as the weights are

using Weights = std::array<std::int8_t, languages>;
using Trigrams = std::array<Weights, letters * letters * letters>;

constexpr std::size_t letter(char c) {
  if (c >= 'a' && c <= 'z') return static_cast<std::size_t>(c - 'a') + 1;
  if (c >= 'A' && c <= 'Z') return static_cast<std::size_t>(c - 'A') + 1;
  return 0;
}

std::unique_ptr<const Trigrams> read_trigrams() {
  auto trigrams = std::make_unique<Trigrams>();
  for_each_row(word_list("language_trigrams.tsv"),
               [&](std::string_view trigram, std::string_view weights) {
                 std::size_t place = 0;
                 for (const char c : trigram) place = place * letters + letter(c);
                 for (std::size_t i = 0; i < languages; ++i)
                   (*trigrams)[place][i] = static_cast<std::int8_t>(weights[i] - '0');
               });
  return trigrams;
}

}  // namespace

Language detect_language(std::string_view text) {
  static const std::unique_ptr<const Trigrams> trigrams = read_trigrams();
  text = text.substr(0, bytes_read);
  std::array<int, languages> sums = {};
  std::size_t before = 0, last = 0;  // the two letters before this one
  const auto take = [&](std::size_t next) {
    if (last == 0 && next == 0) return;  // between words
    const Weights& weights = (*trigrams)[(before * letters + last) * letters + next];
    for (std::size_t i = 0; i < languages; ++i) sums[i] += weights[i];
    before = last;
    last = next;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool two_bytes = text[i] == '\xC3' && i + 1 < text.size() &&
                           (static_cast<unsigned char>(text[i + 1]) & 0xC0) == 0x80;
    if (two_bytes) ++i;
    take(letter(two_bytes ? latin_1_base(static_cast<unsigned char>(text[i]) & 0x3Fu) : text[i]));
  }
  take(0);
  const auto most = std::ranges::max_element(sums);
  if (*most - sums[0] < margin) return Language::italian;
  return static_cast<Language>(most - sums.begin());
}

}  // namespace incontro
