#include "highlight/excerpt.h"

#include <incontro/privacy.h>

#include <algorithm>

#include "highlight/stretch.h"

namespace incontro {
namespace {

constexpr std::size_t context_before = 60;     // characters, where the sentence begins too far away
constexpr std::size_t shortest_passage = 100;  // characters; below it a sentence is not enough
constexpr std::size_t shortest_last_word = 4;  // before a full stop; shorter ones are abbreviations
constexpr std::string_view ellipsis = "\u2026";

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7F'; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

bool ends_sentence(std::string_view before) {
  if (before.ends_with('!') || before.ends_with('?') || before.ends_with(ellipsis)) return true;
  if (!before.ends_with('.')) return false;
  before.remove_suffix(1);
  return before.size() >= shortest_last_word &&
         std::none_of(before.end() - shortest_last_word, before.end(), is_blank);
}

bool begins_sentence(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  if (at >= text.size() || is_blank(text[at]) || (text[at] >= 'a' && text[at] <= 'z')) return false;
  std::size_t end = at;
  while (end > 0 && is_blank(text[end - 1])) --end;
  if (end == at) return false;
  const bool new_line = text.substr(end, at - end).find('\n') != std::string_view::npos;
  return end == 0 || new_line || ends_sentence(text.substr(0, end));
}

// So many characters further, or the end.
std::size_t forward(std::string_view text, std::size_t at, std::size_t count) {
  while (at < text.size() && (count > 0 || is_continuation(text[at])))
    count -= !is_continuation(text[at++]);
  return at;
}

std::size_t backward(std::string_view text, std::size_t at, std::size_t count) {
  while (at > 0 && count > 0) count -= !is_continuation(text[--at]);
  return at;
}

// The last place in [from, to] where a sentence begins, or none: `to` + 1.
std::size_t last_sentence(std::string_view text, std::size_t from, std::size_t to) {
  for (std::size_t at = to + 1; at-- > from;)
    if (begins_sentence(text, at)) return at;
  return to + 1;
}

std::size_t trimmed_end(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && is_blank(text[end - 1])) --end;
  return end;
}

// The place, or the beginning of the redaction mark that it is inside of.
std::size_t outside_mark(std::string_view text, std::size_t at) {
  const std::size_t inside = redaction_mark.size() - 1;
  const std::size_t before = at - std::min(at, inside);
  const std::size_t mark = text.substr(before, at - before + inside).find(redaction_mark);
  return mark == std::string_view::npos ? at : before + mark;
}

std::size_t widened_begin(std::string_view text, std::size_t begin, std::size_t room) {
  // A third is kept for what follows.
  const std::size_t farthest = backward(text, begin, room * 2 / 3);
  const std::size_t sentence = last_sentence(text, farthest, begin);
  if (sentence <= begin) return sentence;
  const std::size_t near = backward(text, begin, std::min(context_before, room / 2));
  const auto blank = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(near),
                                  text.begin() + static_cast<std::ptrdiff_t>(begin), is_blank);
  return static_cast<std::size_t>(blank - text.begin());
}

// The last place up to `farthest` where the part may end and still show what is before `least`.
std::size_t widened_end(std::string_view text, std::size_t begin, std::size_t least,
                        std::size_t farthest) {
  if (farthest == text.size()) return trimmed_end(text, begin, farthest);
  const std::size_t sentence = last_sentence(text, least + 1, farthest);
  if (sentence <= farthest)
    if (const std::size_t end = trimmed_end(text, least, sentence);
        characters(text.substr(begin, end - begin)) >= shortest_passage)
      return end;
  for (std::size_t cut = farthest; cut > least; --cut)
    if (is_blank(text[cut])) return trimmed_end(text, least, cut);
  return least > begin ? least : outside_mark(text, farthest);  // one long word
}

class Excerpt {
 public:
  void copy(std::string_view text) {
    for (const char c : text)
      if (!is_blank(c))
        out_.text += c;
      else if (!out_.text.empty() && out_.text.back() != ' ')
        out_.text += ' ';
  }
  void copy_marked(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(out_.text.size());
    copy(text);
    const auto end = static_cast<std::uint32_t>(out_.text.size());
    if (end > begin) out_.marks.push_back({begin, end});
  }
  void append(std::string_view text) { out_.text += text; }
  Marked take() && { return std::move(out_); }

 private:
  Marked out_;
};

}  // namespace

TextSpan widened(std::string_view text, TextSpan inner, std::size_t most) {
  std::size_t used = characters(text.substr(inner.begin, inner.end - inner.begin));
  std::size_t begin = inner.begin;
  if (used < most) begin = widened_begin(text, begin, most - used);
  const std::size_t farthest = forward(text, begin, most);
  const std::size_t least = inner.end <= farthest ? inner.end : begin;
  const std::size_t end = widened_end(text, begin, least, farthest);
  // At the end of a text there is room for the sentences before.
  used = characters(text.substr(begin, end - begin));
  while (begin > 0 && used < most) {
    const std::size_t earlier = last_sentence(text, backward(text, begin, most - used), begin - 1);
    if (earlier >= begin) break;
    used += characters(text.substr(earlier, begin - earlier));
    begin = earlier;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Marked excerpt(std::string_view text, TextSpan part, std::span<const TextSpan> marks) {
  Excerpt out;
  if (!begins_sentence(text, part.begin)) out.append("\u2026 ");
  std::uint32_t done = part.begin;
  for (const TextSpan& mark : marks) {
    const std::uint32_t begin = std::max(mark.begin, done), end = std::min(mark.end, part.end);
    if (begin >= end) continue;
    out.copy(text.substr(done, begin - done));
    out.copy_marked(text.substr(begin, end - begin));
    done = end;
  }
  out.copy(text.substr(done, part.end - done));
  const auto next = std::find_if_not(text.begin() + part.end, text.end(), is_blank);
  if (next != text.end() && !begins_sentence(text, static_cast<std::size_t>(next - text.begin())))
    out.append(" \u2026");
  return std::move(out).take();
}

}  // namespace incontro
