#include "privacy/redactor.h"

#include <incontro/privacy.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "privacy/figures.h"
#include "text/ascii.h"
#include "text/fold.h"

namespace incontro {
namespace {

struct Range {
  std::size_t begin, end;  // bytes, half-open
};

struct Word {
  Range range;
  std::string folded;
};

// Words as the analyzer sees them: what a reader could search for is what is compared.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    for (std::size_t n = 1; end < text.size() && n > 0; end += n) n = word_character(text, end);
    if (end == i) {
      ++i;
      continue;
    }
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

// Names are compared without what stands between their words: D'Angelo is d angelo and dangelo.
void find_names(const std::vector<Word>& words, const std::vector<std::string>& names,
                std::vector<Range>& found) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].folded.empty()) continue;
    for (const std::string& name : names) {
      std::size_t matched = 0, end = i;
      while (end < words.size() && matched < name.size() &&
             name.compare(matched, words[end].folded.size(), words[end].folded) == 0)
        matched += words[end++].folded.size();
      if (matched == name.size()) found.push_back({words[i].range.begin, words[end - 1].range.end});
    }
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

struct Sign {
  std::string_view written;
  char plain;
};
// What may stand between a number's digits: also the spaces and dashes of word processors.
constexpr std::array<Sign, 12> joining_signs = {{{" ", ' '},
                                                 {".", '.'},
                                                 {"-", '-'},
                                                 {"/", '/'},
                                                 {"(", '('},
                                                 {")", ')'},
                                                 {"\u00A0", ' '},
                                                 {"\u2009", ' '},
                                                 {"\u202F", ' '},
                                                 {"\u2010", '-'},
                                                 {"\u2011", '-'},
                                                 {"\u2013", '-'}}};

const Sign* joining_sign(std::string_view text) {
  const auto* const found = std::ranges::find_if(
      joining_signs, [&](const Sign& sign) { return text.starts_with(sign.written); });
  return found == joining_signs.end() ? nullptr : found;
}

// Runs of at least seven digits, with at most three signs between two of them.
void find_telephones(std::string_view text, std::vector<Range>& found) {
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i]) && text[i] != '+') {
      ++i;
      continue;
    }
    std::string run(1, text[i]);
    std::string signs;
    std::size_t end = i + 1, digits = is_digit(text[i]);
    for (std::size_t at = end; at < text.size() && signs.size() <= 3;) {
      if (is_digit(text[at])) {
        run.append(signs).push_back(text[at]);
        signs.clear();
        ++digits;
        end = ++at;
      } else if (const Sign* const sign = joining_sign(text.substr(at))) {
        signs.push_back(sign->plain);
        at += sign->written.size();
      } else {
        break;
      }
    }
    if (digits >= 7 && !only_other_figures(run)) found.push_back({i, end});
    i = end;
  }
}

// Sixteen letters and digits in the pattern of a fiscal code; digits may be letters (omocodia).
bool is_fiscal_code(std::string_view folded) {
  constexpr std::string_view pattern = "LLLLLLNNLNNLNNNL";
  constexpr std::string_view digit_letters = "lmnpqrstuv";
  if (folded.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = folded[i];
    const bool letter = c >= 'a' && c <= 'z';
    const bool fits =
        pattern[i] == 'L' ? letter : is_digit(c) || digit_letters.find(c) != std::string_view::npos;
    if (!fits) return false;
  }
  return true;
}

// Also in the groups in which it is written on forms: RSS MRA 80A01 H501U.
void find_fiscal_codes(const std::vector<Word>& words, std::vector<Range>& found) {
  constexpr std::size_t length = 16;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string joined;
    for (std::size_t j = i; j < words.size() && joined.size() < length; ++j) {
      joined += words[j].folded;
      const bool digits = std::ranges::any_of(joined, is_digit);  // not prose: ordinary words
      if (digits && is_fiscal_code(joined))
        found.push_back({words[i].range.begin, words[j].range.end});
    }
  }
}

std::string joined(std::span<const Word> words) {
  std::string out;
  for (const Word& word : words) out += word.folded;
  return out;
}

}  // namespace

void Redactor::hide(std::string name) {
  // Names of up to three letters are too often part of other words' company.
  if (name.size() >= 4) names_.push_back(std::move(name));
}

void Redactor::hide_name(std::string_view name) { hide(joined(words_of(name))); }

void Redactor::hide_each_name(std::string_view names) {
  for (Word& word : words_of(names)) hide(std::move(word.folded));
}

void Redactor::hide_address(std::string_view address) {
  std::vector<Word> words = words_of(address);
  hide(joined(words));
  while (!words.empty() && std::ranges::any_of(words.back().folded, is_digit)) words.pop_back();
  if (words.size() > 1) hide(joined(words));
}

void Redactor::hide_company(std::string_view name) {
  const std::vector<Word> all = words_of(name);
  std::span<const Word> words = all;
  while (!words.empty() && is_legal_form(words.back().folded))
    words = words.first(words.size() - 1);
  // In front a single letter is part of the name.
  while (words.size() > 1 && words[0].folded.size() > 1 && is_legal_form(words[0].folded))
    words = words.subspan(1);
  hide(joined(words));
}

void Redactor::hide_host(std::string_view address) {
  for (const std::string_view before : {"://", "@", "www."})
    if (const auto at = address.find(before); at != std::string_view::npos)
      address.remove_prefix(at + before.size());
  hide_name(address.substr(0, address.find_first_of("/?#:")));
}

void Redactor::clean(std::string& text) const {
  std::vector<Range> found;
  const std::vector<Word> words = words_of(text);
  find_fiscal_codes(words, found);
  find_names(words, names_, found);
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
      out.append(redaction_mark);
    }
    done = range.end;
  }
  out.append(text, done);
  text = std::move(out);
}

}  // namespace incontro
