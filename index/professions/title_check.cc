#include <incontro/professions.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "professions/profession_tree.h"
#include "ranking/content_words.h"
#include "text/job_title_forms.h"

namespace incontro {
namespace {

constexpr std::size_t links_looked_at = 20;
constexpr double clear_score = 0.75;                   // of the best link; see bench/relevance
constexpr int major_group_level = 0, group_level = 1;  // "5", "5.2"
constexpr std::size_t verdicts_kept = 4'096;           // a thread; then the cache starts anew

// Words that begin titles of every kind, folded: sharing them says nothing.
constexpr std::array<std::string_view, 16> general = {
    "addett",     "operator", "operai",       "tecnic",   "responsabil", "impiegat",
    "assistent",  "aiut",     "collaborator", "espert",   "specialist",  "ausiliar",
    "apprendist", "personal", "profession",   "assimilat"};

std::vector<std::string> telling_families(const ContentWords& content, std::string_view text) {
  std::vector<std::string> families;
  for (const std::string& word : content.of(text)) {
    const std::string folded = fold_inflection(word);
    if (std::ranges::find(general, folded) == general.end())
      families.push_back(word_family(folded));
  }
  return families;
}

// Sharing a word with the label of the code or of its unit is agreement enough, and spares most
// records the ranking.
bool shares_a_word(std::string_view title, CodeIndex row) {
  static const ContentWords content(Language::italian);
  const auto words = telling_families(content, title);
  for (const CodeIndex node : {row, ancestor(row, unit_level)})
    for (const std::string& word : telling_families(content, professions().row(node).label))
      if (std::ranges::find(words, word) != words.end()) return true;
  return false;
}

std::optional<CodeIndex> judge(std::string_view title, CodeIndex row) {
  if (shares_a_word(title, row)) return std::nullopt;
  const auto links = profession_linker().rank(title, links_looked_at);
  if (links.empty() || links.front().score < clear_score) return std::nullopt;
  const auto alike = [row](CodeIndex link, int level) {
    return ancestor(link, level) == ancestor(row, level);
  };
  const bool near =
      alike(links.front().row, major_group_level) ||
      std::ranges::any_of(links, [&](const auto& link) { return alike(link.row, group_level); });
  return near ? std::nullopt : std::optional(links.front().row);
}

}  // namespace

std::optional<CodeIndex> clearly_elsewhere(std::string_view title, CodeIndex row) {
  thread_local std::unordered_map<std::string, std::optional<CodeIndex>> verdicts;
  std::string key = std::to_string(row) + ' ' + std::string(title);
  if (const auto known = verdicts.find(key); known != verdicts.end()) return known->second;
  if (verdicts.size() >= verdicts_kept) verdicts.clear();
  return verdicts.emplace(std::move(key), judge(title, row)).first->second;
}

}  // namespace incontro
