#include "privacy/hidden_names.h"

#include <incontro/make_distinct.h>

#include <algorithm>

#include "privacy/cues.h"
#include "privacy/ordinary_words.h"
#include "text/ascii.h"

namespace incontro {
namespace {

// No name is written in more pieces, even letter by letter.
constexpr std::size_t most_pieces = 48;

std::size_t two(std::string_view letters) {
  return static_cast<std::size_t>(static_cast<unsigned char>(letters[0])) << 8 |
         static_cast<unsigned char>(letters[1]);
}

bool is_initial(const TextWord& word) { return word.length() == 1 && word.capital; }

// Gian Luca for Gianluca, but not con te for Conte.
bool are_halves_of_a_name(const TextWords& words, std::size_t second) {
  constexpr std::size_t least_letters = 3;
  const std::string_view halves[] = {words.folded(second - 1), words.folded(second)};
  return std::ranges::all_of(halves, [&](std::string_view half) {
    return half.size() >= least_letters && (words[second].capital || !is_ordinary_word(half));
  });
}

// Whether the words are written as one name would be: apart only where the name's own words are, or
// where signs join them, or in halves that are names, or letter by letter.
bool written_as(const HiddenName& name, const TextWords& words, std::size_t first,
                std::size_t last) {
  const auto letter_by_letter = [&] {
    for (std::size_t i = first; i < last; ++i)
      if (words[i].length() != 1) return false;
    return true;
  };
  // Numbers and codes are written in groups.
  if (std::ranges::any_of(name.letters, is_digit)) return true;
  std::size_t letters = 0;
  for (std::size_t i = first + 1; i < last; ++i) {
    letters = words[i].begin - words[first].begin;
    const bool own = std::ranges::binary_search(name.word_ends, letters);
    if (words[i].join != Join::loose || own) continue;
    const bool after_particle = i == first + 1 && is_cue(Cue::particle, words.folded(first));
    const bool beside_initial = is_initial(words[i - 1]) || is_initial(words[i]) ||
                                (words[i - 1].length() == 1 && words[i].dot_before);
    if (!after_particle && !beside_initial && !are_halves_of_a_name(words, i) &&
        !letter_by_letter())
      return false;
  }
  return true;
}

// A capital within a sentence of small letters, an initial or a word before it that introduces
// people; the initial is taken along.
bool looks_like_a_name(const TextWords& words, std::size_t& first) {
  const TextWord& word = words[first];
  if (first > 0 && is_initial(words[first - 1]) && word.capital && word.dot_before) {
    --first;
    return true;
  }
  if (first > 0 && is_cue(Cue::introduction, words.folded(first - 1))) return true;
  return word.capital && !word.all_capitals && !word.after_sentence;
}

// Also with the street's first names shortened: via G. Garibaldi.
bool follows_street(const TextWords& words, std::size_t& first) {
  for (int shortened = 0; shortened < 2 && first > 1 && words[first].dot_before; ++shortened)
    --first;
  for (std::size_t length = 1; length <= 2 && length <= first; ++length) {
    if (length == 2 && words[first - 1].join == Join::loose) break;  // c.so, p.zza
    if (!is_cue(Cue::street, words.folded(first - length, first))) continue;
    first -= length;
    return true;
  }
  return false;
}

// The number of a house after its street.
std::size_t with_house_number(const TextWords& words, std::size_t last) {
  bool number = false;
  for (std::size_t i = last; i < words.size() && i < last + 6; ++i) {
    const std::string_view letters = words.folded(i);
    const bool digits = is_digit(letters[0]);
    const bool joined =
        words[i].join != Join::loose || words.text()[words[i].range.begin - 1] == '/';
    const bool sign = number ? letters.size() == 1 && joined : is_cue(Cue::house_number, letters);
    if (digits && !number && letters.size() <= 4) {
      number = true;
      last = i + 1;
    } else if (sign) {
      if (number) last = i + 1;
    } else {
      break;
    }
  }
  return last;
}

}  // namespace

HiddenName& HiddenName::append(std::string_view folded) {
  if (!letters.empty() && !folded.empty())
    word_ends.push_back(static_cast<std::uint16_t>(letters.size()));
  letters += folded;
  return *this;
}

void HiddenNames::prepare() {
  std::erase_if(names_, [](const HiddenName& name) { return name.letters.empty(); });
  make_distinct(names_);
  first_letters_.reset();
  first_two_.reset();
  for (const HiddenName& name : names_) {
    first_letters_.set(static_cast<unsigned char>(name.letters[0]));
    if (name.letters.size() > 1) first_two_.set(two(name.letters));
  }
}

void HiddenNames::find_from(const TextWords& words, std::size_t first,
                            std::string_view first_letters, std::vector<Found>& found) const {
  auto begin = names_.begin(), end = names_.end();
  std::size_t depth = 0;
  for (std::size_t last = first; last < words.size() && last < first + most_pieces;) {
    for (const char c : last == first ? first_letters : words.folded(last)) {
      const auto letter = [&](const HiddenName& name) {
        return name.letters.size() == depth
                   ? -1
                   : static_cast<int>(static_cast<unsigned char>(name.letters[depth]));
      };
      const auto same = std::ranges::equal_range(
          begin, end, static_cast<int>(static_cast<unsigned char>(c)), {}, letter);
      begin = same.begin();
      end = same.end();
      if (begin == end) return;
      ++depth;
    }
    ++last;
    for (auto name = begin; name != end && name->letters.size() == depth; ++name)
      if (written_as(*name, words, first, last)) found.push_back({{first, last}, name->meant});
  }
}

std::vector<HiddenNames::Words> HiddenNames::find(const TextWords& words) const {
  std::vector<Found> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view letters = words.folded(i);
    const bool possible = letters.size() == 1
                              ? first_letters_.test(static_cast<unsigned char>(letters[0]))
                              : first_two_.test(two(letters));
    if (possible) find_from(words, i, letters, found);
  }
  for (const OtherSpelling& other : words.other_spellings())
    find_from(words, other.word, other.folded, found);

  // First what is hidden wherever it stands: names beside it are meant as names.
  std::vector<Words> hidden;
  std::vector<bool> inside(words.size(), false);
  const auto hide = [&](std::size_t first, std::size_t last) {
    hidden.push_back({first, last});
    std::fill(inside.begin() + static_cast<std::ptrdiff_t>(first),
              inside.begin() + static_cast<std::ptrdiff_t>(last), true);
  };
  for (const Found& one : found)
    if (one.meant == Meant::anywhere) hide(one.words.first, one.words.last);
  for (const Found& one : found) {
    auto [first, last] = one.words;
    if (one.meant == Meant::as_street && follows_street(words, first))
      hide(first, with_house_number(words, last));
  }
  for (const Found& one : found) {
    auto [first, last] = one.words;
    if (one.meant != Meant::as_name) continue;
    const bool beside = (first > 0 && inside[first - 1]) || (last < words.size() && inside[last]);
    if (beside || looks_like_a_name(words, first)) hide(first, last);
  }
  return hidden;
}

}  // namespace incontro
