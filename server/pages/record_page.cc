#include "pages/pages.h"

namespace incontro::server {
namespace {

Node row(const RecordRow& row) {
  return Node().set("label", row.label).set("text", row.text).set("href", row.href);
}

Node block(const RecordBlock& block) {
  return Node().set("heading", block.heading).list("rows", block.rows, row);
}

Node section(const RecordSection& section) {
  return Node()
      .set("id", section.id)
      .set("title", section.title)
      .set("note", section.note)
      .list("blocks", section.blocks, block);
}

}  // namespace

std::string record_page(const Renderer& renderer, const RecordPage& page) {
  Node model;
  model.set("title", page.title)
      .set("no_index", !page.vacancy || !page.notice.empty())
      .set("at_vacancies", page.vacancy)
      .set("at_cvs", !page.vacancy)
      .set("kicker", page.kicker)
      .set("lead", page.lead)
      .set("code", page.code)
      .set("notice", page.notice)
      .set("json_ld", page.json_ld)
      .set("has_matches", !page.matches.href.empty())
      .set("matches", link(page.matches))
      .set("back_text", page.back.text)
      .set("back_href", page.back.href)
      .list("badges", page.badges, badge)
      .list("facts", page.facts, row)
      .list("sections", page.sections, section);
  return renderer.page("record", model);
}

}  // namespace incontro::server
