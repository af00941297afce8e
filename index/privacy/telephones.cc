#include "privacy/telephones.h"

#include <algorithm>
#include <array>

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

bool is_plain_digit(char sign) { return is_digit(sign); }

// Reads a run of digits and signs; the digits are added to `all`.
class Run {
 public:
  Run(std::string_view text, std::size_t begin, std::vector<Digit>& all) : end_(begin) {
    std::string signs;
    for (std::size_t at = begin; at < text.size() && signs.size() <= most_signs;) {
      const FigureSign sign = figure_sign(text, at);
      if (sign.plain == '\0' || (sign.plain == '+' && !written_.empty())) break;
      if (is_plain_digit(sign.plain) || sign.plain == '+') {
        written_.append(signs).push_back(sign.plain);
        signs.clear();
        end_ = at + sign.bytes;
        if (sign.plain != '+') {
          ++digits_;
          all.push_back({sign.plain, {at, end_}});
        }
      } else {
        signs.push_back(sign.plain);
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

// Zero to nineteen and the tens, as people dictate: tre quattro sette, trentaquattro.
std::string spoken_digits(std::string_view word) {
  constexpr std::array<std::string_view, 20> units = {
      "zero",        "uno",      "due",    "tre",         "quattro",  "cinque",    "sei",
      "sette",       "otto",     "nove",   "dieci",       "undici",   "dodici",    "tredici",
      "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove"};
  constexpr std::array<std::string_view, 8> tens = {"vent",    "trent",   "quarant", "cinquant",
                                                    "sessant", "settant", "ottant",  "novant"};
  if (const auto* const unit = std::ranges::find(units, word); unit != units.end())
    return std::to_string(unit - units.begin());
  for (std::size_t i = 0; i < tens.size(); ++i) {
    if (!word.starts_with(tens[i])) continue;
    std::string_view rest = word.substr(tens[i].size());
    const std::string ten(1, static_cast<char>('2' + i));
    const char vowel = i == 0 ? 'i' : 'a';
    if (rest == std::string_view(&vowel, 1)) return ten + "0";
    if (rest == "uno" || rest == "otto") return ten + (rest == "uno" ? "1" : "8");
    if (rest.empty() || rest[0] != vowel) continue;
    rest.remove_prefix(1);
    for (std::size_t unit = 2; unit < 10; ++unit)
      if (rest == units[unit]) return ten + std::to_string(unit);
  }
  return {};
}

void find_spoken(const TextWords& words, std::vector<ByteRange>& found) {
  for (std::size_t i = 0; i < words.size();) {
    std::size_t digits = 0, last = i, spoken = 0;
    for (; last < words.size(); ++last) {
      const std::string_view word = words.folded(last);
      const bool written = std::ranges::all_of(word, is_digit);
      const std::string said = written ? std::string(word) : spoken_digits(word);
      if (said.empty()) break;
      digits += said.size();
      spoken += !written;
    }
    if (digits >= least_digits && spoken >= 3)
      found.push_back({words[i].range.begin, words[last - 1].range.end});
    i = std::max(last, i + 1);
  }
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
  const std::string_view text = words.text();
  std::vector<Digit> digits;
  std::size_t before = 0;  // words before the run
  for (std::size_t at = 0; at < text.size();) {
    const FigureSign sign = figure_sign(text, at);
    if (!is_plain_digit(sign.plain) && sign.plain != '+') {
      at += sign.bytes;
      continue;
    }
    const Run run(text, at, digits);
    while (before < words.size() && words[before].range.end <= at) ++before;
    const bool labelled = before > 0 && is_label(words.folded(before - 1)) &&
                          at - words[before - 1].range.end <= most_signs + 1;
    const bool other = only_other_figures(run.written());
    if ((run.digits() >= least_digits && !other) ||
        (labelled && run.digits() >= least_digits_after_label))
      found.push_back({at, run.end()});
    at = std::max(run.end(), at + sign.bytes);
  }
  find_spoken(words, found);
  if (!own.empty()) find_own(digits, own, found);
}

std::string own_number(std::string_view telephone) {
  std::string digits;
  for (std::size_t at = 0; at < telephone.size();) {
    const FigureSign sign = figure_sign(telephone, at);
    if (is_plain_digit(sign.plain)) digits.push_back(sign.plain);
    at += sign.bytes;
  }
  for (const std::string_view prefix : {"0039", "39"})
    if (digits.starts_with(prefix) && digits.size() >= prefix.size() + 8)
      digits.erase(0, prefix.size());
  return digits.size() >= least_digits - 1 ? digits : std::string();
}

}  // namespace incontro
