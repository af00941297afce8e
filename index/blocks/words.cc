#include <incontro/words.h>

#include <algorithm>
#include <cstring>

namespace incontro {
namespace {

template <class Distance>
void add_distances(const std::uint8_t* bytes, std::uint32_t count, std::uint32_t* out) {
  for (std::uint32_t i = 0; i < count; ++i) {
    Distance distance;
    std::memcpy(&distance, bytes + i * sizeof distance, sizeof distance);
    out[i + 1] = out[i] + distance;
  }
}

}  // namespace

std::uint32_t WordIndex::read_frame(std::size_t word, std::uint32_t i, Frame& out) const {
  const std::uint32_t length = in_frame(word, i), frame = frame_start[word] + i;
  out[0] = frame_first[frame];
  if (length == 1) return 1;
  const std::uint8_t* const bytes = data.data() + frame_data[frame];
  switch ((frame_data[frame + 1] - frame_data[frame]) / (length - 1)) {
    case 1:
      add_distances<std::uint8_t>(bytes, length - 1, out.data());
      break;
    case 2:
      add_distances<std::uint16_t>(bytes, length - 1, out.data());
      break;
    default:
      add_distances<std::uint32_t>(bytes, length - 1, out.data());
  }
  return length;
}

std::uint8_t WordIndex::text_number(std::uint32_t word) const {
  const auto found = std::lower_bound(frequent.begin(), frequent.end(), word);
  if (found == frequent.end() || *found != word) return 0;
  return static_cast<std::uint8_t>(found - frequent.begin() + 1);
}

void WordIndex::add_documents(std::pair<std::uint32_t, std::uint32_t> words_of_prefix,
                              BitSet& out) const {
  auto [word, last] = words_of_prefix;
  auto set = std::partition_point(sets.begin(), sets.end(),
                                  [&](const WordSet& s) { return s.first < word; });
  while (word < last) {
    // Of the sets that begin here, the widest that does not reach beyond.
    while (set != sets.end() && (set->first < word || (set->first == word && set->last > last)))
      ++set;
    if (set != sets.end() && set->first == word) {
      out.unite(set_documents[static_cast<std::size_t>(set - sets.begin())]);
      word = set->last;
    } else {
      for_each(word, [&](std::uint32_t position) { out.set(document_at(position)); });
      ++word;
    }
  }
}

std::size_t WordIndex::bytes() const {
  return words.bytes().bytes() + words.start().bytes() + count.bytes() + frame_start.bytes() +
         frame_first.bytes() + frame_data.bytes() + data.bytes() + base.bytes() + near.bytes() +
         frequent.bytes() + text.bytes() + sets.bytes() + set_documents.bytes();
}

}  // namespace incontro
