#include "pages/pages.h"

namespace incontro::server {
namespace {

Node option(const FacetOption& option) {
  return Node()
      .set("label", option.label)
      .set("count", option.count)
      .set("href", option.href)
      .set("open_href", option.open_href)
      .set("level", std::to_string(option.level))
      .set("selected", option.selected);
}

Node facet(const FacetBox& box) {
  return Node()
      .set("name", box.name)
      .set("title", box.title)
      .set("expanded", box.expanded)
      .set("more_expanded", box.more_expanded)
      .set("has_more", !box.more.empty())
      .list("first", box.first, option)
      .list("more", box.more, option);
}

Node piece(const TextPiece& piece) {
  return Node().set("text", piece.text).set("marked", piece.marked);
}

Node page_link(const PageLink& link) {
  return Node()
      .set("text", link.text)
      .set("href", link.href)
      .set("label", link.label)
      .set("current", link.current);
}

}  // namespace

Node counted(const CountedLink& link) {
  return Node().set("text", link.text).set("count", link.count).set("href", link.href);
}

Node badge(const Badge& badge) { return Node().set("text", badge.text).set("kind", badge.kind); }

Node card(const Card& card) {
  return Node()
      .list("title", card.title, piece)
      .set("has_passage", !card.passage.empty())
      .list("passage", card.passage, piece)
      .set("href", card.href)
      .set("profession", card.profession)
      .set("place", card.place)
      .set("distance", card.distance)
      .set("organization", card.organization)
      .set("published", card.published)
      .list("badges", card.badges, badge);
}

Node link(const LinkModel& link) { return Node().set("text", link.text).set("href", link.href); }

Node hidden(const std::pair<std::string, std::string>& field) {
  return Node().set("name", field.first).set("value", field.second);
}

Node pager(const Pager& pager) {
  return Node()
      .set("has_pages", pager.pages.size() > 1)
      .set("previous", pager.previous)
      .set("next", pager.next)
      .list("pages", pager.pages, page_link);
}

Node search_box(const SearchBox& box) {
  return Node()
      .set("action", box.action)
      .set("for_cvs", box.action == "/curricula")
      .set("words", box.words)
      .set("place", box.place)
      .set("has_radii", !box.radii.empty())
      .list("radii", box.radii,
            [](const RadiusOption& radius) {
              return Node()
                  .set("value", radius.value)
                  .set("text", radius.text)
                  .set("selected", radius.selected);
            })
      .list("kept", box.kept, hidden);
}

std::string search_page(const Renderer& renderer, const SearchPage& page) {
  Node model;
  model.set("title", page.heading)
      .set("no_index", !page.vacancies)
      .set("at_vacancies", page.vacancies)
      .set("at_cvs", !page.vacancies)
      .set("heading", page.heading)
      .set("total", page.total)
      .set("synonyms", page.synonyms)
      .set("synonyms_link", link(page.synonyms_link))
      .set("expired", page.expired)
      .set("scope_href", page.scope_href)
      .set("box", search_box(page.box))
      .set("has_chips", !page.chips.empty())
      .set("clear_href", page.clear_href)
      .set("empty", page.cards.empty())
      .set("pager", pager(page.pager))
      .set("homonyms_lead", page.homonyms_lead)
      .list("homonyms", page.homonyms, link)
      .list("chips", page.chips, link)
      .list("facets", page.facets, facet)
      .list("cards", page.cards, card)
      .set("has_relaxations", !page.relaxations.empty())
      .set("place_note", page.place_note)
      .set("has_offers", !page.offers.empty())
      .list("offers", page.offers, counted)
      .list("corrections", page.corrections, counted)
      .list("relaxations", page.relaxations, counted)
      .list("sorts", page.sorts, page_link);
  return renderer.page("search", model);
}

}  // namespace incontro::server
