#include "instructions/documents.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace incontro::bench {
namespace {

constexpr std::size_t vocabulary = 4'000, words_a_document = 60, values_a_field = 40;
constexpr Date first_day{std::chrono::days(20'000)};

// Small numbers are drawn more often: the n-th about 1/(n+1) as often as the first.
class Skewed {
 public:
  explicit Skewed(std::uint32_t seed) : random_(seed) {}
  std::size_t below(std::size_t bound) {
    const double share = static_cast<double>(random_()) / 4294967296.0;
    const double drawn = std::pow(static_cast<double>(bound) + 1, share) - 1;
    return std::min(bound - 1, static_cast<std::size_t>(drawn));
  }

 private:
  std::mt19937 random_;
};

void add_text(Skewed& random, Document& document) {
  std::map<std::string, std::vector<std::uint32_t>> positions;
  for (std::uint32_t p = 0; p < words_a_document; ++p)
    positions[counted_word(random.below(vocabulary))].push_back(p);
  for (auto& [word, places] : positions) {
    const auto weight = static_cast<std::uint32_t>(places.size());
    document.terms.push_back({word, weight});
    document.length += weight;
    document.words.push_back({word, std::move(places)});
  }
}

void add_values(Skewed& random, Document& document) {
  for (const Field& field : fields_of(Collection::vacancies)) {
    auto& values = document.values.emplace_back();
    if (field.kind == FieldKind::age) continue;
    const std::size_t bound = std::min<std::size_t>(field.domain->size(), values_a_field);
    for (int i = 0; i < (field.multiple ? 2 : 1); ++i)
      values.push_back(static_cast<CodeIndex>(random.below(bound)));
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
  }
}

}  // namespace

std::string counted_word(std::size_t n) { return "w" + std::to_string(n); }

std::vector<Document> counted_documents(std::size_t count) {
  Skewed random(2012);
  std::vector<Document> documents(count);
  for (std::size_t i = 0; i < count; ++i) {
    Document& document = documents[i];
    document.number = static_cast<DocumentNumber>(i);
    document.published = first_day + std::chrono::days(random.below(20));
    add_text(random, document);
    add_values(random, document);
  }
  return documents;
}

}  // namespace incontro::bench
