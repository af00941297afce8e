#pragma once

#include <string>
#include <string_view>

#include "http/request.h"
#include "http/response.h"

namespace incontro::server {

// The files under /static, out of the program itself. Their address holds a digest of all of them,
// so that browsers may keep them for ever. Immutable; any thread.
class StaticFiles {
 public:
  StaticFiles();

  const std::string& root() const { return root_; }  // "/static/1a2b3c4d/"
  // `name`: what follows /static/ in the path. Status 404 and no body: there is no such file.
  Response answer(const Request& request, std::string_view name) const;

 private:
  std::string version_, root_;
};

}  // namespace incontro::server
