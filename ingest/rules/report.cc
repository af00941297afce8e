#include "rules/report.h"

#include <charconv>

namespace incontro {
namespace {

const Element* nth_child(const Element& parent, std::string_view name, std::size_t index) {
  for (const Element& child : parent.children)
    if (child.name == name && index-- == 0) return &child;
  return nullptr;
}

}  // namespace

void Report::operator()(std::string_view path, std::string reason) {
  std::string shown(root_.name);
  const Element* here = &root_;
  std::size_t line = root_.line;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    std::string_view step = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    std::size_t index = 0;
    if (const std::size_t bracket = step.find('['); bracket != std::string_view::npos) {
      std::from_chars(step.data() + bracket + 1, step.data() + step.size(), index);
      step = step.substr(0, bracket);
    }
    shown.append("/").append(step);
    if (here != nullptr) here = nth_child(*here, step, index);
    if (here != nullptr) line = here->line;
  }
  findings_.push_back({grade_, rule_, line, std::move(shown), std::move(reason)});
}

std::string nth(std::string_view name, std::size_t index) {
  return std::string(name) + "[" + std::to_string(index) + "]";
}

}  // namespace incontro
