#include "ranking/content_words.h"

#include "word_list.h"

namespace incontro {

ContentWords::ContentWords(Language language) : language_(language) {
  if (language != Language::english) return;
  // Cut like any text: "don't" is there as don and t.
  for (Token& token : analyzer_.analyze(word_list("stopwords_en.txt")))
    stop_words_.insert(std::move(token.word));
}

std::vector<std::string> ContentWords::of(std::string_view text) const {
  std::vector<std::string> all, content;
  for (Token& token : analyzer_.analyze(text)) {
    const bool stop =
        language_ == Language::italian ? token.stop : stop_words_.contains(token.word);
    if (!stop) content.push_back(token.word);
    if (content.empty()) all.push_back(std::move(token.word));
  }
  return content.empty() ? all : content;
}

}  // namespace incontro
