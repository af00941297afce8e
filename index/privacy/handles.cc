#include "privacy/handles.h"

#include <algorithm>

#include "privacy/cues.h"
#include "privacy/ordinary_words.h"
#include "text/ascii.h"

namespace incontro {
namespace {

constexpr std::size_t least_letters = 3;
constexpr std::size_t most_bytes = 100;

bool is_handle_sign(char c) {
  return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' || c == '.' ||
         c == '-' || static_cast<signed char>(c) < 0;
}

// From the place on, without the full stops and dashes behind it.
ByteRange handle_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end < at + most_bytes && is_handle_sign(text[end])) ++end;
  while (end > at && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
  return {at, end};
}

// The words that lie within: from `first` on, how many.
std::size_t words_in(const TextWords& words, std::size_t first, ByteRange range) {
  std::size_t n = 0;
  while (first + n < words.size() && words[first + n].range.end <= range.end) ++n;
  return n;
}

// Looks like no word: mario-rossi-123, mario_rossi, rossi84, mario.rossi.
bool is_made_up(std::string_view text, ByteRange range) {
  const std::string_view written = text.substr(range.begin, range.end - range.begin);
  const bool sign = written.find_first_of("_.-", 1) != std::string_view::npos;
  const bool letter = std::ranges::any_of(written, [](char c) { return !is_digit(c); });
  return letter && (sign || std::ranges::any_of(written, is_digit));
}

// Whether what stands behind ends an entry of a list: the handle is all that is said.
bool ends_entry(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at == text.size() ||
         std::string_view(",;.\n\r)/|").find(text[at]) != std::string_view::npos;
}

void find_bare(const TextWords& words, std::vector<ByteRange>& found) {
  const std::string_view text = words.text();
  std::size_t word = 0;
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    const bool begins = at == 0 || !is_handle_sign(text[at - 1]);
    const ByteRange handle = handle_at(text, at + 1);
    if (!begins || handle.end - handle.begin < least_letters) continue;
    if (handle.end < text.size() && text[handle.end] == '/') continue;  // @angular/core
    while (word < words.size() && words[word].range.begin < handle.begin) ++word;
    const std::size_t n = words_in(words, word, handle);
    if (n == 0 || is_cue(Cue::software_handle, words.folded(word, word + n))) continue;
    found.push_back({at, handle.end});
  }
}

// What follows the name of a network, which is the words from `network` to before `next`.
void find_named(const TextWords& words, std::size_t network, std::size_t next,
                std::vector<ByteRange>& found) {
  const std::string_view text = words.text();
  bool account = network > 0 && is_cue(Cue::account, words.folded(network - 1));
  while (next < words.size() && is_cue(Cue::account, words.folded(next))) {
    account = true;
    ++next;
  }
  if (next == words.size()) return;
  const std::size_t end = words[next - 1].range.end;
  const std::string_view between = text.substr(end, words[next].range.begin - end);
  if (between.size() > 4 || between.find_first_of(",;.\n(") != std::string_view::npos) return;
  const bool named = between.find_first_of(":=/>") != std::string_view::npos;
  const ByteRange handle = handle_at(text, words[next].range.begin);
  const std::size_t n = words_in(words, next, handle);
  const std::string_view letters = words.folded(next, next + std::max<std::size_t>(n, 1));
  if (letters.size() < least_letters || is_cue(Cue::network, letters)) return;
  const bool alone = named && ends_entry(text, handle.end) && !is_cue(Cue::level, letters) &&
                     !is_ordinary_word(letters);
  const bool made_up = is_made_up(text, handle) && !std::ranges::all_of(letters, is_digit) &&
                       (named || account || n > 1);
  const bool ordinary_parts = [&] {
    for (std::size_t i = next; i < next + n; ++i)
      if (!is_ordinary_word(words.folded(i)) && !is_cue(Cue::mailbox, words.folded(i)))
        return false;
    return true;
  }();
  if (alone || (made_up && !ordinary_parts)) found.push_back(handle);
}

}  // namespace

void find_handles(const TextWords& words, std::vector<ByteRange>& found) {
  find_bare(words, found);
  for (std::size_t i = 0, next = 0; i < words.size(); i = next) {
    next = i + 1;
    while (next < words.size() && words[next].join == Join::glued) ++next;  // Linked|In
    if (is_cue(Cue::network, words.folded(i, next))) find_named(words, i, next, found);
  }
}

}  // namespace incontro
