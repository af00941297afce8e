#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "privacy/byte_range.h"

namespace incontro {

// What an address is made of, however it is written.
enum class AddressSign : std::uint8_t {
  word,           // letters and digits
  at,             // @ [at] (chiocciola)
  at_word,        // chiocciola: means nothing else
  at_in_passing,  // at: a word of English too
  dot,            // . [dot] (punto)
  dot_word,       // punto, dot: words too
  line,           // - _ + and their names: within a mailbox or host
  other,
};

struct AddressPiece {
  AddressSign sign;
  ByteRange range;
  bool space_before;
  std::string folded;  // of a word
};

std::vector<AddressPiece> address_pieces(std::string_view text);

}  // namespace incontro
