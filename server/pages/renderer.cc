#include "pages/renderer.h"

#include <map>

#include "server_pages.h"

namespace incontro::server {
namespace {

using Data = kainjow::mustache::data;

// Finds names in the model, in the catalogue and among the files of server/pages.
class PageContext final : public kainjow::mustache::context<std::string> {
 public:
  PageContext(const Node& model, std::string_view page, const Texts& texts,
              const std::string& asset_root)
      : context(&model.data()), page_(page), texts_(texts), asset_root_(asset_root) {}

  const Data* get(const std::string& name) const override {
    if (name.starts_with("t.")) return kept(name, texts_.get(std::string_view(name).substr(2)));
    if (name.starts_with("asset.")) return kept(name, asset_root_ + name.substr(6));
    return context::get(name);
  }

  const Data* get_partial(const std::string& name) const override {
    const std::string file = (name == "content" ? page_ : name) + ".mustache";
    return kept(file, std::string(server_pages(file)));
  }

 private:
  const Data* kept(const std::string& name, const std::string& text) const {
    return &kept_.try_emplace(name, text).first->second;
  }

  const std::string page_;
  const Texts& texts_;
  const std::string& asset_root_;
  mutable std::map<std::string, Data> kept_;  // the template library wants pointers that stay
};

}  // namespace

std::string Renderer::page(std::string_view name, const Node& model) const {
  PageContext context(model, name, texts_, asset_root_);
  kainjow::mustache::mustache layout{std::string(server_pages("layout.mustache"))};
  return layout.render(context);
}

}  // namespace incontro::server
