#include "ranking/content_words.h"

#include "text/word_reader.h"

namespace incontro {
namespace {

// The analyzer's tokens say it of Italian only where an apostrophe decides.
bool is_function_word(const Token& token, Language language) {
  if (language == Language::italian) return token.stop;
  return word_reader().read(token.word).function_word[static_cast<std::size_t>(language)];
}

}  // namespace

std::vector<std::string> content_words(const Analyzer& analyzer, Language language,
                                       std::string_view text) {
  std::vector<std::string> all, content;
  for (Token& token : analyzer.analyze(text)) {
    if (!is_function_word(token, language)) content.push_back(token.word);
    if (content.empty()) all.push_back(std::move(token.word));
  }
  return content.empty() ? all : content;
}

}  // namespace incontro
