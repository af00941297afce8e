#include "handlers/static_files.h"

#include <sodium.h>

#include <array>

#include "http/conditions.h"
#include "server_static.h"

namespace incontro::server {
namespace {

struct File {
  std::string_view name, type;
  bool packed;  // there is a .gz of it
};

constexpr File files[] = {
    {"bootstrap-italia.min.css", "text/css; charset=utf-8", true},
    {"incontro.css", "text/css; charset=utf-8", true},
    {"incontro.js", "text/javascript; charset=utf-8", true},
    {"sprites.svg", "image/svg+xml", true},
    {"favicon.svg", "image/svg+xml", true},
    {"titillium-web-v10-latin-ext_latin-regular.woff2", "font/woff2", false},
    {"titillium-web-v10-latin-ext_latin-600.woff2", "font/woff2", false},
    {"titillium-web-v10-latin-ext_latin-700.woff2", "font/woff2", false},
};

const File* find(std::string_view name) {
  for (const File& file : files)
    if (file.name == name) return &file;
  return nullptr;
}

}  // namespace

StaticFiles::StaticFiles() {
  crypto_generichash_state state;
  std::array<unsigned char, 16> digest;
  crypto_generichash_init(&state, nullptr, 0, digest.size());
  for (const File& file : files) {
    const std::string_view content = server_static(file.name);
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(content.data()),
                              content.size());
  }
  crypto_generichash_final(&state, digest.data(), digest.size());
  char text[17];
  sodium_bin2hex(text, sizeof text, digest.data(), 8);
  version_ = text;
  root_ = "/static/" + version_ + "/";
}

Response StaticFiles::answer(const Request& request, std::string_view name) const {
  Response response;
  const std::size_t slash = name.find('/');
  const bool current = slash != std::string_view::npos && name.substr(0, slash) == version_;
  const File* file = slash == std::string_view::npos ? nullptr : find(name.substr(slash + 1));
  if (file == nullptr) {
    response.status = 404;
    return response;
  }
  const bool packed = file->packed && request.accepts_gzip;
  const std::string tag = "\"" + version_ + (packed ? "-gz\"" : "\"");
  response.type = file->type;
  response.headers = {{"ETag", tag}};
  // An address of another version is answered with what there is now, but not to be kept.
  response.headers.emplace_back("Cache-Control",
                                current ? "public, max-age=31536000, immutable" : "no-cache");
  if (file->packed) response.headers.emplace_back("Vary", "Accept-Encoding");
  if (names_tag(request.if_none_match, tag)) {
    response.status = 304;
    return response;
  }
  if (packed) response.headers.emplace_back("Content-Encoding", "gzip");
  response.embedded =
      server_static(packed ? std::string(file->name) + ".gz" : std::string(file->name));
  return response;
}

}  // namespace incontro::server
