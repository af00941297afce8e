#include <incontro/impact.h>

#include <cmath>

namespace incontro {

double bm25_share(std::uint32_t weight, std::uint32_t length) {
  const double w = weight;
  const double norm = 1 - bm25_b + bm25_b * length / bm25_pivot;
  return w * (bm25_k1 + 1) / (w + bm25_k1 * norm);
}

double idf(std::uint64_t documents, std::uint64_t holding) {
  const double n = static_cast<double>(documents), df = static_cast<double>(holding);
  return std::log(1 + (n - df + 0.5) / (df + 0.5));
}

}  // namespace incontro
