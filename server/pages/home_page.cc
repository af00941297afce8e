#include "pages/pages.h"

namespace incontro::server {

std::string home_page(const Renderer& renderer, const HomePage& page) {
  Node model;
  model.set("title", "")
      .set("no_index", false)
      .set("at_home", true)
      .set("vacancies", page.vacancies)
      .set("cvs", page.cvs)
      .set("box", search_box({"/offerte", "", "", {}, {}}))
      .list("regions", page.regions, counted)
      .list("contracts", page.contracts, counted)
      .list("professions", page.professions, counted);
  return renderer.page("home", model);
}

}  // namespace incontro::server
