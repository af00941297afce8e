#include "pages/match_models.h"
#include "pages/pages.h"

namespace incontro::server {
namespace {

Node reason(const MatchReason& reason) {
  return Node()
      .set("name", reason.name)
      .set("must", reason.must)
      .set("share", reason.share)
      .set("points", reason.points)
      .set("text", reason.text)
      .set("missing", reason.missing);
}

Node match_card(const MatchCard& match) {
  return card(match.card)
      .set("score", match.score)
      .set("reciprocal", match.reciprocal)
      .set("matched_by", match.matched_by)
      .set("all_missing", match.missing)
      .set("open", match.open)
      .list("reasons", match.reasons, reason);
}

Node choice(const Choice& choice) {
  return Node()
      .set("value", choice.value)
      .set("text", choice.text)
      .set("selected", choice.selected);
}

Node field(const CriterionField& field) {
  return Node()
      .set("name", field.name)
      .set("label", field.label)
      .set("weight", field.weight)
      .list("kinds", field.kinds, choice);
}

Node form(const MatchForm& form) {
  return Node()
      .set("action", form.action)
      .list("first", form.first, field)
      .set("has_more", !form.more.empty())
      .list("more", form.more, field)
      .set("km", form.km)
      .list("past_work", form.past_work, choice)
      .set("has_salary", form.has_salary)
      .set("salary", form.salary)
      .list("kept", form.kept, hidden)
      .set("defaults_href", form.defaults_href);
}

}  // namespace

std::string match_page(const Renderer& renderer, const MatchPage& page) {
  Node model;
  model.set("title", page.heading + ": " + page.question.text)
      .set("no_index", true)
      .set("at_vacancies", page.candidates)
      .set("at_cvs", !page.candidates)
      .set("heading", page.heading)
      .set("total", page.total)
      .set("question_lead", page.question_lead)
      .set("question", link(page.question))
      .set("back", link(page.back))
      .set("notice", page.notice)
      .set("has_chips", !page.chips.empty())
      .list("chips", page.chips, link)
      .set("form", form(page.form))
      .set("has_relaxations", !page.relaxations.empty())
      .set("few", page.few)
      .set("relax_heading", page.relax_heading)
      .list("relaxations", page.relaxations, counted)
      .set("empty", page.cards.empty())
      .list("cards", page.cards, match_card)
      .set("pager", pager(page.pager));
  return renderer.page("match", model);
}

}  // namespace incontro::server
