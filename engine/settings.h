#pragma once

#include <incontro/lifecycle.h>
#include <incontro/result.h>

#include <filesystem>

namespace incontro {

// What a home decides for itself: settings.conf, lines of `name = value`, `#` begins a comment.
struct Settings {
  int validity_days = default_validity_days;  // 1 to 3,650
};

// The defaults where the file does not exist. invalid: a line cannot be understood, with its
// number.
Result<Settings> load_settings(const std::filesystem::path& file);
// Writes the defaults with a word on each, unless the file exists.
Done create_settings(const std::filesystem::path& file);

}  // namespace incontro
