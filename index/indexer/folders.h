#pragma once

#include <incontro/store.h>

namespace incontro {

// Where the derived indexes lie below a home.
inline constexpr const char* text_folder = "text";
inline constexpr const char* blocks_folder = "blocks";

inline const char* folder_of(Collection collection) {
  return collection == Collection::vacancies ? "vacancies" : "cvs";
}

}  // namespace incontro
