#include "privacy/hosts.h"

#include <algorithm>
#include <string>

#include "privacy/cues.h"
#include "text/ascii.h"
#include "text/fold.h"

namespace incontro {
namespace {

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_host_sign(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '.' || static_cast<signed char>(c) < 0;
}

// Shorter names before a domain are abbreviations: ad.es, n.pro.
constexpr std::size_t least_label = 3;

bool is_telling(std::string_view label) {
  return label.size() >= least_label && std::ranges::any_of(label, [](char c) {
           return is_letter(c) || static_cast<signed char>(c) < 0;
         });
}

// `run` holds only letters, digits, dots and dashes.
bool is_host(std::string_view run, bool path) {
  const auto dot = run.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  const std::string_view domain = run.substr(dot + 1);
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool one_case =
      std::ranges::all_of(domain, is_small) || std::ranges::none_of(run, is_small);
  if (!one_case) return false;
  const std::string folded = fold_ascii(run);
  const std::string tld = folded.substr(dot + 1);
  if (!is_cue(Cue::tld, tld) && !(path && is_cue(Cue::path_tld, tld))) return false;
  const auto before = run.rfind('.', dot - 1);
  const std::size_t label = before == std::string_view::npos ? 0 : before + 1;
  if (!path && is_cue(Cue::known_host, std::string_view(folded).substr(label))) return false;
  return is_telling(run.substr(label, dot - label)) || path;
}

}  // namespace

std::vector<ByteRange> hosts_in(std::string_view word) {
  std::vector<ByteRange> found;
  for (std::size_t i = 0; i < word.size();) {
    if (!is_host_sign(word[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < word.size() && is_host_sign(word[end])) ++end;
    std::string_view run = word.substr(i, end - i);
    while (!run.empty() && (run.back() == '.' || run.back() == '-')) run.remove_suffix(1);
    const bool path = i + run.size() == end && end + 1 < word.size() && word[end] == '/' &&
                      (is_letter(word[end + 1]) || is_digit(word[end + 1]) || word[end + 1] == '@');
    if (is_host(run, path)) {
      if (path) end = word.size();
      while (end > i + run.size() && !is_letter(word[end - 1]) && !is_digit(word[end - 1]) &&
             static_cast<signed char>(word[end - 1]) >= 0)
        --end;
      found.push_back({i, end});
    }
    i = std::max(end, i + 1);
  }
  return found;
}

}  // namespace incontro
