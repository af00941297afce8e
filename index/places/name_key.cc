#include "places/name_key.h"

#include <algorithm>

#include "text/fold.h"

namespace incontro {
namespace {

constexpr std::string_view small_words[] = {
    "a",     "ai",   "al",    "all", "alla", "allo", "con",   "d",     "da",    "dal",
    "dalla", "de",   "degli", "dei", "del",  "dell", "della", "delle", "dello", "di",
    "e",     "ed",   "gli",   "i",   "il",   "in",   "l",     "la",    "le",    "lo",
    "nel",   "nell", "nella", "su",  "sui",  "sul",  "sull",  "sulla"};
constexpr std::string_view saints[] = {"san", "sant", "santa", "santo"};

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : fold_text(name)) {
    if (is_word(c)) {
      if (!inside) words.emplace_back();
      words.back() += c;
    }
    inside = is_word(c);
  }
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t begin) {
  std::string key;
  for (std::size_t i = begin; i < words.size(); ++i)
    key.append(key.empty() ? "" : " ").append(words[i]);
  return key;
}

std::string loose_key(const std::vector<std::string>& words) {
  std::vector<std::string> kept;
  for (const std::string& word : words)
    if (std::ranges::find(saints, word) != std::end(saints))
      kept.emplace_back("s");
    else if (std::ranges::find(small_words, word) == std::end(small_words))
      kept.push_back(word);
  return joined(kept);
}

}  // namespace incontro
