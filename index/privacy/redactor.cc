#include "privacy/redactor.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/fold.h"

namespace incontro {
namespace {

constexpr std::string_view replacement = "[riservato]";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

struct Range {
  std::size_t begin, end;  // bytes, half-open
};

struct Word {
  Range range;
  std::string folded;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_letter(text[i]) && !is_digit(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
    words.push_back({{i, end}, fold_text(text.substr(i, end - i))});
    i = end;
  }
  return words;
}

bool is_legal_form(const std::string& word) {
  constexpr std::array<std::string_view, 18> forms = {
      "srl",  "srls", "spa",     "snc", "sas", "sapa", "ss", "scarl", "scrl",
      "coop", "soc",  "societa", "s",   "r",   "l",    "p",  "a",     "c"};
  return std::ranges::find(forms, word) != forms.end();
}

void find_names(std::string_view text, const std::vector<std::vector<std::string>>& names,
                std::vector<Range>& found) {
  const std::vector<Word> words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i)
    for (const auto& name : names) {
      if (i + name.size() > words.size()) continue;
      const bool same = std::equal(
          name.begin(), name.end(), words.begin() + static_cast<std::ptrdiff_t>(i),
          [](const std::string& wanted, const Word& word) { return wanted == word.folded; });
      if (same) found.push_back({words[i].range.begin, words[i + name.size() - 1].range.end});
    }
}

// Anything with @ inside, http://..., www....: to the next space.
void find_addresses(std::string_view text, std::vector<Range>& found) {
  for (std::size_t i = 0; i < text.size();) {
    if (is_space(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && !is_space(text[end])) ++end;
    const std::string word = fold_ascii(text.substr(i, end - i));
    const auto at = word.find('@');
    const bool mail = at != std::string::npos && at > 0 && at + 1 < word.size();
    if (mail || word.find("://") != std::string::npos || word.find("www.") != std::string::npos)
      found.push_back({i, end});
    i = end;
  }
}

// 05/12/2012, 5.12.12, 30.000, 1.200.000, 2010-2012: figures that are no telephone number.
bool is_other_figure(std::string_view run) {
  std::vector<std::size_t> lengths{0};
  std::string separators;
  for (const char c : run) {
    if (is_digit(c)) {
      ++lengths.back();
    } else {
      separators.push_back(c);
      lengths.push_back(0);
    }
  }
  const bool one_kind = std::ranges::count(separators, separators.empty() ? ' ' : separators[0]) ==
                        static_cast<std::ptrdiff_t>(separators.size());
  if (!one_kind || separators.empty()) return false;
  const bool date = lengths.size() == 3 && separators[0] != ' ' && lengths[0] <= 2 &&
                    lengths[1] <= 2 && (lengths[2] == 4 || lengths[2] == 2);
  const bool iso_date = lengths.size() == 3 && separators[0] == '-' && lengths[0] == 4 &&
                        lengths[1] == 2 && lengths[2] == 2;
  const bool thousands =
      separators[0] == '.' && lengths[0] <= 3 &&
      std::all_of(lengths.begin() + 1, lengths.end(), [](std::size_t n) { return n == 3; });
  const bool years = lengths.size() == 2 && lengths[0] == 4 && lengths[1] == 4 &&
                     (run.starts_with("19") || run.starts_with("20"));
  return date || iso_date || thousands || years;
}

// Runs of at least seven digits, with the signs that people put between them.
void find_telephones(std::string_view text, std::vector<Range>& found) {
  const auto joins = [](char c) {
    return c == ' ' || c == '.' || c == '-' || c == '/' || c == '(' || c == ')';
  };
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i]) && text[i] != '+') {
      ++i;
      continue;
    }
    std::size_t end = i + 1, digits = is_digit(text[i]);
    for (std::size_t at = end; at < text.size() && at - end <= 2; ++at) {
      if (is_digit(text[at])) {
        ++digits;
        end = at + 1;
      } else if (!joins(text[at])) {
        break;
      }
    }
    if (digits >= 7 && !is_other_figure(text.substr(i, end - i))) found.push_back({i, end});
    i = end;
  }
}

// Sixteen letters and digits in the pattern of a fiscal code; digits may be letters (omocodia).
void find_fiscal_codes(std::string_view text, std::vector<Range>& found) {
  constexpr std::string_view pattern = "LLLLLLNNLNNLNNNL";
  constexpr std::string_view digit_letters = "lmnpqrstuv";
  for (const Word& word : words_of(text)) {
    if (word.folded.size() != pattern.size()) continue;
    bool fits = true;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      const char c = word.folded[i];
      const bool letter = c >= 'a' && c <= 'z';
      fits = fits &&
             (pattern[i] == 'L' ? letter
                                : is_digit(c) || digit_letters.find(c) != std::string_view::npos);
    }
    if (fits) found.push_back(word.range);
  }
}

}  // namespace

void Redactor::hide_name(std::string_view name) {
  std::vector<std::string> words;
  for (Word& word : words_of(name)) words.push_back(std::move(word.folded));
  // Names of up to three letters are too often part of other words' company.
  if (words.empty() || (words.size() == 1 && words[0].size() < 4)) return;
  names_.push_back(std::move(words));
}

void Redactor::hide_company(std::string_view name) {
  std::vector<std::string> words;
  for (Word& word : words_of(name)) words.push_back(std::move(word.folded));
  while (!words.empty() && is_legal_form(words.back())) words.pop_back();
  if (words.empty() || (words.size() == 1 && words[0].size() < 4)) return;
  names_.push_back(std::move(words));
}

void Redactor::clean(std::string& text) const {
  std::vector<Range> found;
  find_fiscal_codes(text, found);
  find_names(text, names_, found);
  if (contacts_) {
    find_addresses(text, found);
    find_telephones(text, found);
  }
  if (found.empty()) return;
  std::ranges::sort(found, {}, &Range::begin);
  std::string out;
  std::size_t done = 0;
  for (const Range& range : found) {
    if (range.end <= done) continue;
    if (range.begin >= done) {
      out.append(text, done, range.begin - done);
      out.append(replacement);
    }
    done = range.end;
  }
  out.append(text, done);
  text = std::move(out);
}

}  // namespace incontro
