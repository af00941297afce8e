#pragma once

#include <incontro/fields.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

namespace incontro {

// A count for each value of each field of a collection, from zero: one piece of memory, because
// every query makes one.
class FieldCounts {
 public:
  explicit FieldCounts(Collection collection) {
    std::size_t size = 0;
    for (const Field& field : fields_of(collection)) size += field.domain->size();
    all_ = std::make_unique_for_overwrite<std::uint32_t[]>(size);
    std::memset(all_.get(), 0, size * sizeof(std::uint32_t));
    std::uint32_t* at = all_.get();
    for (const Field& field : fields_of(collection)) {
      by_field_.emplace_back(at, field.domain->size());
      at += field.domain->size();
    }
  }

  std::span<std::uint32_t> operator[](std::size_t field) { return by_field_[field]; }
  std::span<const std::uint32_t> operator[](std::size_t field) const { return by_field_[field]; }

 private:
  std::unique_ptr<std::uint32_t[]> all_;
  std::vector<std::span<std::uint32_t>> by_field_;
};

}  // namespace incontro
