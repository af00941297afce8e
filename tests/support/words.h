#pragma once

#include <incontro/analyzer.h>

#include <string>
#include <string_view>
#include <vector>

namespace incontro {

using Words = std::vector<std::string>;

inline const Analyzer& analyzer() {
  static const Analyzer instance;
  return instance;
}

// Token::word of each.
inline Words words(std::string_view text) {
  Words found;
  for (const Token& token : analyzer().analyze(text)) found.push_back(token.word);
  return found;
}

}  // namespace incontro
