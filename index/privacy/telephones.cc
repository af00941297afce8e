#include "privacy/telephones.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "privacy/digit_reader.h"
#include "privacy/figures.h"
#include "text/ascii.h"

namespace incontro {
namespace {

constexpr std::size_t least_digits = 7;
constexpr std::size_t least_digits_after_label = 5;
// Between two digits: "347 - 12", "(051) / 12".
constexpr std::size_t most_signs = 3;

// A digit of the text and where it stands.
struct Digit {
  char plain;
  ByteRange range;
};

bool is_label(std::string_view folded) {
  constexpr std::array<std::string_view, 14> labels = {
      "tel",    "telefono", "telefonico", "telefonare", "cell", "cellulare", "cel",
      "mobile", "phone",    "fax",        "whatsapp",   "wa",   "chiamare",  "recapito"};
  return std::ranges::find(labels, folded) != labels.end();
}

// Reads a run of digits and signs; the digits are added to `all`.
class Run {
 public:
  Run(std::string_view text, std::size_t begin, std::vector<Digit>& all) : end_(begin) {
    std::string signs;
    for (std::size_t at = begin; at < text.size() && signs.size() <= most_signs;) {
      const FigureSign sign = figure_sign(text, at);
      if (sign.plain == '\0' || (sign.plain == '+' && !written_.empty())) break;
      if (is_digit(sign.plain) || sign.plain == '+') {
        written_.append(signs).push_back(sign.plain);
        signs.clear();
        end_ = at + sign.bytes;
        if (sign.plain != '+') {
          ++digits_;
          all.push_back({sign.plain, {at, end_}});
        }
      } else if (!sign.unseen) {
        signs.push_back(sign.plain);
      } else if (signs.empty()) {
        end_ = at + sign.bytes;
      }
      at += sign.bytes;
    }
  }

  std::size_t end() const { return end_; }
  std::size_t digits() const { return digits_; }
  const std::string& written() const { return written_; }

 private:
  std::string written_;
  std::size_t end_;
  std::size_t digits_ = 0;
};

// Zero to ninety-nine, as people dictate: tre quattro sette, trentaquattro.
std::unordered_map<std::string, std::string> spoken_numbers() {
  constexpr std::array<std::string_view, 20> units = {
      "zero",        "uno",      "due",    "tre",         "quattro",  "cinque",    "sei",
      "sette",       "otto",     "nove",   "dieci",       "undici",   "dodici",    "tredici",
      "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove"};
  constexpr std::array<std::string_view, 8> tens = {"venti",    "trenta",   "quaranta", "cinquanta",
                                                    "sessanta", "settanta", "ottanta",  "novanta"};
  std::unordered_map<std::string, std::string> numbers;
  for (std::size_t unit = 0; unit < units.size(); ++unit)
    numbers.emplace(units[unit], std::to_string(unit));
  for (std::size_t ten = 0; ten < tens.size(); ++ten)
    for (std::size_t unit = 0; unit < 10; ++unit) {
      std::string word(tens[ten]);
      if (unit == 1 || unit == 8) word.pop_back();  // ventuno, ventotto
      if (unit > 0) word += units[unit];
      numbers.emplace(std::move(word), std::to_string((ten + 2) * 10 + unit));
    }
  return numbers;
}

// The digits that a word says or is; empty: none.
std::string digits_said(std::string_view word) {
  static const auto numbers = spoken_numbers();
  if (std::ranges::all_of(word, is_digit)) return std::string(word);
  if (std::string_view("zudtqcsonv").find(word[0]) == std::string_view::npos) return {};
  const auto found = numbers.find(std::string(word));
  return found == numbers.end() ? std::string() : found->second;
}

void find_spoken(const TextWords& words, std::vector<ByteRange>& found) {
  for (std::size_t i = 0; i < words.size();) {
    std::size_t digits = 0, last = i, spoken = 0;
    for (; last < words.size(); ++last) {
      const std::string_view word = words.folded(last);
      const std::string said = digits_said(word);
      if (said.empty()) break;
      digits += said.size();
      spoken += !is_digit(word[0]);
    }
    if (digits >= least_digits && spoken >= 3)
      found.push_back({words[i].range.begin, words[last - 1].range.end});
    i = std::max(last, i + 1);
  }
}

// All digits of the text, by the way.
std::vector<Digit> find_written(const TextWords& words, std::vector<ByteRange>& found) {
  const std::string_view text = words.text();
  std::vector<Digit> digits;
  std::size_t before = 0;  // words before the run
  for (std::size_t at = 0; at < text.size();) {
    if (!may_begin_number(text[at])) {
      ++at;
      continue;
    }
    const FigureSign sign = figure_sign(text, at);
    if (!is_digit(sign.plain) && sign.plain != '+') {
      at += sign.bytes;
      continue;
    }
    const Run run(text, at, digits);
    while (before < words.size() && words[before].range.end <= at) ++before;
    const bool labelled = before > 0 && is_label(words.folded(before - 1)) &&
                          at - words[before - 1].range.end <= most_signs + 1;
    const bool long_enough = run.digits() >= least_digits && !only_other_figures(run.written());
    if (long_enough || (labelled && run.digits() >= least_digits_after_label))
      found.push_back({at, run.end()});
    at = std::max(run.end(), at + sign.bytes);
  }
  return digits;
}

// The person's own, wherever its digits follow each other closely.
void find_own(const std::vector<Digit>& digits, const std::vector<std::string>& own,
              std::vector<ByteRange>& found) {
  constexpr std::size_t most_between = 8;  // bytes
  std::string all;
  for (const Digit& digit : digits) all.push_back(digit.plain);
  for (const std::string& number : own)
    for (auto at = all.find(number); at != std::string::npos; at = all.find(number, at + 1)) {
      bool close = true;
      for (std::size_t i = at + 1; i < at + number.size(); ++i)
        close = close && digits[i].range.begin - digits[i - 1].range.end <= most_between;
      if (close)
        found.push_back({digits[at].range.begin, digits[at + number.size() - 1].range.end});
    }
}

}  // namespace

void find_telephones(const TextWords& words, const std::vector<std::string>& own,
                     std::vector<ByteRange>& found) {
  find_spoken(words, found);
  if (!words.have_digits()) return;
  const std::vector<Digit> digits = find_written(words, found);
  if (!own.empty()) find_own(digits, own, found);
}

std::string own_number(std::string_view telephone) {
  std::string digits;
  for (std::size_t at = 0; at < telephone.size();) {
    const FigureSign sign = figure_sign(telephone, at);
    if (is_digit(sign.plain)) digits.push_back(sign.plain);
    at += sign.bytes;
  }
  for (const std::string_view prefix : {"0039", "39"})
    if (digits.starts_with(prefix) && digits.size() >= prefix.size() + 8)
      digits.erase(0, prefix.size());
  return digits.size() >= least_digits - 1 ? digits : std::string();
}

}  // namespace incontro
