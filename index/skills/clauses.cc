#include "skills/clauses.h"

namespace incontro {
namespace {

constexpr std::string_view strong = ".;:!?", weak = ",()", space = " \t\r\n";

// A sign within a word (1.200, .NET, 8:30) cuts nothing.
bool before_space(std::string_view text, std::size_t i) {
  return i + 1 == text.size() || space.find(text[i + 1]) != std::string_view::npos;
}

}  // namespace

std::vector<Segment> segments_of(std::string_view text) {
  std::vector<Segment> segments;
  std::size_t begin = 0;
  bool opens = true;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool end = i == text.size();
    const bool closes = end || text[i] == '\n' ||
                        (strong.find(text[i]) != std::string_view::npos && before_space(text, i));
    const bool pauses = closes || text[i] == '(' || text[i] == ')' ||
                        (weak.find(text[i]) != std::string_view::npos && before_space(text, i));
    if (!pauses) continue;
    if (i > begin) {
      segments.push_back({text.substr(begin, i - begin), opens});
      opens = false;
    }
    opens = opens || closes;
    begin = i + 1;
  }
  return segments;
}

}  // namespace incontro
