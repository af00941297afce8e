#include "privacy/cues.h"

#include <array>
#include <stdexcept>
#include <unordered_set>

#include "privacy_list.h"
#include "text/word_table.h"

namespace incontro {
namespace {

constexpr std::array<std::string_view, 14> kinds = {
    "tld",          "path_tld", "known_host",      "provider",    "network",
    "account",      "level",    "software_handle", "mailbox",     "street",
    "house_number", "particle", "introduction",    "abbreviation"};

using Lists = std::array<std::unordered_set<std::string_view>, kinds.size()>;

Lists read_lists() {
  Lists lists;
  for_each_row(privacy_list("cues.tsv"), [&](std::string_view kind, std::string_view word) {
    for (std::size_t i = 0; i < kinds.size(); ++i)
      if (kinds[i] == kind) lists[i].insert(word);
  });
  return lists;
}

}  // namespace

bool is_cue(Cue cue, std::string_view folded) {
  static const Lists lists = read_lists();
  return lists[static_cast<std::size_t>(cue)].contains(folded);
}

}  // namespace incontro
