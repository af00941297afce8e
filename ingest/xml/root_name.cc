#include "xml/root_name.h"

#include <algorithm>

namespace incontro {
namespace {

// What may come before the document element is short.
constexpr std::size_t prolog_limit_bytes = 16u << 10;

}  // namespace

std::string root_name(std::string_view bytes) {
  std::string text(bytes.substr(0, prolog_limit_bytes));
  std::erase(text, '\0');  // UTF-16 of ASCII
  for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at)) {
    const auto ahead = [&](std::string_view what) {
      return text.compare(at, what.size(), what) == 0;
    };
    const std::string_view end = ahead("<?") ? "?>" : ahead("<!--") ? "-->" : "";
    if (end.empty()) {
      const std::size_t last = std::min(text.find_first_of(" \t\r\n/>", at + 1), text.size());
      const std::string name = text.substr(at + 1, last - at - 1);
      return name.substr(name.find(':') + 1);
    }
    at = text.find(end, at);
    if (at == std::string::npos) break;
  }
  return {};
}

}  // namespace incontro
