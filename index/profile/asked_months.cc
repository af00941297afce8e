#include "profile/asked_months.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "profile/experience_words.h"
#include "text/ascii.h"
#include "text/fold.h"

namespace incontro {
namespace {

using enum WordRole;

// So many years and more are somebody's age, unless experience is what they are years of.
constexpr std::uint32_t months_of_an_age = 16 * 12;

// "tra 3 e 5 anni": the words [begin, end).
struct Duration {
  std::size_t begin, end;
  std::uint32_t months;
};

// One text, or the part of it around a word.
class Statement {
 public:
  explicit Statement(std::string_view text) : words_(role_words(fold_text(text))) {}

  // The first duration that is experience asked. `beside`: it must stand by the word.
  std::uint16_t months(bool beside) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const auto found = duration_at(i);
      if (!found || limits(*found) || belongs_elsewhere(*found) || denied(found->begin)) continue;
      const bool good = before_experience(*found) ||
                        (found->months < months_of_an_age && (!beside || after_experience(*found)));
      if (good)
        return static_cast<std::uint16_t>(
            std::min<std::uint32_t>(found->months, most_asked_months));
    }
    return 0;
  }

 private:
  WordRole role(std::size_t i) const { return i < words_.size() ? words_[i].role : other; }
  bool is_number(std::size_t i) const { return role(i) == number; }
  // Whether word i + 1 belongs to what word i says.
  bool goes_on(std::size_t i) const {
    return i + 1 < words_.size() && words_[i + 1].gap == Gap::none;
  }

  // The duration whose unit is word i.
  std::optional<Duration> duration_at(std::size_t i) const {
    if (role(i) == length) return Duration{i, i + 1, words_[i].value};
    if (role(i) != unit || words_[i].gap == Gap::stop || i == 0) return std::nullopt;
    std::size_t begin = i - 1;
    if (role(begin) == link && begin > 0) --begin;  // un paio d'anni
    if (!is_number(begin)) return std::nullopt;
    std::uint32_t least = words_[begin].value;
    if (words_[begin].gap != Gap::stop && begin > 0) {
      std::size_t other_end = begin - 1;
      if (role(other_end) == join && other_end > 0) --other_end;
      if (is_number(other_end)) {
        begin = other_end;
        least = std::min<std::uint32_t>(least, words_[begin].value);
      }
    }
    const std::uint32_t months = words_[i].value;
    if (least == 0 || least * months > 2 * most_asked_months) return std::nullopt;
    const bool and_half = role(i + 1) == join && role(i + 2) == half;
    return Duration{begin, i + (and_half ? 3 : 1), least * months + (and_half ? months / 2 : 0)};
  }

  // "massimo 2 anni", "non più di 2 anni", "negli ultimi 2 anni"; not "non meno di 2 anni".
  bool limits(const Duration& duration) const {
    for (std::size_t i = duration.begin; i > 0 && i + 3 > duration.begin; --i) {
      if (words_[i].gap != Gap::none) return false;
      const bool denied = i > 1 && role(i - 2) == denial;
      const WordRole before = role(i - 1);
      if (before == ceiling || (before == less && !denied) || (before == more && denied))
        return true;
    }
    return false;
  }

  // Leads back over what links a noun to its duration: "età compresa tra 25 e 35 anni".
  bool belongs_elsewhere(const Duration& duration) const {
    for (std::size_t i = duration.end; i < duration.end + 2 && goes_on(i - 1); ++i)
      if (role(i) == unrelated) return true;
    bool accompanies = false;
    for (std::size_t i = duration.begin; i > 0 && words_[i].gap < Gap::comma; --i) {
      const WordRole before = role(i - 1);
      if (before == employer) return true;
      if (before == unrelated) return !accompanies;
      if (before == company)
        accompanies = true;
      else if (before != link && before != floor && before != more)
        return false;
    }
    return false;
  }

  // "non è richiesta esperienza", but "non meno di 2 anni" asks.
  bool denied(std::size_t begin) const {
    for (std::size_t i = begin; i > 0 && i + 4 > begin; --i) {
      if (words_[i].gap == Gap::stop) return false;
      if (role(i - 1) == denial) return role(i) != less;
    }
    return false;
  }

  // "2 anni di comprovata esperienza".
  bool before_experience(const Duration& duration) const {
    for (std::size_t i = duration.end; i < duration.end + 4 && goes_on(i - 1); ++i) {
      if (role(i) == experience) return true;
      if (role(i) != other && role(i) != link && role(i) != floor) return false;
    }
    return false;
  }

  // "esperienza nella vendita, di almeno 2 anni".
  bool after_experience(const Duration& duration) const {
    for (std::size_t i = duration.begin; i > 0 && i + 12 > duration.begin; --i) {
      const bool leads = i == duration.begin || role(i) == floor || role(i) == link;
      if (words_[i].gap == Gap::stop || (words_[i].gap != Gap::none && !leads)) return false;
      const WordRole before = role(i - 1);
      if (before == experience) return !denied(i - 1);
      if (before == unrelated || before == unit) return false;
    }
    return false;
  }

  const std::vector<RoleWord> words_;
};

// Where the next word on experience begins, at or after `from`; npos: nowhere. Most texts have
// none, and few have a z.
std::size_t find_experience(std::string_view text, std::size_t from) {
  constexpr std::string_view words[] = {"esperienz", "anzianit"};
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] != 'z' && text[i] != 'Z') continue;
    for (const std::string_view word : words) {
      const std::size_t z = word.find('z');
      if (i < from + z) continue;
      const std::string_view here = text.substr(i - z, word.size());
      if (std::ranges::equal(here, word, {}, [](char c) { return c | 0x20; })) return i - z;
    }
  }
  return std::string_view::npos;
}

// What stands around each word on experience is read, not the whole of a long text.
std::uint16_t months_beside_experience(std::string_view text) {
  constexpr std::size_t before = 100, after = 200;
  for (std::size_t at = find_experience(text, 0); at != std::string_view::npos;
       at = find_experience(text, at + 1)) {
    std::size_t begin = at < before ? 0 : at - before;
    while (begin > 0 && begin < at && !is_space(text[begin])) ++begin;
    if (const std::uint16_t months = Statement(text.substr(begin, at + after - begin)).months(true))
      return months;
  }
  return 0;
}

}  // namespace

std::uint16_t asked_months(const Vacancy& vacancy) {
  if (!vacancy.experience.empty())
    if (const std::uint16_t months = Statement(vacancy.experience).months(false)) return months;
  const std::uint16_t months = months_beside_experience(vacancy.description);
  return months != 0 ? months : months_beside_experience(vacancy.other_requirements);
}

}  // namespace incontro
