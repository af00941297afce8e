#pragma once

#include <string>
#include <string_view>

#include "pages/node.h"
#include "pages/texts.h"

namespace incontro::server {

// Fills the templates (server/pages/*.mustache): everything is escaped, {{t.NAME}} is a text of the
// catalogue, {{asset.FILE}} the address of a static file. Any thread.
class Renderer {
 public:
  // `asset_root`: the address under which the static files are, "/static/1a2b3c/".
  Renderer(const Texts& texts, std::string asset_root)
      : texts_(texts), asset_root_(std::move(asset_root)) {}

  // The page of that name inside the layout, which uses: title, no_index, section.
  std::string page(std::string_view name, const Node& model) const;

  const Texts& texts() const { return texts_; }

 private:
  const Texts& texts_;
  std::string asset_root_;
};

}  // namespace incontro::server
