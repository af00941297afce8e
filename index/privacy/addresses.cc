#include "privacy/addresses.h"

#include <algorithm>

#include "privacy/address_signs.h"
#include "privacy/cues.h"
#include "privacy/hosts.h"
#include "text/ascii.h"
#include "text/fold.h"

namespace incontro {
namespace {

using Pieces = std::vector<AddressPiece>;

// A mailbox's or host's parts are at most so many.
constexpr std::size_t most_parts = 8;

bool is_word(const Pieces& pieces, std::size_t at) {
  return at < pieces.size() && pieces[at].sign == AddressSign::word;
}

// Whether the piece joins the word before it and the word after it into one name. A sign with a
// space behind it alone ends a sentence.
bool joins(const Pieces& pieces, std::size_t at) {
  if (at == 0 || at + 1 >= pieces.size()) return false;
  const AddressPiece& piece = pieces[at];
  if (piece.sign == AddressSign::dot_word) return true;
  if (piece.sign != AddressSign::dot && piece.sign != AddressSign::line) return false;
  return piece.space_before || !pieces[at + 1].space_before;
}

// The last of the words from `first` on that signs join; `dots`: whether a dot is among the signs.
std::size_t last_of_host(const Pieces& pieces, std::size_t first, bool& dots) {
  std::size_t last = first;
  for (std::size_t parts = 1; parts < most_parts && joins(pieces, last + 1); ++parts) {
    if (!is_word(pieces, last + 2)) break;
    const bool dot = pieces[last + 1].sign != AddressSign::line;
    if (dot && pieces[last + 1].space_before && !is_cue(Cue::tld, pieces[last + 2].folded) &&
        pieces[last + 1].sign == AddressSign::dot)
      break;
    dots = dots || dot;
    last += 2;
  }
  return last;
}

std::size_t first_of_mailbox(const Pieces& pieces, std::size_t last) {
  std::size_t first = last;
  for (std::size_t parts = 1; parts < most_parts && first >= 2; ++parts) {
    if (!joins(pieces, first - 1) || !is_word(pieces, first - 2)) break;
    first -= 2;
  }
  return first;
}

// a @ b . it, a chiocciola b punto it
void find_spelt_mailboxes(const Pieces& pieces, std::vector<ByteRange>& found) {
  for (std::size_t at = 1; at + 1 < pieces.size(); ++at) {
    const AddressSign sign = pieces[at].sign;
    const bool sure = sign == AddressSign::at_word;
    if (!sure && sign != AddressSign::at && sign != AddressSign::at_in_passing) continue;
    if (!is_word(pieces, at - 1) || !is_word(pieces, at + 1)) continue;
    bool dots = false;
    const std::size_t last = last_of_host(pieces, at + 1, dots);
    const bool host = dots && is_cue(Cue::tld, pieces[last].folded);
    if (!host && !sure && !is_cue(Cue::provider, pieces[at + 1].folded)) continue;
    if (!host && sign == AddressSign::at_in_passing) continue;
    const std::size_t first = first_of_mailbox(pieces, at - 1);
    found.push_back({pieces[first].range.begin, pieces[last].range.end});
  }
}

// www punto b punto it, b [dot] it
void find_spelt_hosts(const Pieces& pieces, std::vector<ByteRange>& found) {
  for (std::size_t dot = 1; dot + 1 < pieces.size(); ++dot) {
    const bool sign = pieces[dot].sign == AddressSign::dot;
    const bool bracketed = sign && pieces[dot].range.end - pieces[dot].range.begin > 1;
    const bool apart = sign && pieces[dot].space_before && pieces[dot + 1].space_before;
    if (!bracketed && !apart && pieces[dot].sign != AddressSign::dot_word) continue;
    if (!is_word(pieces, dot - 1) || !is_word(pieces, dot + 1)) continue;
    if (!is_cue(Cue::tld, pieces[dot + 1].folded)) continue;
    const std::size_t first = first_of_mailbox(pieces, dot - 1);
    found.push_back({pieces[first].range.begin, pieces[dot + 1].range.end});
  }
}

bool begins(std::string_view text, std::size_t at, std::string_view small) {
  for (std::size_t i = 0; i < small.size(); ++i) {
    if (at + i == text.size()) return false;
    const char c = text[at + i];
    if (c != small[i] && !(c >= 'A' && c <= 'Z' && (c | 0x20) == small[i])) return false;
  }
  return true;
}

// Whether the text may hold an address that is written in words, or with spaces around its signs: a
// quick look that most texts do not pass.
bool may_be_spelt(std::string_view text) {
  constexpr std::string_view words[] = {"chiocc", "arroba", "punto", "point", "dot"};
  bool inside = false;  // a word
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter && !inside && std::string_view("cCaApPdD").find(c) != std::string_view::npos) {
      for (const std::string_view word : words)
        if (begins(text, i, word)) return true;
    } else if (c == '@' || c == '[' || c == '{' || c == '<' || c == '\xEF') {
      return true;
    } else if (c == '(') {
      for (const std::string_view sign : {"(at", "( at", "(a)", "(.", "( ."})
        if (begins(text, i, sign)) return true;
    } else if (c == '.' && i > 0 && is_space(text[i - 1]) && begins(text, i + 1, " ")) {
      return true;
    }
    inside = letter;
  }
  return false;
}

bool has_address_sign(std::string_view word) {
  const auto at = word.find('@');
  if (at != std::string_view::npos && at > 0 && at + 1 < word.size()) return true;
  const std::string folded = fold_ascii(word);
  return folded.find("://") != std::string::npos || folded.find("www.") != std::string::npos ||
         folded.starts_with("mailto:");
}

// Words between spaces, in which addresses stand whole.
void find_whole(std::string_view text, std::vector<ByteRange>& found) {
  ByteRange before{0, 0}, two_before{0, 0};
  for (std::size_t i = 0; i < text.size();) {
    if (is_space(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    bool signs = false;
    for (; end < text.size() && !is_space(text[end]); ++end)
      signs = signs || text[end] == '@' || text[end] == '.' || text[end] == ':';
    const std::string_view word = text.substr(i, end - i);
    if (signs && has_address_sign(word)) {
      found.push_back({i, end});
    } else if (signs) {
      for (const ByteRange& host : hosts_in(word)) {
        found.push_back({i + host.begin, i + host.end});
        const std::string_view at = text.substr(before.begin, before.end - before.begin);
        if (host.begin == 0 && fold_ascii(at) == "at") found.push_back({two_before.begin, end});
      }
    }
    two_before = before;
    before = {i, end};
    i = end;
  }
}

}  // namespace

void find_addresses(std::string_view text, std::vector<ByteRange>& found) {
  find_whole(text, found);
  if (!may_be_spelt(text)) return;
  const Pieces pieces = address_pieces(text);
  find_spelt_mailboxes(pieces, found);
  find_spelt_hosts(pieces, found);
}

}  // namespace incontro
