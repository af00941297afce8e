#pragma once

#include <string>
#include <vector>

namespace incontro {

// What people write around the name of a place and what does not change it: "vicino a Bologna",
// "Milano centro", "Bologna, Italia". Words are those of name_words() (name_key.h). Any thread.

// Nowhere in particular: "Italia", "tutta Italia", "ovunque".
bool means_everywhere(const std::vector<std::string>& words);

// Without any of it; may be empty.
std::vector<std::string> without_surroundings(std::vector<std::string> words);

}  // namespace incontro
