#include <fmt/format.h>
#include <incontro/export.h>
#include <incontro/synth.h>
#include <zip.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace incontro {
namespace {

constexpr std::uint64_t entries_bound = 10'000;  // an archive

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

Done write_archive(const std::filesystem::path& path, std::vector<std::string> names,
                   const std::vector<std::string>& files) {
  int code = 0;
  std::unique_ptr<zip_t, Discard> archive(zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code));
  const Error failed{Code::io, "cannot write " + path.string()};
  if (!archive) return failed;
  for (std::size_t i = 0; i < files.size(); ++i) {
    // libzip reads the bytes when it closes the archive; it frees only what it is told to.
    zip_source_t* source = zip_source_buffer(archive.get(), files[i].data(), files[i].size(), 0);
    const zip_int64_t entry =
        source ? zip_file_add(archive.get(), names[i].c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (entry < 0) {
      zip_source_free(source);
      return failed;
    }
    // 1980-01-01, the oldest that zip knows: the same bytes at any time and place.
    zip_file_set_dostime(archive.get(), static_cast<zip_uint64_t>(entry), 0, 0x21, 0);
  }
  if (zip_close(archive.get()) != 0) return failed;
  static_cast<void>(archive.release());
  return ok;
}

Done write_all(const std::filesystem::path& directory, const char* name, std::uint64_t count,
               const std::function<std::string(std::uint64_t)>& make) {
  for (std::uint64_t first = 0, part = 1; first < count; first += entries_bound, ++part) {
    std::vector<std::string> names, files;
    for (std::uint64_t n = first; n < std::min(count, first + entries_bound); ++n) {
      names.push_back(fmt::format("{}-{:07}.xml", name, n + 1));
      files.push_back(make(n));
    }
    const auto path = directory / fmt::format("{}-{:04}.zip", name, part);
    if (const Done done = write_archive(path, std::move(names), files); !done) return done;
  }
  return ok;
}

}  // namespace

Done write_archives(const Generator& generator, std::uint64_t vacancies, std::uint64_t cvs,
                    const std::filesystem::path& directory) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) return Error{Code::io, directory.string() + ": " + error.message()};
  if (const Done done = write_all(directory, "vacancies", vacancies,
                                  [&](std::uint64_t n) { return to_xml(generator.vacancy(n)); });
      !done)
    return done;
  return write_all(directory, "cvs", cvs, [&](std::uint64_t n) { return to_xml(generator.cv(n)); });
}

}  // namespace incontro
