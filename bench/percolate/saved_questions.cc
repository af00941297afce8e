#include "percolate/saved_questions.h"

#include <incontro/codes.h>

#include "corpus.h"

namespace incontro::bench {
namespace {

constexpr std::uint64_t stream = 1'003;

}  // namespace

SavedQuestions::SavedQuestions(std::size_t records)
    : random_(bench_seed, stream), records_(static_cast<std::uint32_t>(records)) {}

std::uint32_t SavedQuestions::popular() {
  constexpr std::uint32_t bits = 16;
  return random_.long_tail(bits) % records_;
}

void SavedQuestions::add_words(const Vacancy& from, Query& query) {
  std::vector<Token> words = analyzer_.analyze(from.title);
  std::erase_if(words, [](const Token& word) { return word.stop; });
  if (words.empty()) return;
  const auto count = std::min<std::size_t>(words.size(), random_.between(1, 3));
  const std::uint32_t first = random_.below(static_cast<std::uint32_t>(words.size() - count + 1));
  for (std::size_t i = first; i < first + count; ++i)
    query.text += (query.text.empty() ? "" : " ") + words[i].word;
  const std::uint32_t shape = random_.below(10);
  if (shape == 0) query.text = '"' + query.text + '"';
  if (shape == 1) query.text += '*';
  if (random_.chance(2)) query.text += " -stagionale";
}

void SavedQuestions::add_place(const Vacancy& from, Query& query) {
  const CodeTable& territory = code_table(Table::territory);
  const auto row = territory.find(from.workplace.value);
  if (!row || territory.row(*row).level < 2) return;
  const CodeIndex province = territory.row(*row).parent;
  constexpr unsigned radii[] = {10, 20, 30, 50, 100};
  switch (random_.below(3)) {
    case 0:
      query.filters.push_back({"territory", {std::string(territory.row(province).code)}});
      break;
    case 1:
      query.filters.push_back(
          {"territory", {std::string(territory.row(territory.row(province).parent).code)}});
      break;
    default:
      query.near = Near{from.workplace.value, radii[random_.below(std::size(radii))]};
  }
}

Query SavedQuestions::next() {
  Query query;
  const Vacancy from = bench_generator().vacancy(popular());
  const bool filters_only = random_.chance(5);
  if (!filters_only) add_words(from, query);
  // People live everywhere, and not where the popular jobs are.
  if (filters_only || random_.chance(50))
    add_place(bench_generator().vacancy(random_.below(records_)), query);
  if (filters_only || random_.chance(25)) {
    if (random_.chance(50) && !from.contract.empty())
      query.filters.push_back({"contract", {from.contract.value}});
    else if (!from.mode.empty())
      query.filters.push_back({"mode", {from.mode.value}});
  }
  return query;
}

}  // namespace incontro::bench
