// Words of the text that name a value to filter by -> the search without these words, filtered.

#include <incontro/fields.h>
#include <incontro/places.h>
#include <incontro/suggest.h>

#include <algorithm>
#include <tuple>

#include "engine_impl.h"
#include "query/pieces.h"
#include "suggest/drop_text.h"
#include "suggest/value_names.h"

namespace incontro {
namespace {

constexpr std::size_t most_words = 32;  // looked at
constexpr std::size_t most_offers = 5;
constexpr std::string_view territory = "territory";

// Plain words side by side, and where they stand in the text.
struct Run {
  std::vector<Token> tokens;
  std::vector<TextRange> ranges;

  std::span<const Token> words(std::size_t begin, std::size_t count) const {
    return std::span(tokens).subspan(begin, count);
  }
};

// Nothing where the text has brackets or OR, of which a word may be an operand.
std::vector<Run> runs_of(std::string_view text, const Analyzer& analyzer) {
  std::vector<Run> runs(1);
  std::size_t seen = 0;
  Pieces pieces(text);
  for (Piece piece; seen < most_words && pieces.next(piece);) {
    if (piece.kind != Piece::Kind::words) return {};
    if (piece.excluded || piece.quoted || piece.prefix) {
      runs.emplace_back();
      continue;
    }
    const auto at = static_cast<std::size_t>(piece.text.data() - text.data());
    std::vector<TextSpan> spans;
    analyzer.analyze(piece.text, 0, runs.back().tokens, spans);
    for (const TextSpan& span : spans)
      runs.back().ranges.push_back({at + span.begin, at + span.end});
    seen += spans.size();
  }
  return runs;
}

const ValueNames& value_names(const Analyzer& analyzer, Collection collection) {
  static const ValueNames of_vacancies(analyzer, Collection::vacancies);
  static const ValueNames of_cvs(analyzer, Collection::cvs);
  return collection == Collection::cvs ? of_cvs : of_vacancies;
}

// The one place that the text names.
std::optional<FieldValue> place_named(std::string_view text) {
  static const Places places;
  const std::vector<CodeIndex> rows = places.named_exactly(text);
  if (rows.size() != 1) return std::nullopt;
  return FieldValue{std::string(territory),
                    std::string(code_table(Table::territory).row(rows.front()).code)};
}

bool is_filtered(const Query& query, std::string_view field) {
  return (field == territory && query.near) ||
         std::ranges::find(query.filters, field, &Filter::field) != query.filters.end();
}

std::string label_of(Collection collection, const FieldValue& value) {
  if (value.field == territory) return place_label(value.code);
  const FieldDomain& domain = *fields_of(collection)[*find_field(collection, value.field)].domain;
  return std::string(domain.label(*domain.find(value.code)));
}

// The values of the longest run of words from `begin` on that names any, and how many words it has.
std::pair<std::vector<FieldValue>, std::size_t> values_at(const Query& query, const Run& run,
                                                          std::size_t begin,
                                                          const ValueNames& names) {
  std::size_t count = std::min(ValueNames::longest, run.tokens.size() - begin);
  for (; count > 0; --count) {
    std::vector<FieldValue> values = names.find(run.words(begin, count));
    const TextRange range{run.ranges[begin].begin, run.ranges[begin + count - 1].end};
    if (auto place =
            place_named(std::string_view(query.text).substr(range.begin, range.end - range.begin)))
      values.push_back(std::move(*place));
    std::erase_if(values, [&](const FieldValue& value) { return is_filtered(query, value.field); });
    if (!values.empty()) return {std::move(values), count};
  }
  return {{}, 1};
}

}  // namespace

Result<std::vector<FilterOffer>> Engine::offer_filters(const Query& query) const {
  const auto snapshot = impl_->indexer->snapshot();
  const ValueNames& names = value_names(impl_->analyzer, query.collection);
  std::vector<FilterOffer> offers;
  for (const Run& run : runs_of(query.text, impl_->analyzer))
    for (std::size_t begin = 0, count; begin < run.tokens.size(); begin += count) {
      std::vector<FieldValue> values;
      std::tie(values, count) = values_at(query, run, begin, names);
      for (const FieldValue& value : values) {
        if (offers.size() == most_offers) return offers;
        // "a Bologna", "con patente B": what leads to the words goes with them.
        const std::size_t first = begin > 0 && run.tokens[begin - 1].stop ? begin - 1 : begin;
        FilterOffer offer{value.field, value.code, label_of(query.collection, value), query, 0};
        drop_text({run.ranges[first].begin, run.ranges[begin + count - 1].end}, offer.query.text);
        offer.query.filters.push_back({value.field, {value.code}});
        const auto found = impl_->count(offer.query, *snapshot);
        if (!found) return found.error();
        offer.count = *found;
        if (offer.count > 0) offers.push_back(std::move(offer));
      }
    }
  return offers;
}

Result<SearchHelp> Engine::help(const Query& query, std::uint64_t total) const {
  auto correction = correct(query, total);
  if (!correction) return correction.error();
  auto offers = offer_filters(query);
  if (!offers) return offers.error();
  return SearchHelp{std::move(*correction), std::move(*offers)};
}

}  // namespace incontro
