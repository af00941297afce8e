#pragma once

#include <incontro/analyzer.h>
#include <incontro/language.h>

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace incontro {

// A text's words without the function words of its language; a text that has no others keeps them.
// Immutable; any thread.
class ContentWords {
 public:
  explicit ContentWords(Language language);
  std::vector<std::string> of(std::string_view text) const;

 private:
  Analyzer analyzer_;
  Language language_;
  std::unordered_set<std::string> stop_words_;  // of other languages than the analyzer's
};

}  // namespace incontro
