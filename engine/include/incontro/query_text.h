#pragma once

#include <string>
#include <string_view>

namespace incontro {

// The text of a query that asks for what both texts ask for, whatever operators they have: of
// cuoco OR barista and Roma it is (cuoco OR barista) Roma. Any thread.
std::string both_texts(std::string_view one, std::string_view other);

}  // namespace incontro
