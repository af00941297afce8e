#include "privacy/person_names.h"

#include <algorithm>

#include "privacy/cues.h"
#include "privacy/lookalikes.h"
#include "privacy/name_spellings.h"
#include "privacy/ordinary_words.h"
#include "text/ascii.h"
#include "text/fold.h"

namespace incontro {
namespace {

// Shorter ones are too often another word's beginning or company.
constexpr std::size_t least_alone = 4;
// Of each part of a name, in forms of two parts: a name of many marks has hundreds.
constexpr std::size_t most_spellings_in_pairs = 4;

// One surname or given name: a word, or several that a particle opens (de luca, d angelo).
struct Part {
  std::vector<HiddenName> spellings;
  HiddenName core;       // of several words, the last
  std::string initials;  // of the name, one of each part
};

std::vector<HiddenName> spelt_word(const TextWords& words, std::size_t i) {
  const ByteRange range = words[i].range;
  const std::string_view word = words.text().substr(range.begin, range.end - range.begin);
  std::vector<HiddenName> names;
  for (const std::string& spelling : name_spellings_of(composed(without_lookalikes(word))))
    names.emplace_back().append(spelling);
  return names;
}

// Each of the beginnings with each of the ends.
std::vector<HiddenName> joined(const std::vector<HiddenName>& beginnings,
                               const std::vector<HiddenName>& ends) {
  std::vector<HiddenName> names;
  for (std::size_t b = 0; b < std::min(beginnings.size(), most_spellings_in_pairs); ++b)
    for (std::size_t e = 0; e < std::min(ends.size(), most_spellings_in_pairs); ++e) {
      HiddenName name = beginnings[b];
      const std::size_t before = name.letters.size();
      name.append(ends[e].letters);
      for (const std::uint16_t end : ends[e].word_ends)
        name.word_ends.push_back(static_cast<std::uint16_t>(before + end));
      names.push_back(std::move(name));
    }
  return names;
}

// Also all parts as one, behind them.
std::vector<Part> parts_of(const std::string& text) {
  std::vector<Part> parts;
  const TextWords words(text);
  bool open = false;  // the last part waits for a word after its particle
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::vector<HiddenName> word = spelt_word(words, i);
    if (open) {
      parts.back().spellings = joined(parts.back().spellings, word);
      parts.back().core = word.front();
    } else {
      parts.push_back({word, {}, word.front().letters.substr(0, 1)});
    }
    open = is_cue(Cue::particle, words.folded(i));
  }
  if (parts.size() > 1) {
    std::vector<HiddenName> whole = parts[0].spellings;
    for (std::size_t i = 1; i < parts.size(); ++i) whole = joined(whole, parts[i].spellings);
    std::string initials;
    for (const Part& part : parts) initials += part.initials;
    parts.push_back({std::move(whole), {}, std::move(initials)});
  }
  return parts;
}

void add_alone(const Part& part, std::vector<HiddenName>& names) {
  for (HiddenName name : part.spellings) {
    const bool anywhere = name.letters.size() >= least_alone ||
                          (name.letters.size() == 3 && !is_ordinary_word(name.letters));
    if (!anywhere) name.meant = Meant::as_name;
    names.push_back(std::move(name));
  }
  if (part.core.letters.empty()) return;
  names.push_back(part.core);
  names.back().meant = Meant::as_name;
}

// Initials are no words of their own: a space beside them needs a sign or a capital.
void add_with_initials(const Part& of, const Part& part, std::vector<HiddenName>& names) {
  const std::size_t length = of.initials.size();
  for (const bool first : {true, false})
    for (HiddenName& name : first ? joined({HiddenName{of.initials, {}}}, part.spellings)
                                  : joined(part.spellings, {HiddenName{of.initials, {}}})) {
      if (name.letters.size() < least_alone || is_ordinary_word(name.letters)) continue;
      std::erase(name.word_ends,
                 static_cast<std::uint16_t>(first ? length : name.letters.size() - length));
      names.push_back(std::move(name));
    }
}

// The first few, and all as one: somebody may write fifty names into the field of one.
std::vector<const Part*> paired(const std::vector<Part>& parts) {
  constexpr std::size_t most = 5;
  std::vector<const Part*> few;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (i < most || i + 1 == parts.size()) few.push_back(&parts[i]);
  return few;
}

void add_pair(const Part& given, const Part& surname, std::vector<HiddenName>& names) {
  for (const bool first : {true, false})
    for (HiddenName& name : first ? joined(given.spellings, surname.spellings)
                                  : joined(surname.spellings, given.spellings))
      names.push_back(std::move(name));
  add_with_initials(given, surname, names);
  add_with_initials(surname, given, names);
}

}  // namespace

std::vector<HiddenName> spelt(const TextWords& words, std::size_t first, std::size_t last) {
  std::vector<HiddenName> names = {HiddenName{}};
  for (std::size_t i = first; i < last; ++i) names = joined(names, spelt_word(words, i));
  return names;
}

std::vector<HiddenName> names_of_person(const std::string& surname, const std::string& name) {
  std::vector<HiddenName> names;
  const std::vector<Part> surnames = parts_of(surname), given_names = parts_of(name);
  for (const Part& part : surnames) add_alone(part, names);
  for (const Part& part : given_names) add_alone(part, names);
  for (const Part* given : paired(given_names))
    for (const Part* part : paired(surnames)) add_pair(*given, *part, names);
  return names;
}

std::vector<HiddenName> names_of_mailbox(std::string_view email) {
  std::vector<HiddenName> names;
  const auto at = email.find('@');
  if (at == std::string_view::npos) return names;
  const TextWords box(email.substr(0, std::min(at, email.find('+'))));
  const auto is_telling = [](std::string_view word) {
    return word.size() >= least_alone && !std::ranges::all_of(word, is_digit) &&
           !is_cue(Cue::mailbox, word) && !is_ordinary_word(word);
  };
  HiddenName whole, letters;
  for (std::size_t i = 0; i < box.size(); ++i) {
    whole.append(box.folded(i));
    if (!is_digit(box.folded(i)[0])) letters.append(box.folded(i));
    if (is_telling(box.folded(i))) names.emplace_back().append(box.folded(i));
  }
  for (HiddenName* name : {&whole, &letters})
    if (is_telling(name->letters)) names.push_back(std::move(*name));

  std::string_view host = email.substr(at + 1);
  host = host.substr(0, host.rfind('.'));
  host.remove_prefix(host.rfind('.') == std::string_view::npos ? 0 : host.rfind('.') + 1);
  const TextWords own(host);
  HiddenName label;
  for (std::size_t i = 0; i < own.size(); ++i) label.append(own.folded(i));
  if (is_telling(label.letters) && !is_cue(Cue::provider, label.letters))
    names.push_back(std::move(label));
  return names;
}

bool are_initials(std::string_view folded, const std::string& surname, const std::string& name) {
  const TextWords surnames(surname), names(name);
  const auto opens = [](const TextWords& words, char letter) {
    for (std::size_t i = 0; i < words.size(); ++i)
      if (words.folded(i)[0] == letter) return true;
    return false;
  };
  return (opens(names, folded[0]) && opens(surnames, folded[1])) ||
         (opens(surnames, folded[0]) && opens(names, folded[1]));
}

}  // namespace incontro
