// What to drop when nothing is found: every filter and part of the text, alone or in pairs, by
// searching without it.

#include <incontro/suggest.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "engine_impl.h"
#include "query/pieces.h"
#include "suggest/drop_text.h"

namespace incontro {
namespace {

constexpr std::size_t most_pieces = 10;
constexpr std::size_t most_paired = 6;  // parts: fifteen pairs
constexpr std::size_t most_shown = 5;

constexpr std::string_view radius = "near";

// What could be dropped: a filter by its place, the radius, or a part of the text.
struct Part {
  Relaxation::Part named;
  std::optional<std::size_t> filter;
  TextRange range;
};

// With the plain signs, whichever were typed.
std::string named(const Piece& piece) {
  std::string name = piece.excluded ? "-" : "";
  name += piece.quoted ? '"' + std::string(piece.text) + '"' : std::string(piece.text);
  return name;
}

std::vector<Part> parts_of(const Query& query, const Analyzer& analyzer) {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < query.filters.size(); ++i)
    parts.push_back({{query.filters[i].field, ""}, i, {}});
  if (query.near) parts.push_back({{std::string(radius), ""}, std::nullopt, {}});
  Pieces pieces(query.text);
  std::size_t taken = 0;
  for (Piece piece; taken < most_pieces && pieces.next(piece);) {
    if (piece.kind != Piece::Kind::words) continue;  // brackets and operators are mended
    const std::vector<Token> tokens = analyzer.analyze(piece.text);
    const bool matters =
        std::ranges::any_of(tokens, [](const Token& token) { return !token.stop; });
    if (!matters && !piece.quoted && !piece.prefix) continue;
    const auto begin = static_cast<std::size_t>(piece.whole.data() - query.text.data());
    parts.push_back({{"", named(piece)}, std::nullopt, {begin, begin + piece.whole.size()}});
    ++taken;
  }
  return parts;
}

void drop_radius(Query& query) {
  query.near.reset();
  if (query.sort == Sort::distance) query.sort = Sort::relevance;
}

// `dropped` in the order of parts_of(): removed from the last to the first, places stay right.
Relaxation without(const Query& query, const std::vector<const Part*>& dropped) {
  Relaxation relaxation{{}, query, 0};
  for (const Part* part : dropped) relaxation.dropped.push_back(part->named);
  for (auto part = dropped.rbegin(); part != dropped.rend(); ++part)
    if ((*part)->filter)
      relaxation.query.filters.erase(relaxation.query.filters.begin() +
                                     static_cast<std::ptrdiff_t>(*(*part)->filter));
    else if ((*part)->named.field == radius)
      drop_radius(relaxation.query);
    else
      drop_text((*part)->range, relaxation.query.text);
  return relaxation;
}

}  // namespace

Result<std::vector<Relaxation>> Engine::relax(const Query& query) const {
  const auto snapshot = impl_->indexer->snapshot();
  const auto found = impl_->count(query, *snapshot);
  if (!found) return found.error();
  std::vector<Relaxation> helping;
  if (*found > 0) return helping;
  const std::vector<Part> parts = parts_of(query, impl_->analyzer);
  const auto attempt = [&](const std::vector<const Part*>& dropped) -> Done {
    Relaxation relaxation = without(query, dropped);
    const auto count = impl_->count(relaxation.query, *snapshot);
    if (!count) return count.error();
    relaxation.count = *count;
    if (*count > 0) helping.push_back(std::move(relaxation));
    return ok;
  };
  for (const Part& part : parts)
    if (const Done done = attempt({&part}); !done) return done.error();
  const std::size_t paired = helping.empty() ? std::min(parts.size(), most_paired) : 0;
  for (std::size_t i = 0; i < paired; ++i)
    for (std::size_t j = i + 1; j < paired; ++j)
      if (const Done done = attempt({&parts[i], &parts[j]}); !done) return done.error();
  std::ranges::stable_sort(helping, std::greater<>(), &Relaxation::count);
  if (helping.size() > most_shown) helping.erase(helping.begin() + most_shown, helping.end());
  return helping;
}

}  // namespace incontro
