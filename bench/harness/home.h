#pragma once

#include <incontro/engine.h>

#include <filesystem>
#include <memory>
#include <optional>

namespace incontro::bench {

// Makes sure that the home holds the first `records` generated vacancies (or CVs) and no others, so
// that document numbers are the generator's. What is there already is kept. The work is done in a
// process of its own: what it leaves behind in memory is not taken for the engine's. REQUIRES: one
// thread only so far.
void make_home(const std::filesystem::path& home, std::size_t records,
               Collection collection = Collection::vacancies);

// Opens it on the benchmark's day, for as long as the program runs. Shared access where it is only
// asked: else a text index that is still behind would follow meanwhile.
std::unique_ptr<Engine> open_home(const std::filesystem::path& home,
                                  Access access = Access::create);

// Seconds from the first record given to the store until all were searchable and the home closed,
// as noted beside the home when it was made in one go.
std::optional<double> load_seconds(const std::filesystem::path& home);

// Bytes of the files below a directory.
std::uint64_t bytes_on_disk(const std::filesystem::path& directory);

}  // namespace incontro::bench
