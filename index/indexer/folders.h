#pragma once

#include <incontro/store.h>

#include <filesystem>
#include <string>

namespace incontro {

// Where the derived indexes lie below a home.
inline constexpr const char* text_folder = "text";
inline constexpr const char* blocks_folder = "blocks";

// Says of an index in `folder` that it knows of changes which the store has no more.
inline std::string followed_more(const std::filesystem::path& folder, Sequence followed,
                                 Sequence stored) {
  return folder.string() + " had followed " + std::to_string(followed) +
         " changes, and the store holds " + std::to_string(stored);
}

inline const char* folder_of(Collection collection) {
  return collection == Collection::vacancies ? "vacancies" : "cvs";
}

}  // namespace incontro
