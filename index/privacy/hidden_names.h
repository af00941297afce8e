#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "privacy/text_words.h"

namespace incontro {

// Where a name that is looked for is meant to be hidden.
enum class Meant : std::uint8_t {
  anywhere,
  as_name,    // short, or part of a surname: only where its company or its capital says so
  as_street,  // after the word for a street
};

// A name as it is looked for: its words joined. What stands between the words is not compared, so
// D'Angelo is d angelo and dangelo.
struct HiddenName {
  std::string letters;                   // folded
  std::vector<std::uint16_t> word_ends;  // places in `letters`, ascending, without the last
  Meant meant = Meant::anywhere;

  // One more word; an empty one changes nothing.
  HiddenName& append(std::string_view folded);
  auto operator<=>(const HiddenName&) const = default;
};

// Looks for many names at once, in time that grows with the text alone (and with the longest name's
// length, and the logarithm of the number of names): the sorted names are narrowed letter by
// letter.
class HiddenNames {
 public:
  void add(HiddenName name) { names_.push_back(std::move(name)); }
  // After the last add() and before the first find().
  void prepare();
  // Adds where one of the names stands, as ranges of words.
  struct Words {
    std::size_t first, last;  // half-open
  };
  std::vector<Words> find(const TextWords& words) const;

 private:
  struct Found {
    Words words;
    Meant meant;
  };

  void find_from(const TextWords& words, std::size_t first, std::string_view first_letters,
                 std::vector<Found>& found) const;

  std::vector<HiddenName> names_;   // sorted
  std::bitset<256> first_letters_;  // of a name
  std::bitset<65536> first_two_;    // the second is 0 for names of one
};

}  // namespace incontro
