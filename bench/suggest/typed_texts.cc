#include "suggest/typed_texts.h"

#include "corpus.h"

namespace incontro::bench {
namespace {

constexpr std::uint64_t stream = 1'002;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

TypedTexts::TypedTexts(std::size_t records)
    : random_(bench_seed, stream), records_(static_cast<std::uint32_t>(records)) {}

std::string TypedTexts::title() { return bench_generator().vacancy(random_.below(records_)).title; }

std::string TypedTexts::beginning(std::string text) {
  text.resize(random_.between(1, static_cast<std::uint32_t>(text.size())));
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0x80)) text.pop_back();
  if (random_.chance(33) && text.size() >= 4) misspell(text, 0, text.size());
  return text;
}

void TypedTexts::misspell(std::string& text, std::size_t begin, std::size_t end) {
  const std::size_t at = begin + random_.below(static_cast<std::uint32_t>(end - begin));
  const char letter = static_cast<char>('a' + random_.below(26));
  switch (random_.below(4)) {
    case 0:
      text.insert(at, 1, letter);
      break;
    case 1:
      text.erase(at, 1);
      break;
    case 2:
      text[at] = letter;
      break;
    default:
      if (at + 1 < end) std::swap(text[at], text[at + 1]);
  }
}

std::string TypedTexts::what() { return beginning(title()); }

std::string TypedTexts::where() {
  return beginning(
      std::string(bench_generator().vacancy(random_.below(records_)).workplace.label()));
}

Query TypedTexts::misspelt() {
  Query query;
  while (true) {
    query.text = title();
    const std::size_t from = random_.below(static_cast<std::uint32_t>(query.text.size()));
    std::size_t begin = from, end = from;
    while (begin > 0 && is_letter(query.text[begin - 1])) --begin;
    while (end < query.text.size() && is_letter(query.text[end])) ++end;
    if (end - begin < 4) continue;
    misspell(query.text, begin, end);
    return query;
  }
}

Query TypedTexts::too_much() {
  Query query;
  query.text = title();
  query.text += " " + title();
  const Vacancy other = bench_generator().vacancy(random_.below(records_));
  if (!other.workplace.empty()) query.filters = {{"territory", {other.workplace.value}}};
  return query;
}

}  // namespace incontro::bench
