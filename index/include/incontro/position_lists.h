#pragma once

#include <incontro/array.h>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace incontro {

// Ascending lists of positions, numbered from 0. Each is cut into frames of 128: the first position
// as it is, then the distances from one to the next in the fewest bytes (1, 2 or 4) that hold all
// distances of the frame. Any thread.
struct PositionLists {
  static constexpr std::uint32_t frame_length = 128;

  Array<std::uint32_t> count;        // by list: its positions
  Array<std::uint32_t> frame_start;  // lists + 1 places in frame_first
  Array<std::uint32_t> frame_first;  // first position of each frame
  Array<std::uint32_t> frame_data;   // frames + 1 places in data
  Array<std::uint8_t> data;

  // All positions of a list, in order.
  template <class F>
  void for_each(std::size_t list, F&& visit) const {
    Frame frame;
    for (std::uint32_t i = frame_start[list]; i < frame_start[list + 1]; ++i) {
      const std::uint32_t length = length_of(list, i);
      read_frame(i, length, frame.data());
      for (std::uint32_t k = 0; k < length; ++k) visit(frame[k]);
    }
  }
  // The same into a vector, which is emptied first.
  void read(std::size_t list, std::vector<std::uint32_t>& out) const;
  // Whether a position of the list is in [first, last): two frames are read, however long it is.
  bool any_between(std::size_t list, std::uint32_t first, std::uint32_t last) const;
  std::size_t bytes() const {
    return count.bytes() + frame_start.bytes() + frame_first.bytes() + frame_data.bytes() +
           data.bytes();
  }
  bool operator==(const PositionLists&) const = default;

 private:
  // Of a frame of the list.
  std::uint32_t length_of(std::size_t list, std::uint32_t frame) const {
    return frame + 1 < frame_start[list + 1] ? frame_length : (count[list] - 1) % frame_length + 1;
  }
  using Frame = std::array<std::uint32_t, frame_length>;
  void read_frame(std::uint32_t frame, std::uint32_t length, std::uint32_t* out) const;
};

class PositionListsBuilder {
 public:
  // The next list; not empty.
  void add(std::span<const std::uint32_t> positions);
  PositionLists finish() &&;

 private:
  void add_frame(std::span<const std::uint32_t> positions);
  template <class Distance>
  void add_distances(std::span<const std::uint32_t> positions);

  std::vector<std::uint32_t> count_, frame_start_{0}, frame_first_, frame_data_{0};
  std::vector<std::uint8_t> data_;
};

}  // namespace incontro
