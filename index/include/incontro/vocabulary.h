#pragma once

#include <incontro/array.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace incontro {

// Distinct strings in bytewise order, numbered by it. Names of employers and titles and references
// (names.h), which are the first, are listed and not found: nobody asks for one whole, and a table
// that held them would be ten times as large, and so cold. Any thread.
class Vocabulary {
 public:
  Vocabulary() = default;
  // `bytes`: the strings one after the other; `start`: where each begins, and one more.
  Vocabulary(Array<char> bytes, Array<std::uint32_t> start);

  std::size_t size() const { return start_.empty() ? 0 : start_.size() - 1; }
  std::string_view operator[](std::size_t i) const {
    return {bytes_.data() + start_[i], start_[i + 1] - start_[i]};
  }

  static std::uint64_t hash(std::string_view term);
  // Two or three cache misses, where a search by halves has thirty. `hash`: that of the term, so
  // that one who asks many blocks makes it once.
  std::optional<std::uint32_t> find(std::string_view term, std::uint64_t hash) const;
  std::optional<std::uint32_t> find(std::string_view term) const { return find(term, hash(term)); }
  // find() of many at once, so that one wait for memory is not after the other. By term its number;
  // none: not there.
  struct Term {
    std::string_view text;
    std::uint64_t hash;
  };
  static constexpr std::uint32_t none = 0xFFFF'FFFF;
  std::vector<std::uint32_t> find_all(std::span<const Term> terms) const;
  // First and one past the last of those that begin with the prefix.
  std::pair<std::uint32_t, std::uint32_t> with_prefix(std::string_view prefix) const;

  const Array<char>& bytes() const { return bytes_; }
  const Array<std::uint32_t>& start() const { return start_; }
  bool operator==(const Vocabulary& other) const {
    return bytes_ == other.bytes_ && start_ == other.start_;
  }

 private:
  Array<char> bytes_;
  Array<std::uint32_t> start_;
  std::vector<std::uint32_t> buckets_;  // open addressing: number + 1; 0: empty. Without names
};

// Takes the strings in order.
class VocabularyBuilder {
 public:
  void add(std::string_view term) {
    bytes_.insert(bytes_.end(), term.begin(), term.end());
    start_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  }
  Vocabulary finish() && { return {std::move(bytes_), std::move(start_)}; }

 private:
  std::vector<char> bytes_;
  std::vector<std::uint32_t> start_{0};
};

}  // namespace incontro
