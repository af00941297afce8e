#include "suggest/drop_text.h"

namespace incontro {

void drop_text(TextRange range, std::string& text) {
  text.erase(range.begin, range.end - range.begin);
  const bool between = range.begin > 0 && range.begin < text.size();
  // Quotes may touch words: a"b"c is three.
  if (between && text[range.begin - 1] != ' ' && text[range.begin] != ' ')
    text.insert(range.begin, 1, ' ');
  if (between && text[range.begin - 1] == ' ' && text[range.begin] == ' ')
    text.erase(range.begin, 1);
  if (range.begin == text.size() && text.ends_with(' ')) text.pop_back();
  if (range.begin == 0 && text.starts_with(' ')) text.erase(0, 1);
}

}  // namespace incontro
