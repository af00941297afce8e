#include "synth/phrase.h"

#include <incontro/assert.h>

#include <algorithm>
#include <array>
#include <utility>

namespace incontro {
namespace {

constexpr std::array<std::pair<std::string_view, Slot>, 26> slots = {{
    {"title", Slot::title},       {"place", Slot::place},
    {"aplace", Slot::aplace},     {"province", Slot::province},
    {"company", Slot::company},   {"street", Slot::street},
    {"surname", Slot::surname},   {"name", Slot::name},
    {"brand", Slot::brand},       {"duty", Slot::duty},
    {"skill", Slot::skill},       {"program", Slot::program},
    {"quality", Slot::quality},   {"sector", Slot::sector},
    {"area", Slot::area},         {"site", Slot::site},
    {"years", Slot::years},       {"age", Slot::age},
    {"days", Slot::days},         {"people", Slot::people},
    {"parttime", Slot::parttime}, {"reference", Slot::reference},
    {"duration", Slot::duration}, {"year", Slot::year},
    {"unit", Slot::unit},         {"o", Slot::o},
}};

Slot slot_of(std::string_view name) {
  const auto found =
      std::find_if(slots.begin(), slots.end(), [&](const auto& s) { return s.first == name; });
  INCONTRO_ASSERT(found != slots.end() && "an unknown slot in phrases.tsv");
  return found == slots.end() ? Slot::none : found->second;
}

}  // namespace

Phrase parse_phrase(std::string_view text) {
  Phrase phrase;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    PhrasePart& piece = phrase.emplace_back();
    piece.literal = text.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find('}', open);
    INCONTRO_ASSERT(close != std::string_view::npos && "a brace is not closed in phrases.tsv");
    piece.slot = slot_of(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
  return phrase;
}

}  // namespace incontro
