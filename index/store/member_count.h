#pragma once

#include <cstddef>
#include <utility>

namespace incontro {

namespace member_count_detail {

// Stands for a value of any type; only ever named in unevaluated operands.
struct Anything {
  template <class T>
  operator T() const;
};

template <class T, std::size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
  return requires { T{(static_cast<void>(I), Anything{})...}; };
}

}  // namespace member_count_detail

// How many members an aggregate without bases or arrays has: the greatest number of initialisers
// that it takes.
template <class T, std::size_t Known = 0>
constexpr std::size_t member_count() {
  if constexpr (member_count_detail::takes<T>(std::make_index_sequence<Known + 1>()))
    return member_count<T, Known + 1>();
  else
    return Known;
}

}  // namespace incontro
