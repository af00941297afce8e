#include <incontro/professions.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <string>
#include <unordered_map>

#include "professions/profession_tree.h"

namespace incontro {
namespace {

constexpr std::size_t links_looked_at = 20;
constexpr double clear_score = 0.75;                   // of the best link; see bench/relevance
constexpr int major_group_level = 0, group_level = 1;  // "5", "5.2"
constexpr std::size_t verdicts_kept = 16'384;          // then the cache starts anew

// How words begin that titles of every kind have: sharing them says nothing.
constexpr std::array<std::string_view, 15> general = {"addet", "opera", "tecni", "respo", "impie",
                                                      "assis", "aiut",  "colla", "esper", "speci",
                                                      "ausil", "appre", "perso", "profe", "assim"};

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
// How long the word is that begins the text; what is not ASCII counts as letters.
std::size_t word_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() &&
         (is_letter(text[length]) || static_cast<unsigned char>(text[length]) >= 0x80))
    ++length;
  return length;
}

// How many letters two words begin with in common, whatever their case.
std::size_t common_beginning(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t same = 0;
  while (same < shorter && (a[same] | 0x20) == (b[same] | 0x20)) ++same;
  return same;
}

// Whether two words are of one family, as far as their beginnings tell, gender and number apart.
bool akin(std::string_view a, std::string_view b) {
  return common_beginning(a, b) >= std::clamp<std::size_t>(std::min(a.size(), b.size()) - 1, 4, 5);
}

bool is_general(std::string_view word) {
  return std::ranges::any_of(general, [&](std::string_view beginning) {
    return common_beginning(word, beginning) == beginning.size();
  });
}

// The words of four letters or more that say something. Cut by hand, because this is asked of
// every record that comes in, and the analyzer takes ten times as long.
std::vector<std::string_view> telling_words(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t length = word_length(text);
    if (length >= 4 && !is_general(text.substr(0, length))) words.push_back(text.substr(0, length));
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return words;
}

// Sharing a word with the label of the code or of its unit is agreement enough.
bool shares_a_word(std::string_view title, CodeIndex row) {
  const auto words = telling_words(title);
  for (const CodeIndex node : {row, ancestor(row, unit_level)})
    for (const std::string_view of_label : telling_words(professions().row(node).label))
      for (const std::string_view word : words)
        if (akin(word, of_label)) return true;
  return false;
}

// A quarter of all titles, which is what most of the time depends on.
const ProfessionLinker& italian_linker() {
  static const ProfessionLinker linker = [] {
    std::vector<ProfessionTitle> titles = profession_titles();
    std::erase_if(titles, [](const ProfessionTitle& title) { return !title.italian; });
    return ProfessionLinker(std::move(titles));
  }();
  return linker;
}

std::optional<CodeIndex> judge(std::string_view title, CodeIndex row) {
  const auto links = italian_linker().rank(title, links_looked_at);
  if (links.empty() || links.front().score < clear_score) return std::nullopt;
  const auto alike = [row](CodeIndex link, int level) {
    return ancestor(link, level) == ancestor(row, level);
  };
  const bool near =
      alike(links.front().row, major_group_level) ||
      std::ranges::any_of(links, [&](const auto& link) { return alike(link.row, group_level); });
  return near ? std::nullopt : std::optional(links.front().row);
}

// Records repeat their titles. Any thread: the threads of an import come and go with its archives.
class Verdicts {
 public:
  std::optional<CodeIndex> of(std::string_view title, CodeIndex row) {
    std::string key = std::to_string(row) + ' ' + std::string(title);
    {
      const std::lock_guard lock(mutex_);
      if (const auto known = verdicts_.find(key); known != verdicts_.end()) return known->second;
    }
    const std::optional<CodeIndex> verdict = judge(title, row);
    const std::lock_guard lock(mutex_);
    if (verdicts_.size() >= verdicts_kept) verdicts_.clear();
    verdicts_.insert_or_assign(std::move(key), verdict);
    return verdict;
  }

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::optional<CodeIndex>> verdicts_;
};

}  // namespace

std::optional<CodeIndex> clearly_elsewhere(std::string_view title, CodeIndex row) {
  static Verdicts verdicts;
  if (shares_a_word(title, row)) return std::nullopt;
  return verdicts.of(title, row);
}

}  // namespace incontro
