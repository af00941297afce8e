#include <incontro/highlight.h>
#include <incontro/sections.h>

#include <algorithm>

#include "highlight/excerpt.h"
#include "highlight/stretch.h"
#include "highlight/target_finder.h"

namespace incontro {
namespace {

// Room is left around what was found, for the words that it stands among.
constexpr std::size_t stretch_characters = Highlighter::passage_characters * 5 / 6;

// As much of a text as may be looked at: whole words.
std::string_view bounded(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  const std::size_t blank = text.find_last_of(" \t\r\n", bytes);
  return text.substr(0, blank == std::string_view::npos ? 0 : blank);
}

// The passage that leads so far.
struct Best {
  std::string_view text;
  SectionKind kind = SectionKind::label;
  Stretch stretch;
  std::vector<Match> matches;

  bool beaten_by(const Stretch& other, SectionKind other_kind) const {
    if (other.score != stretch.score) return other.score > stretch.score;
    return kind == SectionKind::title && other_kind == SectionKind::prose;
  }
};

}  // namespace

std::vector<MarkedPiece> pieces_of(const Marked& marked) {
  const std::string_view text = marked.text;
  std::vector<MarkedPiece> pieces;
  std::size_t done = 0;
  const auto add = [&](std::size_t end, bool is_marked) {
    if (end > done) pieces.push_back({text.substr(done, end - done), is_marked});
    done = end;
  };
  for (const TextSpan& mark : marked.marks) {
    add(mark.begin, false);
    add(mark.end, true);
  }
  add(text.size(), false);
  return pieces;
}

struct Highlighter::Impl {
  const Analyzer& analyzer;
  TargetFinder finder;

  std::vector<Match> find(std::string_view text) const {
    if (finder.targets().empty() || text.empty()) return {};
    std::vector<Token> tokens;
    std::vector<TextSpan> spans;
    analyze_section(analyzer, text, 0, tokens, spans);
    return finder.find(tokens, spans);
  }
};

Highlighter::Highlighter(const Analyzer& analyzer, std::vector<Target> targets)
    : impl_(new Impl{analyzer, TargetFinder(std::move(targets))}) {}

Highlighter::~Highlighter() = default;

std::vector<TextSpan> Highlighter::marks(std::string_view text) const {
  return covered_by(impl_->find(text));
}

Highlights Highlighter::of(const Record& view) const {
  const std::string& title = title_of(view);
  std::size_t budget = analysed_bytes;
  std::string_view first_prose;
  std::vector<bool> in_title(impl_->finder.targets().size());
  Best best;
  Highlights out{{title, {}}, {}};
  for (const Section& section : sections_of(view)) {
    if (section.kind != SectionKind::title && section.kind != SectionKind::prose) continue;
    if (section.kind == SectionKind::prose && first_prose.empty()) first_prose = section.text;
    const std::string_view text = bounded(section.text, budget);
    budget -= text.size();
    std::vector<Match> matches = impl_->find(text);
    if (matches.empty()) continue;
    if (section.text.data() == title.data()) {
      out.title.marks = covered_by(matches);
      for (const Match& match : matches) in_title[match.target] = true;
      continue;
    }
    // Another title has to show what the record's own does not; prose says more.
    if (section.kind == SectionKind::title &&
        std::ranges::all_of(matches, [&](const Match& match) { return in_title[match.target]; }))
      continue;
    const Stretch stretch =
        best_stretch(text, matches, impl_->finder.targets(), stretch_characters);
    if (best.beaten_by(stretch, section.kind))
      best = {section.text, section.kind, stretch, std::move(matches)};
  }
  const std::string_view shown = best.text.empty() ? first_prose : best.text;
  const TextSpan part = widened(shown, best.stretch.span, passage_characters);
  out.passage = excerpt(shown, part, covered_by(best.matches));
  return out;
}

}  // namespace incontro
