#pragma once

#include <vector>

#include "privacy/text_words.h"

namespace incontro {

// Adds where a text names somebody's account: @mario_rossi, instagram: mariorossi, profilo LinkedIn
// mario-rossi-123. Not what stands after @ in programs (@Override, @angular/core), and not what is
// said about a network (Facebook: gestione di pagine, Skype: buono).
void find_handles(const TextWords& words, std::vector<ByteRange>& found);

}  // namespace incontro
