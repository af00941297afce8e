#include <incontro/position_lists.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace incontro {
namespace {

template <class Distance>
void read_distances(const std::uint8_t* bytes, std::uint32_t count, std::uint32_t* out) {
  for (std::uint32_t i = 0; i < count; ++i) {
    Distance distance;
    std::memcpy(&distance, bytes + i * sizeof distance, sizeof distance);
    out[i + 1] = out[i] + distance;
  }
}

}  // namespace

void PositionLists::read_frame(std::uint32_t frame, std::uint32_t length,
                               std::uint32_t* out) const {
  out[0] = frame_first[frame];
  if (length == 1) return;
  const std::uint8_t* const bytes = data.data() + frame_data[frame];
  switch ((frame_data[frame + 1] - frame_data[frame]) / (length - 1)) {
    case 1:
      read_distances<std::uint8_t>(bytes, length - 1, out);
      break;
    case 2:
      read_distances<std::uint16_t>(bytes, length - 1, out);
      break;
    default:
      read_distances<std::uint32_t>(bytes, length - 1, out);
  }
}

void PositionLists::read(std::size_t list, std::vector<std::uint32_t>& out) const {
  out.resize(count[list]);
  std::uint32_t* to = out.data();
  for (std::uint32_t i = frame_start[list]; i < frame_start[list + 1]; ++i, to += frame_length)
    read_frame(i, length_of(list, i), to);
}

bool PositionLists::any_between(std::size_t list, std::uint32_t first, std::uint32_t last) const {
  const std::uint32_t begin = frame_start[list], end = frame_start[list + 1];
  const std::uint32_t* const firsts = frame_first.data();
  const auto next =
      static_cast<std::uint32_t>(std::lower_bound(firsts + begin, firsts + end, first) - firsts);
  if (next < end && firsts[next] < last) return true;
  if (next == begin) return false;
  Frame frame;
  const std::uint32_t length = length_of(list, next - 1);
  read_frame(next - 1, length, frame.data());
  const auto stop = frame.begin() + length;
  const auto found = std::lower_bound(frame.begin(), stop, first);
  return found != stop && *found < last;
}

template <class Distance>
void PositionListsBuilder::add_distances(std::span<const std::uint32_t> positions) {
  for (std::size_t i = 1; i < positions.size(); ++i) {
    const auto distance = static_cast<Distance>(positions[i] - positions[i - 1]);
    std::uint8_t bytes[sizeof distance];
    std::memcpy(bytes, &distance, sizeof distance);
    data_.insert(data_.end(), bytes, bytes + sizeof distance);
  }
}

void PositionListsBuilder::add_frame(std::span<const std::uint32_t> positions) {
  frame_first_.push_back(positions[0]);
  std::uint32_t longest = 0;
  for (std::size_t i = 1; i < positions.size(); ++i)
    longest = std::max(longest, positions[i] - positions[i - 1]);
  if (longest <= std::numeric_limits<std::uint8_t>::max())
    add_distances<std::uint8_t>(positions);
  else if (longest <= std::numeric_limits<std::uint16_t>::max())
    add_distances<std::uint16_t>(positions);
  else
    add_distances<std::uint32_t>(positions);
  frame_data_.push_back(static_cast<std::uint32_t>(data_.size()));
}

void PositionListsBuilder::add(std::span<const std::uint32_t> positions) {
  count_.push_back(static_cast<std::uint32_t>(positions.size()));
  for (; !positions.empty(); positions = positions.subspan(std::min<std::size_t>(
                                 PositionLists::frame_length, positions.size())))
    add_frame(
        positions.first(std::min<std::size_t>(PositionLists::frame_length, positions.size())));
  frame_start_.push_back(static_cast<std::uint32_t>(frame_first_.size()));
}

PositionLists PositionListsBuilder::finish() && {
  data_.shrink_to_fit();
  PositionLists lists;
  lists.count = std::move(count_);
  lists.frame_start = std::move(frame_start_);
  lists.frame_first = std::move(frame_first_);
  lists.frame_data = std::move(frame_data_);
  lists.data = std::move(data_);
  return lists;
}

}  // namespace incontro
